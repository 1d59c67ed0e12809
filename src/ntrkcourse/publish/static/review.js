// The review page: what is due, ten questions at a time, and what the reader knows. It loads what it needs when it needs it.
(function () {
  "use strict";
  const {
    button,
    card,
    counted,
    course,
    download,
    fill,
    h,
    keyOf,
    liveRegion,
    outcomeOf,
    primary,
    rememberSecondHand,
    store,
    ui,
    unsaved,
    VOTE,
  } = ntrk.shared;
  const words = ntrk.shared.review;
  const DAY = 86_400_000;
  const AT_A_TIME = 10;
  const CALENDAR_DAYS = 30;
  const LONGEST_ROW = 3;
  /** @type {Record<string, "guess" | "fairly" | "certain">} */
  const SAID = { 1: "guess", 2: "fairly", 3: "certain" };

  /** Questions whose chapter's bank is loaded. @type {Map<string, BankQuestion>} */
  const bank = new Map();
  /** @param {string} id */
  const known = (id) => /** @type {BankQuestion} */ (bank.get(id));

  ntrk.takeBank = ({ questions, second_hand }) => {
    rememberSecondHand(second_hand);
    for (const question of questions) bank.set(question.id, question);
  };

  /** @param {string[]} ids */
  function loadBank(ids) {
    return Promise.all([...new Set(ids.map((id) => `bank-${id.slice(0, 2)}`))].map(ntrk.load));
  }

  /** @param {string} part */
  const placeFor = (part) => /** @type {HTMLElement} */ (document.querySelector(`[data-review="${part}"]`));

  /** "3 March", with the year where it is another than this one. @param {number} day */
  function dateOf(day) {
    const year = new Date(day * DAY).getUTCFullYear() === new Date().getFullYear() ? undefined : "numeric";
    const format = new Intl.DateTimeFormat(words.locale, { day: "numeric", month: "long", year, timeZone: "UTC" });
    return format.format(day * DAY);
  }

  /** Why a question is asked. @param {Plan | undefined} plan */
  function reason(plan) {
    if (!plan) return words.is_new;
    const { day, right, sure } = plan.last;
    if (day === undefined) return words.undated;
    const said = SAID[sure ?? ""] ?? "unsaid";
    return fill(words[right ? "because_right" : "because_wrong"][said], { date: dateOf(day) });
  }

  /** When a question is asked again. @param {number} due */
  function again(due) {
    const days = due - ntrk.schedule.today();
    return counted(words.counts, "again", days, { date: dateOf(due) });
  }

  /** The questions not answered yet of the lessons that the reader has begun, in the course's order. @param {Plan[]} plans */
  function unmet(plans) {
    const { chapters, questions } = ntrk.outline;
    const place = store.parts("widget/place/course").at;
    const name = (/** @type {number} */ chapter, /** @type {number} */ lesson) => `${chapter} ${lesson}`;
    const begun = new Set(
      plans.flatMap(({ id }) => (questions[id] ? name(questions[id].chapter, questions[id].lesson) : [])),
    );
    chapters.forEach(({ address, lessons, widgets }, chapter) => {
      for (const { key, lesson } of widgets)
        if (Object.keys(store.parts(key)).length > 0) begun.add(name(chapter, lesson));
      const last =
        place && address.endsWith(`${place.page}.html`) ? lessons.findIndex(({ id }) => id === place.id) : -1;
      if (last >= 0) begun.add(name(chapter, last));
    });
    const answered = new Set(plans.map(({ id }) => id));
    return Object.entries(questions)
      .filter(([id, { chapter, lesson }]) => !answered.has(id) && begun.has(name(chapter, lesson)))
      .map(([id]) => id);
  }

  /** @type {HTMLElement} */
  let due;
  /** Whether questions are being asked, which nothing else may draw over. */
  let sitting = false;

  /** @param {Plan[]} plans @param {Node[]} [before] */
  function drawDue(plans, before = []) {
    const now = plans.filter((plan) => plan.due <= ntrk.schedule.today());
    const fresh = unmet(plans);
    const sure = now.filter(({ last }) => !last.right && last.sure === "3").length;
    const next = Math.min(...plans.map((plan) => plan.due).filter((day) => day > ntrk.schedule.today()));
    const later = plans.filter((plan) => plan.due === next).length;
    due.replaceChildren(
      ...before,
      h("p", { class: "ntrk-big", tabindex: -1 }, counted(words.counts, "due", now.length)),
      ...(sure ? [h("p", {}, counted(words.counts, "sure", sure))] : []),
      ...(now.length === 0 ? [h("p", {}, counted(words.counts, "next", later, { date: dateOf(next) }))] : []),
      h(
        "div",
        { class: "ntrk-row" },
        now.length ? primary(words.begin, () => sit(now.map(({ id }) => id))) : null,
        fresh.length ? button(counted(words.counts, "more", fresh.length), () => sit(fresh)) : null,
      ),
      ...(store.works() ? [] : [unsaved(ui.progress.unsaved)]),
    );
  }

  /** Asks the first ten of these. @param {string[]} ids */
  async function sit(ids) {
    const asked = ids.slice(0, AT_A_TIME);
    try {
      await loadBank(asked);
    } catch {
      draw([h("p", { role: "status" }, words.not_loaded)]);
      return;
    }
    sitting = true;
    let right = 0;
    let answered = 0;

    /** @param {number} at */
    function ask(at) {
      if (at === asked.length) {
        end();
        return;
      }
      const id = asked[at];
      const before = outcomeOf(ntrk.graded[id], store.read(keyOf(id)))?.attempts.length ?? 0;
      const why = reason(ntrk.schedule.plan(id));
      const foot = liveRegion({ class: "review-foot" });
      const one = card(known(id), fill(ui.quiz.place, { n: at + 1, all: asked.length }), told, () => {}, before);
      let counts = false;

      function go() {
        one.stop();
        ask(at + 1);
      }
      function told() {
        const plan = ntrk.schedule.plan(id);
        const attempt = plan?.outcome.attempts[before];
        if (!plan || !attempt) return;
        if (!counts) {
          counts = true;
          answered += 1;
          right += Number(attempt.right);
        }
        foot.replaceChildren(
          h("p", {}, again(plan.due)),
          primary(at + 1 < asked.length ? words.following : words.finish, go),
        );
      }

      foot.append(button(words.not_now, go));
      one.element.prepend(h("p", { class: "review-why" }, why));
      due.replaceChildren(one.element, foot);
      one.element.focus({ preventScroll: true });
      one.element.scrollIntoView();
    }

    function end() {
      sitting = false;
      draw([h("p", { role: "status" }, fill(words.done, { answered, right }))]);
      /** @type {HTMLElement} */ (due.querySelector("[tabindex]")).focus();
    }

    ask(0);
  }

  /** What stands in the calendar for each of the days to come. @param {Plan[]} plans */
  function daysToCome(plans) {
    const today = ntrk.schedule.today();
    const about = location.protocol.startsWith("http")
      ? `${words.event_about} ${location.href.split("#")[0]}`
      : words.event_about;
    return Array.from({ length: CALENDAR_DAYS }, (_, at) => today + at).flatMap((day) => {
      const n = plans.filter((plan) => Math.max(plan.due, today) === day).length;
      const summary = counted(words.counts, "event", n, { course: course.title });
      return n ? [{ day, summary, description: about }] : [];
    });
  }

  function drawCalendar() {
    const said = liveRegion();
    const save = button(words.calendar, () => {
      const days = daysToCome(ntrk.schedule.plans());
      if (days.length) download(`${course.name}-review.ics`, ntrk.calendarOf(course.name, days), "text/calendar");
      said.replaceChildren(h("p", {}, counted(words.counts, "handed", days.length)));
    });
    placeFor("calendar").replaceChildren(save, said);
  }

  /** After how many days a question comes that is answered in the same way each time, on its day. */
  function drawDays() {
    const rows = [
      { name: words.row_wrong, right: false },
      { name: words.row_guess, right: true, sure: "1" },
      { name: words.row_right, right: true, sure: "2" },
      { name: words.row_certain, right: true, sure: "3" },
    ].map(({ name, right, sure }) => {
      /** @type {{ day: number, right: boolean, sure?: string }[]} */
      const answers = [];
      let day = 0;
      const cells = Array.from({ length: LONGEST_ROW }, () => {
        answers.push({ day, right, sure });
        const days = ntrk.schedule.interval(answers);
        day += days;
        return h("td", {}, days);
      });
      return h("tr", {}, h("th", { scope: "row" }, name), cells);
    });
    const head = [words.answer, ...words.answers].map((text) => h("th", { scope: "col" }, text));
    placeFor("days").replaceChildren(
      h(
        "table",
        { class: "table" },
        h("caption", {}, words.days),
        h("thead", {}, h("tr", {}, head)),
        h("tbody", {}, rows),
      ),
    );
  }

  /** Wrong ideas need the questions' texts: they are shown when asked for, and from then on. */
  let trapsShown = false;

  /** @param {Plan[]} plans */
  async function drawTraps(plans) {
    const place = placeFor("traps");
    const missed = plans.filter(({ outcome }) => outcome.attempts.some(({ right }) => !right));
    if (missed.length === 0) {
      place.replaceChildren(h("p", {}, words.no_traps));
      return;
    }
    if (!trapsShown) {
      const show = button(words.show_traps, async () => {
        trapsShown = true;
        await drawTraps(ntrk.schedule.plans());
        place.setAttribute("tabindex", "-1");
        place.focus();
      });
      place.replaceChildren(show);
      return;
    }
    await loadBank(missed.map(({ id }) => id));
    place.replaceChildren(ntrk.known.traps(missed, known));
  }

  /** @type {((plans: Plan[]) => void) | undefined} */
  let drawChapters;

  /** @param {Node[]} [before] what is said first of what is due */
  function draw(before) {
    const plans = ntrk.schedule.plans();
    drawn = state();
    if (!sitting) drawDue(plans, before);
    drawChapters?.(plans);
    placeFor("sureness").replaceChildren(ntrk.known.sureness(plans));
    placeFor("sure-and-wrong").replaceChildren(ntrk.known.sureAndWrong(plans));
    drawTraps(plans);
  }

  /** What the page depends on: what is kept, but not what is chosen and not checked, and what a class votes on. */
  const state = () =>
    store
      .keys()
      .map((key) => `${key} ${store.read(key).log.length}`)
      .concat(document.documentElement.getAttribute(VOTE) ?? "")
      .join();
  /** @type {string | undefined} */
  let drawn;

  function nothing() {
    for (const one of document.querySelectorAll("[data-review]"))
      one.replaceChildren(h("p", { class: "ntrk-muted" }, words.nothing_here));
    due.replaceChildren(h("p", {}, words.nothing), ...(store.works() ? [] : [unsaved(ui.progress.unsaved)]));
    drawChapters = undefined;
  }

  async function look() {
    if (state() === drawn) return;
    const answered = store.keys("question/").some((key) => store.read(key).log.length > 0);
    if (answered) await Promise.all([ntrk.loadSchedule(), ntrk.load("outline")]);
    if (!answered || ntrk.schedule.plans().length === 0) {
      drawn = state();
      sitting = false;
      nothing();
      return;
    }
    if (!drawChapters) {
      placeFor("chapters").replaceChildren();
      drawChapters = ntrk.known.chapters(placeFor("chapters"));
      drawCalendar();
      drawDays();
    }
    draw();
  }

  document.addEventListener("DOMContentLoaded", () => {
    due = placeFor("due");
    for (const one of document.querySelectorAll("[data-review]")) one.classList.add("ntrk");
    look();
    store.watch("", look);
  });
})();
