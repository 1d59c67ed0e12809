// The trainer's board: what the room does, drawn anew with each word from the class's server, and what the trainer can do.
// It stands on a projector: what is right is not marked before the trainer shows it, and what helps to lead the talk is
// folded.
(function () {
  "use strict";
  const { ui, h, fill, drawing, counted, button, primary, select, scrolling, liveRegion, canonical } = ntrk.shared;
  // The page of the board brings them along; no page of the book needs them.
  const words = ntrk.shared.board;
  const CERTAINTIES = /** @type {const} */ ([
    [3, ui.quiz.certain],
    [2, ui.quiz.fairly],
    [1, ui.quiz.guess],
    [null, words.unsaid],
  ]);

  /**
   * @typedef {import("../widgets/shared/dom.js").Child} Child
   * @typedef {{ id: string, vignette: string, stem: string, picture: string }} Asked
   * @typedef {Asked & { place: string }} Question `place` is its address in the book
   * @typedef {{ item: string | null, state: "open" | "closed" | "revealed", round: 1 | 2, follow: string | null }} State
   * @typedef {{ label: string, count: number, right: boolean }} Said
   * @typedef {{ certainty: number | null, count: number, right: number }} Sure
   * @typedef {{ answers: number, right: number, spread: Said[], certainty: Sure[] }} Round
   * @typedef {{ both: number, gained: number, lost: number, right_twice: number, wrong_twice: number,
   *   share: number | null, interval: [number, number] | null, p: number }} Shift
   * @typedef {{ item: string, trap: string, say: string, count: number }} Trap
   * @typedef {{ stem: string, rounds: Record<string, Round>, shift: Shift | null, traps: Trap[] }} Item
   * @typedef {{ name: string, item: string | null, at: string | null, answered: number }} Learner
   * @typedef {{ title: string, begins: number, minutes: number, asks: number, begun: number }} Part
   * @typedef {{ complete: number, kr20: number | null,
   *   items: { item: string, answers: number, difficulty: number | null, discrimination: number | null }[] }} Analysis
   * @typedef {object} Figures
   * @property {{ name: string, code: string, address: string }} class
   * @property {State} state
   * @property {Learner[]} learners
   * @property {Record<string, Item>} items those that somebody has answered
   * @property {Trap[]} traps
   * @property {{ before: number | null, after: number | null, normalised: number | null, first: { A: number, B: number },
   *   pairs: (Shift & { A: string, B: string })[] }} gain
   * @property {Record<string, Analysis>} analysis
   * @property {{ minutes: number, clock: number, room: number | null, parts: Part[] } | null} pace
   */

  /** @type {{ name: string, page: string, questions: Asked[] }[]} */
  const catalogue = JSON.parse(String(document.getElementById("catalogue")?.textContent));
  /** @type {Map<string, Question>} */
  const questions = new Map();
  for (const { page, questions: asked } of catalogue)
    for (const one of asked) questions.set(one.id, { ...one, place: `${page}#question-${one.id}` });
  /** @type {Figures | undefined} */
  let now;
  /** What each part shows, so that one that has not changed is left alone, with the reader's place in it. @type {Map<Element, string>} */
  const shown = new Map();

  /** @param {number} share */
  const percent = (share) => `${Math.round(100 * share)}%`;
  /** @param {number | null} value */
  const decimal = (value) => (value === null ? words.none : value.toFixed(2).replace("-", "−"));

  /** @param {Element} place @param {unknown} about what is drawn @param {() => Child[]} draw */
  function put(place, about, draw) {
    const text = canonical(about);
    if (shown.get(place) === text) return;
    shown.set(place, text);
    place.replaceChildren(...h("div", {}, draw()).childNodes);
  }

  /** @param {string} name @param {string[]} head @param {(Child | Child[])[][]} rows */
  function table(name, head, rows) {
    return scrolling(
      name,
      h(
        "table",
        { "aria-label": name },
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
          rows.map((row) =>
            h(
              "tr",
              {},
              row.map((cell, at) => (at === 0 ? h("th", { scope: "row" }, cell) : h("td", {}, cell))),
            ),
          ),
        ),
      ),
    );
  }

  /**
   * Bars, one a line, of so many out of `all`.
   * @param {string} caption @param {{ label: string, count: number, right?: boolean, note?: string }[]} lines @param {number} all
   */
  function bars(caption, lines, all) {
    return h(
      "table",
      { class: "board-bars" },
      h("caption", {}, caption),
      h(
        "tbody",
        {},
        lines.map(({ label, count, right, note }) =>
          h(
            "tr",
            { class: right ? "board-right" : "" },
            h("th", { scope: "row" }, label, right ? h("strong", {}, ` ✓ ${ui.quiz.right}`) : null),
            h(
              "td",
              {},
              h("span", { class: "board-bar", style: `width: ${all ? (100 * count) / all : 0}%` }),
              h(
                "span",
                { class: "board-count" },
                fill(words.count, { n: count, share: percent(all ? count / all : 0) }),
              ),
              note ? h("span", { class: "board-note" }, note) : null,
            ),
          ),
        ),
      ),
    );
  }

  /** @param {string} round @param {Round} given @param {boolean} told whether the room knows what is right */
  function drawRound(round, { answers, right, spread, certainty }, told) {
    const name = fill(words.round, { n: round });
    return h(
      "div",
      { class: "board-round" },
      bars(
        fill(words.spread, { round: name, answers: counted(words, "answers", answers) }),
        spread.map((one) => ({ ...one, right: told && one.right })),
        answers,
      ),
      told ? h("p", {}, fill(words.right_of, { n: right, all: answers, share: percent(right / answers) })) : null,
      bars(
        fill(words.sure, { round: name }),
        CERTAINTIES.map(([level, label]) => {
          const one = certainty.find((sure) => sure.certainty === level);
          const count = one?.count ?? 0;
          return { label, count, note: told && count ? fill(words.of_them_right, { n: one?.right ?? 0 }) : "" };
        }),
        answers,
      ),
    );
  }

  /** @param {Shift} shift */
  function drawShift({ both, gained, lost, right_twice, wrong_twice, p }) {
    return h(
      "p",
      { class: "board-shift" },
      fill(words.shift, { both, gained, lost, right_twice, wrong_twice, p: chance(p) }),
    );
  }

  /** @param {number} p */
  function chance(p) {
    return p < 0.001 ? words.tiny_chance : fill(words.chance, { p: p.toFixed(3) });
  }

  /** @param {string} name @param {Trap[]} traps @param {boolean} which whether it names the question */
  function drawTraps(name, traps, which) {
    if (traps.length === 0) return h("p", {}, words.no_ideas);
    const head = [words.idea, words.times, words.say, ...(which ? [words.question] : [])];
    return table(
      name,
      head,
      traps.map(({ item, trap, say, count }) => [trap, count, say, ...(which ? [item] : [])]),
    );
  }

  /** @param {string} path @param {unknown} body */
  async function post(path, body) {
    try {
      const { ok, status } = await fetch(path, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      if (status === 401) location.reload();
      say(ok ? "" : words.failed);
    } catch {
      say(words.failed);
    }
  }

  /** @param {string} text */
  function say(text) {
    said.textContent = text;
  }

  /** @param {string | null} item @param {State["state"]} state @param {State["round"]} round */
  const set = (item, state, round) => post("/board/item", { item, state, round });
  /** @param {State["state"]} state @param {State["round"]} [round] */
  const turn = (state, round) => now && set(now.state.item, state, round ?? now.state.round);
  /** @param {string | null} address */
  const lead = (address) => post("/board/follow", { address });

  const said = liveRegion({ class: "board-said" });
  const unheard = h("p", { class: "board-said", role: "alert", hidden: true }, words.unheard);
  const title = h("h1");
  const join = h("p", { class: "board-join" });
  const line = h("p", { role: "status" });
  const chapter = select({
    label: words.chapter,
    options: catalogue.map(({ name }, at) => ({ value: String(at), text: name })),
    change: () => {
      offer();
      draw();
    },
  });
  const question = select({ label: words.question, options: [], change: draw });
  const open = primary(words.open, begin);
  const close = button(words.close, () => turn("closed"));
  const reveal = button(words.reveal, () => turn("revealed"));
  const again = button(words.again, () => turn("open", 2));
  const end = button(words.end, () => set(null, "closed", 1));
  const take = h("input", { type: "checkbox", checked: true });
  const leadHere = button(words.lead, () => lead(chosen().place));
  const wander = button(words.wander, () => lead(null));
  const steps = h("div", { class: "ntrk-row" }, open, close, reveal, again, end);
  const stem = h("h2", { class: "board-stem" });
  const vignette = h("p", {});
  const shownPicture = h("div", { class: "board-picture" });
  const count = h("p", { class: "board-answered" });
  const rounds = h("div", { class: "board-rounds" });
  const spread = folded(words.show_spread, rounds);
  const ideas = h("div");
  const allIdeas = h("div");
  const learners = h("div");
  const pace = h("div");
  const startClock = button(words.start_clock, () => post("/board/clock", {}));
  const paced = h("section", { hidden: true }, pace, startClock);
  const gain = h("div");
  const analysis = h("div");
  const picture = document.getElementById("qr");

  /** @param {string} name @param {...Child} children */
  function folded(name, ...children) {
    return h("details", {}, h("summary", {}, name), children);
  }

  /** @param {string} name @param {...Child} children */
  function section(name, ...children) {
    return h("section", {}, h("h2", {}, name), children);
  }

  /** Whoever loads the board anew during a vote finds its question in the lists. */
  function findVote() {
    const at = catalogue.findIndex(({ questions: asked }) => asked.some(({ id }) => id === now?.state.item));
    if (at < 0) return;
    chapter.set(String(at));
    offer();
    question.set(String(now?.state.item));
  }

  /** Fills the list of questions with those of the chosen chapter. */
  function offer() {
    const { questions: asked } = catalogue[Number(chapter.input.value)];
    question.offer(asked.map(({ id, stem }) => ({ value: id, text: `${id}: ${stem}` })));
  }

  /** The question of the lists. @returns {Question} */
  function chosen() {
    return /** @type {Question} */ (questions.get(question.input.value));
  }

  async function begin() {
    const { id, place } = chosen();
    await set(id, "open", 1);
    if (take.checked) await lead(place);
  }

  /** The question of the room's vote, or the one of the lists. */
  function inView() {
    return questions.get(now?.state.item ?? "") ?? chosen();
  }

  function draw() {
    if (!now) return;
    const { state, learners: here } = now;
    put(title, now.class.name, () => [now?.class.name]);
    put(join, now.class, () => [
      fill(words.join, { address: now?.class.address ?? "" }),
      " ",
      h("strong", {}, now?.class.code),
    ]);
    const voting = state.item !== null;
    enable({
      open: !voting || state.item !== chosen()?.id || state.state !== "open",
      close: voting && state.state === "open",
      reveal: voting && state.state !== "revealed",
      again: voting && state.state === "closed" && state.round === 1,
      end: voting,
      wander: state.follow !== null,
    });
    put(line, [state, here.length], () => [standing(state, here.length)]);
    drawItem();
    put(allIdeas, now.traps, () => [drawTraps(words.all_ideas, (now?.traps ?? []).slice(0, 20), true)]);
    put(learners, here, () => [drawLearners(here)]);
    paced.hidden = !now.pace;
    put(pace, [now.pace, here.length], drawPace);
    put(gain, now.gain, drawGain);
    put(analysis, now.analysis, drawAnalysis);
  }

  /** @param {State} state @param {number} n */
  function standing({ item, state, round, follow }, n) {
    const parts = [counted(words, "here", n)];
    if (item)
      parts.push(
        fill({ open: words.is_open, closed: words.is_closed, revealed: words.is_revealed }[state], { item, n: round }),
      );
    parts.push(follow ? fill(words.leads, { place: follow }) : words.wanders);
    return parts.join(" · ");
  }

  /** A button that goes out of use hands the focus on. @param {Record<string, boolean>} usable */
  function enable(usable) {
    const buttons = { open, close, reveal, again, end, wander };
    const focused = document.activeElement;
    for (const [name, one] of Object.entries(buttons)) one.disabled = !usable[name];
    if (focused instanceof HTMLButtonElement && focused.disabled)
      /** @type {HTMLElement | null} */ (steps.querySelector("button:enabled"))?.focus();
  }

  function drawItem() {
    const asked = inView();
    if (!now || !asked) return;
    const { state } = now;
    const item = now.items[asked.id];
    const votes = state.item === asked.id;
    const told = votes && state.state === "revealed";
    put(vignette, asked.id, () => [asked.vignette]);
    if (shownPicture.dataset.of !== asked.id) shownPicture.replaceChildren(drawing(asked.picture));
    shownPicture.dataset.of = asked.id;
    put(stem, asked.id, () => [h("span", { class: "board-id" }, asked.id), " ", asked.stem]);
    const round = item?.rounds[votes ? state.round : 1];
    put(count, [asked.id, round?.answers, now.learners.length], () => [
      fill(words.answered, { n: round?.answers ?? 0, all: now?.learners.length ?? 0 }),
    ]);
    put(rounds, [asked.id, item, told], () => [
      ...Object.entries(item?.rounds ?? {}).map(([name, given]) => drawRound(name, given, told)),
      item?.shift ? drawShift(item.shift) : null,
    ]);
    // Who sees what most have said says it too: the spread stays folded while the vote is open.
    const stage = `${asked.id} ${votes ? `${state.state} ${state.round}` : ""}`;
    if (spread.dataset.stage !== stage) spread.open = votes && state.state !== "open";
    spread.dataset.stage = stage;
    put(ideas, [asked.id, item?.traps], () => [drawTraps(words.ideas, item?.traps ?? [], false)]);
  }

  /** @param {Learner[]} here */
  function drawLearners(here) {
    const clock = (/** @type {string | null} */ at) =>
      at ? new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" }) : words.none;
    return table(
      words.where,
      [words.name, words.last, words.at, words.all_answered],
      here.map(({ name, item, at, answered }) => [name, item ?? words.none, clock(at), answered]),
    );
  }

  /** @returns {Child[]} */
  function drawPace() {
    if (!now?.pace) return [];
    const { minutes, clock, room, parts } = now.pace;
    const all = now.learners.length;
    return [
      h("h2", {}, words.pace),
      h("p", {}, fill(words.minute, { n: Math.floor(minutes) })),
      h(
        "ol",
        { class: "board-pace" },
        parts.map(({ title: name, begins, asks, begun }, at) =>
          h(
            "li",
            { "aria-current": at === clock ? "step" : undefined },
            h("span", { class: "board-clock" }, `${Math.floor(begins / 60)}:${String(begins % 60).padStart(2, "0")}`),
            " ",
            name,
            asks ? ` (${fill(words.begun, { n: begun, all })})` : "",
            at === clock ? h("strong", {}, ` ${words.clock}`) : null,
            at === room ? h("strong", {}, ` ${words.room}`) : null,
          ),
        ),
      ),
    ];
  }

  /** @returns {Child[]} */
  function drawGain() {
    const { before, after, normalised, first, pairs } = /** @type {Figures} */ (now).gain;
    if (before === null || after === null) return [h("p", {}, words.no_gain)];
    const all = pairs.reduce((sum, { both }) => sum + both, 0);
    return [
      h("p", {}, fill(words.gain, { before: percent(before), after: percent(after), all, gain: decimal(normalised) })),
      h("p", {}, fill(words.first, first)),
      table(
        words.pairs,
        [words.pair, words.both, words.gained, words.lost, words.share, words.probability],
        pairs.map(({ A: one, B: other, both, gained, lost, share, interval, p }) => [
          `${one}, ${other}`,
          both,
          gained,
          lost,
          share === null || interval === null
            ? words.none
            : fill(words.share_of, { share: percent(share), low: percent(interval[0]), high: percent(interval[1]) }),
          p < 0.001 ? words.tiny : p.toFixed(3),
        ]),
      ),
    ];
  }

  /** @returns {Child[]} */
  function drawAnalysis() {
    const sets = Object.entries(/** @type {Figures} */ (now).analysis);
    if (sets.length === 0) return [h("p", {}, words.no_answers)];
    return sets.flatMap(([set, { complete, kr20, items }]) => {
      const name = set === "A" || set === "B" ? fill(words.form, { form: set }) : fill(words.of_chapter, { n: set });
      return [
        h("h3", {}, fill(words.set, { name, complete, kr20: decimal(kr20) })),
        table(
          name,
          [words.question, words.times_answered, words.difficulty, words.discrimination],
          items.map(({ item, answers, difficulty, discrimination }) => [
            item,
            answers,
            decimal(difficulty),
            decimal(discrimination),
          ]),
        ),
      ];
    });
  }

  function listen() {
    const source = new EventSource("/board/events");
    source.addEventListener("message", ({ data }) => {
      const isFirst = !now;
      now = JSON.parse(data);
      if (isFirst) findVote();
      unheard.hidden = true;
      draw();
    });
    source.addEventListener("error", () => {
      unheard.hidden = false;
      // The browser itself comes back, except after a refusal.
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    });
  }

  /** Dark where the system is: a dark room has a dark wall. */
  function followTheSystem() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const look = () => {
      document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
    };
    dark.addEventListener("change", look);
    look();
  }

  function start() {
    // It may hold the key, and the board stands on a projector.
    history.replaceState(null, "", location.pathname);
    const board = /** @type {HTMLElement} */ (document.getElementById("board"));
    board.classList.add("board");
    picture?.removeAttribute("hidden");
    board.append(
      h("header", {}, title, join, folded(words.qr, picture), line, unheard, said),
      h(
        "section",
        { class: "board-lead", "aria-label": words.vote },
        h("div", { class: "board-lists" }, chapter.element, question.element),
        steps,
        h("div", { class: "ntrk-row" }, h("label", { class: "board-take" }, take, words.take), leadHere, wander),
      ),
      h("section", {}, stem, vignette, shownPicture, count, spread, folded(words.for_you, ideas)),
      paced,
      section(words.class, folded(words.where, learners), folded(words.all_ideas, allIdeas)),
      section(words.learning, folded(words.gain_title, gain), folded(words.analysis, analysis)),
      section(
        words.export,
        h(
          "p",
          {},
          h("a", { href: "/board/export.csv" }, words.csv),
          " · ",
          h("a", { href: "/board/export.parquet" }, words.parquet),
        ),
      ),
    );
    offer();
    listen();
  }

  followTheSystem();
  start();
})();
