// How many questions are due today, where a page says so; and how a page gets a script of the course when it first needs it.
(function () {
  "use strict";
  const { counted, h, store, ui } = ntrk.shared;
  /** @type {Record<string, Promise<unknown>>} */
  const loaded = {};

  /** A script of `_static/ntrk`, once; from a folder too, where nothing can be fetched. */
  ntrk.load = (name) => {
    loaded[name] ??= new Promise((done, failed) => {
      const src = `${document.documentElement.dataset.content_root ?? ""}_static/ntrk/${name}.js`;
      document.head.append(h("script", { src, onload: done, onerror: failed }));
    });
    return loaded[name];
  };

  ntrk.loadSchedule = async () => {
    await Promise.all(["fsrs", "graded"].map(ntrk.load));
    await ntrk.load("schedule");
    return ntrk.schedule;
  };

  async function tell() {
    const places = document.querySelectorAll("[data-due]");
    if (places.length === 0 || store.keys("question/").length === 0) return;
    const n = (await ntrk.loadSchedule()).due().length;
    for (const place of places) {
      place.toggleAttribute("hidden", n === 0);
      place.textContent = counted(ui.due, "today", n);
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    tell();
    store.watch("", tell);
  });
})();
