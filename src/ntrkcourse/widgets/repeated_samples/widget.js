// One true rate, drawn again and again: guess how many exact intervals miss it, then draw.

import { axisGrid, axisTicks, axisX } from "../shared/axis.js";
import { button, dataTable, guess, primary, radios } from "../shared/controls.js";
import { counted, fill, h, inline, picture, svg } from "../shared/dom.js";
import { about, asIs } from "../shared/kept.js";
import { count, percent, wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";
import { exactInterval } from "../shared/proportions.js";

/**
 * @typedef {{ women: number, counts: number[], miss: number }} Size women in a series, events in each, share that miss
 * @typedef {import("./data.js").Samples & { id: string, rate: number, size: Size[], ticks: number[] }} Data
 * @typedef {{ guess?: number, drawn?: number, women?: number }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Player
 * @typedef {{ events: number, point: number, low: number, high: number, holds: boolean }} Series
 */

const AT_ONCE = 20;
const HEAD = 22;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { guess: about(data.question, asIs), drawn: asIs, women: asIs },
    restore: (value) => restore(data, value),
    begun: (said) => said.guess !== undefined,
    committed: (said) => said.guess !== undefined,
    draw: (play) => (play.said.guess === undefined ? ask(play) : explore(play)),
  }).start();

  /** @param {Player} play */
  function ask(play) {
    const asked = guess({
      label: data.question,
      values: wholesTo(data.series),
      start: Math.round(data.series / 2),
      text: (n) => counted(words, "guess", n),
    });
    play.stage.append(
      h("p", {}, inline(data.intro)),
      asked.element,
      ...play.commit(words.commit, asked.missing, () =>
        play.go({ guess: asked.value(), drawn: 0, women: data.size[0].women }),
      ),
    );
    return asked.input;
  }

  /** @param {Player} play */
  function explore(play) {
    const { said } = play;
    const told = h("p", { tabindex: -1 });
    const chart = h("div");
    const more = h("div");
    const draw = (/** @type {number} */ n) => changed({ drawn: Math.min(data.series, Number(said.drawn) + n) });
    const women = radios({
      legend: words.women,
      class: "ntrk-scale",
      value: String(said.women),
      options: data.size.map((one) => ({ value: String(one.women), text: count(one.women) })),
      change: (value) => changed({ women: Number(value) }),
    });

    /** @param {Said} change */
    function changed(change) {
      Object.assign(said, change);
      play.save();
      update();
      play.say(told.textContent ?? "");
    }

    function update() {
      const size = /** @type {Size} */ (data.size.find((one) => one.women === said.women));
      const series = size.counts.slice(0, said.drawn).map((events) => counting(data.rate, events, size.women));
      told.textContent = tell(data, size, series, Number(said.guess));
      play.drawn.stop();
      play.drawn.add((width) => drawIntervals(width, data, series), chart);
      more.replaceChildren(series.length ? numbers(data, size, series) : "");
    }

    update();
    play.stage.append(
      h("p", {}, inline(data.intro)),
      women.element,
      told,
      // As long as what they draw is on the screen, so are the buttons.
      h(
        "div",
        {},
        chart,
        h("p", { class: "ntrk-muted" }, words.key),
        h(
          "div",
          { class: "ntrk-foot ntrk-samples-buttons" },
          primary(words.draw_one, () => draw(1)),
          button(fill(words.draw_many, { n: AT_ONCE }), () => draw(AT_ONCE)),
        ),
      ),
      more,
    );
    return /** @type {HTMLElement | null} */ (play.stage.querySelector("button"));
  }
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ series, size }, value) {
  const within = (/** @type {any} */ n) => Number.isInteger(n) && n >= 0 && n <= series;
  if (!within(value?.guess)) return {};
  const women = size.some((one) => one.women === value.women) ? value.women : size[0].women;
  return { guess: value.guess, drawn: within(value.drawn) ? value.drawn : 0, women };
}

/** @param {number} rate @param {number} events @param {number} total @returns {Series} */
function counting(rate, events, total) {
  const [low, high] = exactInterval(events, total);
  return { events, point: events / total, low, high, holds: low <= rate && rate <= high };
}

/** @param {Series[]} series */
function missed(series) {
  return series.filter(({ holds }) => !holds).length;
}

/** A fraction as a number in 10,000, so fine that an end just beside the true rate is told from it. @param {number} fraction */
function perTenThousand(fraction) {
  const value = 10_000 * fraction;
  return count(value, value > 0 && value < 10 ? 1 : 0);
}

/** Where the drawing has come to; with all drawn, the verdict. @param {Data} data @param {Size} size @param {Series[]} series @param {number} guess */
function tell({ words, series: all }, { women, miss }, series, guess) {
  const last = series.at(-1);
  if (!last) return words.none_yet;
  if (series.length === all) {
    return [
      fill(words.verdict, { n: missed(series), all, guess }),
      fill(words.promise, { share: percent(miss) }),
      words.wider,
    ].join(" ");
  }
  const range = { low: perTenThousand(last.low), high: perTenThousand(last.high) };
  return [
    fill(words.last, { events: count(last.events), total: count(women), ...range }),
    last.holds ? words.last_holds : words.last_misses,
    counted(words, "tally", missed(series), { drawn: series.length }),
  ].join(" ");
}

/** @param {Data} data @param {Size} size @param {Series[]} series */
function numbers({ words }, { women }, series) {
  return dataTable(
    words.table,
    [words.column_series, words.column_found, words.column_interval, words.column_truth],
    series.map(({ events, low, high, holds }, at) => [
      at + 1,
      fill(words.found, { events: count(events), total: count(women) }),
      fill(words.range, { low: perTenThousand(low), high: perTenThousand(high) }),
      holds ? words.holds : words.misses,
    ]),
  );
}

/** The intervals below each other, the true rate as a line through all of them. @param {number} width @param {Data} data @param {Series[]} series */
function drawIntervals(width, { words, rate, ticks }, series) {
  const most = ticks[ticks.length - 1];
  /** @type {import("../shared/axis.js").Axis} */
  const axis = { from: 0, to: most, ticks: ticks.map((tick) => [tick, String(tick)]) };
  const at = (/** @type {number} */ fraction) => axisX(10_000 * fraction, axis, "linear", width);
  const pitch = series.length > AT_ONCE ? 5 : 14;
  const height = HEAD + pitch * Math.max(series.length, AT_ONCE) + 4;
  const truth = { most, rate: perTenThousand(rate) };
  const label = series.length
    ? fill(words.picture, { ...truth, drawn: series.length, missed: missed(series) })
    : fill(words.picture_none, truth);
  const [truly, radius] = [at(rate), pitch > 5 ? 3.5 : 2];
  const rows = series.map(({ point, low, high, holds }, row) => {
    const [x, y] = [at(point), HEAD + pitch * (row + 0.5)];
    const line = { x1: at(low), x2: at(high), y1: y, y2: y };
    return svg(
      "g",
      {},
      svg("line", { ...line, class: holds ? "ntrk-samples-holds" : "ntrk-samples-misses" }),
      holds
        ? svg("circle", { cx: x, cy: y, r: radius, class: "ntrk-samples-point" })
        : svg("path", { d: `M${x - 4} ${y - 4}l8 8m0-8l-8 8`, class: "ntrk-samples-cross" }),
    );
  });
  return h(
    "div",
    {},
    picture(
      { width, height, label },
      axisGrid(axis, "linear", width, height),
      svg("line", { x1: truly, x2: truly, y1: HEAD - 4, y2: height, class: "ntrk-samples-truth" }),
      rows,
      svg(
        "text",
        { x: truly, y: 14, "text-anchor": truly < 80 ? "start" : "middle", class: "ntrk-samples-label" },
        fill(words.truth, { rate: perTenThousand(rate) }),
      ),
    ),
    axisTicks(axis, "linear", width),
    h("p", { class: "ntrk-muted" }, words.unit),
  );
}

export default { render };
