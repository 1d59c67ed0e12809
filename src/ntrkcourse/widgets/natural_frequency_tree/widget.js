// One stain in three populations: guess what a positive result means, then see the tree of counts.

import { dataTable, guess, radios, select, slider } from "../shared/controls.js";
import { counted, fill, h, inline, picture, svg } from "../shared/dom.js";
import { asIs } from "../shared/kept.js";
import { count, oneIn, percent, wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {import("../shared/dom.js").Child} Child
 * @typedef {import("./data.js").Tree} Tree
 * @typedef {{ values: number[], counts: ([number, number, number] | null)[] }} Cell PPV with its ends, NPV with
 *   its ends; for each size: tumours with a fusion, those of them that stain, the others that stain
 * @typedef {Tree["population"][number] & { at: number }} Population
 * @typedef {import("../stain_field/data.js").Stain & { sensitivity: [number, number], specificity: [number, number],
 *   cells: Cell[] }} Stain events and total of each measure
 * @typedef {{ population: string, rule: string, guess: number }} Choice
 * @typedef {Partial<Choice>} Said empty before the guess
 * @typedef {Omit<Tree, "population"> & { id: string, population: Population[], start: string, prevalences: number[],
 *   sizes: number[], stain: Stain[], facts: string[] }} Data
 * @typedef {{ data: Data, at: number, stain: Stain, size: number, guess: number | null }} View
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { population: asIs, rule: asIs, guess: asIs },
    restore: (value) => restore(data, value),
    begun: (said) => "guess" in said,
    committed: (said) => "guess" in said,
    draw: (play) => ("guess" in play.said ? explore(play, data, /** @type {Choice} */ (play.said)) : ask(play)),
  }).start();

  /** @param {Play} play */
  function ask(play) {
    const population = radios({
      legend: words.ask_population,
      value: data.population[0].id,
      options: data.population.map(({ id, name, text }) => ({ value: id, text: [name, note(text)] })),
    });
    const stain = radios({
      legend: words.ask_stain,
      value: data.start,
      options: data.stain.map(({ id, name, figures }) => ({ value: id, text: [name, note(figures)] })),
    });
    const question = guess({
      label: words.ask_guess,
      values: wholesTo(100),
      start: 50,
      text: (n) => fill(words.guess, { n }),
    });
    play.stage.append(
      h("p", {}, words.ask),
      population.element,
      stain.element,
      question.element,
      ...play.commit(words.commit, question.missing, () =>
        play.go({ population: population.value(), rule: stain.value(), guess: question.value() }),
      ),
    );
    return /** @type {HTMLElement | null} */ (population.element.querySelector("input:checked"));
  }
}

/** What the browser remembers, if all of it still fits. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  if (!value || !Number.isInteger(value.guess) || value.guess < 0 || value.guess > 100) return {};
  const { population, rule, guess } = value;
  const known = data.population.some(({ id }) => id === population) && data.stain.some(({ id }) => id === rule);
  return known ? { population, rule, guess } : {};
}

/** @param {Span[]} spans */
function note(spans) {
  return h("span", { class: "ntrk-muted ntrk-tree-note" }, inline(spans));
}

/**
 * What is shown after the commit: the verdict, controls, the tree and the strip.
 * @param {Play} play @param {Data} data @param {Choice} choice
 */
function explore(play, data, choice) {
  const { words } = data;
  const first = /** @type {Population} */ (data.population.find(({ id }) => id === choice.population));
  const firstStain = /** @type {Stain} */ (data.stain.find(({ id }) => id === choice.rule));
  /** @type {View} */
  const view = { data, at: first.at, stain: firstStain, size: first.size, guess: choice.guess };
  const verdict = h("p", { class: "ntrk-tree-verdict", tabindex: -1 }, ...judge(view, choice.guess));

  const population = select({
    label: words.tumours,
    value: first.id,
    options: [
      ...data.population.map(({ id, name }) => ({ value: id, text: name })),
      { value: "", text: words.another_share },
    ],
    change: (id) => {
      const wanted = data.population.find((one) => one.id === id);
      if (wanted) changed({ at: wanted.at, size: wanted.size });
    },
  });
  const prevalence = slider({
    label: words.prevalence,
    values: data.prevalences,
    start: first.at,
    text: (value) => `${rate(value)}, ${oneIn(value)}`,
    change: (_, at) => changed({ at }),
  });
  const stain = select({
    label: words.stain,
    value: choice.rule,
    options: data.stain.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => changed({ stain: data.stain.find((one) => one.id === id) ?? view.stain }),
  });
  const size = select({
    label: words.size,
    options: data.sizes.map((n) => ({ value: String(n), text: fill(words.size_n, { n: count(n) }) })),
    change: (value) => changed({ size: Number(value) }),
  });
  const treeHolder = h("div");
  const stripHolder = h("div");
  const positive = h("div", { class: "ntrk-tree-group" });
  const negative = h("div", { class: "ntrk-tree-group" });
  const notes = h("div");

  /** @param {Partial<View>} change */
  function changed(change) {
    Object.assign(view, change);
    update();
    const [ppv, , , npv] = view.stain.cells[view.at].values;
    play.say(fill(words.said, { rate: rate(data.prevalences[view.at]), ppv: rate(ppv), npv: rate(npv) }));
  }

  function update() {
    const {
      counts,
      values: [ppv, , , npv],
    } = view.stain.cells[view.at];
    if (!counts[data.sizes.indexOf(view.size)]) {
      view.size = data.sizes.find((n, index) => n >= 1000 && counts[index]) ?? view.size;
    }
    data.sizes.forEach((_, index) => {
      size.input.options[index].disabled = !counts[index];
    });
    size.set(String(view.size));
    prevalence.set(view.at);
    const here = data.population.find(({ at }) => at === view.at);
    population.set(here?.id ?? "");
    // The guess was about one population and one stain; beside another it would mislead.
    view.guess = here === first && view.stain === firstStain ? choice.guess : null;
    play.drawn.stop();
    positive.replaceChildren(
      ...positives(
        view,
        play.drawn.add((width) => drawBar(width, view, ppv, true)),
      ),
    );
    negative.replaceChildren(
      ...negatives(
        view,
        play.drawn.add((width) => drawBar(width, view, 1 - npv, false)),
      ),
    );
    play.drawn.add((width) => drawTree(width, view), treeHolder);
    play.drawn.add((width) => drawStrip(width, view), stripHolder);
    const { published } = data;
    notes.replaceChildren(
      h("p", {}, inline(view.stain.figures), " ", inline(view.stain.caution)),
      here?.id === published.population && view.stain.id === published.stain ? h("p", {}, inline(published.text)) : "",
      h("p", { class: "ntrk-muted" }, words.ranges),
      comparison(view),
    );
  }

  update();
  play.stage.append(
    verdict,
    h(
      "div",
      {},
      h("p", {}, words.change),
      h("div", { class: "ntrk-tree-controls" }, population.element, stain.element, size.element),
      // As long as what it moves is on the screen, so is the slider.
      h(
        "div",
        {},
        treeHolder,
        positive,
        negative,
        h("h4", {}, words.strip_title),
        h("p", { class: "ntrk-muted" }, words.strip_key),
        stripHolder,
        h("div", { class: "ntrk-foot" }, prevalence.element),
      ),
      notes,
    ),
  );
  return verdict;
}

/** The guess beside the tree, in words. @param {View} view @param {number} said @returns {Child[]} */
function judge(view, said) {
  const { words } = view.data;
  const [ppv] = view.stain.cells[view.at].values;
  return [h("strong", {}, fill(words.verdict, { told: perHundred(words, ppv), n: said }), " "), why(view, said)];
}

/** What may lie behind the guess. @param {View} view @param {number} said */
function why(view, said) {
  const {
    data: { words },
    stain: { sensitivity, specificity, cells },
    at,
    size,
  } = view;
  const [ppv, low] = cells[at].values;
  const [fused, stained, alarms] = countsOf(view);
  const near = (/** @type {number} */ share) => Math.abs(said - 100 * share) <= 5;
  if (near(ppv)) return words.close;
  if (near(sensitivity[0] / sensitivity[1])) return words.close_sensitivity;
  if (near(specificity[0] / specificity[1])) return words.close_specificity;
  if (said > 100 * ppv) {
    return fill(words.more_alarms, { alarms: number(alarms), other: number(size - fused), stained: number(stained) });
  }
  return alarms === 0 ? fill(words.unseen_alarms, { n: count(specificity[1]), low: rate(low) }) : words.fewer_alarms;
}

/** @param {View} view @returns {[number, number, number]} */
function countsOf({ data, at, stain, size }) {
  return stain.cells[at].counts[data.sizes.indexOf(size)] ?? [0, 0, 0];
}

/** @param {Data["words"]} words @param {number} ppv */
function perHundred(words, ppv) {
  const n = 100 * ppv;
  if (n < 1) return fill(words.told_few, { rate: rate(ppv) });
  if (n > 99 && n < 100) return words.told_most;
  return counted(words, "told", Math.round(n));
}

/** A count that may be an expectation: whole where it can be. @param {number} value */
function number(value) {
  const tenth = Math.round(10 * value) / 10;
  return count(tenth, Number.isInteger(tenth) ? 0 : 1);
}

/** A percentage with one decimal between 1 and 99, and no idle zero. @param {number} fraction */
function rate(fraction) {
  const value = 100 * fraction;
  return (value >= 1 && value <= 99 ? `${value.toFixed(1)}%` : percent(fraction))
    .replace(/(\.\d*?)0+%$/, "$1%")
    .replace(".%", "%");
}

/** @param {View} view @param {HTMLElement} bar @returns {Node[]} */
function positives(view, bar) {
  const { words } = view.data;
  const [ppv, low, high] = view.stain.cells[view.at].values;
  const [, stained, alarms] = countsOf(view);
  const all = number(stained + alarms);
  return [
    h("h4", {}, `+ ${fill(words.positive_stains, { n: all })}`),
    bar,
    h(
      "p",
      {},
      h("strong", { "data-result": "ppv" }, fill(words.with_fusion, { n: number(stained), all, rate: rate(ppv) })),
      ` ${fill(words.range, { low: rate(low), high: rate(high) })}`,
    ),
  ];
}

/** @param {View} view @param {HTMLElement} bar @returns {Node[]} */
function negatives(view, bar) {
  const { words, prevalences } = view.data;
  const [, , , npv, low, high] = view.stain.cells[view.at].values;
  const [fused, stained, alarms] = countsOf(view);
  const missed = fused - stained;
  const quiet = view.size - fused - alarms;
  const before = 1 - prevalences[view.at];
  const all = number(quiet + missed);
  const rest = [
    fill(words.range, { low: rate(low), high: rate(high) }),
    fill(before > 0.98 ? words.lesson_superb : words.lesson, { npv: rate(npv), before: rate(before) }),
    missed > 0 ? fill(words.missed, { n: number(missed), all: number(fused) }) : "",
  ];
  return [
    h("h4", {}, `− ${fill(words.negative_stains, { n: all })}`),
    bar,
    h(
      "p",
      {},
      h("strong", { "data-result": "npv" }, fill(words.without_fusion, { n: number(quiet), all, rate: rate(npv) })),
      ` ${rest.join(" ")}`,
    ),
  ];
}

/** @param {View} view */
function comparison({ data: { words, population, prevalences }, stain }) {
  const cell = (/** @type {number[]} */ [value, low, high]) =>
    fill(words.cell, { value: rate(value), low: rate(low), high: rate(high) });
  return dataTable(
    words.table,
    [words.tumours, words.column_positive, words.column_negative, words.column_before],
    population.map(({ name, at }) => {
      const { values } = stain.cells[at];
      return [name, cell(values.slice(0, 3)), cell(values.slice(3)), rate(1 - prevalences[at])];
    }),
  );
}

/** @param {number} x @param {number} y @param {string} text @param {Record<string, any>} [props] */
function label(x, y, text, props = {}) {
  return svg("text", { x, y, "text-anchor": "middle", class: "ntrk-tree-text", ...props }, text);
}

/**
 * A filled dot is a tumour with a fusion, a ring one without.
 * @param {number} x @param {number} y @param {boolean} fusion
 */
function dot(x, y, fusion) {
  return svg("circle", { cx: x, cy: y, r: 5, class: fusion ? "ntrk-tree-fused" : "ntrk-tree-other" });
}

/** @param {number} width @param {View} view */
function drawTree(width, view) {
  const {
    data: { words, prevalences },
    stain: { sensitivity, specificity },
    at,
    size,
  } = view;
  const [fused, stained, alarms] = countsOf(view);
  const [missed, other, quiet] = [fused - stained, size - fused, size - fused - alarms];
  const column = width / 8;
  const share = (/** @type {number} */ n, /** @type {number} */ all) =>
    fill(width < 420 ? words.branch_short : words.branch, { n, all });
  /** @param {number} place @param {number} y @param {number} half @param {string} kind @param {number} value */
  const box = (place, y, half, kind, value) => [
    svg("rect", { x: place * column - half, y, width: 2 * half, height: 48, rx: 7, class: `ntrk-tree-box ${kind}` }),
    label(place * column, y + (y > 50 ? 23 : 20), number(value), { class: "ntrk-tree-count" }),
  ];
  /** @param {number} start @param {number} end @param {number} top @param {string} text */
  const branch = (start, end, top, text) => {
    const [from, to] = [start * column, end * column];
    return [
      svg("line", { x1: from, y1: top, x2: to, y2: top + 54, class: "ntrk-tree-branch" }),
      // Near the branch's end, where neighbours do not collide on a phone.
      label(from + 0.78 * (to - from), top + 38, text, { class: "ntrk-tree-text ntrk-tree-share" }),
    ];
  };
  /** @param {number} place @param {number} value @param {boolean} fusion @param {boolean} positive */
  const leaf = (place, value, fusion, positive) => {
    const [long, short] = positive
      ? [words.leaf_positive, words.leaf_positive_short]
      : [words.leaf_negative, words.leaf_negative_short];
    return [
      ...box(place, 206, column - 3, positive ? "ntrk-tree-positive" : "ntrk-tree-negative", value),
      dot(place * column, 206, fusion),
      label(place * column, 246, `${positive ? "+" : "−"} ${width < 300 ? short : long}`),
    ];
  };
  const wide = Math.min(2 * column - 4, 110);
  const named = { n: size, fused, stained, missed, other, alarms, quiet };
  const told = Object.fromEntries(Object.entries(named).map(([key, value]) => [key, number(value)]));
  return picture(
    { width, height: 258, label: fill(words.tree, told) },
    branch(4, 2, 50, rate(prevalences[at])),
    branch(4, 6, 50, rate(1 - prevalences[at])),
    branch(2, 1, 152, share(sensitivity[0], sensitivity[1])),
    branch(2, 3, 152, share(sensitivity[1] - sensitivity[0], sensitivity[1])),
    branch(6, 5, 152, share(specificity[1] - specificity[0], specificity[1])),
    branch(6, 7, 152, share(specificity[0], specificity[1])),
    box(4, 2, Math.min(2 * column, 80), "", size),
    label(4 * column, 40, words.node_all),
    box(2, 104, wide, "ntrk-tree-with", fused),
    dot(2 * column, 104, true),
    label(2 * column, 144, words.node_with),
    box(6, 104, wide, "", other),
    dot(6 * column, 104, false),
    label(6 * column, 144, words.node_without),
    leaf(1, stained, true, true),
    leaf(3, missed, true, false),
    leaf(5, alarms, false, true),
    leaf(7, quiet, false, false),
  );
}

/**
 * All positive, or all negative, stains: the part with a fusion at the left; the guess as a mark.
 * @param {number} width @param {View} view @param {number} share of these stains with a fusion
 * @param {boolean} positive
 */
function drawBar(width, view, share, positive) {
  const { words } = view.data;
  const { values } = view.stain.cells[view.at];
  const [low, high] = positive ? [values[1], values[2]] : [1 - values[5], 1 - values[4]];
  const inner = width - 4;
  const x = (/** @type {number} */ fraction) => 2 + fraction * inner;
  const guess = positive ? view.guess : null;
  const top = guess === null ? 2 : 24;
  const roomLeft = share * inner > 110;
  const roomRight = (1 - share) * inner > 90;
  const range = (/** @type {Record<"x1" | "x2" | "y1" | "y2", number>} */ ends) =>
    svg("line", { ...ends, class: "ntrk-tree-range" });
  const bar = positive ? words.bar_positive : words.bar_negative;
  const told = fill(guess === null ? bar : words.bar_guessed, {
    share: rate(share),
    low: rate(low),
    high: rate(high),
    n: guess ?? "",
  });
  return picture(
    { width, height: top + 46, label: told },
    svg("rect", {
      x: 2,
      y: top,
      width: inner,
      height: 28,
      class: `ntrk-tree-bar ${positive ? "ntrk-tree-positive" : "ntrk-tree-negative"}`,
    }),
    share > 0 &&
      svg("rect", { x: 2, y: top, width: Math.max(2, share * inner), height: 28, class: "ntrk-tree-fused ntrk-moves" }),
    roomLeft && label(10, top + 19, words.node_with, { class: "ntrk-tree-inside", "text-anchor": "start" }),
    roomRight && label(width - 10, top + 19, words.node_without, { "text-anchor": "end" }),
    range({ x1: x(low), x2: x(high), y1: top + 38, y2: top + 38 }),
    [low, high].map((end) => range({ x1: x(end), x2: x(end), y1: top + 33, y2: top + 43 })),
    guess !== null && [
      svg("line", { x1: x(guess / 100), x2: x(guess / 100), y1: 18, y2: top + 30, class: "ntrk-tree-guess" }),
      label(x(guess / 100), 13, fill(words.your_guess, { n: guess }), {
        "text-anchor": guess < 20 ? "start" : guess > 80 ? "end" : "middle",
      }),
    ],
  );
}

/**
 * PPV against the share that has a fusion, which is stretched at both ends (log odds).
 * @param {number} width @param {View} view
 */
function drawStrip(width, { data: { words, prevalences, population }, at, stain }) {
  const odds = (/** @type {number} */ p) => Math.log(p / (1 - p));
  const ends = [odds(prevalences[0]), odds(prevalences[prevalences.length - 1])];
  const [left, top, height] = [44, 26, 130];
  const x = (/** @type {number} */ p) => left + 8 + (width - left - 30) * ((odds(p) - ends[0]) / (ends[1] - ends[0]));
  const y = (/** @type {number} */ share) => top + height * (1 - share);
  const path = (/** @type {number} */ which) =>
    prevalences.map((p, index) => `${x(p)},${y(stain.cells[index].values[which])}`);
  const populations = population.map(({ name, at: place }) => `${name}: ${rate(stain.cells[place].values[0])}`);
  return picture(
    { width, height: 204, label: fill(words.strip, { populations: populations.join("; ") }) },
    [0, 0.5, 1].flatMap((share) => [
      svg("line", { x1: left, x2: width - 4, y1: y(share), y2: y(share), class: "ntrk-tree-grid" }),
      label(left - 6, y(share) + 5, `${100 * share}%`, { "text-anchor": "end" }),
    ]),
    svg("polygon", { points: [...path(1), ...path(2).reverse()].join(" "), class: "ntrk-tree-band" }),
    population.flatMap((one) => {
      const place = x(prevalences[one.at]);
      return [
        svg("line", { x1: place, x2: place, y1: top, y2: top + height, class: "ntrk-tree-mark" }),
        label(Math.min(width - 32, place), 16, one.short),
      ];
    }),
    svg("polyline", { points: path(0).join(" "), class: "ntrk-tree-curve" }),
    svg("circle", { cx: x(prevalences[at]), cy: y(stain.cells[at].values[0]), r: 7, class: "ntrk-tree-here" }),
    [0.001, 0.01, 0.1, 0.5, 0.9].map((p) => label(x(p), top + height + 18, rate(p))),
    label((left + width) / 2, 198, words.strip_axis),
  );
}

export default { render };
