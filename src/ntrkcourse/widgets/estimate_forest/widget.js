// A forest of estimates: points first, a verdict on their spread, then the intervals.

import { axisGrid, axisTicks, axisWhisker, axisX, markPath, scaleChoice } from "../shared/axis.js";
import { dataTable, radios } from "../shared/controls.js";
import { fill, h, inline, picture, svg } from "../shared/dom.js";
import { asIs, pick } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Estimate & { kind: "exact" | "published" | "bare", counted: [number, number] | null,
 *   published: string, point: number, interval: [number, number] | null, percent: string, per: string,
 *   bounds: string }} Row
 * @typedef {import("./data.js").Choice} Choice
 * @typedef {import("../shared/axis.js").Axis} Axis
 * @typedef {Omit<import("./data.js").Forest, "estimate"> & { id: string, estimate: Row[], pairs: [string, string][],
 *   axes: { linear: Axis, log: Axis }, facts: string[] }} Data
 * @typedef {{ choice?: string, scale: "linear" | "log" }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const HEIGHT = 30;
/** @type {Record<Row["kind"], "square" | "diamond" | "ring">} */
const MARKS = { exact: "square", published: "diamond", bare: "ring" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const ids = data.choice.map(({ id }) => id);
  const texts = pick(data.choice.map(({ text }) => text));
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: { choice: { out: (id) => texts.out(ids.indexOf(id)), back: (name) => ids[texts.back(name)] }, scale: asIs },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.choice !== undefined,
    committed: (said) => said.choice !== undefined,
    draw: (play) => {
      chart(play);
      return play.said.choice === undefined ? ask(play) : explain(play);
    },
  }).start();

  /** @param {Play} play */
  function ask(play) {
    const group = radios({ legend: data.question, options: data.choice.map(({ id, text }) => ({ value: id, text })) });
    const missing = () => (group.value() ? "" : words.choose);
    play.stage.append(group.element, ...play.commit(words.commit, missing, () => play.go({ choice: group.value() })));
    return group.element.querySelector("input");
  }

  /** @param {Play} play */
  function explain(play) {
    const mine = /** @type {Choice} */ (data.choice.find(({ id }) => id === play.said.choice));
    const others = data.choice.filter((one) => one !== mine);
    const verdict = mine.best ? words.best : words.not_best;
    const best = mine.best ? "ntrk-forest-best" : "";
    const title = h("h4", { tabindex: -1, class: best }, mine.best ? "✓ " : "", verdict);
    const said = (/** @type {string} */ text, /** @type {Choice} */ one) => [
      h("strong", {}, fill(text, { choice: one.text })),
      " ",
      inline(one.feedback),
    ];
    play.stage.append(
      title,
      h("p", {}, said(words.you_said, mine)),
      h(
        "ul",
        {},
        others.map((one) => h("li", {}, said(one.best ? words.better : words.other, one))),
      ),
      ...data.reading.map((part) => h("p", {}, h("strong", {}, `${part.heading}. `), inline(part.text))),
      dataTable(words.pairs, [words.column_pair, words.column_overlap], data.pairs),
      dataTable(
        words.numbers,
        [words.column_study, words.column_estimate, words.column_interval],
        data.estimate.map((row) => [row.name, `${row.percent} (${row.per})`, row.bounds]),
      ),
    );
    play.say(fill(words.drawn, { verdict }));
    return title;
  }

  /** All rows above one axis, and the choice of its scale. @param {Play} play */
  function chart(play) {
    const { said, drawn } = play;
    const open = said.choice !== undefined;
    const strips = data.estimate.map(() => h("div"));
    const foot = h("div");
    const draw = () => {
      const axis = data.axes[said.scale];
      data.estimate.forEach((row, at) => drawn.add((width) => strip(row, axis, said.scale, width, open), strips[at]));
      drawn.add((width) => axisTicks(axis, said.scale, width), foot);
    };
    const scale = scaleChoice(said.scale, (chosen) => {
      said.scale = chosen;
      play.save();
      drawn.stop();
      draw();
      play.say(chosen === "log" ? words.axis_log : words.axis_linear);
    });
    const list = data.estimate.map((row, at) =>
      h(
        "li",
        {},
        h(
          "p",
          { class: "ntrk-forest-name" },
          h("strong", {}, `${row.name}: `),
          inline([["fact", row.published, row.fact]]),
          row.kind === "exact" ? ` = ${row.percent}` : "",
          ` (${row.per})`,
        ),
        strips[at],
        open
          ? h(
              "p",
              { class: "ntrk-forest-bounds" },
              `${interval(row)} `,
              h("span", { class: "ntrk-muted" }, row.differs),
            )
          : null,
      ),
    );
    play.stage.append(
      scale,
      h("ul", { class: "ntrk-forest" }, list),
      foot,
      h("p", { class: "ntrk-muted ntrk-forest-unit" }, words.key),
    );
    draw();
  }

  /**
   * One row: its point, and with `open` its interval.
   * @param {Row} row @param {Axis} axis @param {string} scale @param {number} width @param {boolean} open
   */
  function strip(row, axis, scale, width, open) {
    const y = HEIGHT / 2;
    const x = axisX(row.point, axis, scale, width);
    const look = row.kind === "bare" ? "ntrk-forest-open" : "ntrk-forest-point";
    const label = `${row.name}: ${row.percent}.${open ? ` ${interval(row)}` : ""}`;
    return picture(
      { width, height: HEIGHT, label },
      axisGrid(axis, scale, width, HEIGHT),
      open && row.interval ? axisWhisker(row.interval, axis, scale, width, y) : null,
      svg("path", { d: markPath(MARKS[row.kind], x, y), class: look }),
      open && row.interval === null ? noInterval(x, y + 5, width) : null,
    );
  }

  /** @param {Row} row */
  function interval({ bounds }) {
    return fill(words.interval, { bounds });
  }

  /** Said on the side of the mark where there is room. @param {number} x @param {number} y @param {number} width */
  function noInterval(x, y, width) {
    const left = x > width / 2;
    const props = { x: x + (left ? -12 : 12), y, "font-size": 14, "text-anchor": left ? "end" : "start" };
    return svg("text", props, words.no_interval);
  }
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Said} */
function restore({ choice }, kept) {
  const known = choice.some(({ id }) => id === kept?.choice);
  return { choice: known ? kept.choice : undefined, scale: kept?.scale === "log" ? "log" : "linear" };
}

export default { render };
