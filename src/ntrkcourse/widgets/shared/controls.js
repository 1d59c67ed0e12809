// Controls that a reader works: sliders, lists, choices, buttons, and tables that scroll.
import { h, uniqueId } from "./dom.js";
import ui from "./words.json";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {{ name: string, read(): string[], write(given: string[]): void }} Draft what stands in a control of which
 *   nobody hears until the reader commits, by its texts
 */

/** @type {WeakMap<Element, Draft>} */
const drafts = new WeakMap();

/** The controls in `root` whose choice only a commitment will take. @param {Element} root */
export function draftsIn(root) {
  return [...root.querySelectorAll("[data-draft]")].flatMap((element) => drafts.get(element) ?? []);
}

/** @template {Element} T @param {T} element @param {Draft} draft */
function drafted(element, draft) {
  element.setAttribute("data-draft", "");
  drafts.set(element, draft);
  return element;
}

/**
 * Boxes that are ticked or not, by the texts of their labels.
 * @param {HTMLFieldSetElement} element @param {HTMLInputElement[]} inputs @param {(value: string) => void} [change]
 */
function ticked(element, inputs, change) {
  const text = (/** @type {HTMLInputElement} */ input) => input.parentElement?.textContent ?? "";
  return drafted(element, {
    name: element.querySelector("legend")?.textContent ?? "",
    read: () => inputs.filter((input) => input.checked).map(text),
    write(given) {
      for (const input of inputs) {
        input.checked = given.includes(text(input));
        if (input.checked) change?.(input.value);
      }
    },
  });
}

/**
 * A labelled slider over the positions 0 .. values.length - 1 of a list; what it shows is `text(value)`.
 * @template V
 * @param {{ label: string, values: V[], start: number, text: (value: V) => string, change: (value: V, index: number) => void }} options
 * @returns {{ element: HTMLElement, input: HTMLInputElement, set(index: number): void }}
 */
export function slider({ label, values, start, text, change }) {
  const id = uniqueId("slider");
  const output = h("output", { for: id, class: "ntrk-slider-value" });
  const input = h("input", { type: "range", id, min: 0, max: values.length - 1, step: 1, value: start });
  const show = () => {
    const shown = text(values[Number(input.value)]);
    output.textContent = shown;
    input.setAttribute("aria-valuetext", shown);
  };
  input.addEventListener("input", () => {
    show();
    change(values[Number(input.value)], Number(input.value));
  });
  show();
  const element = h("div", { class: "ntrk-control" }, h("label", { for: id }, label), input, output);
  return {
    element,
    input,
    set(index) {
      input.value = String(index);
      show();
    },
  };
}

/**
 * A slider for an answer: it shows no value until the reader has moved or touched it, so that where it happens to stand
 * is never sent as what somebody thinks.
 * @template V
 * @param {{ label: string, values: V[], start: number, given?: boolean, text: (value: V) => string, change?: (value: V) => void }} options
 *   `given` where the reader has said `start` before
 * @returns {{ element: HTMLElement, input: HTMLInputElement, value(): V, missing(): string }} `missing` says what to do
 *   while nothing was said, for `commit` of a player
 */
export function guess({ label, values, start, given = false, text, change }) {
  let said = given;
  const { element, input, set } = slider({
    label,
    values,
    start,
    text: (value) => (said ? text(value) : ui.not_set),
    change: () => say(),
  });
  const value = () => values[Number(input.value)];
  const say = () => {
    said = true;
    set(Number(input.value));
    change?.(value());
  };
  // Who wants the very value on which it stands presses it there, or a key that would move it.
  input.addEventListener("pointerup", say);
  input.addEventListener("keyup", (event) => {
    if (/^(Arrow|Home|End|Page)/.test(event.key)) say();
  });
  if (!change) {
    drafted(element, {
      name: label,
      read: () => (said ? [text(value())] : []),
      write([given]) {
        const at = values.findIndex((one) => text(one) === given);
        if (at < 0) return;
        input.value = String(at);
        say();
      },
    });
  }
  return { element, input, value, missing: () => (said ? "" : ui.move_first) };
}

/**
 * A labelled drop-down list. What is chosen is shown in lines of its own, as a browser would cut it at the edge; the list
 * lies over them, unseen.
 * @typedef {{ value: string, text: string }[]} Options
 * @param {{ label: string | Node, options: Options, value?: string, change?: (value: string) => void }} options
 * @returns {{ element: HTMLElement, input: HTMLSelectElement, set(value: string): void, offer(options: Options, value?: string): void }}
 */
export function select({ label, options, value, change }) {
  const id = uniqueId("select");
  const face = h("span", { class: "ntrk-face", "aria-hidden": "true" });
  const show = () => {
    face.textContent = input.selectedOptions[0]?.text ?? "";
  };
  const input = h("select", {
    id,
    onchange: () => {
      show();
      change?.(input.value);
    },
  });
  const set = (/** @type {string} */ wanted) => {
    input.value = wanted;
    show();
  };
  const offer = (/** @type {Options} */ offered, /** @type {string | undefined} */ chosen) => {
    input.replaceChildren(...offered.map((option) => h("option", { value: option.value }, option.text)));
    if (chosen !== undefined && offered.some((option) => option.value === chosen)) input.value = chosen;
    show();
  };
  offer(options, value);
  const element = h(
    "div",
    { class: "ntrk-control" },
    h("label", { for: id }, label),
    h("div", { class: "ntrk-select" }, input, face),
  );
  if (!change) {
    drafted(element, {
      name: String(label),
      read: () => [face.textContent ?? ""],
      write([given]) {
        const option = [...input.options].find(({ text }) => text === given);
        if (option) set(option.value);
      },
    });
  }
  return { element, input, set, offer };
}

/**
 * A group of radio buttons, as a fieldset.
 * @param {{ legend: string | Node, options: { value: string, text: Child | Child[] }[], value?: string, change?: (value: string) => void, draft?: boolean, class?: string }} options
 *   `draft` where the change does not keep what was chosen
 * @returns {{ element: HTMLFieldSetElement, value(): string | undefined, set(value: string | undefined): void }}
 */
export function radios({ legend, options, value, change, draft = false, class: className = "" }) {
  const name = uniqueId("radio");
  const inputs = options.map((option) =>
    h("input", { type: "radio", name, value: option.value, onchange: () => change?.(option.value) }),
  );
  const set = (/** @type {string | undefined} */ wanted) => {
    for (const input of inputs) input.checked = input.value === wanted;
  };
  set(value);
  const element = h(
    "fieldset",
    { class: `ntrk-choices ${className}`.trim() },
    h("legend", {}, legend),
    options.map((option, index) => h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, option.text))),
  );
  if (!change || draft) ticked(element, inputs, change);
  return { element, value: () => inputs.find((input) => input.checked)?.value, set };
}

/**
 * A group of checkboxes, as a fieldset; what is checked are positions in `options`.
 * @param {{ legend: string, options: (Child | Child[])[], checked?: number[], change?: (checked: number[]) => void }} options
 * @returns {{ element: HTMLFieldSetElement, value(): number[] }}
 */
export function checkboxes({ legend, options, checked = [], change }) {
  const inputs = options.map((_, index) =>
    h("input", { type: "checkbox", checked: checked.includes(index), onchange: () => change?.(value()) }),
  );
  const value = () => inputs.flatMap((input, index) => (input.checked ? [index] : []));
  const element = h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", {}, legend),
    options.map((text, index) => h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, text))),
  );
  if (!change) ticked(element, inputs);
  return { element, value };
}

/** @param {string} text @param {() => void} press @param {Record<string, any>} [props] */
export function button(text, press, props = {}) {
  return h("button", { type: "button", class: "ntrk-button", onclick: press, ...props }, text);
}

/** The button that commits to an answer or goes on. @param {string} text @param {() => void} press */
export function primary(text, press) {
  return button(text, press, { class: "ntrk-button ntrk-primary" });
}

/** A table that a narrow screen scrolls, by keyboard too. @param {string} name @param {HTMLTableElement} table */
export function scrolling(name, table) {
  return h("div", { class: "ntrk-scroll", tabindex: 0, role: "group", "aria-label": name }, table);
}

/**
 * Numbers of a table for screen readers and for those who want them: a closed `details` with a caption.
 * @param {string} caption @param {string[]} head @param {(string | number)[][]} rows
 */
export function dataTable(caption, head, rows) {
  return h(
    "details",
    { class: "ntrk-table" },
    h("summary", {}, caption),
    scrolling(
      caption,
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((cell) => h("th", { scope: "col" }, cell)),
          ),
        ),
        h(
          "tbody",
          {},
          rows.map((row) =>
            h(
              "tr",
              {},
              row.map((cell, index) => (index === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))),
            ),
          ),
        ),
      ),
    ),
  );
}
