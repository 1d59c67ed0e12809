// The progress page: what this browser remembers of the questions, by chapter; save, load and wipe.
(function () {
  "use strict";
  const { h, store, button, liveRegion } = ntrk.shared;
  const FORMAT = "reading-the-rare-progress";

  /**
   * Outcomes of questions that are in the bank; damaged entries are left out.
   * @param {Record<string, string>} chapters title of each question's chapter, by question id
   */
  function outcomes(chapters) {
    return store.keys("question/").flatMap((key) => {
      const id = key.slice("question/".length);
      const outcome = store.read(key);
      return chapters[id] !== undefined && outcome && typeof outcome.correct === "boolean" ? [{ id, outcome }] : [];
    });
  }

  /** @param {Record<string, string>} chapters */
  function table(chapters) {
    /** @type {Record<string, { all: number, answered: number, first: number, sureAndWrong: number }>} */
    const rows = {};
    for (const title of Object.values(chapters)) {
      rows[title] ??= { all: 0, answered: 0, first: 0, sureAndWrong: 0 };
      rows[title].all += 1;
    }
    for (const { id, outcome } of outcomes(chapters)) {
      const row = rows[chapters[id]];
      row.answered += 1;
      if (outcome.firstCorrect) row.first += 1;
      else if (outcome.firstCertainty === "3") row.sureAndWrong += 1;
    }
    const head = ["Chapter", "Answered", "Right at the first try", "Sure and wrong"];
    return h("div", { class: "ntrk-scroll", tabindex: 0, role: "group", "aria-label": "Progress by chapter" },
      h("table", { class: "table" },
        h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {}, Object.entries(rows).sort().map(([title, row]) => h("tr", {}, h("th", { scope: "row" }, title),
          h("td", {}, `${row.answered} of ${row.all}`), h("td", {}, row.first), h("td", {}, row.sureAndWrong))))));
  }

  function everything() {
    const kept = store.keys().map((key) => [key, store.read(key)]).filter(([, value]) => value !== undefined);
    return { format: FORMAT, version: 1, values: Object.fromEntries(kept) };
  }

  function start() {
    const root = /** @type {HTMLElement} */ (document.querySelector(".course-progress"));
    const data = /** @type {HTMLElement} */ (document.getElementById("progress-data"));
    const { chapters } = JSON.parse(String(data.textContent));
    const shown = h("div");
    const said = liveRegion();
    const wipe = button("Wipe everything", askToWipe);
    const sure = h("div", { class: "ntrk-row", hidden: true }, h("span", {}, "This cannot be undone."),
      button("Yes, wipe it", wipeAll), button("Keep it", () => { sure.hidden = true; wipe.focus(); }));
    const file = h("input", { type: "file", id: "progress-file", accept: "application/json,.json", onchange: load });

    const draw = () => shown.replaceChildren(table(chapters));
    const say = (/** @type {string} */ text) => said.replaceChildren(h("p", {}, text));

    function save() {
      const blob = new Blob([JSON.stringify(everything(), null, 1)], { type: "application/json" });
      const link = h("a", { href: URL.createObjectURL(blob), download: "reading-the-rare-progress.json" });
      link.click();
      URL.revokeObjectURL(link.href);
      say("Saved to a file.");
    }

    async function load() {
      const chosen = file.files?.[0];
      if (!chosen) return;
      const content = await chosen.text().then(JSON.parse).catch(() => null);
      file.value = "";
      if (content?.format !== FORMAT || typeof content.values !== "object" || content.values === null) {
        say(`${chosen.name} is no progress file of this course. Nothing was changed.`);
        return;
      }
      const failed = Object.entries(content.values).filter(([key, value]) => !store.write(key, value)).length;
      draw();
      say(failed ? `This browser would not store ${failed} of the entries; it may be full.` : `Loaded ${chosen.name}.`);
    }

    function askToWipe() {
      sure.hidden = false;
      sure.querySelector("button")?.focus();
    }

    function wipeAll() {
      for (const key of store.keys()) store.remove(key);
      sure.hidden = true;
      draw();
      say("Everything was wiped.");
      wipe.focus();
    }

    draw();
    root.classList.add("ntrk");
    root.replaceChildren(shown, h("div", { class: "ntrk-row" }, button("Save to a file", save), wipe), sure,
      h("p", {}, h("label", { for: "progress-file" }, "Load from a file: "), file), said);
  }
  document.addEventListener("DOMContentLoaded", start);
})();
