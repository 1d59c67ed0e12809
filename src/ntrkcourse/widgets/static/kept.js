// What a widget keeps. In its own memory a widget speaks of positions in its lists; kept is what was chosen, by name,
// so that an answer stays with its card when cards are moved, added or taken away.
import { h, plainText } from "./shared.js";
import { store, canonical } from "./store.js";

/**
 * A shape turns a value into what is kept, and back. What is no longer known comes back as undefined, and the widget's
 * own check decides what that leaves.
 * @typedef {{ out(value: any): any, back(kept: any): any }} Shape
 * @typedef {{ each: true, names: string[], shapes: Shape[] }} Each
 */

/** A short name that only depends on the text: FNV-1a over its UTF-8, as content/marks.py works it out. @param {string} text */
export function mark(text) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text.replace(/\s+/g, " ").trim())) value = Math.imul(value ^ byte, 0x01000193);
  return (value >>> 0).toString(16).padStart(8, "0");
}

/**
 * Names of things by their texts; the second of two alike gets a number.
 * @param {(string | import("./shared.js").Span[])[]} things @returns {string[]}
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
 * @param {(string | import("./shared.js").Span[])[]} things @param {number} [otherwise] @returns {Shape}
 */
export function pick(things, otherwise) {
  const names = namesOf(things);
  return {
    out: (at) => names[at] ?? null,
    back: (name) => (names.includes(name) ? names.indexOf(name) : otherwise),
  };
}

/** Some positions in a list, in order. @param {(string | import("./shared.js").Span[])[]} things @returns {Shape} */
export function picks(things) {
  const names = namesOf(things);
  return {
    out: (positions) => positions.map((/** @type {number} */ at) => names[at]),
    back: (kept) => (Array.isArray(kept) ? names.flatMap((name, at) => (kept.includes(name) ? [at] : [])) : undefined),
  };
}

/** A yes or no for each thing of a list. @param {(string | import("./shared.js").Span[])[]} things @returns {Shape} */
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
    back: (kept) => (Array.isArray(kept) ? kept.slice(0, shapes.length).map((value, at) => shapes[at].back(value)) : undefined),
  };
}

/** An object with a shape for each of its keys. @param {Record<string, Shape>} shapes @returns {Shape} */
export function fields(shapes) {
  return {
    out: (value) => Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, value[key] === undefined ? null : shape.out(value[key])])),
    back: (kept) => (typeof kept === "object" && kept !== null ? Object.fromEntries(Object.entries(shapes).map(([key, shape]) => [key, shape.back(kept[key] ?? undefined)])) : undefined),
  };
}

/** A list with a value for each thing of another, in one. @param {(string | import("./shared.js").Span[])[]} things @param {Shape} shape @returns {Shape} */
export function valuesOf(things, shape) {
  const names = namesOf(things);
  return {
    out: (list) => Object.fromEntries(names.map((name, at) => [name, shape.out(list[at])])),
    back: (kept) => names.map((name) => shape.back(kept?.[name])),
  };
}

/** An answer to this question: to another one it is none. @param {string} question @param {Shape} shape @returns {Shape} */
export function answerTo(question, shape) {
  const name = mark(question);
  return {
    out: (value) => ({ [name]: shape.out(value) }),
    back: (kept) => (kept?.[name] === undefined ? undefined : shape.back(kept[name])),
  };
}

/**
 * A list that holds a value for each thing of another, each kept as a part of its own: what two tabs answer on two
 * cards is kept of both.
 * @param {(string | import("./shared.js").Span[])[]} things @param {(at: number) => Shape} shapeOf @returns {Each}
 */
export function each(things, shapeOf) {
  return { each: true, names: namesOf(things), shapes: things.map((_, at) => shapeOf(at)) };
}

/**
 * The parts of a widget's value, each with its shape.
 * @param {Record<string, Shape | Each>} shapes
 * @returns {{ out(said: any): Record<string, any>, back(parts: Record<string, any>): any }}
 */
function record(shapes) {
  const parts = Object.entries(shapes);
  return {
    out(said) {
      /** @type {Record<string, any>} */
      const kept = {};
      for (const [key, shape] of parts) {
        const value = said[key];
        if (value === undefined || value === null) continue;
        if ("each" in shape) {
          shape.names.forEach((name, at) => {
            if (value[at] !== undefined && value[at] !== null) kept[`${key}/${name}`] = shape.shapes[at].out(value[at]);
          });
        } else kept[key] = shape.out(value);
      }
      return kept;
    },
    back: (kept) => Object.fromEntries(parts.map(([key, shape]) => {
      if (!("each" in shape)) return [key, kept[key] === undefined ? undefined : shape.back(kept[key])];
      return [key, shape.names.map((name, at) => (kept[`${key}/${name}`] === undefined ? undefined : shape.shapes[at].back(kept[`${key}/${name}`])))];
    })),
  };
}

/** What a widget says where the browser does not keep what was done. @param {string} [what] */
export function unsaved(what = "This browser keeps nothing of this page: what you do here is gone when you leave it.") {
  return h("p", { class: "ntrk-muted ntrk-unsaved", role: "status" }, what);
}

/** Redraws; where that takes the focus away, the control in the same place gets it. @param {HTMLElement} el @param {() => void} redraw */
function keepingFocus(el, redraw) {
  const controls = () => [...el.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")];
  const place = controls().findIndex((control) => control === document.activeElement);
  redraw();
  const control = controls()[place];
  if (document.activeElement === document.body && control instanceof HTMLElement) control.focus({ preventScroll: true });
}

/**
 * Keeps what the reader said under `key` in this browser, and in the model's `state` for Python.
 * @template T
 * @param {object} about
 * @param {import("./shared.js").Model} about.model
 * @param {HTMLElement} about.el where the line stands that nothing is kept, once that is so
 * @param {string} about.key
 * @param {Record<string, Shape | Each>} about.shape of each part of the value
 * @param {(value: any) => T} about.restore makes of a value in positions whatever of it still makes sense; undefined begins afresh
 * @param {(said: T) => void} about.follow draws what is kept now, after a change in another tab or view
 */
export function keeper({ model, el, key, shape, restore, follow }) {
  const { out, back } = record(shape);
  const me = {};
  /** What this view knows to be kept, and can read. @type {Record<string, any>} */
  let known = {};
  /** All that was kept when this view last looked. */
  let seen = "";
  const look = () => {
    const all = store.parts(key);
    seen = canonical(all);
    return all;
  };
  const notice = unsaved();
  const warn = (/** @type {boolean} */ kept) => {
    if (kept) notice.remove();
    else if (!notice.isConnected) el.append(notice);
  };
  /** @param {T} said */
  const share = (said) => {
    // A copy all through: a model that still holds the same lists would see no change in them.
    model.set("state", structuredClone(said));
    model.save_changes();
  };
  const keep = {
    /** What is kept, as the widget speaks of it. @returns {T} */
    read() {
      const { v1, ...parts } = look();
      const said = restore(v1 !== undefined && Object.keys(parts).length === 0 ? v1 : back(parts));
      // What is not shown here, such as the answer on a card that this notebook leaves out, is not for this view to take back.
      const shown = out(said);
      known = Object.fromEntries(Object.entries(parts).filter(([part]) => shown[part] !== undefined));
      return said;
    },
    share,
    /** @param {T} said */
    save(said) {
      const parts = out(said);
      // Only what this view has changed: the rest may be another tab's.
      const changed = Object.entries(parts).filter(([part, value]) => JSON.stringify(value) !== JSON.stringify(known[part]));
      const gone = Object.keys(known).filter((part) => parts[part] === undefined).map((part) => [part, null]);
      known = structuredClone(parts);
      warn(store.set(key, Object.fromEntries([...changed, ...gone]), me));
      look();
      share(said);
    },
    /** Start again; `said` is what the widget begins with. @param {T} said */
    wipe(said) {
      known = {};
      warn(store.restart(key, me));
      look();
      share(said);
    },
    /** Ends following other tabs; for the widget's clean-up. */
    stop: store.watch(key, () => {
      const before = seen;
      look();
      // A page that comes back, say: what is half chosen in it stays.
      if (seen === before) return;
      const said = keep.read();
      keepingFocus(el, () => follow(said));
      share(said);
    }, me),
  };
  if (!store.works()) queueMicrotask(() => warn(false));
  return keep;
}
