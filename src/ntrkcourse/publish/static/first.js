// Stands before all other scripts of a page, and runs before the page is drawn. Sphinx's scripts trust the browser's two
// storages, and where these are forbidden or full they stop. They get stand-ins that never fail; the course's own store
// gets the real one, to say so where nothing is kept.
(function () {
  "use strict";
  const root = document.documentElement;
  // What only a script can open again is closed by it alone.
  root.classList.add("scripted");
  const { evidence, page } = document.currentScript?.dataset ?? {};
  if (page !== undefined) Object.assign(root.dataset, { evidence, page });
  /** @template T @param {() => T} act @param {T} otherwise */
  const attempt = (act, otherwise) => {
    try {
      return act();
    } catch {
      return otherwise;
    }
  };

  /** @param {Storage | null} real null where it is forbidden */
  function standIn(real) {
    /** What the browser would not take, until the page is left. @type {Map<string, string | null>} */
    const memory = new Map();
    return {
      getItem: (/** @type {string} */ key) =>
        memory.has(key) ? memory.get(key) : attempt(() => real?.getItem(key) ?? null, null),
      setItem(/** @type {string} */ key, /** @type {unknown} */ value) {
        memory.delete(key);
        const set = () => {
          real?.setItem(key, String(value));
          return real !== null;
        };
        if (!attempt(set, false)) memory.set(key, String(value));
      },
      removeItem(/** @type {string} */ key) {
        memory.delete(key);
        const remove = () => {
          real?.removeItem(key);
          return true;
        };
        if (!attempt(remove, false)) memory.set(key, null);
      },
    };
  }

  const local = attempt(() => window.localStorage, null);
  const session = attempt(() => window.sessionStorage, null);
  Object.defineProperty(window, "ntrkStorage", { value: local });
  Object.defineProperty(window, "localStorage", { value: standIn(local), configurable: true });
  Object.defineProperty(window, "sessionStorage", { value: standIn(session), configurable: true });

  // A deck of slides has its colours already.
  if (!root.dataset.mode) {
    const kept = window.localStorage.getItem("mode") ?? "";
    const mode = ["light", "dark"].includes(kept) ? kept : "auto";
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    Object.assign(root.dataset, { mode, theme: mode === "auto" ? system : mode });
  }
})();
