// Ways of testing a population, side by side: commit to the best, then see what each finds, misses and costs.

import { radios, select, slider } from "../shared/controls.js";
import { fill, h, inline, liveRegion, svg, uniqueId } from "../shared/dom.js";
import { asIs } from "../shared/kept.js";
import { count, oneIn, percent, readNumber } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Simulator} Simulator
 * @typedef {import("./data.js").Strategy} Strategy
 * @typedef {[number, number, number]} Figure as published, low, high
 * @typedef {import("./data.js").Assay["id"]} Name
 * @typedef {{ sensitivity: number, specificity: number, failure: number, cost: number }} Assay
 * @typedef {{ assay: Assay, goesOn: Strategy["steps"][number][1], failedGoesOn: boolean }} Step
 * @typedef {{ found: number, missed: number, falseAlarms: number, failed: number, tests: number, cost: number,
 *   costPerFound: number }} Outcome
 * @typedef {import("../stain_field/data.js").Stain & { sensitivity: Figure, specificity: Figure }} Stain
 * @typedef {Omit<Simulator, "stain" | "population"> & { id: string, stain: Stain[],
 *   population: (Simulator["population"][number] & { at: number })[],
 *   start: { at: number, tumours: number, stain: Simulator["stain"][number] }, prevalences: number[],
 *   tumours: number[], panel: { sensitivity: Figure, specificity: Figure }, failures: Record<Name, Figure[]>,
 *   published: number, facts: string[] }} Data
 * @typedef {{ prevalence: number, tumours: number, stain: Stain, panel: Data["panel"],
 *   failures: Record<Name, Figure>, prices: Record<Name, number>, failedGoesOn: boolean }} Settings
 * @typedef {{ most: string, cheapest: string }} Choice ids of strategies
 * @typedef {Partial<Choice>} Said empty before the choice
 * @typedef {{ strategy: Strategy, middle: Outcome, corners: Outcome[] }} Result
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/**
 * Expected counts when steps are applied to a population: the same sums in the same order as `run_strategy` in
 * science/testing.py, which a browser test holds this to. No step at all is no test.
 * @param {Step[]} steps @param {number} population @param {number} prevalence @returns {Outcome}
 */
function runStrategy(steps, population, prevalence) {
  const fused = population * prevalence;
  let waitingFused = fused;
  let waitingOther = population * (1 - prevalence);
  let [found, falseAlarms, failed, tests, cost] = [0, 0, 0, 0, 0];
  steps.forEach(({ assay, goesOn, failedGoesOn }, index) => {
    const last = index === steps.length - 1;
    const run = waitingFused + waitingOther;
    tests += run;
    cost += run * assay.cost;
    const readFused = waitingFused * (1 - assay.failure);
    const readOther = waitingOther * (1 - assay.failure);
    const positiveFused = readFused * assay.sensitivity;
    const positiveOther = readOther * (1 - assay.specificity);
    const confirms = goesOn === "positive";
    if (last || !confirms) {
      found += positiveFused;
      falseAlarms += positiveOther;
    }
    if (last || !failedGoesOn) failed += run * assay.failure;
    const carried = failedGoesOn ? assay.failure : 0;
    waitingFused = (confirms ? positiveFused : readFused - positiveFused) + waitingFused * carried;
    waitingOther = (confirms ? positiveOther : readOther - positiveOther) + waitingOther * carried;
  });
  const costPerFound = found ? cost / found : Infinity;
  return { found, missed: fused - found, falseAlarms, failed, tests, cost, costPerFound };
}

/**
 * A strategy's outcome with the figures as published, and with every combination of their interval ends.
 * @param {Strategy} strategy @param {Settings} settings @returns {Result}
 */
function simulate(strategy, { prevalence, tumours, stain, panel, failures, prices, failedGoesOn }) {
  const at = (/** @type {number} */ sensitivity, /** @type {number} */ specificity, /** @type {number} */ failure) => {
    const assay = (/** @type {Name} */ name, /** @type {number} */ found, /** @type {number} */ cleared) => ({
      sensitivity: found,
      specificity: cleared,
      failure: failures[name][failure],
      cost: prices[name],
    });
    /** @type {Record<Name, Assay>} */
    const assays = {
      stain: assay("stain", stain.sensitivity[sensitivity], stain.specificity[specificity]),
      dna: assay("dna", panel.sensitivity[sensitivity], panel.specificity[specificity]),
      // The reference standard: never wrong when it works.
      rna: assay("rna", 1, 1),
    };
    const steps = strategy.steps.map(([name, goesOn]) => ({ assay: assays[name], goesOn, failedGoesOn }));
    return runStrategy(steps, tumours, prevalence);
  };
  const ends = [1, 2];
  const corners = ends.flatMap((a) => ends.flatMap((b) => ends.map((c) => at(a, b, c))));
  return { strategy, middle: at(0, 0, 0), corners };
}

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { most: asIs, cheapest: asIs },
    restore: (value) =>
      /** @type {Said} */ (isChoice(data, value) ? { most: value.most, cheapest: value.cheapest } : {}),
    begun: (said) => isChoice(data, said),
    committed: (said) => isChoice(data, said),
    draw: (play) => (isChoice(data, play.said) ? explore(play, data, play.said) : ask(play)),
  }).start();

  /** @param {Play} play */
  function ask(play) {
    const options = data.strategy.map(({ id, name }) => ({ value: id, text: name }));
    const most = radios({ legend: words.ask_most, options });
    const cheapest = radios({ legend: words.ask_cheapest, options });
    const choice = () => ({ most: most.value(), cheapest: cheapest.value() });
    play.stage.append(
      h("p", {}, words.ask),
      assumptions(data),
      most.element,
      cheapest.element,
      ...play.commit(
        words.commit,
        () => (isChoice(data, choice()) ? "" : words.missing),
        () => play.go(choice()),
      ),
    );
  }
}

/** @param {Data} data @param {any} value @returns {value is Choice} */
function isChoice({ strategy }, value) {
  const known = (/** @type {any} */ id) => strategy.some((one) => one.id === id);
  return Boolean(value) && known(value.most) && known(value.cheapest);
}

/** The stain that it opens with. @param {Data} data */
function firstStain({ stain, start }) {
  return stain.find(({ id }) => id === start.stain) ?? stain[0];
}

/** @param {Stain} stain */
function described({ figures, caution }) {
  return [inline(figures), " ", inline(caution)];
}

/** @param {Data} data */
function assumptions(data) {
  const { start, assay, words } = data;
  return h(
    "div",
    { class: "ntrk-strategy-given" },
    h("p", {}, fill(words.given, { n: count(start.tumours), share: oneIn(data.prevalences[start.at]) })),
    h(
      "ul",
      {},
      assay.map(({ id, name, price, text }) =>
        h(
          "li",
          {},
          h("strong", {}, fill(words.given_assay, { assay: name, price: amount(price) }), " "),
          id === "stain" ? described(firstStain(data)) : inline(text),
        ),
      ),
    ),
  );
}

/**
 * Something for each assay, by its name.
 * @template T
 * @param {Data} data @param {(assay: Data["assay"][number]) => T} value
 */
function byAssay({ assay }, value) {
  return /** @type {Record<Name, T>} */ (Object.fromEntries(assay.map((one) => [one.id, value(one)])));
}

/** @param {Data} data @returns {Settings} */
function opening(data) {
  return {
    prevalence: data.prevalences[data.start.at],
    tumours: data.start.tumours,
    stain: firstStain(data),
    panel: data.panel,
    failures: byAssay(
      data,
      ({ id }) => data.failures[id].find(([value]) => id === "rna" && value === data.published) ?? data.failures[id][0],
    ),
    prices: byAssay(data, ({ price }) => price),
    failedGoesOn: true,
  };
}

/** Every order of two different assays, as further strategies. @param {Data} data @returns {Strategy[]} */
function orders({ assay, words }) {
  const ways = [
    ["positive", words.order_positives],
    ["negative", words.order_negatives],
  ];
  return assay.flatMap((first) =>
    ways.flatMap(([goesOn, text]) =>
      assay
        .filter((second) => second !== first)
        .map((second) => ({
          id: `${first.id}-${goesOn}-${second.id}`,
          name: fill(text, { first: first.name, second: second.within }),
          steps: /** @type {Strategy["steps"]} */ ([
            [first.id, goesOn],
            [second.id, "positive"],
          ]),
          why: [],
        })),
    ),
  );
}

/** @param {Result[]} results */
function winners(results) {
  const by = (/** @type {(outcome: Outcome) => number} */ measure) =>
    results.reduce((best, one) => (measure(one.middle) < measure(best.middle) ? one : best));
  return { most: by(({ found }) => -found), cheapest: by(({ costPerFound }) => costPerFound) };
}

/**
 * What is shown after the commit: the verdict, controls and the table.
 * @param {Play} play @param {Data} data @param {Choice} choice
 */
function explore(play, data, choice) {
  const { words } = data;
  const settings = opening(data);
  const verdict = h("div", { class: "ntrk-strategy-verdict", tabindex: -1 }, ...judge(data, choice, settings));
  const own = orders(data);
  let extra = own[0];
  const table = h("div");
  const given = h("p", { class: "ntrk-muted" });

  function update() {
    const results = [...data.strategy, { ...extra, id: "own" }].map((strategy) => simulate(strategy, settings));
    const fused = amount(settings.tumours * settings.prevalence);
    table.replaceChildren(
      h("p", {}, h("strong", {}, fill(words.fused, { n: fused, all: count(settings.tumours) }))),
      drawTable(words, results, choice, settings),
    );
    given.replaceChildren(...described(settings.stain));
    const { most, cheapest } = winners(results);
    return fill(words.said, {
      most: most.strategy.name,
      n: amount(most.middle.found),
      all: fused,
      cheapest: cheapest.strategy.name,
      cost: cost(words, cheapest.middle.costPerFound),
    });
  }
  /** @param {Partial<Settings>} change */
  const change = (change) => {
    Object.assign(settings, change);
    play.say(update());
  };

  const prevalence = slider({
    label: words.prevalence,
    values: data.prevalences,
    start: data.start.at,
    text: (value) => {
      const here = data.population.find(({ at }) => data.prevalences[at] === value);
      return `${percent(value).replace(/(\.\d)0%/, "$1%")}, ${oneIn(value)}${here ? ` (${here.name})` : ""}`;
    },
    change: (value) => change({ prevalence: value }),
  });
  const tumours = select({
    label: words.tumours,
    value: String(settings.tumours),
    options: data.tumours.map((n) => ({ value: String(n), text: count(n) })),
    change: (value) => change({ tumours: Number(value) }),
  });
  const stain = select({
    label: words.stain,
    value: settings.stain.id,
    options: data.stain.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => change({ stain: data.stain.find((one) => one.id === id) }),
  });
  const order = select({
    label: words.order,
    options: own.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => {
      extra = own.find((one) => one.id === id) ?? extra;
      change({});
    },
  });
  const goesOn = select({
    label: words.first_fails,
    options: [
      { value: "on", text: words.first_fails_on },
      { value: "ends", text: words.first_fails_ends },
    ],
    change: (value) => change({ failedGoesOn: value === "on" }),
  });
  const prices = data.assay.map(({ id, name }) =>
    priceField(words, name, settings.prices[id], (value) => change({ prices: { ...settings.prices, [id]: value } })),
  );
  const failures = data.assay.map(
    ({ id, name }) =>
      slider({
        label: fill(words.failure, { assay: name }),
        values: data.failures[id],
        start: data.failures[id].indexOf(settings.failures[id]),
        text: ([value]) =>
          fill(id === "rna" && value === data.published ? words.failure_published : words.failure_share, {
            share: percent(value),
          }),
        change: (value) => change({ failures: { ...settings.failures, [id]: value } }),
      }).element,
  );
  update();

  play.stage.append(
    verdict,
    h(
      "div",
      {},
      h("h4", {}, words.change),
      h("div", { class: "ntrk-strategy-controls" }, tumours.element, stain.element, order.element),
      given,
      h(
        "details",
        {},
        h("summary", {}, words.prices),
        h("p", { class: "ntrk-muted" }, words.prices_note),
        h("div", { class: "ntrk-strategy-controls ntrk-strategy-three" }, prices, failures, goesOn.element),
      ),
      // As long as what it moves is on the screen, so is the slider.
      h("div", {}, table, h("div", { class: "ntrk-foot" }, prevalence.element)),
      h("p", { class: "ntrk-muted" }, words.ranges),
      h("p", { class: "ntrk-muted" }, words.model),
      h("p", {}, words.left_out, " ", inline(data.economics)),
    ),
  );
  return verdict;
}

/**
 * @param {Data["words"]} words @param {string} assay @param {number} start @param {(value: number) => void} change
 */
function priceField(words, assay, start, change) {
  const id = uniqueId("price");
  /** Why what was typed cannot count, in words; a number half typed is no fault yet. */
  const refusal = () => {
    const { value, reason } = readNumber(input.value, words.unit);
    return value !== undefined && value >= 0 && value <= 1e9 ? "" : (reason ?? words.price_range);
  };
  const input = h("input", {
    type: "text",
    id,
    inputmode: "decimal",
    autocomplete: "off",
    value: start,
    oninput: () => {
      const fits = !refusal();
      input.setAttribute("aria-invalid", String(!fits));
      if (fits) problem.textContent = "";
      if (fits) change(Number(readNumber(input.value, words.unit).value));
    },
    onchange: () => {
      const reason = refusal();
      problem.textContent = reason && fill(words.price_kept, { reason });
    },
  });
  const problem = liveRegion({ class: "ntrk-muted" });
  return h("div", { class: "ntrk-control" }, h("label", { for: id }, fill(words.price, { assay })), input, problem);
}

/** The two choices beside what the sums say. @param {Data} data @param {Choice} choice @param {Settings} settings */
function judge({ strategy, words }, choice, settings) {
  const results = strategy.map((one) => simulate(one, settings));
  const best = winners(results);
  const find = (/** @type {string} */ id) =>
    /** @type {Result} */ (results.find((result) => result.strategy.id === id));
  const all = amount(settings.tumours * settings.prevalence);
  const found = (/** @type {Result} */ { strategy: { name }, middle }) =>
    fill(words.told_found, { strategy: name, n: amount(middle.found), all });
  const price = (/** @type {Result} */ { strategy: { name }, middle: { costPerFound, falseAlarms } }) =>
    fill(falseAlarms > 1 ? words.told_alarms : words.told_price, {
      strategy: name,
      n: amount(falseAlarms),
      price: Number.isFinite(costPerFound) ? fill(words.price_each, { n: amount(costPerFound) }) : words.nothing,
    });
  /** @param {string} question @param {Result} mine @param {Result} right @param {(result: Result) => string} told */
  const part = (question, mine, right, told) =>
    h(
      "p",
      {},
      h("strong", {}, `${question} ${mine === right ? words.right : words.wrong} `),
      `${told(right)}. `,
      inline(right.strategy.why),
      mine === right ? null : [` ${fill(words.chose, { told: told(mine) })} `, inline(mine.strategy.why)],
    );
  return [
    part(words.judged_most, find(choice.most), best.most, found),
    part(words.judged_cheapest, find(choice.cheapest), best.cheapest, price),
  ];
}

/** An expected count: one decimal below 100. @param {number} value */
function amount(value) {
  const tenth = Math.round(10 * value) / 10;
  return count(value, tenth < 100 && !Number.isInteger(tenth) ? 1 : 0);
}

/** What a fusion found costs, if one is found. @param {Data["words"]} words @param {number} value */
function cost(words, value) {
  return Number.isFinite(value) ? amount(value) : words.nothing;
}

/** @param {Data["words"]} words @param {Result[]} results @param {Choice} choice @param {Settings} settings */
function drawTable(words, results, choice, settings) {
  /** @type {[keyof Outcome, string][]} */
  const columns = [
    ["found", words.column_found],
    ["costPerFound", words.column_each],
    ["missed", words.column_missed],
    ["falseAlarms", words.column_alarms],
    ["failed", words.column_failed],
    ["tests", words.column_tests],
    ["cost", words.column_cost],
  ];
  const ranges = results.map(({ corners }) =>
    columns.map(([key]) => {
      const values = corners.map((corner) => corner[key]);
      return [Math.min(...values), Math.max(...values)];
    }),
  );
  const dearest = Math.max(...ranges.map((range) => range[1][1]).filter(Number.isFinite));
  const tops = [settings.tumours * settings.prevalence, dearest];
  const { most, cheapest } = winners(results);
  /** @param {Result} result @param {number} row */
  const cells = (result, row) =>
    columns.map(([key, label], column) => {
      const value = result.middle[key];
      const [low, high] = ranges[row][column];
      const range = fill(words.range, { low: cost(words, low), high: cost(words, high) });
      return h(
        "td",
        { role: "cell", "data-cell": key, "data-value": value, "data-low": low, "data-high": high },
        h("span", { class: "ntrk-strategy-label", "aria-hidden": "true" }, `${label} `),
        h("span", { class: "ntrk-strategy-number" }, cost(words, value)),
        column < 2 && low < high ? ` ${range}` : null,
        column < 2 && Number.isFinite(value) && drawBar(value, low, high, tops[column], key),
      );
    });
  return h(
    "table",
    { role: "table", class: "ntrk-strategy-table", "aria-label": words.table },
    h(
      "thead",
      { role: "rowgroup", class: "ntrk-hidden" },
      h(
        "tr",
        { role: "row" },
        [words.column_strategy, ...columns.map(([, label]) => label)].map((text) =>
          h("th", { role: "columnheader" }, text),
        ),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      results.map((result, row) => {
        const { id, name } = result.strategy;
        const marks = [
          result === most && words.mark_most,
          result === cheapest && words.mark_cheapest,
          id === "own" && words.mark_own,
          id === choice.most && words.mark_chosen_most,
          id === choice.cheapest && words.mark_chosen_cheapest,
        ].filter(Boolean);
        return h(
          "tr",
          { role: "row", "data-strategy": id },
          h(
            "th",
            { role: "rowheader", scope: "row" },
            name,
            marks.map((mark) => h("span", { class: "ntrk-strategy-mark" }, mark)),
          ),
          cells(result, row),
        );
      }),
    ),
  );
}

/** @param {number} value @param {number} low @param {number} high @param {number} top @param {string} kind */
function drawBar(value, low, high, top, kind) {
  const at = (/** @type {number} */ x) => `${top ? 100 * Math.min(1, x / top) : 0}%`;
  return svg(
    "svg",
    { width: "100%", height: 20, "aria-hidden": "true", class: "ntrk-strategy-bar" },
    svg("rect", { width: "100%", height: 12, class: "ntrk-strategy-track" }),
    svg("rect", { width: at(value), height: 12, class: `ntrk-strategy-${kind}` }),
    low < high && svg("line", { x1: at(low), x2: at(high), y1: 17, y2: 17, class: "ntrk-strategy-range" }),
  );
}

export default { render };
