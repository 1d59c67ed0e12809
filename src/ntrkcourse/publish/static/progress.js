// The progress page: what this browser keeps of the questions, by chapter; save, load and wipe.
(function () {
  "use strict";
  const { course, h, store, button, liveRegion, download, scrolling, outcomeOf, problemOf, unsaved } = ntrk.shared;
  /** @typedef {import("../../widgets/shared/outcome.js").Graded & { chapter: string }} Question */

  /** @param {Record<string, Question>} questions */
  function table(questions) {
    /** @type {Record<string, { all: number, answered: number, first: number, sureAndWrong: number }>} */
    const rows = {};
    for (const [id, question] of Object.entries(questions)) {
      const row = (rows[question.chapter] ??= { all: 0, answered: 0, first: 0, sureAndWrong: 0 });
      row.all += 1;
      const outcome = outcomeOf(question, store.read(`question/${id}`));
      if (!outcome) continue;
      row.answered += 1;
      if (outcome.first.right) row.first += 1;
      else if (outcome.first.sure === "3") row.sureAndWrong += 1;
    }
    const head = ["Chapter", "Answered", "Right at the first try", "Sure and wrong"];
    return scrolling(
      "Progress by chapter",
      h(
        "table",
        { class: "table" },
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((text) => h("th", { scope: "col" }, text)),
          ),
        ),
        h(
          "tbody",
          {},
          Object.entries(rows)
            .sort()
            .map(([title, row]) =>
              h(
                "tr",
                {},
                h("th", { scope: "row" }, title),
                h("td", {}, `${row.answered} of ${row.all}`),
                h("td", {}, row.first),
                h("td", {}, row.sureAndWrong),
              ),
            ),
        ),
      ),
    );
  }

  /** "2 questions and 1 widget" @param {string[]} keys */
  function counted(keys) {
    const questions = keys.filter((key) => key.startsWith("question/")).length;
    const parts = [
      [questions, "question"],
      [keys.length - questions, "widget or case"],
    ].filter(([number]) => number);
    return parts
      .map(
        ([number, what]) =>
          `${number} ${number === 1 ? what : String(what).replace("question", "questions").replace("widget or case", "widgets or cases")}`,
      )
      .join(" and ");
  }

  function start() {
    const root = /** @type {HTMLElement} */ (document.querySelector(".course-progress"));
    const data = /** @type {HTMLElement} */ (document.getElementById("progress-data"));
    /** @type {{ questions: Record<string, Question> }} */
    const { questions } = JSON.parse(String(data.textContent));
    const shown = h("div");
    const said = liveRegion();
    const wipe = button("Wipe everything", askToWipe);
    const sure = h(
      "div",
      { class: "ntrk-row", hidden: true },
      h("span", {}, "This cannot be undone."),
      button("Yes, wipe it", wipeAll),
      button("Keep it", () => {
        sure.hidden = true;
        wipe.focus();
      }),
    );
    const file = h("input", { type: "file", id: "progress-file", accept: "application/json,.json", onchange: load });

    const draw = () =>
      shown.replaceChildren(
        table(questions),
        ...(store.works()
          ? []
          : [unsaved("This browser keeps nothing of these pages: save to a file what you want to keep.")]),
      );
    const say = (/** @type {string} */ text) => said.replaceChildren(h("p", {}, text));

    function save() {
      const everything = store.everything();
      if (Object.keys(everything.values).length === 0) {
        say("There is nothing to save yet.");
        return;
      }
      download(`${course.name}-progress.json`, JSON.stringify(everything, null, 1), "application/json");
      say(`Handed over as a file: ${counted(Object.keys(everything.values))}. Keep it where you will find it.`);
    }

    async function load() {
      const chosen = file.files?.[0];
      if (!chosen) return;
      const { entries, problem } = store.parseFile(await chosen.text(), (key, entry) => {
        const question = questions[key.slice("question/".length)];
        return key.startsWith("question/") && question ? problemOf(question, entry) : "";
      });
      file.value = "";
      if (problem) {
        say(`${chosen.name} was not loaded: ${problem}. Nothing was changed.`);
        return;
      }
      const { stored, changed } = store.take(entries);
      draw();
      const same = Object.keys(entries).length - changed.length;
      if (!stored)
        say(
          `${chosen.name} was not loaded: this browser would not store all of it; it may be full. Nothing was changed.`,
        );
      else if (changed.length === 0) say(`All that ${chosen.name} holds was here already.`);
      else say(`Loaded ${chosen.name}: it added to ${counted(changed)}.${same ? ` The rest was here already.` : ""}`);
    }

    function askToWipe() {
      sure.hidden = false;
      sure.querySelector("button")?.focus();
    }

    function wipeAll() {
      const done = store.wipe();
      sure.hidden = true;
      draw();
      say(
        done
          ? "Everything was wiped."
          : "This browser would not let everything be wiped. Clear this site's data in the browser's own settings.",
      );
      wipe.focus();
    }

    draw();
    store.watch("", draw);
    root.classList.add("ntrk");
    root.replaceChildren(
      shown,
      h("div", { class: "ntrk-row" }, button("Save to a file", save), wipe),
      sure,
      h("p", {}, h("label", { for: "progress-file" }, "Load from a file: "), file),
      said,
    );
  }
  document.addEventListener("DOMContentLoaded", start);
})();
