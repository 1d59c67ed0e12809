// A forest of estimates: points first, a verdict on their spread, then the intervals.
import { h, svg, inline, liveRegion, frame } from "../shared/dom.js";
import { radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth, axisX, axisGrid, axisTicks, axisWhisker, markPath } from "../shared/axis.js";
import { keeper, asIs, pick } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ fact: string, name: string, differs: string, kind: "exact" | "published" | "bare", published: string,
 *   point: number, interval: [number, number] | null, percent: string, per: string, bounds: string }} Row
 * @typedef {{ id: string, text: string, best: boolean, feedback: Span[] }} Option
 * @typedef {import("../shared/axis.js").Axis} Axis
 * @typedef {{ instance: string, title: string, question: string, rows: Row[], pairs: string[][],
 *   axes: { linear: Axis, log: Axis }, choices: Option[], reading: { heading: string, text: Span[] }[] }} Data
 * @typedef {{ choice?: string, scale: "linear" | "log" }} Choice
 */

const HEIGHT = 30;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const ids = data.choices.map(({ id }) => id);
  const texts = pick(data.choices.map(({ text }) => text));
  const keep = keeper({
    model, el, id: data.instance,
    shape: { choice: { out: (id) => texts.out(ids.indexOf(id)), back: (name) => ids[texts.back(name)] }, scale: asIs },
    restore: (value) => restore(data, value),
    follow: (now) => {
      const asking = !told() && now.choice === undefined;
      Object.assign(choice, now);
      scale.set(choice.scale);
      drawChart();
      if (!asking) show();
    },
  });
  const choice = keep.read();
  frame(el, data.title);

  const strips = data.rows.map(() => h("div"));
  const axis = h("div");
  const bounds = data.rows.map(() => h("p", { class: "ntrk-forest-bounds" }));
  const answer = h("div");
  const said = liveRegion({ class: "ntrk-hidden" });
  /** @type {(() => void)[]} */
  let stops = [];

  const scale = radios({ legend: "Scale", class: "ntrk-forest-scale", value: choice.scale,
    options: [{ value: "linear", text: "even steps (linear)" }, { value: "log", text: "times ten (log)" }],
    change: (value) => {
      choice.scale = value === "log" ? "log" : "linear";
      keep.save(choice);
      drawChart();
      said.textContent = choice.scale === "log" ? "Each step of the axis is now ten times the one before." : "The axis now has even steps.";
    } });
  el.append(h("h3", {}, data.title),
    h("p", {}, "Each mark is one published estimate of how many breast cancers carry an NTRK fusion. Compare them, then answer below."),
    scale.element,
    h("ul", { class: "ntrk-forest" }, data.rows.map((row, index) => h("li", {}, h("p", { class: "ntrk-forest-name" }, h("strong", {}, `${row.name}: `),
      inline([["fact", row.published, row.fact]]), row.kind === "exact" ? ` = ${row.percent}` : "", ` (${row.per} in 10,000)`), strips[index], bounds[index]))),
    axis, h("p", { class: "ntrk-muted ntrk-forest-unit" }, "Upper row: per cent. Lower row: how many in 10,000. A square has counts, a diamond is pooled, a ring has no counts."),
    answer, said);

  const told = () => choice.choice !== undefined;

  function drawChart() {
    stops.forEach((stop) => stop());
    const shown = data.axes[choice.scale];
    stops = [
      ...data.rows.map((row, index) => drawToWidth(strips[index], (width) => strip(row, shown, choice.scale, width, told()))),
      drawToWidth(axis, (width) => axisTicks(shown, choice.scale, width)),
    ];
    data.rows.forEach((row, index) => bounds[index].replaceChildren(...(told() ? [`95% interval: ${row.bounds}. `, h("span", { class: "ntrk-muted" }, row.differs)] : [])));
  }

  function ask() {
    const group = radios({ legend: data.question, options: data.choices.map(({ id, text }) => ({ value: id, text })) });
    const missing = liveRegion();
    answer.replaceChildren(group.element, primary("Check, and show the intervals", () => {
      choice.choice = group.value();
      if (!told()) {
        missing.textContent = "Choose an answer first.";
        return;
      }
      keep.save(choice);
      drawChart();
      explain();
      const mine = data.choices.find(({ id }) => id === choice.choice);
      said.textContent = `${mine?.best ? "The best reading." : "Not the best reading."} The intervals are now drawn.`;
      answer.querySelector("h4")?.focus();
    }), missing);
  }

  function explain() {
    const mine = /** @type {Option} */ (data.choices.find(({ id }) => id === choice.choice));
    const others = data.choices.filter((option) => option !== mine);
    answer.replaceChildren(
      h("h4", { tabindex: -1, class: mine.best ? "ntrk-forest-best" : "" }, mine.best ? "✓ The best reading" : "Not the best reading"),
      h("p", {}, h("strong", {}, `You said: “${mine.text}” `), inline(mine.feedback)),
      h("ul", {}, others.map((option) => h("li", {}, h("strong", {}, `${option.best ? "Better: " : ""}“${option.text}” `), inline(option.feedback)))),
      ...data.reading.map((part) => h("p", {}, h("strong", {}, `${part.heading}. `), inline(part.text))),
      dataTable("Which pairs of intervals overlap", ["Pair", "Overlap"], data.pairs),
      dataTable("The estimates in numbers", ["Study", "Estimate", "95% interval"], data.rows.map((row) =>
        [row.name, `${row.percent} (${row.per} in 10,000)`, row.bounds])),
      h("p", { class: "ntrk-forest-again" }, button("Start again", () => {
        choice.choice = undefined;
        keep.wipe(choice);
        drawChart();
        ask();
        said.textContent = "Started again; the intervals are hidden.";
        answer.querySelector("input")?.focus();
      })));
  }

  function show() {
    if (told()) explain();
    else ask();
  }

  drawChart();
  show();
  keep.share(choice);
  return () => {
    stops.forEach((stop) => stop());
    keep.stop();
  };
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Choice} */
function restore(data, kept) {
  const known = data.choices.some(({ id }) => id === kept?.choice);
  return { choice: known ? kept.choice : undefined, scale: kept?.scale === "log" ? "log" : "linear" };
}

/**
 * One row: its point, and with `open` its interval.
 * @param {Row} row @param {Axis} axis @param {string} scale @param {number} width @param {boolean} open
 */
function strip(row, axis, scale, width, open) {
  const middle = HEIGHT / 2;
  const x = axisX(row.point, axis, scale, width);
  return svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img",
    "aria-label": `${row.name}: ${row.percent}.${open ? ` 95% interval: ${row.bounds}.` : ""}` },
    axisGrid(axis, scale, width, HEIGHT), open && row.interval ? axisWhisker(row.interval, axis, scale, width, middle) : null,
    svg("path", { d: markPath(MARKS[row.kind], x, middle), class: row.kind === "bare" ? "ntrk-forest-open" : "ntrk-forest-point" }),
    open && row.interval === null ? noInterval(x, middle + 5, width) : null);
}

/** Said on the side of the mark where there is room. @param {number} x @param {number} y @param {number} width */
function noInterval(x, y, width) {
  const left = x > width / 2;
  return svg("text", { x: x + (left ? -12 : 12), y, "font-size": 14, "text-anchor": left ? "end" : "start" }, "no interval");
}

/** @type {Record<Row["kind"], "square" | "diamond" | "ring">} */
const MARKS = { exact: "square", published: "diamond", bare: "ring" };

export default { render };
