// Makes the widgets of a published page live where no kernel runs. Plain script: it also works from file://.
// The page holds one JSON block of models; each `[data-ntrk-model]` element is given to its widget's module.
(function () {
  "use strict";
  /** @type {Record<string, WidgetModule>} */
  const modules = {};

  /** Each widget that is drawn, with the readable equivalent that it stands in for. @type {Map<Element, ChildNode[]>} */
  const drawn = new Map();

  /** Called by each widget's script. */
  ntrk.define = (name, module) => {
    modules[name] = module(ntrk.shared);
  };

  /**
   * What a module knows as its anywidget model, kept on the page alone.
   * @param {unknown} data
   */
  function pageModel(data) {
    /** @type {Record<string, unknown>} */
    const values = { data, state: {} };
    /** @type {Record<string, (() => void)[]>} */
    const handlers = {};
    return {
      get: (/** @type {string} */ name) => values[name],
      set(/** @type {string} */ name, /** @type {unknown} */ value) {
        values[name] = value;
        for (const handler of handlers[`change:${name}`] ?? []) handler();
      },
      save_changes() {},
      on(/** @type {string} */ event, /** @type {() => void} */ handler) {
        (handlers[event] ??= []).push(handler);
      },
      off(/** @type {string} */ event, /** @type {() => void} */ handler) {
        handlers[event] = (handlers[event] ?? []).filter((known) => known !== handler);
      },
    };
  }

  /** The data of the page's widgets. @type {Record<string, any>} */
  let models = {};

  /** @param {Element} place */
  ntrk.dataOf = (place) => models[String(place instanceof HTMLElement && place.dataset.ntrkModel)];

  /**
   * Puts into `data` the drawings that stand in the widget's equivalent, of which the page holds one copy.
   * @param {any} data
   * @param {Element[]} drawings
   */
  function bringPictures(data, drawings) {
    for (const [name, value] of Object.entries(data ?? {})) {
      const at = typeof value === "string" ? /^picture:(\d+)$/.exec(value) : null;
      if (at) data[name] = drawings[Number(at[1])].outerHTML;
      else if (typeof value === "object") bringPictures(value, drawings);
    }
  }

  /**
   * Draws a widget; where that fails its readable equivalent stays, and the console says why.
   * @param {HTMLElement} place
   */
  function mount(place) {
    const root = document.createElement("div");
    const name = String(place.dataset.ntrkName);
    const equivalent = [...place.childNodes];
    try {
      bringPictures(ntrk.dataOf(place), [...place.querySelectorAll(":scope .ntrk-equivalent svg.ntrk-picture")]);
      // In the page first, so that a widget that draws to its width finds one.
      place.replaceChildren(root);
      modules[name].render({ model: pageModel(ntrk.dataOf(place)), el: root });
      drawn.set(place, equivalent);
    } catch (error) {
      place.replaceChildren(...equivalent);
      place.dataset.failed = "";
      console.error(`The widget ${name} could not start:`, error);
    }
  }

  /** Draws the widgets that are in view of `root` and not drawn yet: those in what is closed wait until it opens. */
  ntrk.mountIn = (root) => {
    for (const place of root.querySelectorAll("[data-ntrk-model]")) {
      if (!(place instanceof HTMLElement) || drawn.has(place) || place.closest("[hidden]")) continue;
      if (!("failed" in place.dataset)) mount(place);
    }
  };

  // Before the scripts that open what is to be drawn, which listen for the same event.
  document.addEventListener("DOMContentLoaded", () => {
    const block = document.getElementById("ntrk-models");
    models = JSON.parse(block?.textContent || "{}");
    block?.remove();
  });

  /** Whether the paper that was asked for shows what lies folded: answers, reasons, tables, hints. */
  let withAnswers = false;
  /** Text that is folded on the screen alone. */
  const ALWAYS_PRINTED = "details:is(.reveal, .clinic-card, .sources, .guide-traps, .review-chapter)";
  /** What is in the page for the paper alone. @type {ChildNode[]} */
  let added = [];
  /** What is unfolded for the paper alone. @type {HTMLDetailsElement[]} */
  let unfolded = [];
  /** The theme on the screen. Paper is white, so whatever follows the theme prints in its light colours. */
  let theme = "";

  ntrk.printWithAnswers = () => {
    withAnswers = true;
    window.print();
  };

  window.addEventListener("beforeprint", () => {
    for (const place of document.querySelectorAll("[data-ntrk-model]")) {
      const module = modules[String(place instanceof HTMLElement && place.dataset.ntrkName)];
      const own = /** @type {ChildNode[]} */ (module?.answers?.(ntrk.dataOf(place)) ?? []);
      const equivalent = drawn.get(place) ?? [];
      place.append(...equivalent, ...own);
      added.push(...equivalent, ...own);
    }
    const folded = /** @type {HTMLDetailsElement[]} */ ([
      ...document.querySelectorAll(withAnswers ? "details" : ALWAYS_PRINTED),
    ]);
    unfolded = folded.filter((details) => !details.open);
    for (const details of unfolded) details.open = true;
    theme = document.documentElement.dataset.theme ?? "";
    document.documentElement.dataset.theme = "light";
  });
  window.addEventListener("afterprint", () => {
    for (const details of unfolded) details.open = false;
    for (const node of added) node.remove();
    added = [];
    withAnswers = false;
    unfolded = [];
    document.documentElement.dataset.theme = theme;
  });
})();
