// Questions, a card each, and how far the reader has come.

import { inWords } from "../shared/answers.js";
import { card, IN_CLASS, linkTo, outcomeNow, taughtAt, VOTE } from "../shared/card.js";
import { fill, frame, h } from "../shared/dom.js";
import { unsaved } from "../shared/kept.js";
import { store } from "../shared/store.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("../shared/outcome.js").Outcome} Outcome
 * @typedef {import("../shared/card.js").Question} Question
 * @typedef {{ questions: Question[] }} Data
 */

const words = ui.quiz;
const CERTAIN = "3";

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const { questions } = model.get("data");
  const all = questions.length;
  frame(el, all === 1 ? words.one : fill(words.all, { n: all }));
  const summary = h("div", { class: "ntrk-quiz-summary" });
  const notice = unsaved();
  /** @type {import("../shared/card.js").Card[]} */
  const cards = [];

  const update = () => {
    const stored = store.works();
    const outcomes = questions.map(outcomeNow);
    model.set(
      "state",
      Object.fromEntries(
        questions.flatMap(({ id }, at) => {
          const outcome = outcomes[at];
          return outcome ? [[id, forPython(outcome)]] : [];
        }),
      ),
    );
    model.save_changes();
    summary.replaceChildren(...summarise(questions, outcomes, stored));
    tellCommitted();
    if (stored) notice.remove();
    else el.append(notice);
  };
  const tellCommitted = () =>
    el.toggleAttribute(
      "data-committed",
      cards.every((one) => one.committed()),
    );
  cards.push(
    ...questions.map((question, index) =>
      card(question, all === 1 ? "" : fill(words.place, { n: index + 1, all }), update, tellCommitted),
    ),
  );
  el.append(...cards.map(({ element }) => element), ...(all > 1 ? [summary] : []));
  update();
  const room = new MutationObserver(() => {
    cards.forEach(({ show }) => show());
    update();
  });
  room.observe(document.documentElement, { attributes: true, attributeFilter: [IN_CLASS, VOTE] });
  return () => {
    room.disconnect();
    cards.forEach(({ stop }) => stop());
  };
}

/** @param {Outcome} outcome */
function forPython({ attempts, first, last, revealed }) {
  return {
    answer: last.said,
    correct: last.right,
    certainty: last.sure ?? null,
    attempts: attempts.length,
    firstCorrect: first.right,
    firstCertainty: first.sure ?? null,
    revealed,
  };
}

/**
 * How far the reader has come; at the end, what to look at again, and of that first what they were certain of.
 * @param {Question[]} questions @param {(Outcome | undefined)[]} outcomes @param {boolean} stored
 * @returns {Node[]}
 */
function summarise(questions, outcomes, stored) {
  const all = outcomes.length;
  const answered = outcomes.filter((outcome) => outcome).length;
  const stays = stored && !document.documentElement.hasAttribute(IN_CLASS);
  if (answered === 0) return [h("p", {}, fill(stays ? words.begin_kept : words.begin, { n: all }))];
  const right = outcomes.filter((outcome) => outcome?.first.right).length;
  if (answered < all) return [h("p", {}, fill(words.summary, { answered, all, right }))];
  const missed = outcomes.flatMap((outcome, at) => (outcome?.first.right ? [] : [at]));
  const certain = (/** @type {number} */ at) => outcomes[at]?.first.sure === CERTAIN;
  const listed = [...missed.filter(certain), ...missed.filter((at) => !certain(at))];
  return [
    h("p", {}, h("strong", {}, fill(words.score, { right, all }))),
    ...(listed.length === 0
      ? [h("p", {}, words.look_nothing)]
      : [
          h("p", {}, words.look),
          h(
            "ul",
            {},
            listed.map((at) =>
              h(
                "li",
                {},
                linkTo(questions[at].id, fill(words.look_place, { n: at + 1 })),
                ": ",
                taughtAt(questions[at].id, questions[at].see),
                certain(at) ? [" ", h("strong", {}, words.look_certain)] : [],
              ),
            ),
          ),
        ]),
  ];
}

/** What the reader answered last, for paper. @param {Data} data @returns {Node[]} */
function answers({ questions }) {
  const own = questions.flatMap((question, index) => {
    const outcome = outcomeNow(question);
    if (!outcome) return [];
    const place = questions.length === 1 ? words.own : fill(words.own_of, { n: index + 1 });
    return [
      h(
        "li",
        {},
        h("strong", {}, place),
        inWords(question, outcome.last.said),
        ". ",
        outcome.last.right ? words.right : words.wrong,
      ),
    ];
  });
  return own.length ? [h("ul", { class: "ntrk-own-answers" }, own)] : [];
}

export default { render, answers };
