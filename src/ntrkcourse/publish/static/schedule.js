// When each question is asked again: FSRS (ts-fsrs) over the answers that this browser keeps. Nothing of the schedule is
// kept, so what tabs and files hold comes together in it by itself, and a wipe wipes it.
(function () {
  "use strict";
  const { outcomeNow } = ntrk.shared;

  const DAY = 86_400_000;
  /** Attempts in less than this after the first are one answer with it: who was told what is right did not recall it. */
  const ONE_ANSWER = 600_000;
  // Without chance, so that a reader can work the day out.
  const memory = FSRS.fsrs({ enable_fuzz: false });

  /** The day by the reader's own calendar, counted from 1 January 1970. @param {number} time */
  function dayOf(time) {
    const here = new Date(time);
    return Math.round(Date.UTC(here.getFullYear(), here.getMonth(), here.getDate()) / DAY);
  }

  /** Again, hard, good or easy. @param {{ right: boolean, sure?: string }} attempt @returns {1 | 2 | 3 | 4} */
  function gradeOf({ right, sure }) {
    if (!right) return FSRS.Rating.Again;
    return sure === "1" ? FSRS.Rating.Hard : sure === "3" ? FSRS.Rating.Easy : FSRS.Rating.Good;
  }

  /** The attempts that count; those of which it is not known when do not. @param {Attempt[]} attempts */
  function counting(attempts) {
    let until = -Infinity;
    return attempts.flatMap((attempt) => {
      if (attempt.at === undefined || attempt.at < until) return [];
      until = attempt.at + ONE_ANSWER;
      return [{ ...attempt, day: dayOf(attempt.at) }];
    });
  }

  /** Days until the question is asked again, by answers in order. @param {{ day: number, right: boolean, sure?: string }[]} answers */
  function interval(answers) {
    /** @type {import("ts-fsrs").FSRSState | null} */
    let state = null;
    let since = 0;
    answers.forEach((answer, at) => {
      since = at === 0 ? 0 : Math.max(0, answer.day - answers[at - 1].day);
      state = memory.next_state(state, since, gradeOf(answer));
    });
    return state === null ? 0 : memory.next_interval(/** @type {any} */ (state).stability, since);
  }

  /** @param {string} id @returns {Plan | undefined} undefined where it is not answered, or a class votes on it */
  function plan(id) {
    const outcome = outcomeNow({ ...ntrk.graded[id], id });
    if (!outcome) return undefined;
    const answers = counting(outcome.attempts);
    const last = answers.at(-1);
    return { id, outcome, last: last ?? outcome.last, due: last ? last.day + interval(answers) : 0 };
  }

  /** Certain and wrong comes first, then a lucky guess, then the rest. @param {Plan} plan */
  function rank({ last: { right, sure } }) {
    if (!right && sure === "3") return 0;
    return right && sure === "1" ? 1 : 2;
  }

  /** Every answered question, in the order in which they are asked. @returns {Plan[]} */
  function plans() {
    return Object.keys(ntrk.graded)
      .flatMap((id) => plan(id) ?? [])
      .sort((a, b) => rank(a) - rank(b) || a.due - b.due || (a.id < b.id ? -1 : 1));
  }

  const today = () => dayOf(Date.now());
  ntrk.schedule = { plan, plans, interval, today, due: () => plans().filter(({ due }) => due <= today()) };
})();
