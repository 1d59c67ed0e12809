// The book in a frame of a learning platform: where the reader is, and what the answers in this browser come to. What
// tells the platform of it stands in a script of its own, one for each standard.
/**
 * @typedef {import("../../widgets/shared/outcome.js").Graded} Graded
 * @typedef {{ lessons: string[][], quizzes: string[], questions: Record<string, Graded> }} Tracked the questions of each
 *   counted lesson, and those of the chapters' quizzes, by their ids
 * @typedef {{ done: number, lessons: number, answered: number, right: number, asked: number }} Standing lessons done of all;
 *   quiz questions answered, right at the first try, and asked
 */
// biome-ignore lint/correctness/noUnusedVariables: the script that follows in the page uses it
const courseFrame = (function () {
  "use strict";
  const { keyOf, store, outcomeOf } = ntrk.shared;
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
  /** @type {Tracked} */
  const { lessons, quizzes, questions } = JSON.parse(String(document.getElementById("tracked")?.textContent));
  const root = new URL(".", location.href).href;
  const FIRST = "index.html";
  /** What is done at once is told at once: each word to a platform is a request. */
  const PAUSE = 300;
  const PAGE = /^[\w/-]+\.html(\?short)?(#[\w.:-]*)?$/;

  /** @param {string} id */
  const outcome = (id) => outcomeOf(questions[id], store.read(keyOf(id)));

  /** @returns {Standing} */
  function standing() {
    const outcomes = quizzes.map(outcome);
    return {
      done: lessons.filter((ids) => ids.every(outcome)).length,
      lessons: lessons.length,
      answered: outcomes.filter(Boolean).length,
      right: outcomes.filter((one) => one?.first.right).length,
      asked: quizzes.length,
    };
  }

  /** Opens a place of the book: where the reader was, or the first page. @param {string} place */
  function open(place) {
    frame.src = PAGE.test(place) ? place : FIRST;
  }

  /** The place in the book that is open. */
  function place() {
    const address = frame.contentWindow?.location.href ?? "";
    return address.startsWith(root) ? address.slice(root.length) : FIRST;
  }

  /** Calls `tell` soon after the reader has done something or gone elsewhere. @param {() => void} tell */
  function follow(tell) {
    let waiting = 0;
    const soon = () => {
      if (waiting) return;
      waiting = setTimeout(() => {
        waiting = 0;
        tell();
      }, PAUSE);
    };
    store.watch("", soon);
    frame.addEventListener("load", () => {
      frame.contentWindow?.addEventListener("hashchange", soon);
      soon();
    });
  }

  // A page that comes back as it was has told the platform that it is closed.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });

  return { standing, open, place, follow };
})();
