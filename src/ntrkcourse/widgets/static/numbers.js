// Numbers as people type them.

/**
 * A number as people type it: "4,854", "0,08", "1,20,000", "0.25 %", "4/4854". Undefined where it is none.
 * @param {string} text
 */
export function parseNumber(text) {
  const bare = text.replace(/[%\s€£$₹]/g, "").replace(/^about|^~|^≈/i, "").replace("−", "-");
  const value = (/** @type {string} */ part) => {
    const grouped = /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(part);
    const plain = grouped ? part.replaceAll(",", "") : part.replace(/^(-?\d+),(\d+)$/, "$1.$2");
    return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  };
  const parts = bare.split("/");
  const number = parts.length === 2 ? value(parts[0]) / value(parts[1]) : value(bare);
  return Number.isFinite(number) ? number : undefined;
}
