// Stained cells to score, one constructed field after another; then the two rules on published counts.
import { percent } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, frame, uniqueId } from "../shared/dom.js";
import { radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, each, pick, tuple, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ sample: string, truth: string, fused: boolean, secretory: boolean, room: number, cells: string[], counts: string,
 *   score: number[], calls: boolean[], lesson: Span[] }} Field cells: intensity in nuclei, cytoplasm and membranes, a digit a cell
 * @typedef {{ events: number, total: number, ends: [number, number] } | { from: number, to: number, total: number } | null} Mark
 * @typedef {{ name: string, against: string, rules: string[], sensitivity: Mark[], specificity: Mark[] }} Study
 * @typedef {{ id: string, title: string, intro: Span[], rules: string[], places: string[], intensities: string[], shares: string[],
 *   fields: Field[], studies: Study[], notes: Span[][], closing: string }} Data
 * @typedef {{ stage: number, scores: number[][], guess?: string[] }} Said scores: one for each field, or missing
 */

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const MEASURES = /** @type {const} */ (["sensitivity", "specificity"]);
/** What a stricter rule does to each measure. */
const TRUTH = ["falls", "rises"];
const WAYS = { falls: "stays or falls", rises: "stays or rises", either: "may go either way" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const fields = data.fields.map(({ sample, cells }) => [sample, ...cells].join("\n"));
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      stage: pick([...fields, "the rules"]),
      scores: each(fields, () => tuple(pick(data.places), pick(["none", ...data.intensities]), pick(["none", ...data.shares]))),
      guess: asIs,
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(said, { guess: undefined }, now);
      show();
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const place = h("p", { class: "ntrk-muted" });
  const stage = h("div");
  const samples = h("div");
  const guide = h("details", { class: "stain-key" }, h("summary", {}, "How the stain is drawn"), samples);
  const restart = button("Start again", () => {
    Object.assign(said, { stage: 0, scores: [], guess: undefined });
    keep.wipe(said);
    show(true);
  });
  /** @type {(() => void)[]} */
  let cleanups = [];
  const stop = drawToWidth(samples, drawKey);

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, inline(data.intro)), guide, place, stage, restart, live);

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    cleanups.forEach((clean) => clean());
    cleanups = [];
    place.textContent = `Step ${said.stage + 1} of ${data.fields.length + 1}.${said.stage < data.fields.length ? " The fields are constructed, the drawings schematic." : ""}`;
    const title = h("h4", { tabindex: -1 });
    stage.replaceChildren(title);
    restart.hidden = said.stage === 0 && said.scores.length === 0;
    guide.hidden = said.stage === data.fields.length;
    guide.open = said.stage === 0;
    if (said.stage < data.fields.length) read(title, data.fields[said.stage]);
    else compare(title);
    if (moved) {
      live.textContent = "";
      title.focus();
    }
  }

  /** Score one field. @param {HTMLElement} title @param {Field} field */
  function read(title, field) {
    const at = said.stage;
    const picture = h("div", { class: "stain-picture" });
    const result = h("div");
    let ringed = false;
    let width = 0;
    cleanups.push(drawToWidth(picture, (now) => drawField(field, width = now, ringed)));
    const groups = [["Where is the stain?", data.places], ["How strong is most of it?", data.intensities], ["In what share of cells?", data.shares]].map(([legend, names], part) =>
      radios({
        legend: String(legend),
        options: /** @type {string[]} */ (names).map((text, index) => ({ value: String(part ? index + 1 : index), text })),
        class: "stain-chips",
        change: part ? undefined : (value) => lock(value === "0"),
      }));
    const lock = (/** @type {boolean} */ unstained) => groups.slice(1).forEach((group) => {
      group.element.hidden = unstained;
    });
    const commit = primary("Commit to this score", () => {
      const unstained = groups[0].value() === "0";
      const values = groups.map((group, part) => (unstained && part ? "0" : group.value()));
      if (values.includes(undefined)) {
        live.textContent = "Choose place, intensity and share first.";
        result.replaceChildren(h("p", {}, "Choose place, intensity and share first."));
        return;
      }
      said.scores[at] = values.map(Number);
      keep.save(said);
      reveal(true);
    });

    const reveal = (/** @type {boolean} */ now) => {
      const given = said.scores[at];
      groups.forEach((group, part) => {
        group.set(given[part] || part === 0 ? String(given[part]) : undefined);
        group.element.disabled = true;
      });
      lock(given[0] === 0);
      commit.hidden = true;
      restart.hidden = false;
      // Rings help to find few cells; round nearly all of them they would only hide the stain.
      ringed = field.score[2] > 0 && field.score[2] < 3;
      if (width) picture.replaceChildren(drawField(field, width, ringed));
      const last = at + 1 === data.fields.length;
      const next = primary(last ? "On to the rules" : "Next field", () => {
        said.stage += 1;
        keep.save(said);
        show(true);
      });
      const verdict = `${given.every((value, part) => value === field.score[part]) ? "✓ Scored as drawn" : "✗ Not quite as drawn"}: ${field.counts}.`;
      result.replaceChildren(
        h("p", {}, h("strong", {}, verdict), ringed ? " The stained cells are now ringed." : null),
        h("ul", { class: "stain-list" }, differences(data, given, field).map((text) => h("li", {}, text))),
        h("p", {}, h("strong", {}, "Constructed truth: "), `${field.truth}.`),
        h("div", { class: "stain-rules" }, data.rules.map((rule, index) => called(rule, field.calls[index], field.fused))),
        h("p", {}, inline(field.lesson)), next);
      if (now) {
        live.textContent = `${verdict} ${data.rules.map((rule, index) => `${rule}: ${field.calls[index] ? "positive" : "negative"}.`).join(" ")}`;
        next.focus();
      }
    };

    title.textContent = `Field ${at + 1}`;
    stage.append(h("p", {}, `${field.sample}.`), h("div", { class: "stain-desk" }, picture, h("div", {}, groups.map((group) => group.element), commit)), result);
    if (said.scores[at]) reveal(false);
  }

  /** Guess what a stricter rule does, then see published counts. @param {HTMLElement} title */
  function compare(title) {
    title.textContent = "Now change the rule";
    const result = h("div");
    const groups = MEASURES.map((measure) => radios({
      legend: `The ${measure}`,
      options: Object.entries(WAYS).map(([value, text]) => ({ value, text })),
      class: "stain-chips",
    }));
    const commit = primary("Commit to this prediction", () => {
      const values = groups.map((group) => group.value());
      if (values.includes(undefined)) {
        live.textContent = "Predict both first.";
        result.replaceChildren(h("p", {}, "Predict both first."));
        return;
      }
      said.guess = values.map(String);
      keep.save(said);
      reveal(true);
    });

    const reveal = (/** @type {boolean} */ now) => {
      const guess = said.guess || [];
      groups.forEach((group, part) => {
        group.set(guess[part]);
        group.element.disabled = true;
      });
      commit.hidden = true;
      const answers = [
        judge("Sensitivity stays or falls", guess[0], TRUTH[0], "Whatever the strict rule calls, the loose one has called already."),
        judge("Specificity stays or rises", guess[1], TRUTH[1], "Among tumours without the disease, fewer calls are fewer false alarms.")];
      const first = h("p", { tabindex: -1 }, h("strong", {}, answers[0]));
      const panels = MEASURES.map((measure) => {
        const holder = h("div");
        return { holder, element: h("div", {}, h("h4", {}, measure === "sensitivity" ? "Sensitivity: how many are found" : "Specificity: how many others are cleared"), holder), measure };
      });
      result.replaceChildren(first, h("p", {}, h("strong", {}, answers[1])),
        h("p", {}, "In these constructed fields:"), h("ul", {}, data.rules.map((rule, index) => h("li", {}, tally(data, rule, index)))),
        h("h4", {}, "What was counted in breast tumours"),
        h("p", { class: "ntrk-muted" }, "○ any staining, ■ a rule about the nucleus. Grey bar: the exact 95% interval. Dashed: no count was printed; it lies somewhere here."),
        h("div", { class: "stain-panels" }, panels.map((panel) => panel.element)), numbers(data),
        h("ul", {}, data.notes.map((spans) => h("li", {}, inline(spans)))),
        h("p", {}, h("strong", {}, data.closing)));
      cleanups.push(...panels.map(({ holder, measure }) => drawToWidth(holder, (width) => drawPanel(data, measure, width))));
      if (now) {
        live.textContent = answers.join(" ");
        first.focus();
      }
    };

    stage.append(
      h("p", {}, "The same slides are read twice. First any staining counts; then only staining of the nucleus that is diffuse or at least focally strong. What can happen?"),
      groups.map((group) => group.element)[0], groups[1].element, commit, result);
    if (said.guess) reveal(false);
  }

  show();
  return () => {
    stop();
    cleanups.forEach((clean) => clean());
    keep.stop();
  };
}

/** A prediction beside the answer. @param {string} answer @param {string} given @param {string} truth @param {string} why */
function judge(answer, given, truth, why) {
  const said = /** @type {Record<string, string>} */ (WAYS)[given];
  return given === truth ? `✓ ${answer}. ${why}` : `✗ ${answer}; you said it ${said}. ${why}`;
}

/** What of a score differs from the drawing, and where it agrees. @param {Data} data @param {number[]} given @param {Field} field */
function differences(data, given, { score }) {
  if (score[0] === 0) return given[0] === 0 ? [] : ["✗ You saw a stain. Unstained cells have empty nuclei with a thin outline, like these."];
  if (given[0] === 0) return ["✗ You saw no stain. Go over the nuclei one by one, then over what surrounds them."];
  const names = [data.places, ["", ...data.intensities], ["", ...data.shares]];
  return ["Place", "Intensity", "Share"].map((label, part) => {
    const truth = names[part][score[part]].toLowerCase();
    return given[part] === score[part] ? `✓ ${label}: ${truth}.` : `✗ ${label}: ${truth}. You said ${names[part][given[part]].toLowerCase()}.`;
  });
}

/** What a rule makes of a field. @param {string} rule @param {boolean} call @param {boolean} fused */
function called(rule, call, fused) {
  const meaning = call === fused ? (fused ? "✓ Right: there is a fusion." : "✓ Right: there is none.") : call ? "✗ A false alarm." : "✗ The fusion is missed.";
  return h("div", { class: call ? "stain-call" : "stain-call stain-off" }, rule, h("strong", { class: "stain-result" }, call ? "+ Positive" : "− Negative"), meaning);
}

/** @param {Data} data @param {string} rule @param {number} index */
function tally({ fields }, rule, index) {
  const fused = fields.filter((field) => field.fused);
  const found = fused.filter((field) => field.calls[index]).length;
  const alarms = fields.filter((field) => !field.fused && field.calls[index]).length;
  return `${rule}: ${found} of ${fused.length} fusions found, ${alarms} of ${fields.length - fused.length} others falsely called.`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { stage: 0, scores: [] };
  if (typeof value !== "object" || value === null || !Array.isArray(value.scores)) return said;
  const fits = (/** @type {any} */ n, /** @type {number} */ low, /** @type {number} */ top) => Number.isInteger(n) && n >= low && n <= top;
  const tops = [data.places.length - 1, data.intensities.length, data.shares.length];
  data.fields.forEach((_, at) => {
    const given = value.scores[at];
    const unstained = Array.isArray(given) && given[0] === 0;
    if (Array.isArray(given) && tops.every((top, part) => fits(given[part], part && !unstained ? 1 : 0, unstained ? 0 : top))) said.scores[at] = given.slice(0, 3);
  });
  const open = data.fields.findIndex((_, at) => !said.scores[at]);
  const most = open < 0 ? data.fields.length : open;
  if (fits(value.stage, 0, data.fields.length)) said.stage = Math.min(value.stage, most);
  if (Array.isArray(value.guess) && value.guess.length === 2 && value.guess.every((/** @type {any} */ way) => Object.hasOwn(WAYS, way))) said.guess = value.guess;
  return said;
}

/** A number from 0 to 1 that is always the same for a cell. @param {number} cell @param {number} part */
function chance(cell, part) {
  const value = Math.sin(cell * 12.9898 + part * 78.233) * 43758.5453;
  return value - Math.floor(value);
}

/** Dots for weak, stripes for moderate, solid ink for strong. @param {string} id */
function inks(id) {
  const square = { width: 5, height: 5, patternUnits: "userSpaceOnUse" };
  return svg("defs", {},
    svg("pattern", { id: `${id}-1`, ...square }, svg("rect", { width: 5, height: 5, class: "stain-ink-1" }), svg("circle", { cx: 2.5, cy: 2.5, r: 0.9, class: "stain-ink-3" })),
    svg("pattern", { id: `${id}-2`, ...square, patternTransform: "rotate(45)" }, svg("rect", { width: 5, height: 5, class: "stain-ink-2" }), svg("rect", { width: 1.8, height: 5, class: "stain-ink-3" })));
}

/**
 * @param {number} x @param {number} y @param {number} size @param {number} number @param {number[]} stain in nucleus, cytoplasm, membrane
 * @param {string} id of the inks @param {boolean} vacuoles @param {boolean} ringed
 */
function cell(x, y, size, number, stain, id, vacuoles, ringed) {
  const fill = (/** @type {number} */ value) => ({ class: value === 3 ? "stain-ink-3" : "", fill: value ? `url(#${id}-${value})` : "none" });
  const points = Array.from({ length: 8 }, (_, k) => {
    const radius = size * (0.86 + 0.2 * chance(number, k));
    return [radius * Math.cos((k * Math.PI) / 4), radius * Math.sin((k * Math.PI) / 4)];
  });
  const middle = (/** @type {number} */ k) => points[k % 8].map((value, axis) => ((value + points[(k + 1) % 8][axis]) / 2).toFixed(1)).join(" ");
  const d = `M${middle(7)}${points.map((point, k) => `Q${point.map((value) => value.toFixed(1)).join(" ")} ${middle(k)}`).join("")}Z`;
  const turn = 360 * chance(number, 9);
  const nucleus = { rx: size * 0.48, ry: size * 0.4, transform: `rotate(${turn.toFixed()})` };
  return svg("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    ringed && svg("circle", { r: size * 1.12, class: "stain-ring" }),
    svg("path", { d, class: "stain-body" }), svg("path", { d, ...fill(stain[1]) }), svg("path", { d, class: `stain-edge stain-edge-${stain[2]}` }),
    vacuoles && [0, 1].map((k) => svg("circle", { cx: size * 0.63 * Math.cos(turn + 2.4 * k), cy: size * 0.63 * Math.sin(turn + 2.4 * k), r: size * (0.12 + 0.05 * k), class: "stain-vacuole" })),
    svg("ellipse", { ...nucleus, class: "stain-nucleus" }), svg("ellipse", { ...nucleus, ...fill(stain[0]) }),
    stain[0] === 3 && svg("ellipse", { ...nucleus, class: "stain-rim" }));
}

/** @param {Field} field @param {number} width @param {boolean} ringed */
function drawField(field, width, ringed) {
  const side = Math.min(width, 350);
  const radius = side / 2 - 2;
  const size = (0.86 * radius) / Math.sqrt(field.room);
  const id = uniqueId("stain");
  const total = field.cells[0].length;
  const inside = Array.from({ length: field.room }, (_, number) => {
    const away = (radius - 1.12 * size) * Math.sqrt((number + 0.5) / field.room);
    const [x, y] = [side / 2 + away * Math.cos(number * GOLDEN), side / 2 + away * Math.sin(number * GOLDEN)];
    if (number >= total) return svg("path", { d: `M${(x - size).toFixed(1)} ${y.toFixed(1)}q${size / 2}-5 ${size} 0t${size} 0`, class: "stain-stroma" });
    const stain = field.cells.map((digits) => Number(digits[number]));
    return cell(x, y, size, number, stain, id, field.secretory, ringed && stain.some(Boolean));
  });
  return svg("svg", { viewBox: `0 0 ${side} ${side}`, width: side, height: side, role: "img",
    "aria-label": `Schematic drawing of ${total} tumour cells${total < field.room ? ", with much stroma" : ""}: ${field.counts}.` },
  inks(id), svg("circle", { cx: side / 2, cy: side / 2, r: radius, class: "stain-lens" }), inside,
  svg("text", { x: side, y: side - 3, "text-anchor": "end", "font-size": 13 }, "schematic"));
}

/** @param {number} width */
function drawKey(width) {
  const id = uniqueId("stain");
  const step = Math.min((width - 84) / 3, 84);
  const [places, strengths] = [["nucleus", "cytoplasm", "membrane"], ["weak", "moderate", "strong"]];
  return svg("svg", { viewBox: `0 0 ${width} 172`, width, height: 172, role: "img",
    "aria-label": "Nine sample cells. Weak stain is pale with dots, moderate is striped, strong is solid with a dark rim. A stained membrane is a thicker outline: dashed, plain, or heavy." },
  inks(id), strengths.map((text, column) => svg("text", { x: 84 + step * (column + 0.5), y: 13, "text-anchor": "middle", "font-size": 13 }, text)),
  places.map((text, row) => [
    svg("text", { x: 0, y: 50 + 50 * row, "font-size": 13 }, text),
    strengths.map((_, column) => cell(84 + step * (column + 0.5), 45 + 50 * row, 19, 3 * row + column, places.map((__, part) => (part === row ? column + 1 : 0)), id, false, false))]).flat(2));
}

/** @param {Mark} share */
function words(share) {
  if (!share) return "not read";
  return "from" in share ? `${share.from} to ${share.to} of ${share.total}` : `${share.events} of ${share.total}, ${percent(share.events / share.total)}`;
}

/** One measure of all studies by both rules. @param {Data} data @param {"sensitivity" | "specificity"} measure @param {number} width */
function drawPanel({ studies }, measure, width) {
  const right = width - 130;
  const x = (/** @type {number} */ share) => 8 + (right - 16) * share;
  const block = 124;
  const bottom = studies.length * block;
  const text = (/** @type {number} */ left, /** @type {number} */ y, /** @type {string} */ shown, props = {}) => svg("text", { x: left, y, "font-size": 13, ...props }, shown);
  return svg("svg", { viewBox: `0 0 ${width} ${bottom + 24}`, width, height: bottom + 24, role: "img", "aria-label":
    `${measure[0].toUpperCase()}${measure.slice(1)}. ${studies.map((study) => `${study.name}: ${study.rules.map((rule, at) => `${rule} ${words(study[measure][at])}`).join("; ")}`).join(". ")}.` },
  [0, 0.5, 1].map((share) => [svg("line", { x1: x(share), x2: x(share), y1: 42, y2: bottom, class: "stain-grid" }),
    text(x(share), bottom + 18, `${100 * share}%`, { "text-anchor": share ? "middle" : "start" })]).flat(),
  studies.map((study, number) => [
    text(0, number * block + 15, study.name, { "font-weight": 650 }), text(0, number * block + 32, `for ${study.against}`),
    study.rules.map((rule, at) => {
      const share = study[measure][at];
      const y = number * block + 64 + at * 38;
      const drawn = !share ? []
        : "from" in share
          ? [svg("line", { x1: x(share.from / share.total), x2: x(share.to / share.total), y1: y, y2: y, class: "stain-open" }),
            ...[share.from, share.to].map((end) => svg("line", { x1: x(end / share.total), x2: x(end / share.total), y1: y - 6, y2: y + 6, class: "stain-end" }))]
          : [svg("line", { x1: x(share.ends[0]), x2: x(share.ends[1]), y1: y, y2: y, class: "stain-range" }),
            at ? svg("rect", { x: x(share.events / share.total) - 5, y: y - 5, width: 10, height: 10, class: "stain-square" })
              : svg("circle", { cx: x(share.events / share.total), cy: y, r: 5.5, class: "stain-disc" })];
      return [text(8, y - 11, rule, { class: "stain-rule" }), ...drawn, text(right + 6, y + 5, words(share))];
    })]).flat(3));
}

/** @param {Data} data */
function numbers({ studies }) {
  const cell = (/** @type {Mark} */ share) => (share && "ends" in share ? `${words(share)} (${percent(share.ends[0])} to ${percent(share.ends[1])})` : share ? `${words(share)} possible; no count printed` : words(share));
  return dataTable("These counts as a table", ["Study and rule", "Sensitivity (exact 95% interval)", "Specificity (exact 95% interval)"],
    studies.flatMap((study) => study.rules.map((rule, at) => [`${study.name}, ${study.against}: ${rule}`, cell(study.sensitivity[at]), cell(study.specificity[at])])));
}

export default { render };
