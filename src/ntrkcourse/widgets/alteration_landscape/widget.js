// How common each alteration is: an order and a length first, then bars (linear) or marks (log), by setting.

import { AXIS_EDGE, axisGrid, axisTicks, axisWhisker, axisX, markPath, scaleChoice } from "../shared/axis.js";
import { button, dataTable, guess, select } from "../shared/controls.js";
import { fill, h, inline, picture, svg, uniqueId } from "../shared/dom.js";
import { asIs } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Alteration & { counted: [number, number] | null, published: string, point: number,
 *   interval: [number, number] | null, percent: string, per: string, bounds: string }} Row
 * @typedef {Omit<import("./data.js").Setting, "alteration"> & { alteration: Row[] }} Setting
 * @typedef {import("../shared/axis.js").Axis} Axis
 * @typedef {Omit<import("./data.js").Landscape, "setting"> & { id: string, setting: Setting[], shown: string[],
 *   ruler: { point: number, low: number, high: number, text: string, range: string },
 *   ratios: [string, string, string][], axes: { linear: Axis, log: Axis }, facts: string[] }} Data
 * @typedef {{ order?: string[], length?: number, setting: string, scale: "linear" | "log" }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const HEIGHT = 28;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words, order } = data;
  const all = data.setting.flatMap(({ alteration }) => alteration);
  const rowOf = (/** @type {string} */ fact) => /** @type {Row} */ (all.find((row) => row.fact === fact));
  const first = rowOf(order[0]).name;
  const last = rowOf(order[order.length - 1]).name;
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { order: asIs, length: asIs, setting: asIs, scale: asIs },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.order !== undefined,
    committed: (said) => said.order !== undefined,
    draw: (play) => (play.said.order ? reveal(play, play.said.order) : ask(play)),
  }).start();

  /** @param {Play} play */
  function ask(play) {
    const sequence = [...data.shown];
    const length = data.lengths[Math.floor(data.lengths.length / 2)];
    const list = h("ol", { class: "ntrk-scape-order" });
    const legend = uniqueId("scape");
    const draw = () =>
      list.replaceChildren(
        ...sequence.map((fact, at) => {
          const { name, kind } = rowOf(fact);
          const up = { "aria-label": fill(words.move_up, { name }), disabled: at === 0 };
          const down = { "aria-label": fill(words.move_down, { name }), disabled: at === sequence.length - 1 };
          return h(
            "li",
            {},
            h("span", {}, name, h("span", { class: "ntrk-muted ntrk-scape-kind" }, words[kind])),
            h(
              "span",
              { class: "ntrk-scape-moves" },
              button("↑", () => move(at, -1), up),
              button("↓", () => move(at, 1), down),
            ),
          );
        }),
      );
    /** @param {number} from @param {number} step */
    const move = (from, step) => {
      const [fact] = sequence.splice(from, 1);
      sequence.splice(from + step, 0, fact);
      draw();
      play.say(fill(words.moved, { name: rowOf(fact).name, n: from + step + 1, all: sequence.length }));
      const [up, down] = list.children[from + step].querySelectorAll("button");
      (step < 0 ? (up.disabled ? down : up) : down.disabled ? up : down).focus();
    };
    draw();
    const times = guess({
      label: fill(words.length, { first, last }),
      values: data.lengths,
      start: data.lengths.indexOf(length),
      text: (value) => metric(words, value),
    });
    play.stage.append(
      h("p", {}, words.ask),
      h(
        "div",
        { role: "group", "aria-labelledby": legend },
        h("p", { id: legend }, h("strong", {}, words.first)),
        list,
      ),
      times.element,
      ...play.commit(words.commit, times.missing, () => play.go({ order: sequence, length: times.value() })),
    );
    return /** @type {HTMLElement | null} */ (list.querySelector("button:not(:disabled)"));
  }

  /** @param {Play} play @param {string[]} mine */
  function reveal(play, mine) {
    const right = order.filter((fact, at) => mine[at] === fact).length;
    const done = right === order.length;
    const counts = { n: right, all: order.length };
    const verdict = h(
      "p",
      { class: "ntrk-scape-verdict", tabindex: -1 },
      h("strong", {}, done ? words.in_order : fill(words.in_place, counts)),
      " ",
      done ? words.in_order_more : words.in_place_more,
    );
    const heads = [words.column_alteration, words.column_times, words.column_range];
    const chart = h("div");
    const draw = () => bars(play, chart);
    const setting = select({
      label: words.who,
      value: play.said.setting,
      options: data.setting.map(({ id, name }) => ({ value: id, text: name })),
      change: (value) => look({ setting: value }),
    });
    const scale = scaleChoice(play.said.scale, (value) => look({ scale: value }));
    const look = (/** @type {Partial<Said>} */ change) => {
      Object.assign(play.said, change);
      play.save();
      play.drawn.stop();
      play.say(draw());
    };
    play.stage.append(
      verdict,
      h(
        "ol",
        { class: "ntrk-scape-places" },
        order.map((fact, at) => place(rowOf(fact), at, mine.indexOf(fact))),
      ),
      h("p", { class: "ntrk-scape-length" }, measured(data, Number(play.said.length))),
      h("h4", {}, words.bars),
      h("p", {}, words.bars_more),
      h("div", { class: "ntrk-row" }, setting.element, scale),
      chart,
      dataTable(fill(words.ratios, { last }), heads, data.ratios),
      counted(),
    );
    draw();
    play.say(fill(words.told, { ...counts, length: data.ruler.text }));
    return verdict;
  }

  /** Where one belongs, and where the reader put it. @param {Row} row @param {number} at @param {number} mine */
  function place({ name, per, lesson }, at, mine) {
    const told = mine === at ? words.placed : `${fill(words.misplaced, { n: mine + 1 })} ${lesson}`;
    return h("li", {}, h("strong", {}, `${name}: `), `${fill(words.per, { n: per })}. ${told}`);
  }

  /**
   * Draws the chosen setting on the chosen scale; returns what is said of it.
   * @param {Play} play @param {HTMLElement} chart
   */
  function bars({ said, drawn }, chart) {
    const { name, caution, alteration: rows } = data.setting.find(({ id }) => id === said.setting) ?? data.setting[0];
    const axis = data.axes[said.scale];
    const items = rows.map((row) =>
      h(
        "li",
        {},
        h(
          "p",
          { class: "ntrk-scape-name" },
          h("strong", {}, row.name),
          ` (${words[row.kind]}): `,
          inline([["fact", row.published, row.fact]]),
          `${row.counted ? ` = ${row.percent}` : ""}, ${fill(words.per, { n: row.per })}`,
        ),
        drawn.add((width) => strip(words, row, axis, said.scale, width)),
        h("p", { class: "ntrk-muted ntrk-scape-who" }, `${row.who}; ${row.bounds}`),
      ),
    );
    chart.replaceChildren(
      h("p", { class: "ntrk-scape-caution" }, h("strong", {}, `${name}. `), inline(caution)),
      h("ul", { class: "ntrk-scape" }, items),
      drawn.add((width) => axisTicks(axis, said.scale, width)),
      h("p", { class: "ntrk-muted" }, words.key),
      h("p", {}, said.scale === "linear" ? words.linear : words.log),
    );
    return fill(said.scale === "linear" ? words.linear_told : words.log_told, {
      name,
      n: rows.length,
      first: rows[0].name,
      percent: rows[0].percent,
    });
  }

  function counted() {
    const heads = [
      words.column_alteration,
      words.column_among,
      words.column_counted,
      words.column_per,
      words.column_interval,
    ];
    return dataTable(
      words.table,
      heads,
      data.setting.flatMap(({ name, alteration }) =>
        alteration.map((row) => [row.name, name, row.published, row.per, row.bounds]),
      ),
    );
  }
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Said} */
function restore({ order, lengths, setting }, kept) {
  const fits =
    Array.isArray(kept?.order) &&
    kept.order.length === order.length &&
    order.every((fact) => kept.order.includes(fact)) &&
    lengths.includes(kept.length);
  return {
    order: fits ? kept.order : undefined,
    length: fits ? kept.length : undefined,
    setting: fits && setting.some(({ id }) => id === kept.setting) ? kept.setting : setting[0].id,
    scale: fits && kept.scale === "log" ? "log" : "linear",
  };
}

/** @param {Record<string, string>} words @param {number} millimetres */
function metric(words, millimetres) {
  return millimetres < 10 ? fill(words.mm, { n: millimetres }) : fill(words.cm, { n: millimetres / 10 });
}

/** The guessed length against the true one. @param {Data} data @param {number} guess */
function measured({ ruler: { point, low, high, text, range }, words }, guess) {
  const ratio = guess / point;
  const times = (/** @type {number} */ value) => (value < 3 ? value.toFixed(1) : String(Math.round(value)));
  const told =
    guess >= low && guess <= high
      ? fill(words.within, { range })
      : ratio > 1
        ? fill(words.too_long, { times: times(ratio), range })
        : fill(words.too_short, { times: times(1 / ratio), range });
  return [h("strong", {}, fill(words.measured, { length: text, guess: metric(words, guess) })), ` ${told}`];
}

/**
 * One row: a bar or a mark, and its interval.
 * @param {Record<string, string>} words @param {Row} row @param {Axis} axis @param {string} scale @param {number} width
 */
function strip(words, row, axis, scale, width) {
  const y = HEIGHT / 2;
  const x = axisX(row.point, axis, scale, width);
  const long = x - AXIS_EDGE;
  const tiny = scale === "linear" && long < 2;
  const label = `${row.name}: ${row.percent}, ${fill(words.per, { n: row.per })}; ${row.bounds}.`;
  const kinds = [row.fusion ? "ntrk-scape-fusion" : "", row.kind === "inherited" ? "ntrk-scape-inherited" : ""];
  const look = ["ntrk-scape-bar", ...kinds].join(" ");
  return picture(
    { width, height: HEIGHT, label },
    axisGrid(axis, scale, width, HEIGHT),
    scale === "linear"
      ? svg("rect", {
          x: AXIS_EDGE,
          y: 5,
          width: Math.max(2, long),
          height: HEIGHT - 10,
          class: `${look} ntrk-moves`,
        })
      : svg("path", { d: markPath("diamond", x, y), class: look }),
    row.interval && !tiny ? axisWhisker(row.interval, axis, scale, width, y) : null,
    tiny ? svg("text", { x: AXIS_EDGE + 10, y: y + 5, "font-size": 14 }, words.tiny) : null,
  );
}

export default { render };
