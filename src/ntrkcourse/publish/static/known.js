// What the review page says that a reader knows: by chapter, lesson and objective, by sureness, and by wrong ideas.
(function () {
  "use strict";
  const { CERTAINTIES, counted, exactInterval, fill, h, inline, percent, placeOf, store, svg, ui } = ntrk.shared;
  const words = ntrk.shared.review;
  const CERTAIN = "3";
  /** @typedef {{ name: string, times: number, mended: boolean, id: string, at: number }} Trap `id` and `at` are those of
   *   the question where it was chosen last, and of the option or diagnosis there */

  /** @param {Plan[]} plans @param {(about: OutlineQuestion) => boolean} counts */
  function tally(plans, counts) {
    const all = Object.values(ntrk.outline.questions).filter(counts).length;
    const answered = plans.filter(({ id }) => ntrk.outline.questions[id] && counts(ntrk.outline.questions[id]));
    return { all, answered: answered.length, right: answered.filter(({ outcome }) => outcome.last.right).length };
  }

  /** @param {{ all: number, answered: number, right: number }} counts @returns {Node[]} */
  function bar(counts) {
    const { all, answered, right } = counts;
    const parts = `--right: ${right / all}; --answered: ${answered / all}`;
    return [
      h("span", { class: "review-bar", "aria-hidden": "true", style: parts }),
      h("span", { class: "ntrk-muted" }, fill(words.tally, counts)),
    ];
  }

  /** @param {string} title @param {HTMLLIElement[]} items */
  const list = (title, items) => (items.length ? [h("h4", {}, title), h("ul", {}, items)] : []);

  /** Whether a case or widget is begun, or brought to an end where it has one. @param {string} key */
  function state(key) {
    if (store.read(key).log.length) return words.ended;
    return Object.keys(store.parts(key)).length ? words.begun : words.untouched;
  }

  /** Each chapter's summary and content, which are drawn anew while it stays open. @param {HTMLElement} place */
  function chapters(place) {
    const drawn = ntrk.outline.chapters.map((chapter, number) => {
      const summary = h("summary");
      const body = h("div");
      place.append(h("details", { class: "review-chapter" }, summary, body));
      return { chapter, number, summary, body };
    });
    return (/** @type {Plan[]} */ plans) => {
      for (const { chapter, number, summary, body } of drawn) {
        const link = (/** @type {number} */ lesson, /** @type {string} */ text) =>
          h("a", { href: `${chapter.address}#${chapter.lessons[lesson].id}` }, text);
        const here = tally(plans, (one) => one.chapter === number);
        summary.replaceChildren(h("strong", {}, chapter.name), ...bar(here));
        body.replaceChildren(
          ...list(
            words.objectives,
            chapter.objectives.map(({ code, text, lesson }) =>
              h("li", {}, link(lesson, `${code} ${text}`), ...bar(tally(plans, (one) => one.objective === code))),
            ),
          ),
          ...list(
            words.lessons,
            chapter.lessons.flatMap(({ name }, lesson) => {
              const counts = tally(plans, (one) => one.chapter === number && one.lesson === lesson);
              return counts.all ? h("li", {}, link(lesson, name), ...bar(counts)) : [];
            }),
          ),
          ...list(
            words.widgets,
            chapter.widgets.map(({ key, title, lesson }) =>
              h("li", {}, link(lesson, title), " ", h("span", { class: "ntrk-muted" }, state(key))),
            ),
          ),
        );
      }
    };
  }

  /** From which share of right answers on a mark pays better than the next lower one; the lowest has none. @param {number} at */
  function pays(at) {
    if (at === 0) return null;
    const [more, less] = [CERTAINTIES[at], CERTAINTIES[at - 1]];
    const risk = less.wrong - more.wrong;
    return risk / (more.right - less.right + risk);
  }

  /** Of the first answers with each mark, how many were right. @param {Plan[]} plans */
  function sureness(plans) {
    const rows = CERTAINTIES.map(({ value, text }, at) => {
      const marked = plans.filter(({ outcome }) => outcome.first.sure === value);
      const right = marked.filter(({ outcome }) => outcome.first.right).length;
      const from = pays(at);
      return h(
        "li",
        {},
        h("strong", {}, text),
        marked.length ? interval(right, marked.length, from) : null,
        h("span", {}, shareOf(right, marked.length)),
        from === null ? null : h("span", { class: "ntrk-muted" }, fill(words.pays, { share: percent(from) })),
      );
    });
    return h("ul", { class: "review-sureness" }, rows.reverse());
  }

  /** @param {number} right @param {number} all */
  function shareOf(right, all) {
    if (all === 0) return words.no_marks;
    const [low, high] = exactInterval(right, all).map(percent);
    return fill(words.share, { right, all, share: percent(right / all), low, high });
  }

  /** @param {number} right @param {number} all @param {number | null} from */
  function interval(right, all, from) {
    const [low, high] = exactInterval(right, all);
    const x = (/** @type {number} */ share) => `${100 * share}%`;
    return svg(
      "svg",
      { class: "review-interval", "aria-hidden": "true", width: "100%", height: 22 },
      svg("line", { class: "review-scale", x1: 0, x2: "100%", y1: 11, y2: 11 }),
      from === null ? null : svg("line", { class: "review-pays", x1: x(from), x2: x(from), y1: 1, y2: 21 }),
      svg("line", { class: "review-range", x1: x(low), x2: x(high), y1: 11, y2: 11 }),
      svg("circle", { class: "review-share", cx: x(right / all), cy: 11, r: 5 }),
    );
  }

  /** To the question where a chapter asks it. @param {string} id */
  function questionLink(id) {
    const { address } = ntrk.outline.chapters[ntrk.outline.questions[id].chapter];
    return h("a", { href: `${address}#${placeOf(id)}` }, words.the_question);
  }

  /** Where the reader was certain and wrong, what is still wrong first. @param {Plan[]} plans */
  function sureAndWrong(plans) {
    const found = plans.filter(({ outcome }) => outcome.attempts.some(({ right, sure }) => !right && sure === CERTAIN));
    if (found.length === 0) return h("p", {}, words.no_sure_and_wrong);
    const mended = (/** @type {Plan} */ plan) => Number(plan.outcome.last.right);
    return h(
      "ul",
      {},
      found
        .sort((a, b) => mended(a) - mended(b))
        .map((plan) => {
          const { chapter, see, passage } = ntrk.outline.questions[plan.id];
          return h(
            "li",
            {},
            h("a", { href: passage }, see),
            ` (${ntrk.outline.chapters[chapter].name.slice(0, 2)}), `,
            questionLink(plan.id),
            mended(plan) ? [". ", h("em", {}, words.mended)] : ".",
          );
        }),
    );
  }

  /** The option or diagnosis of each wrong idea in an answer, by its position. @param {BankQuestion} question @param {any} said */
  function ideasIn({ kind, names, key, diagnosis }, said) {
    if (kind === "numeric") return diagnosis.flatMap(({ low, high }, at) => (said >= low && said <= high ? [at] : []));
    if (kind !== "single" && kind !== "multiple") return [];
    return [said].flat().flatMap((name) => (key.includes(name) ? [] : [names.indexOf(name)]));
  }

  /** The wrong ideas that were chosen, the most frequent first. @param {Plan[]} plans @param {(id: string) => BankQuestion} known */
  function chosen(plans, known) {
    /** @type {Map<string, Trap & { when: number }>} */
    const traps = new Map();
    for (const { id, outcome } of plans) {
      const question = known(id);
      for (const { right, said, at: when = 0 } of outcome.attempts) {
        if (right || said === null) continue;
        for (const at of ideasIn(question, said)) {
          const name = question.traps[at];
          const before = traps.get(name);
          const mended = outcome.last.right && (before?.mended ?? true);
          const newest = before && before.when > when ? before : { id, at, when };
          traps.set(name, { ...newest, name, times: (before?.times ?? 0) + 1, mended });
        }
      }
    }
    return [...traps.values()].sort(
      (a, b) => b.times - a.times || Number(a.mended) - Number(b.mended) || b.when - a.when,
    );
  }

  /** @param {Plan[]} plans @param {(id: string) => BankQuestion} known */
  function traps(plans, known) {
    const found = chosen(plans, known);
    if (found.length === 0) return h("p", {}, words.no_traps);
    return h(
      "ul",
      { class: "review-traps" },
      found.map(({ name, times, mended, id, at }) => {
        const { option, diagnosis, see, passages = {} } = known(id);
        const there = option[at]?.see || see;
        return h(
          "li",
          {},
          h("strong", {}, name),
          " ",
          h("span", { class: "ntrk-muted" }, counted(words.counts, "chosen", times)),
          mended ? [" ", h("em", {}, words.mended)] : null,
          h("p", {}, inline((option[at] ?? diagnosis[at]).feedback)),
          h(
            "p",
            { class: "ntrk-muted" },
            ui.quiz.again,
            h("a", { href: passages[there] }, there),
            ", ",
            questionLink(id),
          ),
        );
      }),
    );
  }

  ntrk.known = { chapters, sureness, sureAndWrong, traps };
})();
