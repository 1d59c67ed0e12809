// The owner of everything that this browser keeps of what a reader did: its shape, its version, how two copies of
// it become one, and how older versions are read. Every widget and every page goes through it.
//
// An entry has a log of answers, which only grows, and registers, each with the newest value of one part (a draft, a
// position). Both merge in any order and any number of times to the same: what two tabs, two views or a saved file
// hold is put together, and nothing of it is lost.
import course from "./course.js";
import { fill } from "./dom.js";
import ui from "./words.json";

/**
 * @typedef {{ at: number, asked: string, said: any, sure?: string }} Act an answer: when, to what (its fingerprint),
 *   what was chosen, by names, and how sure the reader was
 * @typedef {{ at: number, said: any }} Register the newest value of a part, and when it was set; null where it was taken back
 * @typedef {{ log: Act[], now: Record<string, Register> }} Entry
 * @typedef {{ epoch: string, entries: Map<string, { entry: Entry, stored: boolean }>, listens: boolean, works?: boolean }} Replica
 */

const PREFIX = `${course.store}:v2:`;
const VERSION_1 = `${course.store}:v1:`;
/** What could not be read is kept under this, and not thrown away. */
const DAMAGED = `${course.store}:damaged:`;
/** Names the time since the last wipe; what another tab writes from before it does not count. */
const EPOCH = `${course.store}:epoch`;
const NEVER_WIPED = "0";
const CHANGED = "ntrk-kept";
const FORMAT = `${course.name}-progress`;
/** What a file holds; anything else, such as the key to a class, stays in this browser. */
const KEY = /^(question|widget)\/[\w.:/-]{1,120}$/;
/** Register that hides all that were set before it: the reader started again. */
const RESTART = "restart";
const LATEST = 1e14;

/**
 * One for each window, since a notebook gives every widget its own copy of this module. It also holds what the browser
 * would not store, until the page is left.
 * @type {Replica}
 */
const replica = replicaOf(globalThis);

/** @param {any} owner @returns {Replica} */
function replicaOf(owner) {
  owner.ntrkReplica ??= { epoch: NEVER_WIPED, entries: new Map(), listens: false };
  return owner.ntrkReplica;
}

/** The browser's own storage, also where the page puts a stand-in before it; null where it is forbidden. @returns {Storage | null} */
function storage() {
  try {
    const own = /** @type {any} */ (globalThis).ntrkStorage;
    return own === undefined ? window.localStorage : own;
  } catch {
    return null;
  }
}

/** @param {string} key @returns {string | null} */
function readText(key) {
  try {
    return storage()?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/** @param {string} key @param {string} text @returns {boolean} whether it is stored now */
function writeText(key, text) {
  try {
    storage()?.setItem(key, text);
    return readText(key) === text;
  } catch {
    return false;
  }
}

/** @param {string} key */
function removeText(key) {
  try {
    storage()?.removeItem(key);
  } catch {
    // Nothing to remove where storage is forbidden.
  }
}

/** Full keys that begin with `start`. @param {string} start @returns {string[]} */
function storedKeys(start) {
  try {
    return Object.keys(storage() ?? {}).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}

/** Where the answers to a question are kept. @param {string} id */
export function keyOf(id) {
  return `question/${id}`;
}

/** JSON with the keys in order, so that the same value has one text. @param {any} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${parts.join(",")}}`;
}

/** @template {{ at: number }} T @param {T} a @param {T} b */
function byTime(a, b) {
  return a.at - b.at || (canonical(a) < canonical(b) ? -1 : 1);
}

/**
 * Two copies of an entry as one: all answers of both, and of each part the newer value. The order of the two does not
 * matter, nor does doing it again.
 * @param {Entry} a @param {Entry} b @returns {Entry}
 */
export function merge(a, b) {
  const log = new Map([...a.log, ...b.log].map((act) => [canonical(act), act]));
  const now = { ...a.now };
  for (const [part, register] of Object.entries(b.now)) {
    if (!now[part] || byTime(now[part], register) < 0) now[part] = register;
  }
  return { log: [...log.values()].sort(byTime), now };
}

/** @returns {Entry} */
function empty() {
  return { log: [], now: {} };
}

/** @param {any} value */
function isTime(value) {
  return Number.isInteger(value) && value >= 0 && value < LATEST;
}

/** @param {any} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {any} value @param {string[]} known */
function hasOnly(value, known) {
  return isObject(value) && Object.keys(value).every((key) => known.includes(key));
}

/** @param {any} act */
function isAct(act) {
  return (
    hasOnly(act, ["at", "asked", "said", "sure"]) &&
    isTime(act.at) &&
    typeof act.asked === "string" &&
    "said" in act &&
    (act.sure === undefined || ["1", "2", "3"].includes(act.sure))
  );
}

/** @param {any} register */
function isRegister(register) {
  return hasOnly(register, ["at", "said"]) && isTime(register.at) && "said" in register;
}

/** Whether a value from outside is an entry, to its last value. @param {any} value @returns {value is Entry} */
function isEntry(value) {
  return (
    hasOnly(value, ["log", "now"]) &&
    Array.isArray(value.log) &&
    value.log.every(isAct) &&
    isObject(value.now) &&
    Object.values(value.now).every(isRegister)
  );
}

/** @param {string | null} text @returns {any} undefined where it is no JSON */
function parse(text) {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A value of version 1, which knew one value for each key, by positions, and not when. What it says is read by whoever
 * knows the question or the widget.
 * @param {string} key @param {any} value @returns {Entry}
 */
function fromVersion1(key, value) {
  if (!isObject(value)) return empty();
  return key.startsWith("question/")
    ? { log: [{ at: 1, asked: "v1", said: value }], now: {} }
    : { log: [], now: { v1: { at: 1, said: value } } };
}

/** @returns {string} */
function storedEpoch() {
  return readText(EPOCH) ?? NEVER_WIPED;
}

/** The entry in a stored text; undefined where it is damaged. @param {string | null} text @returns {Entry | undefined} */
function entryIn(text) {
  const value = parse(text);
  if (!isObject(value) || typeof value.epoch !== "string") return undefined;
  const { epoch, ...entry } = value;
  if (!isEntry(entry)) return undefined;
  return epoch === storedEpoch() ? entry : empty();
}

/** What the browser has under a key. @param {string} key @returns {Entry} */
function stored(key) {
  return merge(fromVersion1(key, parse(readText(VERSION_1 + key))), entryIn(readText(PREFIX + key)) ?? empty());
}

/** Forget what was remembered from before a wipe in another tab. */
function noticeWipe() {
  const epoch = storage() ? storedEpoch() : replica.epoch;
  if (epoch === replica.epoch) return;
  replica.epoch = epoch;
  replica.entries.clear();
  announce(null);
}

/** Everything known under a key: what the browser has, and what it would not take. @param {string} key @returns {Entry} */
function load(key) {
  noticeWipe();
  const mine = replica.entries.get(key);
  if (!mine) return stored(key);
  // It was stored and is no more: somebody has removed it.
  if (mine.stored && readText(PREFIX + key) === null) {
    replica.entries.delete(key);
    return stored(key);
  }
  return merge(mine.entry, stored(key));
}

/** @param {string} key @param {Entry} entry @returns {boolean} whether the browser has stored it */
function put(key, entry) {
  const before = readText(PREFIX + key);
  if (before !== null && !entryIn(before)) writeText(DAMAGED + key, before);
  const done = writeText(PREFIX + key, JSON.stringify({ epoch: replica.epoch, ...entry }));
  replica.works = done;
  replica.entries.set(key, { entry, stored: done });
  if (done) removeText(VERSION_1 + key);
  return done;
}

/** What the browser would not take before may have room now. */
function putTheRest() {
  for (const [key, { entry, stored: done }] of replica.entries) if (!done && !put(key, entry)) return;
}

/** @param {string | null} key null where everything may have changed @param {unknown} [by] who did it */
function announce(key, by) {
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: { key, by } }));
}

/** Later than all that the entry holds, whatever the clock says. @param {Entry} entry */
function after({ log, now }) {
  return Math.max(Date.now(), ...[...log, ...Object.values(now)].map(({ at }) => at + 1));
}

/** @param {string} key @param {Entry} entry @param {unknown} by @returns {boolean} whether the browser has stored it */
function change(key, entry, by) {
  listen();
  const done = put(key, entry);
  if (done) putTheRest();
  announce(key, by);
  return done;
}

/** Ends what this tab knows, and first tells the others so: what they write from before does not count any more. */
function newEpoch() {
  replica.epoch = String(Math.random()).slice(2);
  writeText(EPOCH, replica.epoch);
}

function listen() {
  if (replica.listens) return;
  replica.listens = true;
  window.addEventListener("storage", ({ key, newValue }) => {
    noticeWipe();
    if (key === null) {
      replica.entries.clear();
      announce(null);
    } else if (key.startsWith(PREFIX)) {
      const short = key.slice(PREFIX.length);
      const mine = replica.entries.get(short);
      // Read from the event, since what the storage itself gives may still be this tab's own writing.
      const theirs = entryIn(newValue);
      if (mine && theirs) {
        // Two tabs that wrote in the same moment: what the other one's writing covered is written again.
        const both = merge(mine.entry, theirs);
        if (canonical(both) === canonical(theirs)) replica.entries.set(short, { entry: both, stored: true });
        else put(short, both);
      }
      announce(short);
    }
  });
  // A page that comes back from the browser's back-forward cache has heard nothing meanwhile.
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) announce(null);
  });
}

export const store = {
  /** What is kept under a key, such as "question/03.denominator"; empty where nothing is. @param {string} key @returns {Entry} */
  read(key) {
    return load(key);
  },

  /**
   * Adds an answer to the log, under the next moment.
   * @param {string} key @param {{ asked: string, said: any, sure?: string }} act @param {unknown} [by]
   * @returns {boolean} whether the browser has stored it
   */
  add(key, act, by) {
    const entry = load(key);
    return change(key, merge(entry, { log: [{ at: after(entry), ...act }], now: {} }), by);
  },

  /**
   * Sets parts to new values; null takes one back.
   * @param {string} key @param {Record<string, any>} parts @param {unknown} [by]
   * @returns {boolean} whether the browser has stored them
   */
  set(key, parts, by) {
    const entry = load(key);
    const at = after(entry);
    const now = Object.fromEntries(Object.entries(parts).map(([part, said]) => [part, { at, said }]));
    return change(key, merge(entry, { log: [], now }), by);
  },

  /** The values of all parts since the reader last started again. @param {string} key @returns {Record<string, any>} */
  parts(key) {
    const { now } = load(key);
    const since = now[RESTART]?.at ?? 0;
    return Object.fromEntries(
      Object.entries(now).flatMap(([part, { at, said }]) =>
        part !== RESTART && at > since && said !== null ? [[part, structuredClone(said)]] : [],
      ),
    );
  },

  /** Start again: the parts set so far are past, the log stays. @param {string} key @param {unknown} [by] */
  restart(key, by) {
    return store.set(key, { [RESTART]: true }, by);
  },

  /** Keys of all entries that begin with `start`, whether the browser has stored them or not. @param {string} [start] @returns {string[]} */
  keys(start = "") {
    noticeWipe();
    const all = [PREFIX, VERSION_1].flatMap((prefix) => storedKeys(prefix).map((key) => key.slice(prefix.length)));
    return [...new Set([...all, ...replica.entries.keys()])].filter((key) => key.startsWith(start)).sort();
  },

  /** Whether the browser stores anything: it may be forbidden, or full. @returns {boolean} */
  works() {
    if (replica.works === undefined) {
      const probe = `${course.store}:probe`;
      replica.works = writeText(probe, "1");
      removeText(probe);
    }
    return replica.works;
  },

  /** Forget everything, here and in every other tab; false where the browser kept something all the same. */
  wipe() {
    newEpoch();
    for (const key of [PREFIX, VERSION_1, DAMAGED].flatMap(storedKeys)) removeText(key);
    replica.entries.clear();
    announce(null);
    return [PREFIX, VERSION_1, DAMAGED].flatMap(storedKeys).length === 0;
  },

  /**
   * Calls `handler` when an entry has changed elsewhere: in another tab, in another view, by a wipe or a loaded file.
   * @param {string} key or "" for any @param {() => void} handler @param {unknown} [by] whose own changes are of no interest
   * @returns {() => void} ends it
   */
  watch(key, handler, by) {
    listen();
    const hear = (/** @type {Event} */ event) => {
      const { detail } = /** @type {CustomEvent<{ key: string | null, by: unknown }>} */ (event);
      const mine = by !== undefined && detail.by === by;
      if (!mine && (detail.key === null || key === "" || detail.key === key)) handler();
    };
    window.addEventListener(CHANGED, hear);
    return () => window.removeEventListener(CHANGED, hear);
  },

  /** Everything, as a file holds it. */
  everything() {
    /** @type {Record<string, Entry>} */
    const values = {};
    for (const key of store.keys().filter((one) => KEY.test(one))) {
      const entry = load(key);
      if (entry.log.length > 0 || Object.keys(entry.now).length > 0) values[key] = entry;
    }
    return { format: FORMAT, version: 2, values };
  },

  /**
   * Reads a saved file of this version or of version 1, without taking anything.
   * @param {string} text
   * @param {(key: string, entry: Entry) => string} [problemOf] says what else is wrong with an entry, or nothing
   * @returns {{ entries: Record<string, Entry>, problem: string }} a problem names the entry at fault
   */
  parseFile(text, problemOf = () => "") {
    const fault = (/** @type {string} */ problem) => ({ entries: {}, problem });
    const content = parse(text);
    if (!isObject(content) || content.format !== FORMAT || !isObject(content.values)) return fault(ui.file.foreign);
    if (content.version !== 1 && content.version !== 2)
      return fault(fill(ui.file.version, { version: JSON.stringify(content.version) ?? ui.file.no_version }));
    /** @type {Record<string, Entry>} */
    const entries = {};
    for (const [key, value] of Object.entries(content.values)) {
      if (!KEY.test(key)) return fault(fill(ui.file.unknown, { key: JSON.stringify(key) }));
      if (content.version === 1 ? !isObject(value) : !isEntry(value)) return fault(fill(ui.file.damaged, { key }));
      entries[key] = content.version === 1 ? fromVersion1(key, value) : value;
      const problem = problemOf(key, entries[key]);
      if (problem) return fault(fill(ui.file.wrong, { key, problem }));
    }
    return { entries, problem: "" };
  },

  /**
   * Puts what a file holds together with what is here: all of it, or nothing where the browser would not store all.
   * @param {Record<string, Entry>} entries
   * @returns {{ stored: boolean, changed: string[] }} the keys that hold more than before
   */
  take(entries) {
    const before = Object.keys(entries).map((key) => ({
      key,
      entry: load(key),
      texts: [PREFIX, VERSION_1].map((prefix) => [prefix + key, readText(prefix + key)]),
      mine: replica.entries.get(key),
    }));
    /** @type {string[]} */
    const changed = [];
    for (const { key, entry } of before) {
      const more = { log: entries[key].log, now: { ...entries[key].now } };
      // Neither of two values of version 1 says when it was set: the one that is here stays.
      if (entry.now.v1) delete more.now.v1;
      const both = merge(entry, more);
      if (canonical(both) === canonical(entry)) continue;
      changed.push(key);
      if (put(key, both)) continue;
      before.forEach(putBack);
      return { stored: false, changed: [] };
    }
    announce(null);
    return { stored: true, changed };
  },
};

/** @param {{ key: string, texts: (string | null)[][], mine: { entry: Entry, stored: boolean } | undefined }} before */
function putBack({ key, texts, mine }) {
  for (const [full, text] of texts) {
    if (text === null) removeText(String(full));
    else writeText(String(full), text);
  }
  if (mine) replica.entries.set(key, mine);
  else replica.entries.delete(key);
}
