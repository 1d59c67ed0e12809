// Stands before all other scripts of a page. The theme trusts the browser's storage, and where that is forbidden or
// full its scripts stop: search and theme switch were dead. They get a stand-in that never fails; the course's own store
// gets the real one, to say so where nothing is kept.
(function () {
  "use strict";
  /** @type {Storage | null} */
  let real = null;
  try {
    real = window.localStorage;
  } catch {
    // Forbidden.
  }
  /** What the browser would not take, until the page is left. @type {Map<string, string | null>} */
  const memory = new Map();
  /** @template T @param {() => T} act @param {T} otherwise */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };
  const standIn = {
    getItem: (/** @type {string} */ key) => memory.get(key) ?? (memory.has(key) ? null : attempt(() => real?.getItem(key) ?? null, null)),
    setItem(/** @type {string} */ key, /** @type {unknown} */ value) {
      memory.delete(key);
      if (!attempt(() => (real?.setItem(key, String(value)), real !== null), false)) memory.set(key, String(value));
    },
    removeItem(/** @type {string} */ key) {
      memory.delete(key);
      if (!attempt(() => (real?.removeItem(key), true), false)) memory.set(key, null);
    },
  };
  Object.defineProperty(window, "ntrkStorage", { value: real });
  Object.defineProperty(window, "localStorage", { value: standIn, configurable: true });
})();
