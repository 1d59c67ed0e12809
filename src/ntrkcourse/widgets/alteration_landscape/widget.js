// How common each alteration is: an order and a length first, then bars (linear) or marks (log), by setting.
import { h, svg, inline, liveRegion, frame, uniqueId } from "../shared/dom.js";
import { slider, select, radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth, AXIS_EDGE, axisX, axisGrid, axisTicks, axisWhisker, markPath } from "../shared/axis.js";
import { keeper, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ fact: string, name: string, setting: string, kind: string, inherited: boolean, fusion: boolean, who: string,
 *   lesson: string, published: string, counted: [number, number] | null, point: number, interval: [number, number] | null, percent: string, per: string, bounds: string }} Row
 * @typedef {import("../shared/axis.js").Axis} Axis
 * @typedef {{ instance: string, title: string, rows: Row[], settings: { id: string, name: string, caution: Span[] }[],
 *   order: string[], shown: string[], lengths: number[], ratios: [string, string, string][], axes: { linear: Axis, log: Axis },
 *   ruler: { point: number, low: number, high: number, text: string, range: string } }} Data
 * @typedef {{ order?: string[], length?: number, setting: string, scale: "linear" | "log" }} Choice
 */

const HEIGHT = 28;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.instance,
    shape: { order: asIs, length: asIs, setting: asIs, scale: asIs },
    restore: (value) => restore(data, value),
    follow: (now) => {
      // An order that is still being moved about here stays.
      const asking = !choice.order && !now.order;
      Object.assign(choice, now);
      if (!asking) show();
    },
  });
  const choice = keep.read();
  frame(el, data.title);
  const body = h("div");
  const said = liveRegion({ class: "ntrk-hidden" });
  el.append(h("h3", {}, data.title), body, said);
  /** @type {(() => void)[]} */
  let stops = [];
  const rowOf = (/** @type {string} */ fact) => /** @type {Row} */ (data.rows.find((row) => row.fact === fact));

  const halt = () => {
    stops.forEach((stop) => stop());
    stops = [];
  };

  function ask() {
    halt();
    const sequence = [...data.shown];
    let length = data.lengths[Math.floor(data.lengths.length / 2)];
    const list = h("ol", { class: "ntrk-scape-order" });
    const legend = uniqueId("scape");
    const draw = () => list.replaceChildren(...sequence.map((fact, index) => {
      const { name, kind } = rowOf(fact);
      return h("li", {}, h("span", {}, name, h("span", { class: "ntrk-muted ntrk-scape-kind" }, kind)), h("span", { class: "ntrk-scape-moves" },
        button("↑", () => move(index, -1), { "aria-label": `Move up: ${name}`, disabled: index === 0 }),
        button("↓", () => move(index, 1), { "aria-label": `Move down: ${name}`, disabled: index === sequence.length - 1 })));
    }));
    /** @param {number} from @param {number} step */
    const move = (from, step) => {
      const [fact] = sequence.splice(from, 1);
      sequence.splice(from + step, 0, fact);
      draw();
      said.textContent = `${rowOf(fact).name}: now place ${from + step + 1} of ${sequence.length}`;
      const [up, down] = list.children[from + step].querySelectorAll("button");
      (step < 0 ? (up.disabled ? down : up) : (down.disabled ? up : down)).focus();
    };
    draw();
    const ends = [rowOf(data.order[0]).name, rowOf(data.order[data.order.length - 1]).name];
    const guess = slider({ label: `If the bar of “${ends[0]}” were one metre long, how long would that of “${ends[1]}” be?`,
      values: data.lengths, start: data.lengths.indexOf(length), text: metric, change: (value) => { length = value; } });
    body.replaceChildren(
      h("p", {}, "Order five findings by how often they occur in breast cancer, guess one length, then see the counts."),
      h("div", { role: "group", "aria-labelledby": legend }, h("p", { id: legend }, h("strong", {}, "The commonest goes first. Move with the arrows.")), list),
      guess.element,
      primary("Commit, and show the counts", () => {
        Object.assign(choice, { order: sequence, length });
        keep.save(choice);
        reveal(true);
      }));
  }

  /** @param {boolean} now */
  function reveal(now) {
    halt();
    const order = /** @type {string[]} */ (choice.order);
    const wrong = data.order.filter((fact, index) => order[index] !== fact);
    const right = data.order.length - wrong.length;
    const verdict = h("p", { class: "ntrk-scape-verdict", tabindex: -1 }, h("strong", {},
      wrong.length === 0 ? "All five are in order. " : `${right} of ${data.order.length} in place. `),
    wrong.length === 0 ? "An order hides the distances, so look at those now." : "The right order, and where yours differs:");
    const places = h("ol", { class: "ntrk-scape-places" }, data.order.map((fact, index) => {
      const { name, per, lesson } = rowOf(fact);
      const mine = order.indexOf(fact);
      return h("li", {}, h("strong", {}, `${name}: `), `${per} in 10,000. `,
        mine === index ? "✓ in place." : `✗ You put it at ${mine + 1}. ${lesson}`);
    }));
    const chart = h("div");
    const setting = select({ label: "Who was counted", value: choice.setting,
      options: data.settings.map(({ id, name }) => ({ value: id, text: name })),
      change: (value) => { choice.setting = value; keep.save(choice); draw(true); } });
    const scale = radios({ legend: "Scale", class: "ntrk-scape-scale", value: choice.scale,
      options: [{ value: "linear", text: "even steps (linear)" }, { value: "log", text: "times ten (log)" }],
      change: (value) => { choice.scale = value === "log" ? "log" : "linear"; keep.save(choice); draw(true); } });
    const last = rowOf(data.order[data.order.length - 1]).name;

    /** @param {boolean} announce */
    function draw(announce) {
      halt();
      const rows = data.rows.filter((row) => row.setting === choice.setting);
      const { name, caution } = /** @type {Data["settings"][0]} */ (data.settings.find(({ id }) => id === choice.setting));
      const axis = data.axes[choice.scale];
      const strips = rows.map(() => h("div"));
      const foot = h("div");
      chart.replaceChildren(
        h("p", { class: "ntrk-scape-caution" }, h("strong", {}, `${name}. `), inline(caution)),
        h("ul", { class: "ntrk-scape" }, rows.map((row, index) => h("li", {},
          h("p", { class: "ntrk-scape-name" }, h("strong", {}, row.name), ` (${row.kind}): `, inline([["fact", row.published, row.fact]]), `${row.counted ? ` = ${row.percent}` : ""}, ${row.per} in 10,000`),
          strips[index], h("p", { class: "ntrk-muted ntrk-scape-who" }, `${row.who}; ${row.bounds}`)))),
        foot,
        h("p", { class: "ntrk-muted" }, "Upper figures: per cent. Lower: in 10,000 women. Line with ends: exact 95% interval. Coloured: a fusion. Dashed outline: inherited."),
        h("p", {}, choice.scale === "linear"
          ? "On even steps a bar twice as long means twice as many women. The rare ones all but vanish, though each is somebody."
          : "Each step is ten times the one before. The rare ones can be seen, but distances shrink: equal steps are equal ratios. No bars here, because a log scale has no zero to start from."));
      stops = [...rows.map((row, index) => drawToWidth(strips[index], (width) => strip(row, axis, choice.scale, width))),
        drawToWidth(foot, (width) => axisTicks(axis, choice.scale, width))];
      if (announce) said.textContent = `${name}, ${choice.scale} scale: ${rows.length} bars. The most frequent is ${rows[0].name}, ${rows[0].percent}.`;
    }

    body.replaceChildren(verdict, places, h("p", { class: "ntrk-scape-length" }, ...measured(data, Number(choice.length))),
      h("h4", {}, "Now the bars"), h("p", {}, "Change who was counted, then the scale. A bar belongs to its own women: do not set it beside one from another list."), h("div", { class: "ntrk-row" }, setting.element, scale.element), chart,
      dataTable(`How many times commoner than ${last}`, ["Alteration", "Times", "Range"], data.ratios),
      dataTable("All counts as a table", ["Alteration", "Among", "Counted", "In 10,000", "Interval"], data.rows.map((row) =>
        [row.name, data.settings.find(({ id }) => id === row.setting)?.name ?? "", row.published, row.per, row.bounds])),
      h("p", { class: "ntrk-scape-again" }, button("Start again", () => {
        Object.assign(choice, restore(data, undefined));
        keep.wipe(choice);
        ask();
        said.textContent = "Started again; the counts are hidden.";
        /** @type {HTMLElement | null} */ (body.querySelector("button:not(:disabled)"))?.focus();
      })));
    draw(false);
    if (now) {
      said.textContent = `${right} of ${data.order.length} in place. The bar would be ${data.ruler.text} long.`;
      verdict.focus();
    }
  }

  function show() {
    if (choice.order) reveal(false);
    else ask();
  }

  show();
  keep.share(choice);
  return () => {
    halt();
    keep.stop();
  };
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Choice} */
function restore(data, kept) {
  const fits = Array.isArray(kept?.order) && kept.order.length === data.order.length
    && data.order.every((fact) => kept.order.includes(fact)) && data.lengths.includes(kept.length);
  return {
    order: fits ? kept.order : undefined,
    length: fits ? kept.length : undefined,
    setting: fits && data.settings.some(({ id }) => id === kept.setting) ? kept.setting : data.settings[0].id,
    scale: fits && kept.scale === "log" ? "log" : "linear",
  };
}

/** @param {number} millimetres */
function metric(millimetres) {
  return millimetres < 10 ? `${millimetres} mm` : `${millimetres / 10} cm`;
}

/** The guessed length against the true one. @param {Data} data @param {number} guess @returns {(Node | string)[]} */
function measured({ ruler }, guess) {
  const ratio = guess / ruler.point;
  const times = (/** @type {number} */ value) => (value < 3 ? value.toFixed(1) : String(Math.round(value)));
  const inside = guess >= ruler.low && guess <= ruler.high;
  return [h("strong", {}, `One metre against ${ruler.text}. You said ${metric(guess)}. `),
    inside ? `That is within what the few cases allow, ${ruler.range}.`
      : ratio > 1 ? `About ${times(ratio)} times too long: guesses tend to stop shrinking below one in a hundred. The few cases allow ${ruler.range}.`
        : `About ${times(1 / ratio)} times too short. The few cases allow ${ruler.range}.`];
}

/** One row: a bar or a mark, and its interval. @param {Row} row @param {Axis} axis @param {string} scale @param {number} width */
function strip(row, axis, scale, width) {
  const y = HEIGHT / 2;
  const x = axisX(row.point, axis, scale, width);
  const tiny = scale === "linear" && x - AXIS_EDGE < 2;
  const look = `${row.fusion ? "ntrk-scape-fusion" : ""} ${row.inherited ? "ntrk-scape-inherited" : ""}`;
  return svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img",
    "aria-label": `${row.name}: ${row.percent}, ${row.per} in 10,000; ${row.bounds}.` },
  axisGrid(axis, scale, width, HEIGHT),
  scale === "linear"
    ? svg("rect", { x: AXIS_EDGE, y: 5, width: Math.max(2, x - AXIS_EDGE), height: HEIGHT - 10, class: `ntrk-scape-bar ${look} ntrk-moves` })
    : svg("path", { d: markPath("diamond", x, y), class: `ntrk-scape-bar ${look}` }),
  row.interval && !tiny ? axisWhisker(row.interval, axis, scale, width, y) : null,
  tiny ? svg("text", { x: AXIS_EDGE + 10, y: y + 5, "font-size": 14 }, "drawn wider than it is") : null);
}

export default { render };
