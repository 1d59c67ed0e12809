// Whether an answer is right, and what a reader's answers to a question come to. Verdicts are worked out here each
// time, from what was chosen; none is kept.
import ui from "./words.json";

/**
 * A question as far as grading needs it. Names are those of options, steps or partners, by position.
 * `asked` is the fingerprint of what is asked: where it changes, the question is asked again. `key` are the names of
 * the right options, or of the steps in order, or of each row's partner. `old`: positions mean what they meant in version 1.
 * @typedef {{ kind: "single" | "multiple" | "numeric" | "order" | "match", asked: string, names?: string[], key?: string[],
 *   rows?: string[], answer?: number | null, tolerance?: number | null, old?: boolean }} Graded
 * @typedef {{ said: any, right: boolean, sure?: string, at?: number }} Attempt `said` is null where version 1 kept no more
 *   than the verdict, and `at` is missing where it kept no time
 * @typedef {{ attempts: Attempt[], first: Attempt, last: Attempt, revealed: boolean }} Outcome
 * @typedef {import("./store.js").Entry} Entry
 */

/** @param {Graded} question @param {any} said what was chosen, as it is kept */
export function isRight({ kind, key = [], rows = [], answer, tolerance }, said) {
  if (kind === "numeric") return Math.abs(said - (answer ?? NaN)) <= (tolerance ?? 0) * (1 + 1e-9);
  if (kind === "single") return said === key[0];
  if (kind === "match") return rows.every((row, at) => said[row] === key[at]);
  return (
    said.length === key.length && key.every((name, at) => (kind === "order" ? said[at] === name : said.includes(name)))
  );
}

/** Whether a value is an answer to the question at all. @param {Graded} question @param {any} said */
function isAnswer({ kind, names = [], rows = [] }, said) {
  if (kind === "numeric") return Number.isFinite(said);
  if (kind === "single") return names.includes(said);
  if (kind === "match") {
    return (
      typeof said === "object" &&
      said !== null &&
      Object.keys(said).length === rows.length &&
      rows.every((row) => names.includes(said[row]))
    );
  }
  const isList =
    Array.isArray(said) && said.every((name) => names.includes(name)) && new Set(said).size === said.length;
  return isList && said.length > 0 && (kind === "multiple" || said.length === names.length);
}

/** @param {Graded} question @param {any} answer by positions, as version 1 kept it */
function byName({ kind, names = [], rows = [] }, answer) {
  if (kind === "numeric") return answer;
  if (kind === "single") return names[answer];
  if (!Array.isArray(answer)) return undefined;
  return kind === "match"
    ? Object.fromEntries(rows.map((row, at) => [row, names[answer[at]]]))
    : answer.map((at) => names[at]);
}

/** @param {Graded} question @param {any} value @returns {Attempt[]} */
function attemptsOfVersion1(question, value) {
  const said = byName(question, value.answer);
  if (!question.old || !isAnswer(question, said) || !Number.isInteger(value.attempts) || value.attempts < 1) return [];
  const last = { said, right: isRight(question, said), sure: sureness(value.certainty) };
  if (value.attempts === 1) return [last];
  const first = { said: null, right: value.firstCorrect === true, sure: sureness(value.firstCertainty) };
  return [first, ...Array(Math.min(value.attempts, 20) - 2).fill({ said: null, right: false }), last];
}

/** @param {any} value */
function sureness(value) {
  return ["1", "2", "3"].includes(value) ? value : undefined;
}

/** What the answers come to; undefined where the question, as it stands now, has none. @param {Graded} question @param {Entry} entry @returns {Outcome | undefined} */
export function outcomeOf(question, { log, now }) {
  let revealed = false;
  const attempts = log.flatMap(({ at, asked, said, sure }) => {
    if (asked === "v1") {
      revealed = said.revealed === true;
      return attemptsOfVersion1(question, said);
    }
    if (asked !== question.asked || !isAnswer(question, said)) return [];
    revealed = now.shown?.said === question.asked && now.shown.at > at;
    return [{ said, right: isRight(question, said), sure, at }];
  });
  return attempts.length ? { attempts, first: attempts[0], last: attempts[attempts.length - 1], revealed } : undefined;
}

/** What is wrong with an entry of a file as answers to this question, or nothing. @param {Graded} question @param {Entry} entry */
export function problemOf(question, { log }) {
  const wrong = log.some(({ asked, said }) => asked === question.asked && !isAnswer(question, said));
  return wrong ? ui.outcome.foreign : "";
}
