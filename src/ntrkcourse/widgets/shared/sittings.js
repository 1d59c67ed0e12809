// The two forms of the course's test and the three times that a reader sits it: which form a coin has put first, what
// was answered in each sitting, and when the third is due. An answer given elsewhere counts for no sitting.
import { outcomeOf } from "./outcome.js";
import { canonical, keyOf, store } from "./store.js";

/**
 * @typedef {"A" | "B"} Form
 * @typedef {1 | 2 | 3} Sitting
 * @typedef {import("./outcome.js").Attempt} Attempt
 * @typedef {import("./outcome.js").Graded & { id: string }} Asked
 * @typedef {{ asked: string, said?: any, draft?: any, sure?: string }} Given what is chosen in a sitting, as long as it
 *   can be changed: an answer, or the draft of one
 */

const DAYS_BETWEEN = 28;
const DAY = 24 * 60 * 60 * 1000;
/** Where the coin lies, as the part `first`. */
const COIN = "widget/sittings";

/** @type {Form[]} */
export const FORMS = ["A", "B"];

/** @param {any} value @returns {value is Form} */
function isForm(value) {
  return FORMS.includes(value);
}

/** @param {Form} form @returns {Form} */
function other(form) {
  return form === "A" ? "B" : "A";
}

/** Where a sitting's answers are kept: a part for each question, and all together in the log once it has ended. @param {Sitting} sitting */
export function keyOfSitting(sitting) {
  return `${COIN}/${sitting}`;
}

/** The end of the first sitting. */
function firstEnd() {
  return store.read(keyOfSitting(1)).log.find(({ asked }) => isForm(asked));
}

/**
 * What the question was answered before the coin was tossed, when the course had no sittings.
 * @param {string} id @returns {import("./store.js").Entry}
 */
function before(id) {
  const tossed = store.read(COIN).now.first?.at ?? Infinity;
  const { log, now } = store.read(keyOf(id));
  return { log: log.filter(({ at }) => at < tossed), now };
}

/** Whether nothing is answered in the first sitting, so that its form may still be another. */
function isUntouched() {
  const { log, now } = store.read(keyOfSitting(1));
  return log.length === 0 && Object.keys(now).length === 0;
}

/** The form that a trainer wants first, as long as the reader has not begun. @param {any} form */
export function fixFirst(form) {
  if (isForm(form) && isUntouched() && store.parts(COIN).first !== form) store.set(COIN, { first: form });
}

/**
 * The form of the first sitting; tossed now where nobody has. Who answered form A when it was the pre-test has sat it.
 * @param {string[]} formA ids of its questions @returns {Form}
 */
export function firstForm(formA) {
  const ended = firstEnd();
  if (ended) return /** @type {Form} */ (ended.asked);
  const { first } = store.parts(COIN);
  const sat = isUntouched() && first !== "A" && formA.some((id) => before(id).log.length > 0);
  if (isForm(first) && !sat) return first;
  const form = sat || Math.random() < 0.5 ? "A" : "B";
  store.set(COIN, { first: form });
  return form;
}

/** @param {Sitting} sitting @param {Form} first */
export function formOf(sitting, first) {
  return sitting === 2 ? other(first) : first;
}

/** The end of a sitting and what was answered in it; undefined before. @param {Sitting} sitting @returns {import("./store.js").Act | undefined} */
export function endOf(sitting) {
  const first = firstEnd();
  if (!first || sitting === 1) return first;
  const wanted = formOf(sitting, /** @type {Form} */ (first.asked));
  return store.read(keyOfSitting(sitting)).log.find(({ asked }) => asked === wanted);
}

/** When the third sitting is due; undefined before the second has ended. @returns {Date | undefined} */
export function dueDay() {
  const second = endOf(2);
  return second && new Date(second.at + DAYS_BETWEEN * DAY);
}

/** What is chosen so far, of this very question. @param {Sitting} sitting @param {Asked} question @returns {Given | undefined} */
export function givenIn(sitting, { id, asked }) {
  const given = store.parts(keyOfSitting(sitting))[id];
  return given?.asked === asked ? given : undefined;
}

/**
 * The answer that counts in a sitting; undefined where there is none, or the question now asks something else.
 * @param {Sitting} sitting @param {Asked} question @returns {Attempt | undefined}
 */
export function answerIn(sitting, question) {
  const { id } = question;
  const end = endOf(sitting);
  const given = end ? end.said?.[id] : givenIn(sitting, question);
  const old = earlier(sitting, question);
  if (old || given?.said === undefined) return old;
  const { asked, said, sure } = given;
  return outcomeOf(question, { log: [{ at: 0, asked, said, sure }], now: {} })?.last;
}

/** The first answer from the time when form A was the pre-test and form B the post-test. @param {Sitting} sitting @param {Asked} question @returns {Attempt | undefined} */
export function earlier(sitting, question) {
  return countsEarlier(sitting) ? outcomeOf(question, before(question.id))?.first : undefined;
}

/** @param {Sitting} sitting */
function countsEarlier(sitting) {
  return sitting !== 3 && (firstEnd()?.asked ?? store.parts(COIN).first ?? "A") === "A";
}

/** How many of these questions have an answer, which may still be changed. @param {Sitting} sitting @param {string[]} ids */
export function countIn(sitting, ids) {
  return ids.filter((id) => hasAnswer(sitting, id)).length;
}

/** @param {Sitting} sitting @param {string} id */
export function hasAnswer(sitting, id) {
  const end = endOf(sitting);
  const given = (end ? end.said : store.parts(keyOfSitting(sitting)))?.[id];
  return given?.said !== undefined || (countsEarlier(sitting) && before(id).log.length > 0);
}

/**
 * Ends a sitting: what is chosen stands, and the class hears of it.
 * @param {Sitting} sitting @param {Form} form @param {unknown} [by]
 */
export function endSitting(sitting, form, by) {
  const answers = Object.fromEntries(
    Object.entries(store.parts(keyOfSitting(sitting))).flatMap(([id, { asked, said, sure }]) =>
      said === undefined ? [] : [[id, { asked, said, ...(sure ? { sure } : {}) }]],
    ),
  );
  store.add(keyOfSitting(sitting), { asked: form, said: answers }, by);
  for (const [question, { said, sure }] of Object.entries(answers)) {
    const detail = { question, answer: said, certainty: sure && Number(sure), attempt: sitting === 3 ? 2 : 1 };
    document.dispatchEvent(new CustomEvent("ntrk:answered", { detail }));
  }
}

/**
 * Calls `handler` when a sitting has changed elsewhere, in another view or tab.
 * @param {() => void} handler @param {unknown} [by] whose own changes are of no interest @returns {() => void} ends it
 */
export function watchSittings(handler, by) {
  const look = () => canonical(["", "/1", "/2", "/3"].map((end) => store.read(COIN + end)));
  let seen = look();
  return store.watch(
    "",
    () => {
      const now = look();
      if (now === seen) return;
      seen = now;
      handler();
    },
    by,
  );
}
