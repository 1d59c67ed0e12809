// What all widgets share: building nodes, showing text, remembering choices, drawing.
// A notebook gets this source before the widget's own, a page gets it once (see join.py).

/**
 * @typedef {{ get(name: string): any, set(name: string, value: any): void, save_changes(): void,
 *   on(event: string, handler: () => void): void, off(event: string, handler: () => void): void }} Model
 * @typedef {{ model: Model, el: HTMLElement }} RenderContext
 * @typedef {["text" | "strong" | "em" | "code", string] | ["link" | "fact", string, string]} Span
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * An HTML element. Keys of `props` that begin with "on" are listeners; others are attributes; `true` sets an
 * empty attribute, `false`, null and undefined leave it out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  setProps(element, props);
  append(element, children);
  return element;
}

/**
 * An SVG element, with the same rules as `h`.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [props]
 * @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  setProps(element, props);
  append(element, children);
  return element;
}

/** @param {Element} element @param {Record<string, any>} props */
function setProps(element, props) {
  for (const [key, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
}

/** @param {Element} element @param {(Child | Child[])[]} children */
function append(element, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
}

/**
 * Spans parsed by content/inline.py as nodes. Text stays text: nothing here is read as HTML.
 * @param {Span[]} spans
 * @returns {DocumentFragment}
 */
export function inline(spans) {
  const out = document.createDocumentFragment();
  for (const [kind, text, target] of spans) {
    if (kind === "text") out.append(text);
    else if (kind === "fact") out.append(factLink(text, String(target)));
    else if (kind === "link") out.append(h("a", { href: target }, text));
    else out.append(h(kind, {}, text));
  }
  return out;
}

/** Each list of spans as a paragraph. @param {Span[][]} texts */
export function paragraphs(texts) {
  return texts.map((spans) => h("p", {}, inline(spans)));
}

/** What spans say, without their markup. @param {Span[]} spans */
export function plainText(spans) {
  return spans.map((span) => span[1]).join("");
}

/** A text as it stands inside a sentence. @param {string} text */
export function lowerFirst(text) {
  return text[0].toLowerCase() + text.slice(1);
}

/** A text as it begins a sentence. @param {string} text */
export function upperFirst(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** Ids of records that were read second-hand or computed here, as the widgets' data name them. @type {Set<string>} */
const secondHand = new Set();

/**
 * A widget that knows, before it draws, its name and which of its links are marked; `join.py` puts it round every widget.
 * @param {string} name of its folder, as a page writes it @param {{ render(context: RenderContext): unknown }} widget
 */
export function named(name, widget) {
  return {
    ...widget,
    render(/** @type {RenderContext} */ context) {
      context.el.dataset.widget = name;
      for (const id of context.model.get("data").second_hand ?? []) secondHand.add(id);
      return widget.render(context);
    },
  };
}

/**
 * A link to a fact's record, marked where that is second-hand. The book says where its evidence page lies, `start.py lab` where its records lie, each a
 * file that JupyterLab opens beside the chapter; elsewhere the figure is only marked.
 * @param {string} text @param {string} id
 */
function factLink(text, id) {
  const props = { class: secondHand.has(id) ? "fact-link fact-second" : "fact-link", "data-fact": id };
  const evidence = document.documentElement.dataset.evidence;
  if (evidence) return h("a", { ...props, href: `${evidence}#${id}` }, text);
  const lab = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}");
  if (!lab.ntrkRecords) return h("span", { ...props, title: `Source: fact ${id}` }, text);
  const path = `${lab.ntrkRecords}/${id}.md`;
  return h("a", {
    ...props,
    href: `${lab.fullTreeUrl}/${path}`,
    target: "_blank",
    "data-commandlinker-command": "rendermime:handle-local-link",
    "data-commandlinker-args": JSON.stringify({ path, id: "" }),
  }, text);
}

/** Headings found so far, by their words. @type {Map<string, Element>} */
const sections = new Map();

/** @param {string} title @returns {Element | undefined} */
function findSection(title) {
  const wanted = normalise(title);
  const known = sections.get(wanted);
  if (known?.isConnected) return known;
  const found = [...document.querySelectorAll("h1, h2, h3, h4")].find((heading) => normalise(heading.textContent || "") === wanted);
  if (found) sections.set(wanted, found);
  return found;
}

/** Finds the headings with these titles as long as they have them: a browser's translation changes their words. @param {string[]} titles */
export function rememberSections(titles) {
  titles.forEach(findSection);
}

/**
 * A link to the section of this page whose heading is `title`; null where the page has none.
 * @param {string} title
 */
export function sectionLink(title) {
  const section = findSection(title);
  if (!section) return null;
  const id = section.closest("section[id]")?.id || section.id;
  return h("a", {
    href: `#${id}`,
    onclick: (/** @type {Event} */ event) => {
      if (id) return;
      event.preventDefault();
      section.scrollIntoView();
    },
  }, title);
}

/** @param {string} text */
function normalise(text) {
  return text.replace(/[#¶]\s*$/, "").replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/^[\d.]+\s+/, "").replace(/\s+/g, " ").trim().toLowerCase();
}

let nextNumber = 0;
/** An id that no other element of the page has. @param {string} prefix */
export function uniqueId(prefix) {
  nextNumber += 1;
  return `ntrk-${prefix}-${nextNumber}-${Math.random().toString(36).slice(2, 7)}`;
}

/** A region that a screen reader reads out when its content changes. @param {Record<string, any>} [props] */
export function liveRegion(props = {}) {
  return h("div", { "aria-live": "polite", ...props });
}

/** Whether a remembered value is the position of one of `size` things. @param {any} value @param {number} size @returns {value is number} */
export function isIndex(value, size) {
  return Number.isInteger(value) && value >= 0 && value < size;
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
 * A labelled drop-down list.
 * @param {{ label: string, options: { value: string, text: string }[], value?: string, change: (value: string) => void }} options
 * @returns {{ element: HTMLElement, input: HTMLSelectElement }}
 */
export function select({ label, options, value, change }) {
  const id = uniqueId("select");
  const input = h("select", { id, onchange: () => change(input.value) },
    options.map((option) => h("option", { value: option.value, selected: option.value === value }, option.text)));
  return { element: h("div", { class: "ntrk-control" }, h("label", { for: id }, label), input), input };
}

/**
 * A group of radio buttons, as a fieldset.
 * @param {{ legend: string | Node, options: { value: string, text: Child | Child[] }[], value?: string, change?: (value: string) => void, class?: string }} options
 * @returns {{ element: HTMLFieldSetElement, value(): string | undefined, set(value: string | undefined): void }}
 */
export function radios({ legend, options, value, change, class: className = "" }) {
  const name = uniqueId("radio");
  const inputs = options.map((option) =>
    h("input", { type: "radio", name, value: option.value, onchange: () => change?.(option.value) }));
  const set = (/** @type {string | undefined} */ wanted) => {
    for (const input of inputs) input.checked = input.value === wanted;
  };
  set(value);
  const element = h("fieldset", { class: `ntrk-choices ${className}`.trim() }, h("legend", {}, legend),
    options.map((option, index) => h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, option.text))));
  return { element, value: () => inputs.find((input) => input.checked)?.value, set };
}

/**
 * A group of checkboxes, as a fieldset; what is checked are positions in `options`.
 * @param {{ legend: string, options: (Child | Child[])[], checked?: number[], change?: (checked: number[]) => void }} options
 * @returns {{ element: HTMLFieldSetElement, value(): number[] }}
 */
export function checkboxes({ legend, options, checked = [], change }) {
  const inputs = options.map((_, index) =>
    h("input", { type: "checkbox", checked: checked.includes(index), onchange: () => change?.(value()) }));
  const value = () => inputs.flatMap((input, index) => (input.checked ? [index] : []));
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend),
    options.map((text, index) => h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, text))));
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

/** Hands the reader a file. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  // Some browsers begin to read only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Thousands with commas: 4854 -> "4,854". @param {number} value @param {number} [places] */
export function count(value, places = 0) {
  return value.toLocaleString("en-GB", { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** Rupees with the Indian grouping: 120000 -> "₹1,20,000". @param {number} value */
export function rupees(value) {
  return `₹${value.toLocaleString("en-IN", { maximumFractionDigits: 0 })}`;
}

/**
 * A fraction as a percentage with about two significant figures: 0.00082 -> "0.082%", 0.328 -> "33%".
 * @param {number} fraction
 */
export function percent(fraction) {
  const value = 100 * fraction;
  if (value === 0 || value === 100) return `${value}%`;
  if (value > 99) return `${value.toFixed(value > 99.9 ? 3 : 1).replace(/\.?0+$/, "")}%`;
  const places = value >= 10 ? 0 : Math.max(0, 1 - Math.floor(Math.log10(value)));
  return `${value.toFixed(Math.min(places, 4))}%`;
}

/** A fraction as "1 in N", N to two significant figures; "0" for 0. @param {number} fraction */
export function oneIn(fraction) {
  if (fraction <= 0) return "none";
  const n = 1 / fraction;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return `1 in ${count(n < 10 ? Number(n.toFixed(1)) : Math.round(n / step) * step, n < 10 && n % 1 > 0.05 ? 1 : 0)}`;
}

/**
 * Draws `draw(width)` into `holder` now and whenever its width changes; returns the clean-up.
 * @param {HTMLElement} holder @param {(width: number) => Node} draw
 * @returns {() => void}
 */
export function drawToWidth(holder, draw) {
  let drawn = 0;
  const redraw = () => {
    const width = Math.round(holder.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    holder.replaceChildren(draw(width));
  };
  const observer = new ResizeObserver(redraw);
  observer.observe(holder);
  redraw();
  return () => observer.disconnect();
}

/** Drawings that end together: `add` draws into a holder, a new one if none is given, and returns it. */
export function drawings() {
  /** @type {(() => void)[]} */
  let stops = [];
  return {
    /** @param {(width: number) => Node} draw @param {HTMLElement} [holder] */
    add(draw, holder = h("div")) {
      // Before the holder stands in the page it has no width; the observer draws it then.
      stops.push(drawToWidth(holder, draw));
      return holder;
    },
    stop() {
      stops.forEach((stop) => stop());
      stops = [];
    },
  };
}

/**
 * The frame of a widget: sets its root up and gives it a name for screen readers.
 * @param {HTMLElement} root @param {string} title
 */
export function frame(root, title) {
  root.classList.add("ntrk");
  root.setAttribute("role", "group");
  // Else JupyterLab takes the arrow keys of sliders and lists, and letters, for its own.
  root.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey && event.key !== "Escape") event.stopPropagation();
  });
  root.setAttribute("aria-label", title);
  root.replaceChildren();
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
  return h("details", { class: "ntrk-table" }, h("summary", {}, caption),
    scrolling(caption, h("table", {}, h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, index) =>
        index === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))))))));
}

/** Room at both ends of a drawn axis, for the outer labels and the arrows. */
export const AXIS_EDGE = 24;

/**
 * Where a value lies across a drawing of this width. A linear axis begins at zero.
 * @typedef {{ from: number, to: number, ticks: [number, ...string[]][] }} Axis a tick's texts stand below each other
 * @param {number} value @param {Axis} axis @param {string} scale "linear" or "log" @param {number} width
 */
export function axisX(value, axis, scale, width) {
  const share = scale === "log" ? Math.log(value / axis.from) / Math.log(axis.to / axis.from) : value / axis.to;
  return AXIS_EDGE + Math.max(0, share) * (width - 2 * AXIS_EDGE);
}

/** Upright lines at the ticks; zero is drawn stronger. @param {Axis} axis @param {string} scale @param {number} width @param {number} height */
export function axisGrid(axis, scale, width, height) {
  return axis.ticks.map(([value]) => {
    const x = axisX(value, axis, scale, width);
    return svg("line", { x1: x, x2: x, y1: 0, y2: height, class: value === 0 ? "ntrk-axis-zero" : "ntrk-axis-grid" });
  });
}

/** The foot of a chart: ticks and their texts. The rows above it say the numbers, so it is hidden from screen readers. @param {Axis} axis @param {string} scale @param {number} width */
export function axisTicks(axis, scale, width) {
  const height = 8 + 18 * Math.max(...axis.ticks.map((tick) => tick.length - 1));
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, axisGrid(axis, scale, width, 6),
    axis.ticks.flatMap(([value, ...texts]) => texts.map((text, line) =>
      svg("text", { x: axisX(value, axis, scale, width), y: 21 + 18 * line, "font-size": 14, "text-anchor": "middle" }, text))));
}

/** An interval as a line with ends; an arrow where a log scale cannot show its lower end. @param {[number, number]} interval @param {Axis} axis @param {string} scale @param {number} width @param {number} y */
export function axisWhisker(interval, axis, scale, width, y) {
  const cut = scale === "log" && interval[0] < axis.from;
  const [left, right] = interval.map((bound) => axisX(bound, axis, scale, width));
  const end = (/** @type {number} */ x) => `M${x} ${y - 7}v14`;
  return svg("g", {}, svg("path", { d: `M${left} ${y}H${right}${cut ? "" : end(left)}${end(right)}`, class: "ntrk-axis-whisker" }),
    cut ? svg("path", { d: `M${left - 12} ${y}l12-7v14z`, class: "ntrk-axis-arrow" }) : null);
}

/** Outline of a mark about a point, for a path. @param {"square" | "diamond" | "ring"} kind @param {number} x @param {number} y */
export function markPath(kind, x, y) {
  if (kind === "square") return `M${x - 6} ${y - 6}h12v12h-12z`;
  return kind === "diamond" ? `M${x - 8} ${y}l8-8 8 8-8 8z` : `M${x - 6} ${y}a6 6 0 1 0 12 0a6 6 0 1 0-12 0z`;
}
