import ui from "./words.json";

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

/**
 * A drawing, and what it says to who cannot see it.
 * @param {{ width: number, height: number, label: string, class?: string }} about
 * @param {...(Child | Child[])} children
 */
export function picture({ width, height, label, class: look }, ...children) {
  const box = { width, height, viewBox: `0 0 ${width} ${height}` };
  return svg("svg", { ...box, role: "img", class: look, "aria-label": label }, ...children);
}

/**
 * A picture of the course (see `figures`), which is drawn in Python.
 * @param {string} markup
 */
export function drawing(markup) {
  const place = document.createElement("template");
  place.innerHTML = markup;
  return place.content;
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

/**
 * A text of `words` in pieces, each `{name}` replaced by its value; template.py fills texts in the same way.
 * @param {string} text @param {Record<string, Child | Child[]>} values
 * @returns {Child[]}
 */
export function pieces(text, values) {
  return text
    .split(/\{(\w+)\}/)
    .flatMap((part, at) => {
      if (at % 2 === 0) return part;
      if (!(part in values)) throw new Error(`"${text}" asks for ${part}`);
      return values[part];
    })
    .filter((part) => part !== "");
}

/** A text of `words`, each `{name}` replaced by its value. @param {string} text @param {Record<string, string | number>} values */
export function fill(text, values) {
  return pieces(text, values).join("");
}

/**
 * The text for a count: `name_none`, `name_one` or `name_many`, filled in with the count as `{n}`.
 * @param {Record<string, string>} words @param {string} name @param {number} n @param {Record<string, string | number>} [values]
 */
export function counted(words, name, n, values = {}) {
  const text = words[`${name}_${n === 0 ? "none" : n === 1 ? "one" : "many"}`] ?? words[`${name}_many`];
  return fill(text, { n, ...values });
}

/** Ids of records that were read second-hand or computed here, as the widgets' data name them. @type {Set<string>} */
const secondHand = new Set();

/** Marks the links to these records from now on. @param {string[]} ids */
export function rememberSecondHand(ids) {
  for (const id of ids) secondHand.add(id);
}

/**
 * A widget that knows, before it draws, its name and which of its links are marked; `join.py` puts it round every widget.
 * @param {string} name of its folder, as a page writes it @param {{ render(context: RenderContext): unknown }} widget
 */
export function named(name, widget) {
  return {
    ...widget,
    render(/** @type {RenderContext} */ context) {
      context.el.dataset.widget = name;
      rememberSecondHand(context.model.get("data").second_hand ?? []);
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
  if (!lab.ntrkRecords) return h("span", { ...props, title: fill(ui.fact.source, { id }) }, text);
  const path = `${lab.ntrkRecords}/${id}.md`;
  return h(
    "a",
    {
      ...props,
      href: `${lab.fullTreeUrl}/${path}`,
      target: "_blank",
      "data-commandlinker-command": "rendermime:handle-local-link",
      "data-commandlinker-args": JSON.stringify({ path, id: "" }),
    },
    text,
  );
}

/** Headings found so far, by their words. @type {Map<string, Element>} */
const sections = new Map();

/** @param {string} title @returns {Element | undefined} */
function findSection(title) {
  const wanted = normalise(title);
  const known = sections.get(wanted);
  if (known?.isConnected) return known;
  const found = [...document.querySelectorAll("h1, h2, h3, h4")].find(
    (heading) => normalise(heading.textContent || "") === wanted,
  );
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
  return h(
    "a",
    {
      href: `#${id}`,
      onclick: (/** @type {Event} */ event) => {
        if (id) return;
        event.preventDefault();
        section.scrollIntoView();
      },
    },
    (section.firstChild?.textContent ?? title).trim(),
  );
}

/** @param {string} text */
function normalise(text) {
  return text
    .replace(/[#¶]\s*$/, "")
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/^[\d.]+\s+/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
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

/** Hands the reader a file. @param {string} name @param {string} text @param {string} type */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  h("a", { href: address, download: name }).click();
  // Some browsers begin to read only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
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
