// How each kind of question is answered: what a reader chooses, types, orders or matches, and how that is marked.

import { button, select } from "./controls.js";
import { fill, h, inline, liveRegion, plainText, uniqueId } from "./dom.js";
import { readNumber } from "./numbers.js";
import { canonical } from "./store.js";
import ui from "./words.json";

/**
 * @typedef {import("../quiz/data.js").ToldQuestion} Question
 * @typedef {object} Answer what a reader works to answer
 * @property {HTMLElement} element
 * @property {() => any} read the answer as it is kept; undefined where it is not whole
 * @property {() => string} missing what it lacks
 * @property {(answer: any) => void} write
 * @property {() => any} draft what is chosen so far; undefined where nothing is
 * @property {(draft: any) => void} redraft shows a draft, as far as it makes sense; undefined shows none
 * @property {() => void} fresh another order, for another attempt
 * @property {(locked: boolean) => void} lock
 * @property {(answer: any, all: boolean) => void} explain marks what was chosen, or `all`; undefined marks nothing
 */

const words = ui.quiz;
const LONGEST_DRAFT = 100;

/** The answer to a question by its kind; `changed` is called when the reader has changed it. @type {Record<Question["kind"], (question: Question, changed: () => void) => Answer>} */
export const ANSWERS = { single: choices, multiple: choices, numeric, order, match };

/** @param {Question} question */
function legend({ kind, stem }) {
  const hints = {
    single: words.hint_single,
    multiple: words.hint_multiple,
    numeric: words.hint_numeric,
    order: words.hint_order,
    match: words.hint_match,
  };
  return h("span", {}, inline(stem), " ", h("span", { class: "ntrk-hint" }, hints[kind]));
}

/** The list in another order than before. @template T @param {T[]} list @returns {T[]} */
function reordered(list) {
  const out = [...list];
  // The others are drawn anew where chance has left all in its place.
  while (out.length > 1 && out.every((one, at) => one === list[at]))
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [out[at], out[other]] = [out[other], out[at]];
    }
  return out;
}

/** The sign on what was chosen, with its word for who cannot see it. @param {boolean} right */
function sign(right) {
  return h(
    "span",
    { class: "ntrk-sign" },
    h("span", { "aria-hidden": "true" }, right ? "\u00a0✓" : "\u00a0✗"),
    h("span", { class: "ntrk-hidden" }, ` ${right ? words.right : words.wrong}`),
  );
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function choices(question, changed) {
  const { names, key } = question;
  const type = question.kind === "single" ? "radio" : "checkbox";
  const name = uniqueId("option");
  const inputs = names.map((value) => h("input", { type, name, value }));
  const signs = names.map(() => h("span"));
  const labels = question.option.map((option, index) =>
    h("label", { class: "ntrk-choice ntrk-option" }, inputs[index], h("span", {}, inline(option.text), signs[index])),
  );
  let shown = labels;
  const element = h("fieldset", { class: "ntrk-choices", onchange: changed }, h("legend", {}, legend(question)), shown);
  const chosen = () => inputs.flatMap((input) => (input.checked ? [input.value] : []));
  const read = () => (chosen().length === 0 ? undefined : type === "radio" ? chosen()[0] : chosen().sort());
  const write = (/** @type {any} */ answer) =>
    inputs.forEach((input) => {
      input.checked = [answer].flat().includes(input.value);
    });
  return {
    element,
    read,
    missing: () => words.missing,
    write,
    draft: read,
    redraft: write,
    fresh() {
      if (question.fixed) return;
      shown = reordered(shown);
      element.append(...shown);
    },
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      names.forEach((one, index) => {
        const right = key.includes(one);
        const mine = answer !== undefined && [answer].flat().includes(one);
        const marked = mine || (answer !== undefined && all && right);
        labels[index].classList.toggle("ntrk-is-right", marked && right);
        labels[index].classList.toggle("ntrk-is-wrong", marked && !right);
        signs[index].replaceChildren(...(marked ? [sign(right)] : []));
      });
    },
  };
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function numeric(question, changed) {
  const id = uniqueId("number");
  const { unit, precision } = question;
  const described = `${id}-unit`;
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    id,
    "aria-describedby": described,
    oninput: changed,
  });
  const element = h(
    "div",
    { class: "ntrk-choices" },
    h("label", { for: id, class: "ntrk-stem" }, legend(question)),
    h("div", { class: "ntrk-row" }, input, h("span", { id: described }, fill(words.unit, { unit, precision }))),
  );
  return {
    element,
    read: () => readNumber(input.value, unit).value,
    missing: () => readNumber(input.value, unit).reason ?? "",
    write: (answer) => {
      input.value = String(answer);
    },
    draft: () => input.value.slice(0, LONGEST_DRAFT) || undefined,
    redraft: (draft) => {
      const typed = typeof draft === "string" ? draft : "";
      // Else the caret of somebody who types would jump.
      if (input.value !== typed) input.value = typed;
    },
    fresh() {},
    lock: (locked) => {
      input.readOnly = locked;
    },
    explain() {},
  };
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function order(question, changed) {
  const { names, item: steps } = question;
  const right = steps.map((_, at) => at);
  let sequence = right;
  let locked = false;
  let told = false;
  /** Whether the reader has moved a step, or was told that none was. */
  let meant = false;
  const list = h("ol", { class: "ntrk-order" });
  const said = liveRegion({ class: "ntrk-hidden" });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)), list, said);
  const nameOf = (/** @type {number} */ item) => plainText(steps[item].text);
  const read = () => (meant ? sequence.map((item) => names[item]) : undefined);
  /** @param {any} answer */
  const write = (answer) => {
    const kept = Array.isArray(answer) ? answer.map((name) => names.indexOf(name)) : [];
    if (right.every((item) => kept.includes(item)) && kept.length === right.length) sequence = kept;
    else return false;
    draw();
    return true;
  };

  /** @param {number} from @param {number} step */
  function move(from, step) {
    const moving = sequence[from];
    sequence = sequence.filter((item) => item !== moving);
    sequence.splice(from + step, 0, moving);
    meant = true;
    draw();
    changed();
    said.textContent = fill(words.moved, { step: nameOf(moving), n: from + step + 1, all: sequence.length });
    const buttons = list.children[from + step].querySelectorAll("button");
    /** @type {HTMLButtonElement[]} */ const both = [...buttons];
    (both[step < 0 ? 0 : 1].disabled ? both[step < 0 ? 1 : 0] : both[step < 0 ? 0 : 1]).focus();
  }
  function draw() {
    list.replaceChildren(
      ...sequence.map((item, index) => {
        const called = { step: nameOf(item) };
        const inPlace = item === index;
        return h(
          "li",
          { class: told ? (inPlace ? "ntrk-is-right" : "ntrk-is-wrong") : "" },
          h("span", {}, inline(steps[item].text)),
          locked
            ? null
            : h(
                "span",
                { class: "ntrk-order-buttons" },
                button("↑", () => move(index, -1), { "aria-label": fill(words.up, called), disabled: index === 0 }),
                button("↓", () => move(index, 1), {
                  "aria-label": fill(words.down, called),
                  disabled: index === sequence.length - 1,
                }),
              ),
          told
            ? h("div", { class: "ntrk-note" }, inPlace ? words.in_place : fill(words.belongs_at, { n: item + 1 }))
            : null,
        );
      }),
    );
  }
  return {
    element,
    read,
    missing() {
      meant = true;
      return words.missing_moves;
    },
    write,
    draft: read,
    redraft(draft) {
      meant = write(draft);
    },
    fresh() {
      const before = sequence;
      do sequence = reordered(before);
      while (steps.length > 2 && canonical(sequence) === canonical(right));
      draw();
    },
    lock(value) {
      locked = value;
      draw();
    },
    explain(answer, all) {
      told = answer !== undefined && all;
      draw();
    },
  };
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function match(question, changed) {
  const { names, rows, key } = question;
  let shown = names.map((_, at) => at);
  const lines = question.pair.map((pair) => {
    const list = select({ label: inline(pair.left), options: [], change: changed });
    const note = h("div", { class: "ntrk-note" });
    list.element.append(note);
    return { pair, line: list.element, note, list, input: list.input };
  });
  const element = h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", {}, legend(question)),
    lines.map(({ line }) => line),
  );
  const chosen = () =>
    Object.fromEntries(lines.flatMap(({ input }, at) => (input.value ? [[rows[at], input.value]] : [])));
  const write = (/** @type {any} */ answer) =>
    lines.forEach(({ list }, at) => {
      const name = answer?.[rows[at]];
      list.set(names.includes(name) ? name : "");
    });
  return {
    element,
    read: () => (lines.every(({ input }) => input.value) ? chosen() : undefined),
    missing() {
      const empty = lines.filter(({ input }) => !input.value).map(({ pair }) => plainText(pair.left));
      return fill(words.missing_rows, { rows: empty.join("; ") });
    },
    write,
    draft: () => (lines.some(({ input }) => input.value) ? chosen() : undefined),
    redraft: write,
    fresh() {
      shown = reordered(shown);
      const partners = shown.map((at) => ({ value: names[at], text: plainText(question.pair[at].right) }));
      for (const { list } of lines) list.offer([{ value: "", text: words.choose }, ...partners]);
    },
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      lines.forEach(({ pair, line, note }, at) => {
        const marked = answer !== undefined;
        const right = marked && answer[rows[at]] === key[at];
        line.classList.toggle("ntrk-is-right", right);
        line.classList.toggle("ntrk-is-wrong", marked && !right);
        const partner = marked && all && !right ? [" ", words.belongs_with, inline(pair.right)] : [];
        note.replaceChildren(...(marked ? [right ? words.right : words.wrong, ...partner] : []));
      });
    },
  };
}

/** An answer as text. @param {Question} question @param {any} said */
export function inWords({ kind, names, rows, option, item, pair, unit }, said) {
  if (kind === "numeric") return `${said} ${unit}`;
  const partner = (/** @type {string} */ row) => plainText(pair[names.indexOf(said[row])].right);
  if (kind === "match") return rows.map((row, at) => `${plainText(pair[at].left)}: ${partner(row)}`).join("; ");
  const text = (/** @type {string} */ name) => plainText((kind === "order" ? item : option)[names.indexOf(name)].text);
  return [said].flat().map(text).join("; ");
}
