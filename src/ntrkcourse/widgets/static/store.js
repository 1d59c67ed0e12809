// What this browser remembers of the reader.

const PREFIX = "ntrk:v1:";

/**
 * What this browser remembers, one JSON value an item. Corrupt, full or forbidden storage never breaks a page:
 * reading then gives undefined, and writing gives false.
 */
export const store = {
  /** @param {string} key @returns {any} */
  read(key) {
    try {
      const text = window.localStorage.getItem(PREFIX + key);
      return text === null ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  },
  /** @param {string} key @param {any} value @returns {boolean} */
  write(key, value) {
    try {
      window.localStorage.setItem(PREFIX + key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  /** @param {string} key */
  remove(key) {
    try {
      window.localStorage.removeItem(PREFIX + key);
    } catch {
      // Nothing to remove where storage is forbidden.
    }
  },
  /** Keys, without the prefix, that begin with `start`. @param {string} [start] @returns {string[]} */
  keys(start = "") {
    try {
      return Object.keys(window.localStorage)
        .filter((key) => key.startsWith(PREFIX + start))
        .map((key) => key.slice(PREFIX.length));
    } catch {
      return [];
    }
  },
};

/**
 * Keeps what the reader said under `key` in this browser, and in the model's `state` for Python.
 * @param {import("./shared.js").Model} model @param {string} key
 */
export function keeper(model, key) {
  /** @param {Record<string, any>} said */
  const share = (said) => {
    // A copy all through: a model that still holds the same lists would see no change in them.
    model.set("state", structuredClone(said));
    model.save_changes();
  };
  return {
    share,
    /** @param {Record<string, any>} said */
    save(said) {
      store.write(key, said);
      share(said);
    },
    /** Forget it in the browser; `said` is what the widget begins with. @param {Record<string, any>} said */
    wipe(said) {
      store.remove(key);
      share(said);
    },
  };
}
