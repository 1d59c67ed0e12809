// A sitting of the test, or half of it: silent until it has ended. The second then tells both forms, question by question.

import { ANSWERS } from "../shared/answers.js";
import { headOf, IN_CLASS, linkTo, placeOf, reasons, sureness, verdict } from "../shared/card.js";
import { button, primary } from "../shared/controls.js";
import { fill, frame, h, rememberSections } from "../shared/dom.js";
import { unsaved } from "../shared/kept.js";
import { longDate } from "../shared/numbers.js";
import {
  answerIn,
  countIn,
  dueDay,
  earlier,
  endOf,
  endSitting,
  firstForm,
  fixFirst,
  formOf,
  givenIn,
  hasAnswer,
  keyOfSitting,
  watchSittings,
} from "../shared/sittings.js";
import { canonical, store } from "../shared/store.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("../shared/card.js").Question} Question
 * @typedef {import("../shared/sittings.js").Form} Form
 * @typedef {import("../shared/sittings.js").Sitting} Sitting
 * @typedef {import("./data.js").SittingWords & { sitting: Sitting, half: 1 | 2 | null, fixed: Form | null,
 *   forms: Record<Form, string[]>, asked: Record<Form, Question[]> }} Data `forms` are all ids, `asked` what this half asks
 * @typedef {{ element: HTMLElement, show(): void }} Card
 */

/** What each sitting says of itself. @param {Data["words"]} words @param {Sitting} sitting */
function saidOf(words, sitting) {
  return {
    1: { name: words.name_1, begin: words.begin_1, wait: "", ended: words.ended_1 },
    2: { name: words.name_2, begin: words.begin_later, wait: words.wait_2, ended: words.ended_2 },
    3: { name: words.name_3, begin: words.begin_later, wait: words.wait_3, ended: words.ended_3 },
  }[sitting];
}

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words, sitting, half, forms, asked } = data;
  const said = saidOf(words, sitting);
  fixFirst(data.fixed);
  const first = () => firstForm(forms.A);
  const form = () => formOf(sitting, first());
  const me = {};
  const body = h("div");
  const notice = unsaved();
  let begun = sitting !== 3;
  /** What stands in `body`, and with which form. */
  let drawn = "";
  /** @type {{ cards: Card[], foot: HTMLElement }} */
  let asking = { cards: [], foot: h("div") };

  frame(el, fill(words.frame, { sitting: said.name, n: asked.A.length }));
  el.append(body);

  function stage() {
    if (endOf(sitting)) return "ended";
    if (sitting !== 1 && !endOf(/** @type {Sitting} */ (sitting - 1))) return "wait";
    return begun || countIn(sitting, forms[form()]) > 0 ? "ask" : "offer";
  }

  function draw() {
    const now = stage();
    // No coin is tossed by a look at what comes after the course.
    const place = now === "wait" ? now : `${now} ${form()}`;
    if (place !== drawn) body.replaceChildren(...STAGES[now]());
    else if (now === "ask") asking.cards.forEach(({ show }) => show());
    drawn = place;
    update();
  }

  /** Tells the page and Python, and how many are answered. */
  function update() {
    const ended = endOf(sitting) !== undefined;
    el.toggleAttribute("data-committed", ended);
    if (drawn.startsWith("ask")) asking.foot.replaceChildren(...foot());
    if (drawn !== "wait") share(ended);
    if (store.works()) notice.remove();
    else el.append(notice);
  }

  /** @param {boolean} ended */
  function share(ended) {
    const answers = asked[form()].flatMap((question) => {
      const answer = answerIn(sitting, question);
      return answer ? [[question.id, { answer: answer.said, certainty: answer.sure ?? null }]] : [];
    });
    model.set("state", { form: form(), ended, answers: Object.fromEntries(answers) });
    model.save_changes();
  }

  /** @param {Question} question */
  function placeIn(question) {
    const all = Object.values(forms).find((ids) => ids.includes(question.id)) ?? [];
    return fill(ui.quiz.place, { n: all.indexOf(question.id) + 1, all: all.length });
  }

  const STAGES = {
    wait: () => [h("p", {}, said.wait)],
    offer: () => [
      h("p", {}, fill(words.weak_3, { form: form() })),
      h(
        "p",
        {},
        fill(Date.now() < Number(dueDay()) ? words.early_3 : words.due_3, { date: longDate(Number(dueDay())) }),
      ),
      primary(words.begin_third, () => {
        begun = true;
        draw();
        asking.cards[0].element.focus();
      }),
    ],
    ask() {
      const cards = asked[form()].map((question) => silent(data, question, placeIn(question), me, update));
      asking = { cards, foot: h("div", { class: "ntrk-sitting-foot", tabindex: -1 }) };
      const inClass = document.documentElement.hasAttribute(IN_CLASS);
      const kept = inClass ? ` ${words.in_class}` : store.works() ? ` ${words.kept}` : "";
      return [h("p", {}, `${said.begin}${kept}`), ...cards.map(({ element }) => element), asking.foot];
    },
    ended: () => [h("p", { tabindex: -1 }, ended()), ...told()],
  };

  function ended() {
    const all = forms[form()];
    const counts = { date: longDate(endOf(sitting)?.at ?? 0), n: countIn(sitting, all), all: all.length };
    return fill(sitting === 1 && endOf(2) ? words.told_1 : said.ended, counts);
  }

  /** @returns {(Node | string)[]} */
  function foot() {
    const all = forms[form()];
    const count = fill(half ? words.count : words.count_whole, { n: countIn(sitting, all), all: all.length });
    if (half === 1) return [h("p", {}, `${count} ${words.go_on}`)];
    return [h("p", { role: "status" }, count), primary(words.end, end)];
  }

  function end() {
    const all = forms[form()];
    const open = all.filter((id) => !hasAnswer(sitting, id));
    if (open.length === 0) return close();
    const links = open.flatMap((id, at) => [
      at ? ", " : " ",
      linkTo(id, fill(words.question, { n: all.indexOf(id) + 1 })),
    ]);
    asking.foot.replaceChildren(
      h("p", {}, words.unanswered, links, ". ", words.gaps),
      h(
        "div",
        { class: "ntrk-row" },
        button(words.end_so, close),
        button(words.back, () => {
          update();
          asking.foot.focus();
        }),
      ),
    );
    asking.foot.focus();
  }

  function close() {
    endSitting(sitting, form(), me);
    draw();
    const top = /** @type {HTMLElement} */ (body.firstElementChild);
    top.focus({ preventScroll: true });
    top.scrollIntoView({ block: "center" });
  }

  /** @returns {Node[]} */
  function told() {
    if (sitting === 1) return [];
    if (sitting === 3) return third(data, first());
    const partners = asked[first()];
    return asked[form()].map((question, at) =>
      h(
        "div",
        { class: "ntrk-sitting-both" },
        toldCard(data, question, 2, placeIn(question)),
        h(
          "details",
          { class: "ntrk-sitting-pair" },
          h("summary", {}, fill(words.pair, { form: first() })),
          toldCard(data, partners[at], 1, ""),
        ),
      ),
    );
  }

  draw();
  return watchSittings(draw, me);
}

/**
 * A question that is answered and says nothing.
 * @param {Data} data @param {Question} question @param {string} place @param {unknown} me @param {() => void} changed
 * @returns {Card}
 */
function silent({ words, sitting }, question, place, me, changed) {
  const { id, asked } = question;
  const key = keyOfSitting(sitting);
  let drawn = "";
  const answer = ANSWERS[question.kind](question, keep);
  const sure = sureness(words.sure, keep);
  const note = h("p", { class: "ntrk-muted" });
  const element = h(
    "div",
    { class: "ntrk-card", id: sitting === 3 ? null : placeOf(id), tabindex: -1, "data-question": id },
    headOf(question, place),
    answer.element,
    note,
    sure.element,
  );

  function keep() {
    const said = answer.read();
    const draft = said === undefined ? answer.draft() : undefined;
    const given = { asked, said, draft, sure: sure.value() };
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    store.set(key, { [id]: known.length > 1 ? Object.fromEntries(known) : null }, me);
    drawn = canonical(store.parts(key)[id]);
    note.textContent = draft === undefined ? "" : answer.missing();
    changed();
  }

  function show() {
    const now = canonical(store.parts(key)[id]);
    if (now === drawn) return;
    drawn = now;
    const given = givenIn(sitting, question);
    const said = given?.said ?? given?.draft;
    answer.redraft(typeof said === "number" ? String(said) : said);
    sure.set(given?.sure);
  }

  answer.fresh();
  const old = earlier(sitting, question);
  if (old) {
    if (old.said !== null) answer.write(old.said);
    answer.lock(true);
    sure.set(old.sure);
    sure.element.disabled = true;
    note.textContent = words.earlier;
    return { element, show() {} };
  }
  show();
  return { element, show };
}

/** A question with the answer that was given in a sitting, and all that is said to it. @param {Data} data @param {Question} question @param {Sitting} sitting @param {string} place */
function toldCard({ words }, question, sitting, place) {
  rememberSections([question.see, ...question.option.map(({ see }) => see)]);
  const given = answerIn(sitting, question);
  const answer = ANSWERS[question.kind](question, () => {});
  answer.fresh();
  answer.lock(true);
  if (given && given.said !== null) {
    answer.write(given.said);
    answer.explain(given.said, true);
  }
  const said = given
    ? verdict(question, { attempts: [given], first: given, last: given, revealed: true })
    : [h("p", {}, words.not_answered), ...reasons(question, { last: { said: null, right: false }, revealed: true })];
  return h(
    "div",
    { class: "ntrk-card", id: placeOf(question.id), tabindex: -1, "data-question": question.id },
    headOf(question, place),
    answer.element,
    h("div", { class: "ntrk-feedback" }, said),
  );
}

/** The first form's second time against its first, and the three scores. @param {Data} data @param {Form} first @returns {Node[]} */
function third({ words, asked, forms }, first) {
  const now = asked[first].map((question) => ({ question, is: answerIn(3, question), was: answerIn(1, question) }));
  const both = now.filter(({ is, was }) => is && was);
  const right = (/** @type {Question[]} */ questions, /** @type {Sitting} */ sitting) =>
    questions.filter((one) => answerIn(sitting, one)?.right).length;
  const wrong = now.filter(({ is }) => is && !is.right);
  return [
    h(
      "p",
      {},
      h(
        "strong",
        {},
        fill(words.scores, {
          first: right(asked[first], 1),
          second: right(asked[formOf(2, first)], 2),
          third: right(asked[first], 3),
          all: forms[first].length,
        }),
      ),
    ),
    h("p", {}, fill(words.items, { n: both.length, gained: turned(both, false), lost: turned(both, true) })),
    h("p", {}, fill(words.weak_3, { form: first })),
    ...(wrong.length === 0
      ? [h("p", {}, words.none_wrong)]
      : [
          h("p", {}, words.wrong_now),
          h(
            "ul",
            {},
            wrong.map(({ question: { id } }) =>
              h("li", {}, linkTo(id, fill(words.question, { n: forms[first].indexOf(id) + 1 }))),
            ),
          ),
        ]),
  ];
}

/** How many were once right, or wrong, and are not any more. @param {{ is?: { right: boolean }, was?: { right: boolean } }[]} both @param {boolean} was */
function turned(both, was) {
  return both.filter((one) => one.was?.right === was && one.is?.right === !was).length;
}

export default { render };
