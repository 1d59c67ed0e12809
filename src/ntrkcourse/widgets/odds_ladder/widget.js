// One handle: the chance before a test; either result moves it by a step that is the same everywhere on a scale of odds.

import { guess, slider } from "../shared/controls.js";
import { fill, h, inline, picture, svg } from "../shared/dom.js";
import { about, asIs } from "../shared/kept.js";
import { count, percent, wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {{ before: number, positive: number, negative: number, name: string }} Rung a chance, and what a result makes of it
 * @typedef {import("./data.js").Ladder & { id: string, stain: import("../stain_field/data.js").Stain, rung: Rung[],
 *   sensitivity: number, specificity: number, ratios: [number, number] }} Data
 * @typedef {{ guess?: number, at?: number }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Player
 */

const HEIGHT = 400;
const [TOP, BOTTOM] = [34, HEIGHT - 10];
const TICKS = [0.0001, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99];
const [LEAST, MOST] = [0.00005, 0.998];
const NEAR = 16;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { guess: about(data.question, asIs), at: asIs },
    restore: (value) => restore(data, value),
    begun: (said) => said.guess !== undefined,
    committed: (said) => said.guess !== undefined,
    draw: (play) => (play.said.guess === undefined ? ask(play) : explore(play, data)),
  }).start();

  /** @param {Player} play */
  function ask(play) {
    const asked = guess({
      label: data.question,
      values: wholesTo(100),
      start: 50,
      text: (n) => fill(words.guess, { n }),
    });
    play.stage.append(
      h("p", {}, data.intro),
      h("p", {}, inline(data.stain.figures)),
      asked.element,
      ...play.commit(words.commit, asked.missing, () => play.go({ guess: asked.value(), at: data.asked })),
    );
    return asked.input;
  }
}

/** @param {Player} play @param {Data} data */
function explore(play, data) {
  const { words, rung } = data;
  const { said } = play;
  const verdict = h("p", { tabindex: -1 }, ...judge(data, Number(said.guess)));
  const chart = h("div");
  const results = h("div");
  const handle = slider({
    label: words.handle,
    values: rung,
    start: rung.findIndex(({ before }) => before === said.at),
    text: (one) => position(data, one),
    change: (one) => {
      said.at = one.before;
      play.save();
      update();
      const { before, positive, negative } = shown(one);
      play.say(fill(words.said, { before, positive, negative }));
    },
  });

  function update() {
    const one = rungAt(data, said.at);
    play.drawn.stop();
    play.drawn.add((width) => drawLadder(width, data, one), chart);
    results.replaceChildren(
      h("p", { "data-result": "positive" }, told(data, one, words.result_positive, data.ratios[0], one.positive)),
      h("p", { "data-result": "negative" }, told(data, one, words.result_negative, data.ratios[1], one.negative)),
    );
  }

  update();
  play.stage.append(
    verdict,
    h("p", {}, words.change),
    // As long as what it moves is on the screen, so is the handle.
    h("div", {}, chart, results, h("div", { class: "ntrk-foot" }, handle.element)),
    h("p", { class: "ntrk-muted" }, words.key),
    h("p", { class: "ntrk-muted" }, inline(data.stain.figures), " ", inline(data.stain.caution)),
  );
  return verdict;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const { guess, at } = value ?? {};
  if (!Number.isInteger(guess) || guess < 0 || guess > 100) return {};
  return { guess, at: rungAt(data, at).before };
}

/** @param {Data} data @param {number | undefined} at @returns {Rung} */
function rungAt({ rung, asked }, at) {
  const find = (/** @type {number | undefined} */ share) => rung.find(({ before }) => before === share);
  return /** @type {Rung} */ (find(at) ?? find(asked));
}

/** The guess beside what the stain makes of the chance. @param {Data} data @param {number} n */
function judge(data, n) {
  const { words, asked, sensitivity, specificity, ratios } = data;
  const { positive } = rungAt(data, asked);
  const near = (/** @type {number} */ share) => Math.abs(n - 100 * share) <= 5;
  const why = () => {
    if (near(positive)) return words.close;
    if (near(sensitivity)) return words.close_sensitivity;
    if (near(specificity)) return words.close_specificity;
    return fill(n > 100 * positive ? words.high : words.low, { ratio: ratio(ratios[0]), odds: odds(words, asked) });
  };
  const lead = fill(words.verdict, { before: chance(asked), after: chance(positive), n });
  return [h("strong", {}, lead), " ", why()];
}

/** A percentage without an idle zero. @param {number} share */
function chance(share) {
  return `${Number.parseFloat(percent(share))}%`;
}

/** @param {number} value */
function ratio(value) {
  return count(value, 2);
}

/** A chance as odds, the smaller side as one. @param {Data["words"]} words @param {number} share */
function odds(words, share) {
  const value = share / (1 - share);
  const [text, n] = value >= 1 ? [words.odds_for, value] : [words.odds_against, 1 / value];
  return fill(text, {
    n: count(n >= 100 ? Number(n.toPrecision(3)) : Number(n.toPrecision(2)), n < 10 && n % 1 > 0.04 ? 1 : 0),
  });
}

/** @param {Rung} rung */
function shown({ before, positive, negative }) {
  return { before: chance(before), positive: chance(positive), negative: chance(negative) };
}

/** @param {Data} data @param {Rung} rung */
function position({ words }, { before, name }) {
  const values = { share: chance(before), odds: odds(words, before) };
  return name ? fill(words.position_named, { ...values, name }) : fill(words.position, values);
}

/** @param {Data} data @param {Rung} rung @param {string} text @param {number} by @param {number} after */
function told({ words }, { before }, text, by, after) {
  return fill(text, {
    odds_before: odds(words, before),
    ratio: ratio(by),
    odds: odds(words, after),
    after: chance(after),
  });
}

/** Where a chance lies on a scale of odds. @param {number} share */
function height(share) {
  const logit = (/** @type {number} */ p) => Math.log(p / (1 - p));
  return BOTTOM - ((logit(share) - logit(LEAST)) / (logit(MOST) - logit(LEAST))) * (BOTTOM - TOP);
}

/** @param {number} width @param {Data} data @param {Rung} rung */
function drawLadder(width, { words, rung: rungs }, rung) {
  const [left, right] = [58, width - 92];
  const y = height(rung.before);
  /** @param {number} x @param {number} at @param {string} said @param {string} [anchor] @param {string} [look] */
  const text = (x, at, said, anchor = "start", look = "ntrk-ladder-text") =>
    svg("text", { x, y: at, "text-anchor": anchor, class: look }, said);
  const scale = (/** @type {number} */ x, /** @type {string} */ name) => [
    text(x, 16, name, "middle", "ntrk-ladder-strong"),
    svg("line", { x1: x, x2: x, y1: TOP - 8, y2: BOTTOM, class: "ntrk-ladder-rail" }),
  ];
  /** @param {"positive" | "negative"} result */
  const step = (result) => {
    const end = height(rung[result]);
    return [
      svg("line", { x1: left, y1: y, x2: right, y2: end, class: `ntrk-ladder-${result}` }),
      svg("circle", { cx: right, cy: end, r: 6, class: "ntrk-ladder-handle" }),
      text(right + 11, end + 5, `${words[result]} ${chance(rung[result])}`, "start", "ntrk-ladder-strong"),
    ];
  };
  const named = rungs.filter(({ name }) => name);
  return picture(
    { width, height: HEIGHT, label: fill(words.picture, shown(rung)) },
    TICKS.flatMap((tick) => [
      svg("line", { x1: left, x2: right, y1: height(tick), y2: height(tick), class: "ntrk-ladder-tick" }),
      text(left - 12, height(tick) + 5, chance(tick), "end"),
    ]),
    scale(left, words.before),
    scale(right, words.after),
    step("positive"),
    step("negative"),
    named.map(({ before }) => svg("path", { d: `M${left - 6} ${height(before)}h12`, class: "ntrk-ladder-stop" })),
    // The name of the stop at the handle stands beside the slider.
    named
      .filter(({ before }) => Math.abs(height(before) - y) > NEAR)
      .map(({ before, name }) =>
        text(left + 11, height(before) + 5, name, "start", "ntrk-ladder-text ntrk-ladder-name"),
      ),
    svg("circle", { cx: left, cy: y, r: 8, class: "ntrk-ladder-handle" }),
  );
}

export default { render };
