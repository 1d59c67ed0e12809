// Fusion calls, one by one: look at the reads, commit to a verdict and a reason, then see ours and the lesson.
import { count } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, sectionLink, frame } from "../shared/dom.js";
import { radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, each, pick, tuple } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ gene: string, exons: string[], domain: string, strand: string, coverage: number }} Side
 * @typedef {{ name: string, sample: string, sides: [Side, Side], columns: number[], elsewhere: number, distance: string,
 *   frame: string, rows: [string, string][], reasons: { text: string, feedback: Span[] }[], verdict: number, reason: number,
 *   lesson: string, teaching: Span[], rules: Span[], see: string }} Call
 * @typedef {[number, number] | null} Answer verdict and reason
 * @typedef {{ id: string, title: string, intro: string, columns: [string, string][], verdicts: string[], follows: string[][], calls: Call[] }} Data
 * @typedef {{ at: number, answers: Answer[] }} Said `at` is the number of calls where the summary is looked at
 */

const DRAWN = 7;
/** Rows of the table that the drawing shows as well; the others stand below it. */
const DRAWN_ROWS = 7;
const SPLIT = [0.64, 0.86, 0.72, 0.93, 0.57, 0.79, 0.68];
const GAPS = [0.05, 0.12, 0.02, 0.09, 0.15, 0.04, 0.11];

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const total = data.calls.length;
  // Two calls may join the same genes: a call is what was read of it.
  const calls = data.calls.map(({ name, sample, rows }) => [name, sample, ...rows.flat()].join("\n"));
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick([...calls, "the summary"]),
      answers: each(calls, (place) => tuple(pick(data.verdicts), pick(data.calls[place].reasons.map(({ text }) => text)))),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(said, now);
      show(false);
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const steps = h("ol", { class: "pile-steps", "aria-label": "Calls" });
  const stage = h("div");
  let clean = () => {};
  const restart = button("Start again", () => {
    Object.assign(said, { at: 0, answers: data.calls.map(() => null) });
    keep.wipe(said);
    show(true);
  });

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro),
    h("details", { class: "pile-words" }, h("summary", {}, "What the columns mean"),
      h("ul", {}, data.columns.map(([name, text]) => h("li", {}, h("strong", {}, name), `: ${text}`)))),
    steps, stage, restart, live);

  /** @param {number} place */
  function go(place) {
    said.at = place;
    keep.save(said);
    show(true);
  }

  /** The calls judged so far, and the next. */
  function progress() {
    const open = said.answers.indexOf(null);
    steps.replaceChildren(...data.calls.map((call, place) => {
      const answer = said.answers[place];
      const mark = answer ? (answer[0] === call.verdict ? "✓" : "✗") : "";
      const told = answer ? `, judged ${answer[0] === call.verdict ? "as we would" : "otherwise than we would"}` : "";
      return h("li", {}, button(`${place + 1}${mark}`, () => go(place), {
        "aria-label": `Call ${place + 1}${told}`, "aria-current": place === said.at ? "step" : false,
        disabled: !answer && place !== open,
      }));
    }));
    restart.hidden = said.answers.every((answer) => !answer);
  }

  /** @param {boolean} moved whether the reader came here just now */
  function show(moved) {
    clean();
    clean = () => {};
    progress();
    const title = h("h4", { tabindex: -1 });
    stage.replaceChildren(title);
    if (said.at < total) judge(title, said.at);
    else summary(title);
    if (moved) {
      live.textContent = "";
      title.focus();
    }
  }

  /** @param {HTMLElement} title @param {number} place */
  function judge(title, place) {
    const call = data.calls[place];
    const holder = h("div");
    const result = h("div");
    const hint = h("p");
    const verdict = radios({ legend: "Your verdict", options: data.verdicts.map((text, index) => ({ value: String(index), text })) });
    const reason = radios({ legend: "The reason that weighs most", options: call.reasons.map(({ text }, index) => ({ value: String(index), text })) });
    const commit = primary("Commit to this verdict", () => {
      const given = [verdict.value(), reason.value()];
      if (given[0] === undefined || given[1] === undefined) {
        hint.textContent = live.textContent = "Choose a verdict and a reason first.";
        return;
      }
      said.answers[place] = [Number(given[0]), Number(given[1])];
      keep.save(said);
      reveal(true);
    });

    const reveal = (/** @type {boolean} */ now) => {
      const answer = said.answers[place];
      if (!answer) return;
      const told = compare(data, call, answer);
      const heading = h("h4", { tabindex: -1, class: "pile-told" }, told);
      const more = sectionLink(call.see);
      const open = said.answers.indexOf(null);
      verdict.set(String(answer[0]));
      reason.set(String(answer[1]));
      for (const { element } of [verdict, reason]) {
        element.disabled = true;
        element.classList.add("pile-locked");
      }
      commit.hidden = true;
      hint.textContent = "";
      progress();
      result.replaceChildren(heading,
        h("p", {}, h("strong", {}, `${data.verdicts[call.verdict]}: `), `${call.reasons[call.reason].text}.`),
        answer[1] === call.reason ? "" : h("p", {}, `You said: “${call.reasons[answer[1]].text}”. `, inline(call.reasons[answer[1]].feedback)),
        h("h4", {}, call.lesson), h("p", {}, inline(call.teaching)), h("p", { class: "ntrk-muted" }, inline(call.rules)),
        more ? h("p", {}, "More: ", more) : "",
        open < 0 ? primary("See which lessons to revisit", () => go(total))
          : primary("Next call", () => go(open)));
      if (now) {
        live.textContent = told;
        heading.focus();
      }
    };

    title.textContent = `Call ${place + 1} of ${total}: ${call.name}`;
    stage.append(h("p", {}, call.sample), holder,
      h("p", { class: "ntrk-muted" }, `Boxes are exons with their numbers. At most ${DRAWN} reads of a kind are drawn. A dashed read also fits whole into another gene.`),
      h("dl", { class: "pile-facts" }, call.rows.slice(DRAWN_ROWS).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
      dataTable("This call as a table", ["Column", "Value"], call.rows), verdict.element, reason.element, commit, hint, result);
    clean = drawToWidth(holder, (width) => drawing(call, width));
    reveal(false);
  }

  /** What the reader makes of all calls. @param {HTMLElement} title */
  function summary(title) {
    const judged = data.calls.map((call, place) => {
      const [verdict, reason] = said.answers[place] || [-1, -1];
      return { call, place, verdict, right: verdict === call.verdict, reason: reason === call.reason };
    });
    const real = judged.filter(({ call }) => call.verdict === 0);
    const others = judged.filter(({ call }) => call.verdict !== 0);
    const again = judged.filter((one) => !one.right || !one.reason);
    title.textContent = `${judged.filter((one) => one.right).length} of ${total} verdicts and ${judged.filter((one) => one.reason).length} of ${total} reasons agree with ours`;
    stage.append(
      h("p", {}, `Of the ${real.length} calls that belong in the report you reported ${real.filter((one) => one.right).length}. Of the ${others.length} others you reported ${others.filter(({ verdict }) => verdict === 0).length}. The first kind of error hides a drug, the second gives one without a target.`),
      h("p", {}, again.length ? "Lessons to revisit:" : "No lesson to revisit. Real calls come less tidy than these."),
      h("ul", { class: "pile-again" }, again.map(({ call, place, right }) => h("li", {}, h("span", {}, h("strong", {}, `${call.lesson}. `), right ? "The verdict agrees, the reason does not." : `Ours: ${data.verdicts[call.verdict].toLowerCase()}.`),
        button(`Look at call ${place + 1}`, () => go(place))))));
  }

  show(false);
  return () => {
    clean();
    keep.stop();
  };
}

/** The reader's answer against ours, in words. @param {Data} data @param {Call} call @param {[number, number]} answer */
function compare(data, call, [verdict, reason]) {
  if (verdict === call.verdict) return reason === call.reason ? "✓ We would do the same, for the same reason." : "✓ The verdict holds. The reason does not.";
  const start = reason === call.reason ? "✗ You saw the reason and drew another conclusion." : "✗ We would decide otherwise.";
  return `${start} ${data.follows[verdict][call.verdict]}`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const stored = typeof value === "object" && value !== null && Array.isArray(value.answers) ? value.answers : [];
  const below = (/** @type {any} */ n, /** @type {number} */ top) => Number.isInteger(n) && n >= 0 && n < top;
  /** @type {Answer[]} */
  const answers = data.calls.map((call, place) => {
    const one = stored[place];
    return Array.isArray(one) && below(one[0], data.verdicts.length) && below(one[1], call.reasons.length) ? [one[0], one[1]] : null;
  });
  const open = answers.indexOf(null);
  const fits = value && below(value.at, data.calls.length + 1) && (value.at === data.calls.length ? open < 0 : answers[value.at] || value.at === open);
  return { at: fits ? value.at : Math.max(open, 0), answers };
}

/** Two genes over a junction, with the reads below. @param {Call} call @param {number} width */
function drawing(call, width) {
  const wide = Math.min(width, 640);
  const middle = wide / 2;
  const [five, three] = call.sides;
  const reads = call.columns[0] + call.columns[1] + call.columns[2];
  /** @type {Node[]} */
  const parts = [];
  const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ words, /** @type {string} */ anchor = "start", /** @type {string} */ kind = "") => {
    parts.push(svg("text", { x, y, "text-anchor": anchor, "font-size": 13, class: kind }, words));
  };
  const bar = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ y, /** @type {boolean} */ dashed, /** @type {number} */ side) => {
    parts.push(svg("rect", { x: from, y, width: to - from, height: 6, class: `pile-${side ? "three" : "five"}${dashed ? " pile-else" : ""}` }));
  };
  text(0, 13, "Schematic, constructed", "start", "pile-quiet");
  text(middle, 33, call.distance, "middle", "pile-quiet");
  for (const [side, x, anchor] of /** @type {[Side, number, string][]} */ ([[five, 0, "start"], [three, wide, "end"]])) {
    text(x, 55, `${side === five ? "5′" : "3′"} ${side.gene} (${side.strand})`, anchor, "pile-gene");
    text(x, 73, `coverage ${count(side.coverage)}`, anchor);
  }
  const junction = (/** @type {number} */ from, /** @type {number} */ to) => svg("line", { x1: middle, x2: middle, y1: from, y2: to, class: "pile-junction" });
  // Exons, with dots for those beyond the drawing; introns are gone, so they touch.
  const slot = (middle - 14) / 3;
  [five, three].forEach((side, right) => side.exons.forEach((exon, index) => {
    const x = right ? middle + index * slot : middle - (side.exons.length - index) * slot;
    parts.push(svg("rect", { x: x + 0.5, y: 82, width: slot - 1, height: 26, class: `pile-exon pile-${right ? "three" : "five"}` }));
    text(x + slot / 2, 100, exon, "middle", "pile-number");
  }));
  text(0, 99, "…");
  text(wide, 99, "…", "end");
  text(middle - 8, 126, five.domain, "end");
  text(middle + 8, 126, three.domain);
  text(middle, 146, call.frame, "middle", "pile-gene");

  let y = 170;
  ["longer part in", "longer part in", "spanning pairs"].forEach((label, column) => {
    const number = call.columns[column];
    const drawn = Math.min(number, DRAWN);
    text(0, y, `${["split_reads1", "split_reads2", "discordant_mates"][column]}: ${number}, ${label}${column < 2 ? ` ${call.sides[column].gene}` : ""}`);
    y += 9;
    const top = y;
    for (let index = 0; index < drawn; index += 1) {
      const dashed = index < Math.round((drawn * call.elsewhere) / reads);
      const length = 0.42 * wide;
      if (column < 2) {
        const share = column ? 1 - SPLIT[index] : SPLIT[index];
        bar(middle - length * share, middle, y, dashed, 0);
        bar(middle, middle + length * (1 - share), y, dashed, 1);
      } else {
        const left = middle - (GAPS[index] + 0.01) * wide;
        const right = middle + (GAPS[(index + 3) % DRAWN] + 0.01) * wide;
        parts.push(svg("line", { x1: left, x2: right, y1: y + 3, y2: y + 3, class: "pile-mate" }));
        bar(left - 0.2 * wide, left, y, dashed, 0);
        bar(right, right + 0.2 * wide, y, dashed, 1);
      }
      y += 11;
    }
    if (drawn) parts.push(junction(top - 3, y - 2));
    y += 18;
  });
  const bottom = y - 22;
  parts.push(junction(78, 112));
  return svg("svg", { viewBox: `0 0 ${wide} ${bottom + 2}`, width: wide, height: bottom + 2, role: "img", class: "pile-drawing",
    "aria-label": `Schematic, constructed: ${five.gene} up to exon ${five.exons[five.exons.length - 1]} joined to ${three.gene} from exon ${three.exons[0]}. ${call.columns[0]} split reads with the longer part in ${five.gene}, ${call.columns[1]} with the longer part in ${three.gene}, ${call.columns[2]} spanning pairs. All values are in the table below.` }, parts);
}

export default { render };
