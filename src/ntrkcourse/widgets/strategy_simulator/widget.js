// Ways of testing a population, side by side: commit to the best, then see what each finds, misses and costs.
import { count, percent, oneIn } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, frame, uniqueId } from "../shared/dom.js";
import { slider, select, radios, button, primary } from "../shared/controls.js";
import { readNumber } from "../shared/numbers.js";
import { keeper, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {import("../shared/dom.js").Child} Child
 * @typedef {number[]} Figure as published, low, high
 * @typedef {"stain" | "dna" | "rna"} Name
 * @typedef {{ sensitivity: number, specificity: number, failure: number, cost: number }} Assay
 * @typedef {{ assay: Assay, goesOn: string, failedGoesOn: boolean }} Step
 * @typedef {{ found: number, missed: number, falseAlarms: number, failed: number, tests: number, cost: number, costPerFound: number }} Outcome
 * @typedef {{ id: string, name: string, steps: [Name, string][], why: Span[] }} Strategy
 * @typedef {{ id: string, name: string, sensitivity: Figure, specificity: Figure, text: Span[] }} Stain
 * @typedef {{ id: string, start: { at: number, tumours: number, stain: string, prices: Record<Name, number> },
 *   prevalences: number[], named: Record<string, string>, tumours: number[], stains: Stain[],
 *   dna: { sensitivity: Figure, specificity: Figure, text: Span[] }, rna: { text: Span[] }, failures: Figure[],
 *   rnaFailures: Figure[], published: number, strategies: Strategy[], economics: Span[] }} Data
 * @typedef {{ prevalence: number, tumours: number, stain: Stain, dna: Data["dna"], failures: Record<Name, Figure>,
 *   prices: Record<Name, number>, failedGoesOn: boolean }} Settings
 * @typedef {{ most: string, cheapest: string }} Choice ids of strategies
 * @typedef {{ strategy: Strategy, middle: Outcome, corners: Outcome[] }} Result
 */

const TITLE = "Which way of testing finds most, and at what price?";
/** @type {Record<Name, string>} */
const ASSAYS = { stain: "Stain", dna: "DNA panel", rna: "RNA sequencing" };
/** @type {Name[]} */
const NAMES = ["stain", "dna", "rna"];

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
  return { found, missed: fused - found, falseAlarms, failed, tests, cost, costPerFound: found ? cost / found : Infinity };
}

/**
 * A strategy's outcome with the figures as published, and with every combination of their interval ends.
 * @param {Strategy} strategy @param {Settings} settings @returns {Result}
 */
function simulate(strategy, { prevalence, tumours, stain, dna, failures, prices, failedGoesOn }) {
  const at = (/** @type {number} */ sensitivity, /** @type {number} */ specificity, /** @type {number} */ failure) => {
    /** @type {Record<Name, Assay>} */
    const assays = {
      stain: { sensitivity: stain.sensitivity[sensitivity], specificity: stain.specificity[specificity], failure: failures.stain[failure], cost: prices.stain },
      dna: { sensitivity: dna.sensitivity[sensitivity], specificity: dna.specificity[specificity], failure: failures.dna[failure], cost: prices.dna },
      // The reference standard: never wrong when it works.
      rna: { sensitivity: 1, specificity: 1, failure: failures.rna[failure], cost: prices.rna },
    };
    return runStrategy(strategy.steps.map(([name, goesOn]) => ({ assay: assays[name], goesOn, failedGoesOn })), tumours, prevalence);
  };
  const ends = [1, 2];
  return { strategy, middle: at(0, 0, 0), corners: ends.flatMap((a) => ends.flatMap((b) => ends.map((c) => at(a, b, c)))) };
}

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.id,
    shape: { most: asIs, cheapest: asIs },
    restore: (value) => (isChoice(data, value) ? { most: value.most, cheapest: value.cheapest } : {}),
    follow: show,
  });
  const body = h("div");
  const said = liveRegion({ class: "ntrk-hidden" });
  frame(el, TITLE);
  el.append(h("h3", {}, TITLE), body, said);

  /** @param {Choice | {}} now */
  function show(now) {
    if (isChoice(data, now)) reveal(now, false);
    else ask(false);
  }

  /** @param {boolean} focus */
  function ask(focus) {
    said.textContent = "";
    const options = data.strategies.map(({ id, name }) => ({ value: id, text: name }));
    const most = radios({ legend: "Which finds the most fusions?", options });
    const cheapest = radios({ legend: "Which costs least for each fusion found?", options });
    const problem = liveRegion({ class: "ntrk-muted" });
    body.replaceChildren(
      h("p", {}, "Weigh six ways of testing unselected breast cancer, choose twice, and then see what each does."),
      assumptions(data), most.element, cheapest.element, problem,
      primary("Commit to these two", () => {
        const choice = { most: most.value(), cheapest: cheapest.value() };
        if (!isChoice(data, choice)) {
          problem.textContent = "Choose one strategy in each list first.";
          return;
        }
        keep.save(choice);
        reveal(choice, true);
      }));
    if (focus) most.element.querySelector("input")?.focus();
  }

  /** @param {Choice} choice @param {boolean} focus */
  function reveal(choice, focus) {
    const { verdict, element } = explorer(data, choice, (text) => { said.textContent = text; });
    body.replaceChildren(verdict, element, button("Start again", () => {
      keep.wipe({});
      ask(true);
    }));
    if (focus) verdict.focus();
  }

  const remembered = keep.read();
  show(remembered);
  keep.share(remembered);
  return keep.stop;
}

/** @param {Data} data @param {any} value @returns {value is Choice} */
function isChoice(data, value) {
  const known = (/** @type {any} */ id) => data.strategies.some((strategy) => strategy.id === id);
  return Boolean(value) && known(value.most) && known(value.cheapest);
}

/** @param {Data} data */
function assumptions(data) {
  const { start, stains, dna, rna } = data;
  const line = (/** @type {Name} */ name, /** @type {Span[]} */ text) =>
    h("li", {}, h("strong", {}, `${ASSAYS[name]}, ${amount(start.prices[name])} a run. `), inline(text));
  const stain = stains.find(({ id }) => id === start.stain) ?? stains[0];
  return h("div", { class: "ntrk-strategy-given" },
    h("p", {}, `${count(start.tumours)} tumours; ${oneIn(data.prevalences[start.at])} has a fusion (rounded for teaching). `
      + "Prices are constructed, in units: put in your own afterwards."),
    h("ul", {}, line("stain", stain.text), line("dna", dna.text), line("rna", rna.text)));
}

/** @param {Data} data @returns {Settings} */
function opening(data) {
  const none = data.failures[0];
  return {
    prevalence: data.prevalences[data.start.at],
    tumours: data.start.tumours,
    stain: data.stains.find(({ id }) => id === data.start.stain) ?? data.stains[0],
    dna: data.dna,
    failures: { stain: none, dna: none, rna: data.rnaFailures.find(([value]) => value === data.published) ?? none },
    prices: { ...data.start.prices },
    failedGoesOn: true,
  };
}

/** Every order of two different assays, as further strategies. @returns {Strategy[]} */
function orders() {
  return NAMES.flatMap((first) => ["positive", "negative"].flatMap((goesOn) =>
    NAMES.filter((second) => second !== first).map((second) => /** @type {Strategy} */ ({
      id: `${first}-${goesOn}-${second}`, why: [], steps: [[first, goesOn], [second, "positive"]],
      name: `${ASSAYS[first]}, then ${second === "stain" ? "stain" : ASSAYS[second]} for ${goesOn}s` }))));
}

/** @param {Result[]} results */
function winners(results) {
  const by = (/** @type {(outcome: Outcome) => number} */ measure) =>
    results.reduce((best, one) => (measure(one.middle) < measure(best.middle) ? one : best));
  return { most: by(({ found }) => -found), cheapest: by(({ costPerFound }) => costPerFound) };
}

/**
 * What is shown after the commit: the verdict, controls and the table.
 * @param {Data} data @param {Choice} choice @param {(text: string) => void} say
 */
function explorer(data, choice, say) {
  const settings = opening(data);
  const verdict = h("div", { class: "ntrk-strategy-verdict", tabindex: -1 },
    ...judge(data.strategies.map((strategy) => simulate(strategy, settings)), choice, settings));
  const own = orders();
  let extra = own[0];
  const table = h("div");
  const given = h("p", { class: "ntrk-muted" });

  function update() {
    const results = [...data.strategies, { ...extra, id: "own" }].map((strategy) => simulate(strategy, settings));
    table.replaceChildren(
      h("p", {}, h("strong", {}, `${amount(settings.tumours * settings.prevalence)} of ${count(settings.tumours)} tumours have a fusion.`)),
      drawTable(results, choice, settings));
    given.replaceChildren(inline(settings.stain.text));
    const { most, cheapest } = winners(results);
    return `Most found: ${most.strategy.name}, ${amount(most.middle.found)} of ${amount(settings.tumours * settings.prevalence)}. `
      + `Least for each found: ${cheapest.strategy.name}, ${amount(cheapest.middle.costPerFound)} units.`;
  }
  const changed = () => say(update());

  const prevalence = slider({ label: "Tumours with a fusion", values: data.prevalences, start: data.start.at,
    text: (value) => {
      const name = data.named[data.prevalences.indexOf(value)];
      return `${percent(value).replace(/(\.\d)0%/, "$1%")}, ${oneIn(value)}${name ? ` (${name})` : ""}`;
    },
    change: (value) => { settings.prevalence = value; changed(); } });
  const tumours = select({ label: "Tumours tested", value: String(settings.tumours),
    options: data.tumours.map((n) => ({ value: String(n), text: count(n) })),
    change: (value) => { settings.tumours = Number(value); changed(); } });
  const stain = select({ label: "Counts of the stain", value: settings.stain.id,
    options: data.stains.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => { settings.stain = data.stains.find((one) => one.id === id) ?? settings.stain; changed(); } });
  const order = select({ label: "An order of your own", options: own.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => { extra = own.find((one) => one.id === id) ?? extra; changed(); } });
  const prices = NAMES.map((name) => priceField(`Price: ${ASSAYS[name]}`, settings.prices[name],
    (value) => { settings.prices[name] = value; changed(); }));
  const failures = NAMES.map((name) => {
    const values = name === "rna" ? data.rnaFailures : data.failures;
    return slider({ label: `No result: ${ASSAYS[name]}`, values, start: values.indexOf(settings.failures[name]),
      text: ([value]) => `${percent(value)} of samples${name === "rna" && value === data.published ? ", as published" : ""}`,
      change: (value) => { settings.failures[name] = value; changed(); } }).element;
  });
  const goesOn = select({ label: "A first test without a result", options: [
    { value: "on", text: "The second test is done" }, { value: "ends", text: "Testing ends" }],
  change: (value) => { settings.failedGoesOn = value === "on"; changed(); } });
  update();

  const element = h("div", {},
    h("h4", {}, "Change what you like"),
    h("div", { class: "ntrk-strategy-controls" }, prevalence.element, tumours.element, stain.element, order.element),
    given,
    h("details", {}, h("summary", {}, "Prices and failures"),
      h("p", { class: "ntrk-muted" }, "The prices are constructed, in units; put in your own. Only the failures of RNA sequencing were counted; the others start at none."),
      h("div", { class: "ntrk-strategy-controls ntrk-strategy-three" }, ...prices, ...failures, goesOn.element)),
    table,
    h("p", { class: "ntrk-muted" }, "Grey lines and brackets: lowest and highest outcome over the ends of the exact 95% intervals of the counts "
      + "(the stain's two figures, the RNA failures), in every combination. The counts behind the DNA panel's figures were not read, so those are held fixed. "
      + "Its specificity is printed to one decimal: where fusions are rare, rounding alone could halve its false alarms."),
    h("p", { class: "ntrk-muted" }, "A simple model. Tests are taken to err independently, but poor tissue spoils more than one. "
      + "RNA sequencing is taken as the reference, so it is never wrong here, only without a result."),
    h("p", {}, "The cost of a fusion found leaves out false alarms. ", inline(data.economics)));
  return { verdict, element };
}

/**
 * @param {string} text @param {number} start @param {(value: number) => void} change
 */
function priceField(text, start, change) {
  const id = uniqueId("price");
  /** Why what was typed cannot count, in words; a number half typed is no fault yet. */
  const refusal = () => {
    const { value, reason } = readNumber(input.value, "units");
    return value !== undefined && value >= 0 && value <= 1e9 ? "" : (reason ?? "A price lies between 0 and 1,000,000,000.");
  };
  const input = h("input", { type: "text", id, inputmode: "decimal", autocomplete: "off", value: start,
    oninput: () => {
      const fits = !refusal();
      input.setAttribute("aria-invalid", String(!fits));
      if (fits) problem.textContent = "";
      if (fits) change(Number(readNumber(input.value, "units").value));
    },
    onchange: () => { problem.textContent = refusal() && `${refusal()} The last one still counts.`; } });
  const problem = liveRegion({ class: "ntrk-muted" });
  return h("div", { class: "ntrk-control" }, h("label", { for: id }, text), input, problem);
}

/** The two choices beside what the sums say. @param {Result[]} results @param {Choice} choice @param {Settings} settings */
function judge(results, choice, settings) {
  const best = winners(results);
  const find = (/** @type {string} */ id) => /** @type {Result} */ (results.find(({ strategy }) => strategy.id === id));
  const fused = amount(settings.tumours * settings.prevalence);
  const found = (/** @type {Result} */ { strategy, middle }) => `${strategy.name}: ${amount(middle.found)} of ${fused}`;
  const price = (/** @type {Result} */ { strategy, middle }) => `${strategy.name}: ${units(middle)}${
    middle.falseAlarms > 1 ? `, with ${amount(middle.falseAlarms)} false alarms` : ""}`;
  const part = (/** @type {string} */ question, /** @type {Result} */ mine, /** @type {Result} */ right, /** @type {(result: Result) => string} */ say) => {
    const same = mine === right;
    return h("p", {}, h("strong", {}, `${question} ${same ? "Right." : "Not quite."} `), `${say(right)}. `, inline(right.strategy.why),
      ...(same ? [] : [` You chose ${say(mine)}. `, inline(mine.strategy.why)]));
  };
  return [part("Most found?", find(choice.most), best.most, found), part("Least for each found?", find(choice.cheapest), best.cheapest, price)];
}

/** @param {Outcome} outcome */
function units({ costPerFound }) {
  return Number.isFinite(costPerFound) ? `${amount(costPerFound)} units for each fusion found` : "none found";
}

/** An expected count or a cost: one decimal below 100. @param {number} value */
function amount(value) {
  if (!Number.isFinite(value)) return "none found";
  const tenth = Math.round(10 * value) / 10;
  return count(value, tenth < 100 && !Number.isInteger(tenth) ? 1 : 0);
}

/** @type {[keyof Outcome, string][]} */
const COLUMNS = [["found", "Found"], ["costPerFound", "Cost per fusion found"], ["missed", "Missed"], ["falseAlarms", "False alarms"],
  ["failed", "No result"], ["tests", "Tests run"], ["cost", "Cost in all"]];

/** @param {Result[]} results @param {Choice} choice @param {Settings} settings */
function drawTable(results, choice, settings) {
  const ranges = results.map(({ corners }) => COLUMNS.map(([key]) => {
    const values = corners.map((corner) => corner[key]);
    return [Math.min(...values), Math.max(...values)];
  }));
  const dearest = Math.max(...ranges.map((range) => range[1][1]).filter(Number.isFinite));
  const tops = [settings.tumours * settings.prevalence, dearest];
  const { most, cheapest } = winners(results);
  return h("table", { role: "table", class: "ntrk-strategy-table", "aria-label": "The strategies side by side" },
    h("thead", { role: "rowgroup", class: "ntrk-hidden" }, h("tr", { role: "row" }, h("th", { role: "columnheader" }, "Strategy"),
      COLUMNS.map(([, label]) => h("th", { role: "columnheader" }, label)))),
    h("tbody", { role: "rowgroup" }, results.map((result, row) => {
      const { id, name } = result.strategy;
      const marks = [result === most && "Finds most", result === cheapest && "Costs least for each found",
        id === "own" && "Your order", id === choice.most && "Your choice: most", id === choice.cheapest && "Your choice: least per find"].filter(Boolean);
      return h("tr", { role: "row", "data-strategy": id },
        h("th", { role: "rowheader", scope: "row" }, name, marks.map((mark) => h("span", { class: "ntrk-strategy-mark" }, String(mark)))),
        COLUMNS.map(([key, label], column) => {
          const value = result.middle[key];
          const [low, high] = ranges[row][column];
          const ranged = column < 2 && low < high;
          return h("td", { role: "cell", "data-cell": key, "data-value": value, "data-low": low, "data-high": high },
            h("span", { class: "ntrk-strategy-label", "aria-hidden": "true" }, `${label} `),
            h("span", { class: "ntrk-strategy-number" }, amount(value)), ranged ? ` (${amount(low)} to ${amount(high)})` : null,
            column < 2 && Number.isFinite(value) && drawBar(value, low, high, tops[column], key));
        }));
    })));
}

/** @param {number} value @param {number} low @param {number} high @param {number} top @param {string} kind */
function drawBar(value, low, high, top, kind) {
  const at = (/** @type {number} */ x) => `${top ? 100 * Math.min(1, x / top) : 0}%`;
  return svg("svg", { width: "100%", height: 20, "aria-hidden": "true", class: "ntrk-strategy-bar" },
    svg("rect", { width: "100%", height: 12, class: "ntrk-strategy-track" }),
    svg("rect", { width: at(value), height: 12, class: `ntrk-strategy-${kind}` }),
    low < high && svg("line", { x1: at(low), x2: at(high), y1: 17, y2: 17, class: "ntrk-strategy-range" }));
}

export default { render };
