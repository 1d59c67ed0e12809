// What a widget keeps. In its own memory a widget speaks of positions in its lists; kept is what was chosen, by name,
// so that an answer stays with its card when cards are moved, added or taken away.
import { h, plainText } from "./dom.js";
import { canonical, store } from "./store.js";
import ui from "./words.json";

/**
 * A shape turns a value into what is kept, and back. What is no longer known comes back as undefined, and the widget's
 * own check decides what that leaves.
 * @typedef {{ out(value: any): any, back(kept: any): any }} Shape
 * @typedef {{ list: boolean, parts: [string, string | number, Shape | Parts][] }} Parts a value whose parts are kept each
 *   by itself: its name, where it stands in the value, its shape
 */

/** A short name that only depends on the text: FNV-1a over its UTF-8, as content/marks.py works it out. @param {string} text */
export function mark(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.replace(/\s+/g, " ").trim()))
    value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}

/**
 * Names of things by their texts; the second of two alike gets a number.
 * @param {(string | import("./dom.js").Span[])[]} things @returns {string[]}
 */
export function namesOf(things) {
  /** @type {Record<string, number>} */
  const seen = {};
  return things.map((thing) => {
    const name = mark(typeof thing === "string" ? thing : plainText(thing));
    seen[name] = (seen[name] ?? 0) + 1;
    return seen[name] === 1 ? name : `${name}-${seen[name]}`;
  });
}

/** A value that names no position: a number, an id, a text. @type {Shape} */
export const asIs = { out: (value) => value, back: (kept) => kept };

/**
 * A position in a list. `otherwise` is a position for "none of them", where the widget has one.
 * @param {(string | import("./dom.js").Span[])[]} things @param {number} [otherwise] @returns {Shape}
 */
export function pick(things, otherwise) {
  const names = namesOf(things);
  return {
    out: (at) => names[at] ?? null,
    back: (name) => (names.includes(name) ? names.indexOf(name) : otherwise),
  };
}

/** Some positions in a list, in order. @param {(string | import("./dom.js").Span[])[]} things @returns {Shape} */
export function picks(things) {
  const names = namesOf(things);
  return {
    out: (positions) => positions.map((/** @type {number} */ at) => names[at]),
    back: (kept) => (Array.isArray(kept) ? names.flatMap((name, at) => (kept.includes(name) ? [at] : [])) : undefined),
  };
}

/** A yes or no for each thing of a list. @param {(string | import("./dom.js").Span[])[]} things @returns {Shape} */
export function flags(things) {
  const names = namesOf(things);
  return {
    out: (list) => names.filter((_, at) => list[at]),
    back: (kept) => (Array.isArray(kept) ? names.map((name) => kept.includes(name)) : undefined),
  };
}

/** A list with a shape for each of its places, or the first so many of them. @param {...Shape} shapes @returns {Shape} */
export function tuple(...shapes) {
  return {
    out: (list) => list.map((/** @type {any} */ value, /** @type {number} */ at) => shapes[at].out(value)),
    back: (kept) =>
      Array.isArray(kept) ? kept.slice(0, shapes.length).map((value, at) => shapes[at].back(value)) : undefined,
  };
}

/** An object with a shape for each of its keys. @param {Record<string, Shape>} shapes @returns {Shape} */
export function fields(shapes) {
  return {
    out: (value) =>
      Object.fromEntries(
        Object.entries(shapes).map(([key, shape]) => [key, value[key] === undefined ? null : shape.out(value[key])]),
      ),
    back: (kept) =>
      typeof kept === "object" && kept !== null
        ? Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.back(kept[key] ?? undefined)]))
        : undefined,
  };
}

/** A list with a value for each thing of another, kept as one. @param {(string | import("./dom.js").Span[])[]} things @param {Shape} shape @returns {Shape} */
export function valuesOf(things, shape) {
  const names = namesOf(things);
  return {
    out: (list) => Object.fromEntries(names.map((name, at) => [name, shape.out(list[at])])),
    back: (kept) => names.map((name) => shape.back(kept?.[name])),
  };
}

/**
 * A value that was said of this very question, and of no other. @param {string} question @param {Shape} shape @returns {Shape}
 */
export function about(question, shape) {
  const asked = mark(question);
  return {
    out: (value) => [asked, shape.out(value)],
    back: (kept) => (Array.isArray(kept) && kept[0] === asked ? shape.back(kept[1]) : undefined),
  };
}

/**
 * A list that holds a value for each thing of another, each kept as a part of its own: what two tabs answer on two
 * cards is kept of both.
 * @param {(string | import("./dom.js").Span[])[]} things @param {(at: number) => Shape | Parts} shapeOf @returns {Parts}
 */
export function each(things, shapeOf) {
  return { list: true, parts: namesOf(things).map((name, at) => [name, at, shapeOf(at)]) };
}

/** An object, each key of which is kept as a part of its own. @param {Record<string, Shape | Parts>} shapes @returns {Parts} */
export function parts(shapes) {
  return { list: false, parts: Object.entries(shapes).map(([key, shape]) => [key, key, shape]) };
}

/** What is kept of a value, by the names of its parts. @param {Shape | Parts} shape @param {any} value @param {string} [name] @returns {Record<string, any>} */
function outOf(shape, value, name = "") {
  if (value === undefined || value === null) return {};
  if (!("parts" in shape)) {
    const kept = shape.out(value);
    return kept === undefined || kept === null ? {} : { [name]: kept };
  }
  return Object.assign(
    {},
    ...shape.parts.map(([part, key, of]) => outOf(of, value[key], name ? `${name}/${part}` : part)),
  );
}

/** @param {Shape | Parts} shape @param {Record<string, any>} kept @param {string} [name] @returns {any} */
function backOf(shape, kept, name = "") {
  if (!("parts" in shape)) return kept[name] === undefined ? undefined : shape.back(kept[name]);
  /** @type {any} */
  const value = shape.list ? [] : {};
  for (const [part, key, of] of shape.parts) value[key] = backOf(of, kept, name ? `${name}/${part}` : part);
  return value;
}

/** Draws anew and leaves the focus, and the caret in a text, where they were. @param {HTMLElement} el @param {() => void} draw */
function inPlace(el, draw) {
  const controls = () => [...el.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const focused = document.activeElement;
  const at = focused ? controls().indexOf(focused) : -1;
  const caret = focused instanceof HTMLTextAreaElement ? [focused.selectionStart, focused.selectionEnd] : [];
  draw();
  const now = controls()[at];
  if (focused?.isConnected || !(now instanceof HTMLElement) || now.tagName !== focused?.tagName) return;
  now.focus({ preventScroll: true });
  if (now instanceof HTMLTextAreaElement) now.setSelectionRange(caret[0], caret[1]);
}

/** What a widget says where the browser does not keep what was done. @param {string} [what] */
export function unsaved(what = ui.unsaved) {
  return h("p", { class: "ntrk-muted ntrk-unsaved", role: "status" }, what);
}

/**
 * Keeps what the reader said under the widget's name and `id` in this browser, and in the model's `state` for Python.
 * @template T
 * @param {object} about
 * @param {import("./dom.js").Model} about.model
 * @param {HTMLElement} about.el where the line stands that nothing is kept, once that is so
 * @param {string} [about.id] tells two widgets of one kind apart
 * @param {Record<string, Shape | Parts>} about.shape of each part of the value
 * @param {(value: any) => T} about.restore makes of a value in positions whatever of it still makes sense; undefined begins afresh
 * @param {(said: T) => void} about.follow draws what is kept now, after a change in another tab or view
 */
export function keeper({ model, el, id, shape, restore, follow }) {
  const key = id === undefined ? `widget/${el.dataset.widget}` : `widget/${el.dataset.widget}/${id}`;
  const whole = parts(shape);
  const me = {};
  /** What this view speaks of, as it is kept. @type {Record<string, any>} */
  let known = {};
  const notice = unsaved();
  const warn = (/** @type {boolean} */ kept) => {
    if (kept) notice.remove();
    else if (!notice.isConnected) el.append(notice);
  };
  // The host prints what a reader has begun.
  const tellPaper = () => el.toggleAttribute("data-begun", Object.keys(store.parts(key)).length > 0);
  /** @param {T} said */
  const share = (said) => {
    tellPaper();
    // A copy all through: a model that still holds the same lists would see no change in them.
    model.set("state", structuredClone(said));
    model.save_changes();
  };
  const keep = {
    /** What is kept, as the widget speaks of it. @returns {T} */
    read() {
      tellPaper();
      const { v1, ...kept } = store.parts(key);
      const old = v1 !== undefined && Object.keys(kept).length === 0;
      const said = restore(old ? v1 : backOf(whole, kept));
      // What could not be understood is not known, and so is left as it is. Version 1 goes with the first save.
      known = old
        ? { v1 }
        : Object.fromEntries(Object.entries(outOf(whole, said)).map(([part, value]) => [part, kept[part] ?? value]));
      return said;
    },
    share,
    /** @param {T} said */
    save(said) {
      const kept = outOf(whole, said);
      // Of the cards only those that this view has changed: the rest may be another tab's. What is no card belongs
      // together, such as a position and what was chosen there.
      const changed = Object.entries(kept).filter(
        ([part, value]) => !part.includes("/") || canonical(value) !== canonical(known[part]),
      );
      const gone = Object.keys(known)
        .filter((part) => kept[part] === undefined)
        .map((part) => [part, null]);
      known = structuredClone(kept);
      warn(store.set(key, Object.fromEntries([...changed, ...gone]), me));
      share(said);
    },
    /** Adds a finished piece of work to the log, which only grows. @param {string} asked @param {any} finished */
    add(asked, finished) {
      warn(store.add(key, { asked, said: finished }, me));
    },
    /** Start again; `said` is what the widget begins with. @param {T} said */
    wipe(said) {
      known = outOf(whole, said);
      warn(store.restart(key, me));
      share(said);
    },
    /** Ends following other tabs; for the widget's clean-up. */
    stop: store.watch(
      key,
      () => {
        const before = canonical(known);
        const said = keep.read();
        if (canonical(known) === before) return;
        inPlace(el, () => follow(said));
        share(said);
      },
      me,
    ),
  };
  if (!store.works()) queueMicrotask(() => warn(false));
  return keep;
}
