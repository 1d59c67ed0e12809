// Makes the widgets of a published page live where no kernel runs. Plain script: it also works from file://.
// The page holds one JSON block of models; each `[data-ntrk-model]` element is given to its widget's module.
(function () {
  "use strict";
  /** @type {Record<string, WidgetModule>} */
  const modules = {};

  /** What is put into the page while it is printed: each widget's readable equivalent, and what the reader answered. @type {{ place: HTMLElement, equivalent: ChildNode[], answers: () => Node[] }[]} */
  const printed = [];

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

  /**
   * Draws a widget; where that fails its readable equivalent stays, and the console says why.
   * @param {HTMLElement} place @param {unknown} data
   */
  function mount(place, data) {
    const root = document.createElement("div");
    const name = String(place.dataset.ntrkName);
    const equivalent = [...place.childNodes];
    try {
      // In the page first, so that a widget that draws to its width finds one.
      place.replaceChildren(root);
      modules[name].render({ model: pageModel(data), el: root });
      printed.push({ place, equivalent, answers: () => modules[name].answers?.(data) ?? [] });
    } catch (error) {
      place.replaceChildren(...equivalent);
      console.error(`The widget ${name} could not start:`, error);
    }
  }

  function start() {
    const block = document.getElementById("ntrk-models");
    if (!block) return;
    const models = JSON.parse(String(block.textContent));
    block.remove();
    for (const place of document.querySelectorAll("[data-ntrk-model]")) {
      if (place instanceof HTMLElement) mount(place, models[String(place.dataset.ntrkModel)]);
    }
  }

  /** Whether the paper that was asked for shows what lies folded: answers, reasons, tables, hints. */
  let withAnswers = false;
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
    for (const { place, equivalent, answers } of printed) {
      const own = /** @type {ChildNode[]} */ (answers());
      place.append(...equivalent, ...own);
      added.push(...equivalent, ...own);
    }
    if (withAnswers) unfolded = [...document.querySelectorAll("details")].filter((details) => !details.open);
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

  // After the deferred scripts of the page's widgets have run.
  document.addEventListener("DOMContentLoaded", start);
})();
