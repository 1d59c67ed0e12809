// A small calculator for a reader without a kernel: three forms, and how each result is worked out, in words.

import { dataTable, primary, radios } from "../shared/controls.js";
import { fill, frame, h, uniqueId } from "../shared/dom.js";
import { asIs, keeper } from "../shared/kept.js";
import { count, readNumber } from "../shared/numbers.js";
import {
  chanceOfExactly,
  chanceOfNone,
  exactInterval,
  predictiveValues,
  testsToFindOne,
} from "../shared/proportions.js";

/**
 * @typedef {import("./data.js").CalculatorContent & { level: number }} Data
 * @typedef {import("./data.js").Form["id"]} Kind
 * @typedef {Record<string, string>} Words
 * @typedef {{ name: string, unit: "people" | "per_cent", low: number, high: number, optional?: boolean,
 *   within?: { name: string, told: string } }} Box `within` names the box of the same form that it may not pass, and what
 *   is said where it does
 * @typedef {{ form: Kind, typed: Record<string, string> }} Said
 * @typedef {Record<string, number | undefined>} Values by the names of their boxes, shares as fractions
 * @typedef {{ head: string, told: string[], table?: HTMLElement, steps: string[] }} Result
 */

// Beyond this the continued fraction of an exact interval would take seconds.
const MOST = 1e7;
const ALL = 10_000;

const share = (/** @type {string} */ name) => /** @type {Box} */ ({ name, unit: "per_cent", low: 0, high: 100 });
const people = (/** @type {string} */ name, low = 0) => /** @type {Box} */ ({ name, unit: "people", low, high: MOST });

/** @type {Record<Kind, Box[]>} */
const BOXES = {
  interval: [{ ...people("events"), within: { name: "total", told: "more_than_total" } }, people("total", 1)],
  result: [share("prevalence"), share("sensitivity"), share("specificity")],
  one: [
    share("rate"),
    people("number", 1),
    { ...people("exactly"), optional: true, within: { name: "number", told: "more_than_number" } },
  ],
};
const NAMES = Object.values(BOXES)
  .flat()
  .map(({ name }) => name);

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words } = data;
  const keep = keeper({
    model,
    el,
    shape: { form: asIs, typed: asIs },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(said, now);
      which.set(said.form);
      draw();
    },
  });
  const said = keep.read();
  const stage = h("div");
  const which = radios({
    legend: words.choose,
    options: data.form.map(({ id, name }) => ({ value: id, text: name })),
    value: said.form,
    change: (form) => {
      said.form = /** @type {Kind} */ (form);
      keep.save(said);
      draw();
    },
    class: "ntrk-scale",
  });

  function draw() {
    const found = h("div", { class: "calc-result" });
    const boxes = BOXES[said.form].map((box) =>
      boxed(words, box, said.typed[box.name] ?? "", (text) => {
        said.typed = { ...said.typed, [box.name]: text };
        keep.save(said);
        // A result must never stand beside numbers that it is not of.
        found.replaceChildren();
      }),
    );

    /** The result of what was typed; with `asked`, what is wrong in it too. @param {boolean} asked */
    function work(asked) {
      const read = valuesOf(words, said.form, said.typed);
      boxes.forEach(({ tell }) => tell(asked ? read.problems : {}));
      found.replaceChildren();
      if (Object.keys(read.problems).length > 0) {
        if (asked) boxes.find(({ name }) => read.problems[name])?.input.focus();
        return;
      }
      const { head, told, table, steps } = RESULTS[said.form](data, read.values);
      const heading = h("h4", { tabindex: -1 }, head);
      found.append(
        heading,
        ...told.map((text) => h("p", {}, text)),
        ...(table ? [table] : []),
        h(
          "details",
          {},
          h("summary", {}, words.how),
          h(
            "ol",
            {},
            steps.map((text) => h("li", {}, text)),
          ),
        ),
      );
      if (asked) heading.focus();
    }

    const press = primary(words.work, () => work(true));
    const sheet = h(
      "div",
      {
        onkeydown: (/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter" && event.target instanceof HTMLInputElement) work(true);
        },
      },
      ...boxes.map(({ element }) => element),
      press,
    );
    stage.replaceChildren(sheet, found);
    work(false);
  }

  frame(el, data.title);
  // A tool asks for nothing that the page tells.
  el.toggleAttribute("data-committed", true);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), which.element, stage);
  draw();
  keep.share(said);
  return keep.stop;
}

/** A box with its label, its unit, and a place for what is wrong in it. @param {Words} words @param {Box} box @param {string} text @param {(text: string) => void} change */
function boxed(words, { name, unit }, text, change) {
  const id = uniqueId("calc");
  const problem = h("p", { id: `${id}-problem`, class: "calc-problem" });
  const tell = (/** @type {Record<string, string>} */ problems) => {
    problem.textContent = problems[name] ?? "";
    if (problems[name]) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const input = h("input", {
    type: "text",
    id,
    inputmode: unit === "people" ? "numeric" : null,
    autocomplete: "off",
    maxlength: 60,
    "aria-describedby": `${id}-unit ${id}-problem`,
    oninput: () => {
      tell({});
      change(input.value);
    },
  });
  input.value = text;
  const element = h(
    "div",
    { class: "calc-box" },
    h("label", { for: id }, words[name]),
    h("div", { class: "calc-line" }, input, h("span", { id: `${id}-unit` }, words[unit])),
    problem,
  );
  return { name, element, input, tell };
}

/** What was typed as numbers, and what is wrong in it, by box. @param {Words} words @param {Kind} form @param {Record<string, string>} typed */
function valuesOf(words, form, typed) {
  /** @type {Values} */
  const values = {};
  /** @type {Record<string, string>} */
  const problems = {};
  for (const box of BOXES[form]) {
    const text = typed[box.name] ?? "";
    if (!text.trim()) {
      if (!box.optional) problems[box.name] = words.empty;
      continue;
    }
    const { value } = readNumber(text, words[box.unit]);
    const problem = value === undefined ? unread(words, box, text) : wrongIn(words, box, value);
    if (problem) problems[box.name] = problem;
    else values[box.name] = box.unit === "per_cent" ? Number(value) / 100 : value;
  }
  for (const { name, within } of BOXES[form]) {
    const [value, limit] = [values[name], within && values[within.name]];
    if (within && value !== undefined && limit !== undefined && value > limit)
      problems[name] = fill(words[within.told], { value: count(value), limit: count(limit) });
  }
  return { values, problems };
}

/** @param {Words} words @param {Box} box @param {string} text */
function unread(words, { unit }, text) {
  const typed = text.trim();
  if (unit === "people") return fill(words.unread_people, { typed });
  return fill(words.unread_per_cent, { typed, share: "1 in 400" });
}

/** @param {Words} words @param {Box} box @param {number} value */
function wrongIn(words, { unit, low, high }, value) {
  const shown = value.toLocaleString("en-GB", { maximumSignificantDigits: 8 });
  if (value < low) return fill(words.too_small, { value: shown, limit: count(low) });
  if (value > high) return fill(words.too_large, { value: shown, limit: count(high) });
  return unit === "people" && !Number.isInteger(value) ? fill(words.not_whole, { value: shown }) : "";
}

/**
 * A fraction as a percentage with three significant figures, near the whole with two of what is missing: a calculator
 * shows more than a text. @param {number} fraction
 */
function percents(fraction) {
  const value = 100 * fraction;
  const rest = 100 - value;
  const places = rest > 0 && rest < 1 ? { maximumFractionDigits: Math.min(9, 1 - Math.floor(Math.log10(rest))) } : null;
  return `${value.toLocaleString("en-GB", places ?? { maximumSignificantDigits: 3 })}%`;
}

/** A share as it was typed. @param {number} fraction */
function typedShare(fraction) {
  return `${(100 * fraction).toLocaleString("en-GB", { maximumSignificantDigits: 8 })}%`;
}

/** A number of people to expect: whole where it is large. @param {number} value */
function expected(value) {
  return value >= 10 ? count(value) : value.toLocaleString("en-GB", { maximumSignificantDigits: 2 });
}

/** How many people to speak of, so that the rarest of these is one at least. @param {...number} fractions */
function crowd(...fractions) {
  const least = Math.min(...fractions.filter((fraction) => fraction > 0));
  let size = 100;
  while (size * least < 0.5 && size < 1e6) size *= 10;
  return size;
}

/** @type {Record<Kind, (data: Data, values: Values) => Result>} */
const RESULTS = { interval, result, one };

/** @param {Data} data @param {Values} values @returns {Result} */
function interval({ words, level }, { events = 0, total = 1 }) {
  const [low, high] = exactInterval(events, total, level);
  const rate = events / total;
  const size = crowd(rate, low, high);
  const of = (/** @type {number} */ fraction) => count(size * fraction);
  const told = { events: count(events), total: count(total), tail: percents((1 - level) / 2) };
  return {
    head: fill(words.interval_head, { ...told, share: percents(rate) }),
    told: [
      fill(words.interval_range, { level: percents(level), low: percents(low), high: percents(high) }),
      fill(words.interval_people, { point: of(rate), low: of(low), high: of(high), size: count(size) }),
    ],
    steps: [
      events === 0 ? words.interval_low_none : fill(words.interval_low, { ...told, low: percents(low) }),
      events === total ? words.interval_high_all : fill(words.interval_high, { ...told, high: percents(high) }),
      words.interval_name,
    ],
  };
}

/** @param {Data} data @param {Values} values @returns {Result} */
function result({ words }, { prevalence = 0, sensitivity = 0, specificity = 0 }) {
  const { ppv, npv } = predictiveValues(prevalence, sensitivity, specificity);
  const ill = ALL * prevalence;
  const well = ALL * (1 - prevalence);
  const found = ill * sensitivity;
  const cleared = well * specificity;
  const numbers = { ill, well, found, cleared, missed: ill - found, alarms: well - cleared };
  const all = { ...numbers, positives: found + numbers.alarms, negatives: cleared + numbers.missed, all: ALL };
  const shown = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, expected(value)]));
  return {
    head: fill(words.result_head, shown),
    told: [
      Number.isNaN(ppv) ? words.result_no_positive : fill(words.result_positive, { ...shown, share: percents(ppv) }),
      Number.isNaN(npv) ? words.result_no_negative : fill(words.result_negative, { ...shown, share: percents(npv) }),
    ],
    table: dataTable(
      words.result_table,
      [words.column_group, words.column_positive, words.column_negative, words.column_all],
      [
        [words.row_ill, shown.found, shown.missed, shown.ill],
        [words.row_well, shown.alarms, shown.cleared, shown.well],
        [words.row_all, shown.positives, shown.negatives, shown.all],
      ],
    ),
    steps: [
      fill(words.result_prevalence, { ...shown, prevalence: typedShare(prevalence) }),
      fill(words.result_sensitivity, { ...shown, sensitivity: typedShare(sensitivity) }),
      fill(words.result_specificity, { ...shown, specificity: typedShare(specificity) }),
      ...(Number.isNaN(ppv) ? [] : [fill(words.result_ppv, shown)]),
      ...(Number.isNaN(npv) ? [] : [fill(words.result_npv, shown)]),
      words.result_rounded,
    ],
  };
}

/** @param {Data} data @param {Values} values @returns {Result} */
function one({ words, level }, { rate = 0, number = 1, exactly }) {
  const none = chanceOfNone(rate, number);
  const some = 1 - none;
  const needed = rate > 0 ? count(testsToFindOne(rate, level)) : "";
  const n = count(number);
  const groups = (/** @type {number} */ chance) => {
    const size = crowd(chance);
    return { size: count(size), some: count(size * chance), none: count(size - Math.round(size * chance)), n };
  };
  const told = [fill(words.one_groups, groups(some))];
  const steps = [
    fill(words.one_without, { without: typedShare(1 - rate) }),
    fill(words.one_none, { n, none: percents(none) }),
  ];
  if (exactly !== undefined) {
    const chance = chanceOfExactly(exactly, number, rate);
    const k = count(exactly);
    told.push(fill(words.one_exactly, { k, share: percents(chance), ...groups(chance) }));
    steps.push(fill(words.one_ways, { k, n }));
  }
  told.push(needed ? fill(words.one_needed, { level: percents(level), needed }) : words.one_never);
  if (needed) steps.push(fill(words.one_first, { needed, rest: percents(1 - level) }));
  return { head: fill(words.one_head, { rate: typedShare(rate), n, share: percents(some) }), told, steps };
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ form }, value) {
  const known = form.some(({ id }) => id === value?.form);
  const given = Object.entries(value?.typed ?? {}).filter(
    ([name, text]) => NAMES.includes(name) && typeof text === "string",
  );
  return {
    form: known ? value.form : form[0].id,
    typed: Object.fromEntries(given.map(([name, text]) => [name, String(text).slice(0, 60)])),
  };
}

export default { render };
