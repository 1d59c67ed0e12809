// Tumours that grow again on a first drug: choose what to do, predict six months, then see the clones.
import { h, svg, inline, liveRegion, uniqueId, frame, paragraphs, plainText } from "../shared/dom.js";
import { select, radios, button, dataTable, primary, scrolling } from "../shared/controls.js";
import { drawings } from "../shared/axis.js";
import { keeper, each, pick, asIs } from "../shared/kept.js";

/**
 * Sizes are in per cent of the burden at month 0, one list for each clone, one value for each half month.
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {"falls" | "stays" | "rises"} Outcome
 * @typedef {{ choice: string, steps: [number, string][], future: number[][], outcome: Outcome, answer: Span[] }} Run
 * @typedef {{ id: string, title: string, setting: Span[], hidden: Span[], clones: { name: string, start: number }[],
 *   past: number[][], runs: Run[] }} Tumour
 * @typedef {{ word: string, fact: string, against: string }} Holding
 * @typedef {{ id: string, title: string, intro: string, model: string, closing: string, decision: number, step: number,
 *   choices: { id: string, name: string, note: Span[] }[], tumours: Tumour[], summary: Span[][],
 *   table: { head: string[], rows: [string, ...Holding[]][] } }} Data
 * @typedef {{ choice: string, says: Outcome }} Mark
 * @typedef {{ at: number, marks: Mark[] }} Said marks: one for each tumour, or missing; `at` past the last tumour is the summary
 */

/** @type {Record<Outcome, string>} */
const OUTCOMES = { falls: "falls by a fifth or more", stays: "stays within a fifth of today's", rises: "rises by a fifth or more" };
/** @type {Record<Outcome, string>} */
const MEANING = { falls: "What was growing could be held.", stays: "Part of it could be held, part could not.", rises: "What was growing was not held." };
const HEIGHT = 270;
const EDGE = { left: 40, right: 12, top: 56, bottom: 46 };

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const tumours = data.tumours.map(({ setting, past }) => JSON.stringify([plainText(setting), past]));
  const keep = keeper({
    model, el, id: data.id,
    shape: { at: pick([...tumours, "all together"]), marks: each(tumours, () => asIs) },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show(false);
    },
  });
  const drawn = drawings();
  let said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), stage, live);

  /** @param {number} at */
  function go(at) {
    said.at = at;
    keep.save(said);
    show(true);
  }

  /** @param {boolean} moved whether the reader came here just now */
  function show(moved) {
    drawn.stop();
    const tumour = data.tumours[said.at];
    const title = h("h4", { tabindex: -1 });
    const again = button("Start again", () => {
      said = restore(data, undefined);
      keep.wipe(said);
      live.textContent = "";
      show(true);
    });
    again.hidden = said.marks.length === 0;
    stage.replaceChildren(picker(), title);
    if (!tumour) close(title);
    else if (said.marks[said.at]) explain(title, tumour, said.marks[said.at]);
    else ask(title, tumour);
    stage.append(again);
    if (moved) title.focus();
  }

  function picker() {
    const options = data.tumours.map(({ title }, at) => ({ value: String(at), text: said.marks[at] ? `${title}, seen` : title }));
    if (done()) options.push({ value: String(data.tumours.length), text: "All together" });
    return select({ label: "Tumour", options, value: String(said.at), change: (value) => go(Number(value)) }).element;
  }

  const done = () => data.tumours.every((_, at) => said.marks[at]);

  /** @param {HTMLElement} title @param {Tumour} tumour */
  function ask(title, tumour) {
    const now = total(tumour.past);
    const hint = liveRegion();
    title.textContent = `${tumour.title}: first down, then up`;
    const choice = radios({ legend: "What do you do?", options: data.choices.map(({ id, name, note }) =>
      ({ value: id, text: [name, h("span", { class: "ntrk-muted resistance-note" }, inline(note))] })) });
    const says = radios({ legend: "In six months the burden",
      options: Object.entries(OUTCOMES).map(([value, text]) => ({ value, text })) });
    stage.append(
      h("p", {}, inline(tumour.setting), ` After month 10 the next six months are yours. The burden is ${share100(now[now.length - 1])} of its start, up from ${share100(Math.min(...now))}.`),
      chart(tumour, null), choice.element, says.element, hint,
      primary("Commit to this choice", () => {
        const mark = { choice: choice.value(), says: says.value() };
        if (!isMark(data, mark)) {
          hint.textContent = "Choose what to do, and what the burden will do.";
          return;
        }
        said.marks[said.at] = mark;
        go(said.at);
        live.textContent = verdict(tumour, mark);
      }));
  }

  /** @param {HTMLElement} title @param {Tumour} tumour @param {Mark} mark */
  function explain(title, tumour, mark) {
    title.textContent = verdict(tumour, mark);
    const view = h("div");
    const draw = (/** @type {string} */ choice) => {
      drawn.stop();
      const run = runOf(tumour, choice);
      view.replaceChildren(chart(tumour, run), treatment(run),
        h("p", {}, h("strong", {}, `It ${run.outcome}. ${MEANING[run.outcome]} `), inline(run.answer)), numbers(tumour, run));
      return run;
    };
    draw(mark.choice);
    const others = select({ label: "See another choice in this tumour", value: mark.choice,
      options: data.choices.map(({ id, name }) => ({ value: id, text: id === mark.choice ? `${name} (yours)` : name })),
      change: (choice) => { live.textContent = change(tumour, draw(choice)); } });
    const small = tumour.clones.slice(1).map(({ name, start }) => `${name}, ${start}% of the cells`).join("; ");
    stage.append(
      h("p", {}, h("strong", {}, "What was hidden. "), inline(tumour.hidden), ` There from the start (made up): ${small}.`),
      others.element, view,
      primary(done() ? "What they have in common" : "Next tumour", () =>
        go(done() ? data.tumours.length : data.tumours.findIndex((_, at) => !said.marks[at]))));
  }

  /** @param {HTMLElement} title */
  function close(title) {
    const right = data.tumours.filter((tumour, at) => runOf(tumour, said.marks[at].choice).outcome === said.marks[at].says).length;
    title.textContent = data.closing;
    stage.append(
      h("p", {}, `You predicted ${right} of ${data.tumours.length}. Before you chose, the curves looked like this:`), drawing(together),
      h("p", {}, h("strong", {}, "Nearly one curve, but different clones. "), "The burden shows that a drug fails. Only a test can show why."),
      holdings(data.table), ...paragraphs(data.summary), h("p", { class: "ntrk-muted" }, data.model));
  }

  /** @param {Tumour} tumour @param {Run | null} run */
  function chart(tumour, run) {
    return drawing((width) => curve(data, tumour, run, width));
  }

  /** @param {(width: number) => Node} draw */
  function drawing(draw) {
    return drawn.add(draw, h("div", { class: "resistance-chart" }));
  }

  /** @param {number} width */
  function together(width) {
    const { x, y, axes } = scales(data, width);
    return svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img",
      "aria-label": `The burden of all ${data.tumours.length} tumours until month ${data.decision}. The lines lie almost on one another.` },
    axes, data.tumours.map(({ past }, number) => svg("path", { class: "resistance-total", "stroke-dasharray": ["none", "6 3", "2 3", "9 3 2 3"][number % 4],
      d: line(total(past).map((size, index) => [x(index * data.step), y(size)])) })),
    svg("text", { x: x(3.6), y: y(60) }, `${data.tumours.length} tumours`),
    svg("path", { class: "resistance-leader", d: line([[x(3.5), y(59)], [x(2.5), y(total(data.tumours[0].past)[5]) - 4]]) }));
  }

  show(false);
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/**
 * The burden over time; with a run also what came of the choice, in the layers of its clones.
 * @param {Data} data @param {Tumour} tumour @param {Run | null} run @param {number} width
 */
function curve(data, tumour, run, width) {
  const { x, y, end, axes } = scales(data, width);
  const id = uniqueId("clone");
  const clones = run ? tumour.past.map((sizes, clone) => [...sizes, ...run.future[clone]]) : [total(tumour.past)];
  const at = (/** @type {number} */ index) => x(index * data.step);
  const all = total(clones);
  // The sensitive cells lie on top, so that the clone that stays has the ground.
  const order = clones.map((_, clone) => clone).reverse();
  /** @type {number[]} */
  let ground = all.map(() => 0);
  /** @type {{ clone: number, middle: number[] }[]} */
  const placed = [];
  const layers = order.map((clone) => {
    const below = ground;
    ground = below.map((size, index) => size + clones[clone][index]);
    placed.push({ clone, middle: below.map((size, index) => (size + ground[index]) / 2) });
    const outline = [...ground.map((size, index) => [at(index), y(size)]), ...below.map((size, index) => [at(index), y(size)]).reverse()];
    return svg("path", { class: "resistance-layer", fill: clone ? `url(#${id}-${clone})` : undefined, d: `${line(outline)}Z` });
  });
  const labels = run ? placed.map(({ clone, middle }) => {
    // Resistant clones are named to the left of the decision, one above the other, where the burden is low.
    const [from, month, level] = clone ? [9.8 - 0.5 * (clone - 1), 9.5 - 0.5 * (clone - 1), y(88 - 16 * clone)] : [2, 0.5, y(88)];
    const target = [x(month), y(middle[month / data.step])];
    return [svg("text", { x: x(from) + (clone ? -4 : 5), y: level, class: clone ? "resistance-end" : "" }, tumour.clones[clone].name),
      svg("path", { class: "resistance-leader", d: line([[x(from), level - 4], target]) }),
      svg("circle", { class: "resistance-point", cx: target[0], cy: target[1], r: 2.5 })];
  }) : [];
  const steps = run ? run.steps : /** @type {[number, string][]} */ ([[0, "First drug"], [data.decision, "?"]]);
  const last = all[all.length - 1];
  return svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": described(data, tumour, run) },
    svg("defs", {}, svg("pattern", { id: `${id}-0`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("rect", { width: 2, height: 7, class: "resistance-unknown" })),
      svg("pattern", { id: `${id}-1`, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("rect", { width: 3, height: 5, class: "resistance-ink" })),
      svg("pattern", { id: `${id}-2`, width: 6, height: 6, patternUnits: "userSpaceOnUse" }, svg("circle", { cx: 3, cy: 3, r: 1.7, class: "resistance-ink" }))),
    axes, layers, svg("path", { class: "resistance-total", d: line(all.map((size, index) => [at(index), y(size)])) }),
    run ? svg("path", { class: "resistance-leader", "stroke-dasharray": "4 3", d: line([[x(data.decision), EDGE.top], [x(data.decision), y(0)]]) })
      : [svg("rect", { x: x(data.decision), y: EDGE.top, width: end - x(data.decision), height: y(0) - EDGE.top, fill: `url(#${id}-0)` }),
        svg("text", { x: (x(data.decision) + end) / 2, y: y(55), class: "resistance-ask" }, "?")],
    steps.map(([month, name], number) => {
      const to = number + 1 < steps.length ? x(steps[number + 1][0]) : end;
      const named = run ? `${number + 1}. ${name}` : name;
      return [svg("rect", { class: "resistance-drug", x: x(month), y: 26, width: to - x(month), height: 20 }),
        svg("text", { x: (x(month) + to) / 2, y: 41, class: "resistance-middle" }, named.length * 7.2 < to - x(month) ? named : number + 1)];
    }).flat(),
    labels.flat(),
    run && [svg("circle", { cx: x(data.decision), cy: y(all[data.decision / data.step]), r: 4, class: "resistance-dot" }),
      svg("circle", { cx: end, cy: y(last), r: 4, class: "resistance-dot" }),
      svg("text", { x: end, y: y(last) - 9, class: "resistance-end" }, share100(last))]);
}

/**
 * Axes that are the same for every drawing, so that tumours and choices can be compared.
 * @param {Data} data @param {number} width
 */
function scales(data, width) {
  const months = data.decision + data.tumours[0].runs[0].future[0].length * data.step;
  const most = Math.max(...data.tumours.flatMap(({ runs }) => runs.flatMap(({ future }) => total(future))), 100) * 1.08;
  const end = width - EDGE.right;
  const x = (/** @type {number} */ month) => EDGE.left + (end - EDGE.left) * month / months;
  const y = (/** @type {number} */ size) => HEIGHT - EDGE.bottom - (HEIGHT - EDGE.bottom - EDGE.top) * size / most;
  const axes = [
    svg("text", { x: 0, y: 16 }, "Tumour burden, % of the start"),
    [0, 50, 100].map((size) => [svg("path", { class: "resistance-grid", d: line([[EDGE.left, y(size)], [end, y(size)]]) }),
      svg("text", { x: EDGE.left - 6, y: y(size) + 4, class: "resistance-end" }, size)]),
    [0, 5, data.decision, months].map((month) => svg("text", { x: x(month), y: y(0) + 18, class: "resistance-middle" }, month)),
    svg("text", { x: 0, y: HEIGHT - 6 }, "Made-up growth rates"),
    svg("text", { x: end, y: HEIGHT - 6, class: "resistance-end" }, "months"),
  ];
  return { x, y, end, axes: axes.flat(2) };
}

/** What was given from when, numbered as in the drawing. @param {Run} run */
function treatment({ steps }) {
  return h("ol", { class: "resistance-steps" }, steps.map(([month, text]) => h("li", {}, `From month ${month}: ${text}`)));
}

/** @param {Tumour} tumour @param {Run} run */
function numbers(tumour, run) {
  const clones = tumour.past.map((sizes, clone) => [...sizes, ...run.future[clone]]);
  const all = total(clones);
  const rows = all.flatMap((size, index) => (index % 4 ? [] : [[index / 2, share100(size), ...clones.map((sizes) => share100(sizes[index]))]]));
  return dataTable("The same in numbers, % of the start", ["Month", "Burden", ...tumour.clones.map(({ name }) => name)], rows);
}

/** Which drug holds what, with the record of each cell. @param {Data["table"]} table */
function holdings({ head, rows }) {
  const name = "What each drug holds in this lab";
  const cell = (/** @type {Holding} */ { word, fact, against }) => h("td", {}, word === "held" ? "✓ " : "✗ ",
    fact ? inline([["fact", word, fact]]) : `${word} (assumed)`, against ? inline([["text", ", "], ["fact", "not always", against]]) : null);
  return scrolling(name, h("table", {}, h("caption", {}, name),
    h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, rows.map(([kind, ...cells]) => h("tr", {}, h("th", { scope: "row" }, kind), cells.map(cell))))));
}

/** @param {Tumour} tumour @param {string} choice */
function runOf(tumour, choice) {
  return tumour.runs.find((run) => run.choice === choice) ?? tumour.runs[0];
}

/** @param {Tumour} tumour @param {Mark} mark */
function verdict(tumour, { choice, says }) {
  const run = runOf(tumour, choice);
  return `${run.outcome === says ? "✓" : "✗"} You said: ${says}. ${change(tumour, run)}`;
}

/** @param {Tumour} tumour @param {Run} run */
function change(tumour, run) {
  const [before, after] = [total(tumour.past), total(run.future)].map((sizes) => sizes[sizes.length - 1]);
  return `It ${run.outcome}: from ${share100(before)} to ${share100(after)}.`;
}

/** @param {Data} data @param {Tumour} tumour @param {Run | null} run */
function described(data, tumour, run) {
  const past = total(tumour.past);
  const so = `Tumour burden with made-up growth rates. It falls from 100% to ${share100(Math.min(...past))} and is at ${share100(past[past.length - 1])} in month ${data.decision}.`;
  if (!run) return `${so} The six months after that are not drawn yet.`;
  const ends = tumour.clones.map(({ name }, clone) => `${name} ${share100(run.future[clone][run.future[clone].length - 1])}`);
  return `${so} ${change(tumour, run)} At the end: ${ends.join(", ")}.`;
}

/** @param {number[][]} clones */
function total(clones) {
  return clones[0].map((_, index) => clones.reduce((sum, sizes) => sum + sizes[index], 0));
}

/** Per cent of the first burden, as text. @param {number} size */
function share100(size) {
  return size < 0.05 ? "under 0.1%" : `${size.toFixed(size < 9.95 ? 1 : 0)}%`;
}

/** @param {number[][]} points */
function line(points) {
  return `M${points.map(([left, top]) => `${left.toFixed(1)} ${top.toFixed(1)}`).join("L")}`;
}

/** @param {Data} data @param {any} mark @returns {mark is Mark} */
function isMark(data, mark) {
  return Boolean(mark) && data.choices.some(({ id }) => id === mark.choice) && Object.hasOwn(OUTCOMES, String(mark.says));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { at: 0, marks: [] };
  if (typeof value !== "object" || value === null || typeof value.marks !== "object" || value.marks === null) return said;
  data.tumours.forEach(({ id }, at) => {
    // Version 1 had them by the tumours' ids.
    const mark = value.marks[Array.isArray(value.marks) ? at : id];
    if (isMark(data, mark)) said.marks[at] = { choice: mark.choice, says: mark.says };
  });
  const most = data.tumours.every((_, at) => said.marks[at]) ? data.tumours.length : data.tumours.length - 1;
  if (Number.isInteger(value.at) && value.at >= 0) said.at = Math.min(value.at, most);
  return said;
}

export default { render };
