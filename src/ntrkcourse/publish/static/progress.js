// The progress page: what this browser keeps of the questions, by chapter; save, load and wipe.
(function () {
  "use strict";
  const {
    ui,
    course,
    counted,
    fill,
    h,
    store,
    button,
    liveRegion,
    download,
    scrolling,
    outcomeNow,
    problemOf,
    unsaved,
    FORMS,
    answerIn,
    countIn,
    dueDay,
    endOf,
    longDate,
  } = ntrk.shared;
  const words = ui.progress;
  /** @typedef {import("../../widgets/shared/outcome.js").Graded & { chapter: string, form: "A" | "B" | null }} Question */

  /** A line for each sitting that has begun; what was right is told once the second has ended. @param {Record<string, Question>} questions */
  function sittings(questions) {
    const forms = FORMS.map((form) => Object.entries(questions).filter(([, one]) => one.form === form));
    const first = endOf(1)?.asked === "B" ? 1 : 0;
    const names = [words.sitting_1, words.sitting_2, words.sitting_3];
    return /** @type {const} */ ([1, 2, 3]).flatMap((sitting) => {
      const asked = forms[sitting === 2 ? 1 - first : first];
      // Before the first has ended, its form is the one that has answers.
      const begun = endOf(1) ? asked : sitting === 1 ? forms.flat() : [];
      const answered = countIn(
        sitting,
        begun.map(([id]) => id),
      );
      if (answered === 0 && !endOf(sitting)) return [];
      const told = endOf(2) && endOf(sitting);
      const answers = asked.map(([id, question]) => answerIn(sitting, { ...question, id }));
      const wrong = answers.filter((one) => one && !one.right && one.sure === "3").length;
      return [
        h(
          "tr",
          {},
          h("th", { scope: "row" }, names[sitting - 1]),
          h("td", {}, fill(words.answered_of, { n: answered, all: asked.length })),
          h("td", {}, told ? answers.filter((one) => one?.right).length : words.silent),
          h("td", {}, told ? wrong : words.silent),
        ),
      ];
    });
  }

  /** When the third sitting is due, with the way there. @param {string} address @returns {Node[]} */
  function retest(address) {
    const due = dueDay();
    if (!address || !due || endOf(3)) return [];
    const date = longDate(due);
    const said = fill(Date.now() < Number(due) ? words.third_early : words.third_due, { date });
    return [h("p", {}, said, " ", h("a", { href: address }, words.third))];
  }

  /** @param {Record<string, Question>} questions */
  function table(questions) {
    /** @type {Record<string, { all: number, answered: number, first: number, sureAndWrong: number }>} */
    const rows = {};
    for (const [id, question] of Object.entries(questions)) {
      if (question.form) continue;
      const row = (rows[question.chapter] ??= { all: 0, answered: 0, first: 0, sureAndWrong: 0 });
      row.all += 1;
      const outcome = outcomeNow({ ...question, id });
      if (!outcome) continue;
      row.answered += 1;
      if (outcome.first.right) row.first += 1;
      else if (outcome.first.sure === "3") row.sureAndWrong += 1;
    }
    const head = [words.chapter, words.answered, words.first, words.sure_and_wrong];
    return scrolling(
      words.table,
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
                h("td", {}, fill(words.answered_of, { n: row.answered, all: row.all })),
                h("td", {}, row.first),
                h("td", {}, row.sureAndWrong),
              ),
            ),
          sittings(questions),
        ),
      ),
    );
  }

  /** "2 questions and 1 widget", without the place where the reader was last and the coin of the test; empty for none @param {string[]} all */
  function summed(all) {
    const keys = all.filter((key) => !key.startsWith("widget/place/") && key !== "widget/sittings");
    if (keys.length === 0) return "";
    const n = keys.filter((key) => key.startsWith("question/")).length;
    const questions = counted(words, "questions", n);
    const others = counted(words, "others", keys.length - n);
    if (n === keys.length) return questions;
    return n ? fill(words.both, { questions, others }) : others;
  }

  function start() {
    const root = /** @type {HTMLElement} */ (document.querySelector(".course-progress"));
    const data = /** @type {HTMLElement} */ (document.getElementById("progress-data"));
    /** @type {{ questions: Record<string, Question>, retest: string }} */
    const { questions, retest: address } = JSON.parse(String(data.textContent));
    const shown = h("div");
    const said = liveRegion();
    const wipe = button(words.wipe, askToWipe);
    const inClass = h("span", { hidden: true }, words.in_class);
    const sure = h(
      "div",
      { class: "ntrk-row", hidden: true },
      h("span", {}, words.for_good),
      inClass,
      button(words.wipe_sure, wipeAll),
      button(words.wipe_not, () => {
        sure.hidden = true;
        wipe.focus();
      }),
    );
    const file = h("input", { type: "file", id: "progress-file", accept: "application/json,.json", onchange: load });

    const draw = () =>
      shown.replaceChildren(table(questions), ...retest(address), ...(store.works() ? [] : [unsaved(words.unsaved)]));
    const say = (/** @type {string} */ text) => said.replaceChildren(h("p", {}, text));

    function save() {
      const everything = store.everything();
      const what = summed(Object.keys(everything.values));
      if (!what) {
        say(words.empty);
        return;
      }
      download(`${course.name}-progress.json`, JSON.stringify(everything, null, 1), "application/json");
      say(fill(words.saved, { what }));
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
        say(fill(words.refused, { file: chosen.name, problem }));
        return;
      }
      const { stored, changed } = store.take(entries);
      draw();
      const same = Object.keys(entries).length - changed.length;
      if (!stored) say(fill(words.full, { file: chosen.name }));
      else if (!summed(changed)) say(fill(words.known, { file: chosen.name }));
      else {
        const loaded = fill(words.loaded, { file: chosen.name, what: summed(changed) });
        say(same ? `${loaded} ${words.rest_known}` : loaded);
      }
    }

    function askToWipe() {
      inClass.hidden = !store.parts("class/now").member;
      sure.hidden = false;
      sure.querySelector("button")?.focus();
    }

    function wipeAll() {
      const done = store.wipe();
      sure.hidden = true;
      draw();
      say(done ? words.wiped : words.not_wiped);
      wipe.focus();
    }

    draw();
    store.watch("", draw);
    root.classList.add("ntrk");
    root.replaceChildren(
      shown,
      h("div", { class: "ntrk-row" }, button(words.save, save), wipe),
      sure,
      h("p", {}, h("label", { for: "progress-file" }, words.load), file),
      said,
    );
  }
  document.addEventListener("DOMContentLoaded", start);
})();
