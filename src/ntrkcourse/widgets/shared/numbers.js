// Numbers as people type them, beside the unit that they see. A notebook reads the same forms by the same rules in
// content/typed_numbers.py; tests/typed_answers.toml holds both to one table of cases. What could mean two things is
// asked for again and never graded. And a day as people read it.
import { fill } from "./dom.js";
import ui from "./words.json";

/**
 * What was typed, in the unit asked for; or why it could not be read, in words for the reader.
 * @typedef {{ value: number, reason?: undefined } | { value?: undefined, reason: string }} Reading
 * `whole` is one whole in a unit of shares: 100 for per cent, 10,000 for "in 10,000".
 * @typedef {{ whole: number | undefined, money: boolean, power: number, words: RegExp }} Asked
 */

const words = ui.numbers;
// More signs than any number needs, and few enough for the patterns below to be fast.
const LONGEST_TYPED = 100;
const LONGEST_QUOTED = 40;

const SPACES = /[\t\n\v\f\r \u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/g;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const DEVANAGARI = "०१२३४५६७८९";

const LEAD = /^(?:about|around|roughly|approximately|approx\.?|circa|ca\.?|[~≈=]) ?/;
const MONEY_MARK = /^([+-]?) ?(?:₹|rs\.?|inr) ?| ?(?:\/-|₹|rupees?|rs\.?|inr)$/g;
const PERCENT_MARK = / ?(?:%|per ?cent|pct)$/;
const TYPED_SHARE = /^(.+?) ?(?:\/|out of|of|in|among|per)(?: every)? ?([^/]+)$/;

/** @type {Record<string, number>} */
const SCALES = { thousand: 3, lakh: 5, lac: 5, million: 6, crore: 7 };
const GROUPED = "(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})(?:\\.[0-9]+)?";
const GAPPED = "(?:[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]?(?: [0-9]{2})+ [0-9]{3})(?:[.,][0-9]+)?";
const ALL_GROUPED = new RegExp(`^(?:${GROUPED})$`);
const TYPED_NUMBER = new RegExp(
  `^(?<sign>[+-]?) ?(?:(?<digits>${GROUPED}|${GAPPED}|[0-9]+\\.?|[0-9]*[.,][0-9]+)` +
    "(?:(?:e| ?[×x*·⋅] ?10(?:\\^|\\*\\*) ?)(?<power>[+-]?[0-9]{1,3}))?" +
    "|10(?:\\^|\\*\\*) ?(?<ten>[+-]?[0-9]{1,3}))" +
    `(?: ?(?<scale>${Object.keys(SCALES).join("|")})s?)?$`,
);

/**
 * What somebody typed as an answer in `unit`, which is worded as it stands beside the box: "per cent", "of 100",
 * "patients", "lakh rupees".
 * @param {string} text
 * @param {string} unit
 * @returns {Reading}
 */
export function readNumber(text, unit) {
  const shown = text.replace(SPACES, " ").trim();
  if (!shown) return { reason: words.none };
  const signs = [...shown];
  const quoted = signs.length <= LONGEST_QUOTED ? shown : `${signs.slice(0, LONGEST_QUOTED).join("").trimEnd()}…`;
  const unread = { reason: fill(words.unread, { typed: quoted }) };
  const foreign = { reason: fill(words.foreign, { unit, typed: quoted }) };
  if (signs.length > LONGEST_TYPED) return unread;

  const asked = askedIn(unit);
  // The unit's own words go first: "letters" ends in "rs".
  const bare = onePlain(shown).replace(LEAD, "").replace(asked.words, "");
  const priced = bare.replace(MONEY_MARK, "$1");
  const typed = priced.replace(PERCENT_MARK, "");
  const money = priced !== bare;
  const percent = typed !== priced;
  const number = numberIn(typed);
  if (number === undefined) return money || percent ? unread : shareIn(typed, asked, unread, foreign);
  if ((money && !asked.money) || (percent && asked.whole === undefined)) return foreign;
  // "Rs 35" beside lakh rupees may mean either.
  if (money && asked.power && !number.scaled) return foreign;
  let value = number.scaled ? number.value / 10 ** asked.power : number.value;
  if (percent && asked.whole !== undefined) value *= asked.whole / 100;
  return Number.isFinite(value) ? { value } : unread;
}

/** @param {string} unit @returns {Asked} */
function askedIn(unit) {
  const crowd = unit.match(/(?:^| )(?:of|in|among) ([0-9,]+)$/);
  const percent = unit === "per cent";
  const named = crowd ? unit.slice(0, crowd.index) : percent ? "" : unit.toLowerCase();
  /** @type {string[]} */
  const names = named.match(/[a-z]+/g) ?? [];
  const own = names
    .filter((name) => name !== "rupees" && !(name in SCALES))
    .map((name) => `${name.replace(/s$/, "")}s?`);
  if (unit === "times") own.push("x", "×", "-?fold");
  const words = own.join("|") || "(?!)";
  return {
    whole: crowd ? Number(crowd[1].replaceAll(",", "")) : percent ? 100 : undefined,
    money: names.includes("rupees"),
    power: SCALES[names.find((name) => name in SCALES) ?? ""] ?? 0,
    words: new RegExp(`^(?:(?:${words}) ?)+|(?: ?(?:${words}))+$`, "g"),
  };
}

/** In lower case, with one sign for each thing that has several. @param {string} shown */
function onePlain(shown) {
  return shown
    .replace(
      /[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (raised) =>
        "^" +
        raised
          .replace("⁺", "+")
          .replace("⁻", "-")
          .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit))),
    )
    .toLowerCase()
    .replace(/[−–‒‐‑﹣－]/g, "-")
    .replace(/[⁄∕÷]/g, "/")
    .replaceAll("％", "%")
    .replace(/[०-९]/g, (digit) => String(DEVANAGARI.indexOf(digit)))
    .replaceAll("minus ", "-");
}

/** The number, and whether a word such as lakh sizes it. @param {string} typed */
function numberIn(typed) {
  const parts = typed.match(TYPED_NUMBER)?.groups;
  if (!parts) return undefined;
  const digits = (parts.digits ?? "1").replaceAll(" ", "");
  const plain = digits.replace(/,/g, ALL_GROUPED.test(digits) ? "" : ".");
  const power = Number(parts.power ?? parts.ten ?? 0) + (SCALES[parts.scale] ?? 0);
  return { value: Number(`${parts.sign}${plain}e${power}`), scaled: parts.scale !== undefined };
}

/**
 * "12 of 100" and "12/100": a share beside a unit of shares, beside others a division at the most.
 * @param {string} typed @param {Asked} asked @param {Reading} unread @param {Reading} foreign
 * @returns {Reading}
 */
function shareIn(typed, asked, unread, foreign) {
  const match = typed.match(TYPED_SHARE);
  const part = match && numberIn(match[1].replace(asked.words, ""));
  const whole = match && numberIn(match[2]);
  if (!part || !whole || whole.value === 0) return unread;
  if (asked.whole === undefined && (!typed.includes("/") || Math.abs(part.value) < Math.abs(whole.value)))
    return foreign;
  const value = ((asked.whole ?? 1) * part.value) / whole.value;
  return Number.isFinite(value) ? { value } : unread;
}

/** Thousands with commas: 4854 -> "4,854". @param {number} value @param {number} [places] */
export function count(value, places = 0) {
  return value.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** Rupees, grouped by lakh and crore: 120000 -> "₹1,20,000". @param {number} value */
export function rupees(value) {
  return `₹${value.toLocaleString("en-IN", { maximumFractionDigits: 0 })}`;
}

/**
 * A fraction as a percentage with about two significant figures: 0.00082 -> "0.082%", 0.328 -> "33%".
 * @param {number} fraction
 */
export function percent(fraction) {
  const value = 100 * fraction;
  if (value === 0 || value === 100) return `${value}%`;
  if (value > 99) return `${value.toFixed(value > 99.9 ? 3 : 1).replace(/\.?0+$/, "")}%`;
  const places = value >= 10 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(value)));
  return `${value.toFixed(Math.min(places, 4))}%`;
}

/** A fraction as "1 in N", N to two significant figures; "0" for 0. @param {number} fraction */
export function oneIn(fraction) {
  if (fraction <= 0) return words.nobody;
  const n = 1 / fraction;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  const shown = n < 10 ? Number(n.toFixed(1)) : Math.round(n / step) * step;
  return fill(words.one_in, { n: count(shown, n < 10 && n % 1 > 0.05 ? 1 : 0) });
}

/** Every whole number from 0 to `most`. @param {number} most */
export function wholesTo(most) {
  return Array.from({ length: most + 1 }, (_, n) => n);
}

/** "3 March 2027" @param {Date | number} time */
export function longDate(time) {
  return new Date(time).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
}
