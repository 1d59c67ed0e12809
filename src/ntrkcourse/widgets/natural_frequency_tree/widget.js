// One stain in three populations: guess what a positive result means, then see the tree of counts.
import { count, percent, oneIn } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, frame } from "../shared/dom.js";
import { slider, select, radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {[number, number, string]} Share events, total, fact
 * @typedef {{ values: number[], counts: ([number, number, number] | null)[] }} Cell PPV with its ends, NPV with
 *   its ends; for each size: tumours with a fusion, those of them that stain, the others that stain
 * @typedef {{ id: string, name: string, short: string, at: number, size: number, text: Span[] }} Population
 * @typedef {{ id: string, name: string, sensitivity: Share, specificity: Share, caution: Span[], cells: Cell[] }} Rule
 * @typedef {{ population: string, rule: string, guess: number }} Choice
 * @typedef {Partial<Choice>} Said empty before the guess
 * @typedef {{ id: string, start: { population: string, rule: string }, prevalences: number[], sizes: number[],
 *   populations: Population[], rules: Rule[], published: { population: string, rule: string, text: Span[] } }} Data
 * @typedef {{ data: Data, at: number, rule: Rule, size: number, guess: number | null }} View
 */

const TITLE = "What does a positive stain mean?";

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.id,
    shape: { population: asIs, rule: asIs, guess: asIs },
    restore: (value) => restore(data, value),
    follow: show,
  });
  const body = h("div");
  const said = liveRegion({ class: "ntrk-hidden" });
  let stop = () => {};
  frame(el, TITLE);
  el.append(h("h3", {}, TITLE), body, said);

  /** @param {boolean} focus */
  function ask(focus) {
    stop();
    stop = () => {};
    said.textContent = "";
    let guess = 50;
    const population = radios({ legend: "Which tumours are stained?", value: data.start.population,
      options: data.populations.map(({ id, name, text }) => ({ value: id, text: [name, note(text)] })) });
    const rule = radios({ legend: "Which counts describe the stain?", value: data.start.rule,
      options: data.rules.map((one) => ({ value: one.id, text: [one.name, note(figures(one))] })) });
    const question = slider({ label: "A stain is positive. Of 100 positive stains, how many tumours have a fusion?",
      values: Array.from({ length: 101 }, (_, n) => n), start: guess, text: (n) => `${n} of 100`, change: (n) => { guess = n; } });
    body.replaceChildren(
      h("p", {}, "Choose tumours and a stain, guess, and then see the tree of counts."),
      population.element, rule.element, question.element,
      primary("Commit to this guess", () => {
        /** @type {Choice} */
        const choice = { population: population.value() || "", rule: rule.value() || "", guess };
        keep.save(choice);
        reveal(choice, true);
      }));
    if (focus) /** @type {HTMLInputElement | null} */ (population.element.querySelector("input:checked"))?.focus();
  }

  /** @param {Choice} choice @param {boolean} focus */
  function reveal(choice, focus) {
    stop();
    const { verdict, element, update, clean } = explorer(data, choice, (text) => { said.textContent = text; });
    body.replaceChildren(verdict, element, button("Start again", () => {
      keep.wipe({});
      ask(true);
    }));
    stop = clean;
    update();
    if (focus) verdict.focus();
  }

  /** @param {Said} now */
  function show(now) {
    if ("guess" in now) reveal(/** @type {Choice} */ (now), false);
    else ask(false);
  }

  const remembered = keep.read();
  show(remembered);
  keep.share(remembered);
  return () => {
    stop();
    keep.stop();
  };
}

/** What the browser remembers, if all of it still fits. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const fits = Boolean(value) && data.populations.some(({ id }) => id === value.population)
    && data.rules.some(({ id }) => id === value.rule) && Number.isInteger(value.guess) && value.guess >= 0 && value.guess <= 100;
  return fits ? { population: value.population, rule: value.rule, guess: value.guess } : {};
}

/** @param {Span[]} spans */
function note(spans) {
  return h("span", { class: "ntrk-muted ntrk-tree-note" }, inline(spans));
}

/** @param {Rule} rule @returns {Span[]} */
function figures({ sensitivity, specificity }) {
  const link = (/** @type {Share} */ [events, total, fact]) => /** @type {Span} */ (["fact", `${count(events)} of ${count(total)}`, fact]);
  return [["text", "Positive in "], link(sensitivity), ["text", " tumours with a fusion, negative in "], link(specificity), ["text", " without."]];
}

/**
 * What is shown after the commit: the verdict, controls, the tree and the strip.
 * @param {Data} data @param {Choice} choice @param {(text: string) => void} say
 */
function explorer(data, choice, say) {
  const first = /** @type {Population} */ (data.populations.find(({ id }) => id === choice.population));
  const firstRule = /** @type {Rule} */ (data.rules.find(({ id }) => id === choice.rule));
  /** @type {View} */
  const view = { data, at: first.at, rule: firstRule, size: first.size, guess: choice.guess };
  const verdict = h("p", { class: "ntrk-tree-verdict", tabindex: -1 }, ...judge(view));

  const population = select({ label: "Tumours", value: first.id,
    options: [...data.populations.map(({ id, name }) => ({ value: id, text: name })), { value: "", text: "Another share with a fusion" }],
    change: (id) => {
      const wanted = data.populations.find((one) => one.id === id);
      if (!wanted) return;
      Object.assign(view, { at: wanted.at, size: wanted.size });
      update(true);
    } });
  const prevalence = slider({ label: "How many of them have a fusion", values: data.prevalences, start: first.at,
    text: (value) => `${rate(value)}, ${oneIn(value)}`,
    change: (_, at) => { view.at = at; update(true); } });
  const rule = select({ label: "Counts of the stain", value: choice.rule, options: data.rules.map(({ id, name }) => ({ value: id, text: name })),
    change: (id) => { view.rule = data.rules.find((one) => one.id === id) ?? view.rule; update(true); } });
  const size = select({ label: "Draw the tree for", options: data.sizes.map((n) => ({ value: String(n), text: `${count(n)} tumours` })),
    change: (value) => { view.size = Number(value); update(true); } });

  const treeHolder = h("div");
  const stripHolder = h("div");
  const positive = h("div", { class: "ntrk-tree-group" });
  const negative = h("div", { class: "ntrk-tree-group" });
  const notes = h("div");
  let stops = [() => {}];

  /** @param {boolean} [now] */
  function update(now) {
    const { counts } = view.rule.cells[view.at];
    if (!counts[data.sizes.indexOf(view.size)]) {
      view.size = data.sizes.find((n, index) => n >= 1000 && counts[index]) ?? view.size;
    }
    data.sizes.forEach((n, index) => { size.input.options[index].disabled = !counts[index]; });
    size.input.value = String(view.size);
    prevalence.set(view.at);
    const here = data.populations.find(({ at }) => at === view.at);
    population.input.value = here?.id ?? "";
    // The guess was about one population and one rule; beside another it would mislead.
    view.guess = here === first && view.rule === firstRule ? choice.guess : null;
    const bars = [h("div"), h("div")];
    positive.replaceChildren(...positives(view, bars[0]));
    negative.replaceChildren(...negatives(view, bars[1]));
    const published = here?.id === data.published.population && view.rule.id === data.published.rule;
    notes.replaceChildren(
      h("p", {}, inline(figures(view.rule)), " ", inline(view.rule.caution)),
      published ? h("p", {}, inline(data.published.text)) : "",
      h("p", { class: "ntrk-muted" }, "Ranges: both figures at the lower, then both at the upper ends of their exact 95% intervals, "
        + "with the share that has a fusion taken as known. Where they were measured on other tumours, they may not hold on these."),
      comparison(view));
    stops.forEach((stop) => stop());
    const [ppv, , , npv] = view.rule.cells[view.at].values;
    stops = [
      drawToWidth(treeHolder, (width) => drawTree(width, view)),
      drawToWidth(bars[0], (width) => drawBar(width, view, ppv, true)),
      drawToWidth(bars[1], (width) => drawBar(width, view, 1 - npv, false)),
      drawToWidth(stripHolder, (width) => drawStrip(width, view)),
    ];
    if (now) say(`${rate(data.prevalences[view.at])} have a fusion: ${rate(ppv)} of positive stains are right, ${rate(npv)} of negative ones.`);
  }

  const element = h("div", {},
    h("p", {}, "Now change the tumours, or the stain, and watch what a positive result means."),
    h("div", { class: "ntrk-tree-controls" }, population.element, rule.element, prevalence.element, size.element),
    treeHolder, positive, negative,
    h("h4", {}, "The rarer the fusion, the less a positive stain means"),
    h("p", { class: "ntrk-muted" }, "Upwards: positive stains that are right. Grey: the range."), stripHolder, notes);
  return { verdict, element, update, clean: () => stops.forEach((stop) => stop()) };
}

/** The guess beside the tree, in words. @param {View} view @returns {Child[]} */
function judge({ data, at, rule, size, guess }) {
  const [ppv, low] = rule.cells[at].values;
  const [fused, stained, alarms] = countsOf({ data, at, rule, size });
  const said = Number(guess);
  const near = (/** @type {number} */ share) => Math.abs(said - 100 * share) <= 5;
  const why = near(ppv) ? "That is close."
    : near(rule.sensitivity[0] / rule.sensitivity[1])
      ? "Your number is close to the share of tumours with a fusion that stain. The question ran the other way: of the stains, how many have a fusion?"
      : near(rule.specificity[0] / rule.specificity[1])
        ? "Your number is close to the share of tumours without a fusion that stay negative. That says nothing yet about the positive ones."
        : said > 100 * ppv
          ? `False alarms are more than you thought: ${number(alarms)} of the ${number(size - fused)} tumours without a fusion stain too, beside ${number(stained)} with one.`
          : alarms === 0
            ? `No tumour without a fusion was counted as positive. With ${count(rule.specificity[1])} such tumours examined, false alarms remain possible: the range reaches down to ${rate(low)}.`
            : "False alarms are fewer than you thought: where fusions are common, few tumours are left to raise one.";
  return [h("strong", {}, `Of 100 positive stains, ${perHundred(ppv)}. You said ${said}. `), why];
}

/** @param {Pick<View, "data" | "at" | "rule" | "size">} view @returns {[number, number, number]} */
function countsOf({ data, at, rule, size }) {
  return rule.cells[at].counts[data.sizes.indexOf(size)] ?? [0, 0, 0];
}

/** @param {number} ppv */
function perHundred(ppv) {
  const n = 100 * ppv;
  if (n < 1) return `fewer than 1 tumour has a fusion (${rate(ppv)})`;
  return n > 99 && n < 100 ? "more than 99 tumours have a fusion" : `${Math.round(n)} ${Math.round(n) === 1 ? "tumour has" : "tumours have"} a fusion`;
}

/** A count that may be an expectation: whole where it can be. @param {number} value */
function number(value) {
  const tenth = Math.round(10 * value) / 10;
  return count(tenth, Number.isInteger(tenth) ? 0 : 1);
}

/** A percentage with one decimal between 1 and 99, and no idle zero. @param {number} fraction */
function rate(fraction) {
  const value = 100 * fraction;
  return (value >= 1 && value <= 99 ? `${value.toFixed(1)}%` : percent(fraction)).replace(/(\.\d*?)0+%$/, "$1%").replace(".%", "%");
}

/** @typedef {import("../shared/dom.js").Child} Child */

/** @param {View} view @param {HTMLElement} bar @returns {Node[]} */
function positives(view, bar) {
  const [ppv, low, high] = view.rule.cells[view.at].values;
  const [, stained, alarms] = countsOf(view);
  return [
    h("h4", {}, `+ ${number(stained + alarms)} positive stains`), bar,
    h("p", {}, h("strong", { "data-result": "ppv" }, `${number(stained)} of ${number(stained + alarms)} have a fusion: ${rate(ppv)}`),
      ` (range ${rate(low)} to ${rate(high)}).`)];
}

/** @param {View} view @param {HTMLElement} bar @returns {Node[]} */
function negatives(view, bar) {
  const [, , , npv, low, high] = view.rule.cells[view.at].values;
  const [fused, stained, alarms] = countsOf(view);
  const missed = fused - stained;
  const quiet = view.size - fused - alarms;
  const before = 1 - view.data.prevalences[view.at];
  const lesson = before > 0.98 ? `${rate(npv)} sounds superb; without any test it was ${rate(before)}.`
    : `Without any test it was ${rate(before)}.`;
  return [
    h("h4", {}, `− ${number(quiet + missed)} negative stains`), bar,
    h("p", {}, h("strong", { "data-result": "npv" }, `${number(quiet)} of ${number(quiet + missed)} have no fusion: ${rate(npv)}`),
      ` (range ${rate(low)} to ${rate(high)}). ${lesson} ${missed > 0 ? `Missed: ${number(missed)} of ${number(fused)} fusions.` : ""}`)];
}

/** @param {View} view */
function comparison({ data, rule }) {
  return dataTable("This stain in the three populations, as a table",
    ["Tumours", "Positive: has a fusion", "Negative: has none", "Has none, before any test"],
    data.populations.map(({ name, at }) => {
      const [ppv, low, high, npv, npvLow, npvHigh] = rule.cells[at].values;
      return [name, `${rate(ppv)} (${rate(low)} to ${rate(high)})`, `${rate(npv)} (${rate(npvLow)} to ${rate(npvHigh)})`, rate(1 - data.prevalences[at])];
    }));
}

/** @param {number} x @param {number} y @param {string} words @param {Record<string, any>} [props] */
function label(x, y, words, props = {}) {
  return svg("text", { x, y, "text-anchor": "middle", class: "ntrk-tree-text", ...props }, words);
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
  const [fused, stained, alarms] = countsOf(view);
  const { sensitivity, specificity } = view.rule;
  const column = width / 8;
  const share = (/** @type {number} */ events, /** @type {number} */ total) => (width < 420 ? `${events}/${total}` : `${events} of ${total}`);
  /** @param {number} x @param {number} y @param {number} half @param {string} kind @param {Node[]} inside */
  const box = (x, y, half, kind, inside) => [
    svg("rect", { x: x - half, y, width: 2 * half, height: 48, rx: 7, class: `ntrk-tree-box ${kind}` }), ...inside];
  /** @param {number} from @param {number} to @param {number} top @param {string} words */
  const branch = (from, to, top, words) => [
    svg("line", { x1: from, y1: top, x2: to, y2: top + 54, class: "ntrk-tree-branch" }),
    // Near the branch's end, where neighbours do not collide on a phone.
    label(from + 0.78 * (to - from), top + 38, words, { class: "ntrk-tree-text ntrk-tree-share" })];
  /** @param {number} place @param {number} value @param {boolean} fusion @param {boolean} positive */
  const leaf = (place, value, fusion, positive) => {
    const x = place * column;
    return box(x, 206, column - 3, positive ? "ntrk-tree-positive" : "ntrk-tree-negative", [
      dot(x, 206, fusion),
      label(x, 229, number(value), { class: "ntrk-tree-count" }), label(x, 246, `${positive ? "+" : "−"} ${width < 300 ? (positive ? "pos." : "neg.") : positive ? "positive" : "negative"}`)]);
  };
  const prevalence = view.data.prevalences[view.at];
  const wide = Math.min(2 * column - 4, 110);
  return svg("svg", { width, height: 258, viewBox: `0 0 ${width} 258`, role: "img", "aria-label":
    `Tree. Of ${number(view.size)} tumours ${number(fused)} have a fusion: ${number(stained)} of them stain, ${number(fused - stained)} do not. `
    + `${number(view.size - fused)} have none: ${number(alarms)} of them stain, ${number(view.size - fused - alarms)} do not.` },
  branch(4 * column, 2 * column, 50, rate(prevalence)), branch(4 * column, 6 * column, 50, rate(1 - prevalence)),
  branch(2 * column, column, 152, share(sensitivity[0], sensitivity[1])),
  branch(2 * column, 3 * column, 152, share(sensitivity[1] - sensitivity[0], sensitivity[1])),
  branch(6 * column, 5 * column, 152, share(specificity[1] - specificity[0], specificity[1])),
  branch(6 * column, 7 * column, 152, share(specificity[0], specificity[1])),
  box(4 * column, 2, Math.min(2 * column, 80), "", [label(4 * column, 22, number(view.size), { class: "ntrk-tree-count" }), label(4 * column, 40, "tumours")]),
  box(2 * column, 104, wide, "ntrk-tree-with", [dot(2 * column, 104, true), label(2 * column, 127, number(fused), { class: "ntrk-tree-count" }), label(2 * column, 144, "with a fusion")]),
  box(6 * column, 104, wide, "", [dot(6 * column, 104, false), label(6 * column, 127, number(view.size - fused), { class: "ntrk-tree-count" }), label(6 * column, 144, "without")]),
  leaf(1, stained, true, true), leaf(3, fused - stained, true, false), leaf(5, alarms, false, true), leaf(7, view.size - fused - alarms, false, false));
}

/**
 * All positive, or all negative, stains: the part with a fusion at the left; the guess as a mark.
 * @param {number} width @param {View} view @param {number} share of these stains with a fusion @param {boolean} positive
 */
function drawBar(width, view, share, positive) {
  const values = view.rule.cells[view.at].values;
  const [low, high] = positive ? [values[1], values[2]] : [1 - values[5], 1 - values[4]];
  const inner = width - 4;
  const x = (/** @type {number} */ fraction) => 2 + fraction * inner;
  const guess = positive ? view.guess : null;
  const top = guess === null ? 2 : 24;
  const roomLeft = share * inner > 110;
  const roomRight = (1 - share) * inner > 90;
  return svg("svg", { width, height: top + 46, viewBox: `0 0 ${width} ${top + 46}`, role: "img", "aria-label":
    `Bar of all ${positive ? "positive" : "negative"} stains: ${rate(share)} have a fusion, range ${rate(low)} to ${rate(high)}${guess === null ? "" : `; you guessed ${guess}%`}.` },
  svg("rect", { x: 2, y: top, width: inner, height: 28, class: `ntrk-tree-bar ${positive ? "ntrk-tree-positive" : "ntrk-tree-negative"}` }),
  share > 0 && svg("rect", { x: 2, y: top, width: Math.max(2, share * inner), height: 28, class: "ntrk-tree-fused ntrk-moves" }),
  roomLeft && label(10, top + 19, "with a fusion", { class: "ntrk-tree-inside", "text-anchor": "start" }),
  roomRight && label(width - 10, top + 19, "without", { "text-anchor": "end" }),
  svg("line", { x1: x(low), x2: x(high), y1: top + 38, y2: top + 38, class: "ntrk-tree-range" }),
  [low, high].map((end) => svg("line", { x1: x(end), x2: x(end), y1: top + 33, y2: top + 43, class: "ntrk-tree-range" })),
  guess !== null && [
    svg("line", { x1: x(guess / 100), x2: x(guess / 100), y1: 18, y2: top + 30, class: "ntrk-tree-guess" }),
    label(x(guess / 100), 13, `your guess ${guess}`, { "text-anchor": guess < 20 ? "start" : guess > 80 ? "end" : "middle" })]);
}

/** PPV against the share that has a fusion, which is stretched at both ends (log odds). @param {number} width @param {View} view */
function drawStrip(width, { data, at, rule }) {
  const odds = (/** @type {number} */ p) => Math.log(p / (1 - p));
  const ends = [odds(data.prevalences[0]), odds(data.prevalences[data.prevalences.length - 1])];
  const [left, top, height] = [44, 26, 130];
  const x = (/** @type {number} */ p) => left + 8 + (width - left - 30) * ((odds(p) - ends[0]) / (ends[1] - ends[0]));
  const y = (/** @type {number} */ share) => top + height * (1 - share);
  const path = (/** @type {number} */ which) => data.prevalences.map((p, index) => `${x(p)},${y(rule.cells[index].values[which])}`);
  const here = rule.cells[at].values[0];
  return svg("svg", { width, height: 204, viewBox: `0 0 ${width} 204`, role: "img", "aria-label":
    `Curve of the share of positive stains that are right against the share of tumours with a fusion. ${data.populations.map(({ name, at: place }) =>
      `${name}: ${rate(rule.cells[place].values[0])}`).join("; ")}.` },
  [0, 0.5, 1].map((share) => [
    svg("line", { x1: left, x2: width - 4, y1: y(share), y2: y(share), class: "ntrk-tree-grid" }),
    label(left - 6, y(share) + 5, `${100 * share}%`, { "text-anchor": "end" })]).flat(),
  svg("polygon", { points: [...path(1), ...path(2).reverse()].join(" "), class: "ntrk-tree-band" }),
  data.populations.map((one) => [
    svg("line", { x1: x(data.prevalences[one.at]), x2: x(data.prevalences[one.at]), y1: top, y2: top + height, class: "ntrk-tree-mark" }),
    label(Math.min(width - 32, x(data.prevalences[one.at])), 16, one.short)]).flat(),
  svg("polyline", { points: path(0).join(" "), class: "ntrk-tree-curve" }),
  svg("circle", { cx: x(data.prevalences[at]), cy: y(here), r: 7, class: "ntrk-tree-here" }),
  [0.001, 0.01, 0.1, 0.5, 0.9].map((p) => label(x(p), top + height + 18, rate(p))),
  label((left + width) / 2, 198, "tumours with a fusion"));
}

export default { render };
