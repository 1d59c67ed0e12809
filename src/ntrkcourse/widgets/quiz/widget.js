// Questions: commit to an answer, say how sure you are if you like, then see why. One card a question.

import { button, primary, radios } from "../shared/controls.js";
import {
  fill,
  frame,
  h,
  inline,
  liveRegion,
  plainText,
  rememberSections,
  sectionLink,
  uniqueId,
} from "../shared/dom.js";
import { unsaved } from "../shared/kept.js";
import { readNumber } from "../shared/numbers.js";
import { outcomeOf } from "../shared/outcome.js";
import { canonical, store } from "../shared/store.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {import("../shared/outcome.js").Outcome} Outcome
 * @typedef {{ text: Span[], feedback: Span[], trap: string, see: string }} Option
 * @typedef {{ low: number, high: number, feedback: Span[], trap: string }} Diagnosis
 * @typedef {{ text: Span[], feedback: Span[] }} Item
 * @typedef {{ left: Span[], right: Span[], feedback: Span[] }} Pair
 * @typedef {import("../shared/outcome.js").Graded & { id: string, names: string[], key: string[], rows: string[],
 *   vignette: Span[], stem: Span[], see: string, right: Span[], wrong: Span[], option: Option[], unit: string,
 *   precision: string, diagnosis: Diagnosis[], item: Item[], pair: Pair[], shown: number[] }} Question
 * @typedef {{ questions: Question[], words: Words }} Data
 * @typedef {import("./data.js").QuizWords["words"]} Words
 * @typedef {{ element: HTMLElement, read(): any, missing?(): string | undefined, write(answer: any): void,
 *   lock(locked: boolean): void, explain(answer: any, all: boolean): void }} Answer
 */

/** What each answer about one's own certainty is worth, right and wrong. @param {Words} words */
function certainties(words) {
  return [
    { value: "1", text: words.guess, right: 1, wrong: 0 },
    { value: "2", text: words.fairly, right: 2, wrong: -2 },
    { value: "3", text: words.certain, right: 3, wrong: -6 },
  ];
}

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const { questions, words } = model.get("data");
  const all = questions.length;
  frame(el, all === 1 ? words.one : fill(words.all, { n: all }));
  const summary = h("p", { class: "ntrk-quiz-summary" });
  const notice = unsaved();

  const update = () => {
    const stored = store.works();
    const outcomes = questions.map((question) => outcomeOf(question, store.read(keyOf(question))));
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
    summary.replaceChildren(...summarise(words, outcomes, stored));
    if (stored) notice.remove();
    else el.append(notice);
  };
  const cards = questions.map((question, index) =>
    card(question, words, all === 1 ? "" : fill(words.place, { n: index + 1, all }), update),
  );
  el.append(...cards.map(({ element }) => element), ...(all > 1 ? [summary] : []));
  update();
  return () => cards.forEach(({ stop }) => stop());
}

/** @param {Question} question */
function keyOf(question) {
  return `question/${question.id}`;
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
 * @param {Words} words @param {(Outcome | undefined)[]} outcomes @param {boolean} stored
 * @returns {(Node | string)[]}
 */
function summarise(words, outcomes, stored) {
  const all = outcomes.length;
  const answered = outcomes.filter((outcome) => outcome).length;
  if (answered === 0) return [fill(stored ? words.begin_kept : words.begin, { n: all })];
  const right = outcomes.filter((outcome) => outcome?.first.right).length;
  const sureAndWrong = outcomes.flatMap((outcome, index) =>
    outcome && !outcome.first.right && outcome.first.sure === "3" ? [index + 1] : [],
  );
  const text = fill(words.summary, { answered, all, right });
  const which = sureAndWrong.join(", ");
  return which ? [text, " ", h("strong", {}, words.revisit), fill(words.revisit_which, { which })] : [text];
}

/**
 * One question; `update` is called when its outcome has changed.
 * @param {Question} question @param {Words} words @param {string} place @param {() => void} update
 */
function card(question, words, place, update) {
  const key = keyOf(question);
  const me = {};
  /** What is drawn, so that a change elsewhere that changes nothing here disturbs nobody. */
  let drawn = "";
  const answer = ANSWERS[question.kind](question, words);
  // Now, since a browser's translation changes the words of headings later.
  rememberSections([question.see, ...question.option.map(({ see }) => see)]);
  const feedback = liveRegion({ class: "ntrk-feedback" });
  const certainty = radios({
    legend: words.sure,
    options: certainties(words).map(({ value, text }) => ({ value, text })),
    class: "ntrk-certainty",
  });
  const check = primary(words.check, submit);
  const retry = button(words.retry, () => again(true));
  const reveal = button(words.reveal, () => {
    store.set(key, { shown: question.asked }, me);
    settled();
  });

  const root = h(
    "div",
    { class: "ntrk-card", "data-question": question.id },
    place ? h("p", { class: "ntrk-place" }, place) : null,
    question.vignette.length ? h("p", { class: "ntrk-vignette" }, inline(question.vignette)) : null,
    answer.element,
    certainty.element,
    h("div", { class: "ntrk-row" }, check, retry, reveal),
    feedback,
  );

  function submit() {
    const given = answer.read();
    if (given === undefined) {
      feedback.replaceChildren(h("p", {}, answer.missing?.() ?? words.missing));
      return;
    }
    const sure = certainty.value();
    store.add(key, { asked: question.asked, said: given, ...(sure ? { sure } : {}) }, me);
    settled();
  }

  /** The reader did something just now. */
  function settled() {
    show();
    update();
    retry.focus();
  }

  /** Shows what is kept: the last answer and what is said to it, or the question. */
  function show() {
    const entry = store.read(key);
    const outcome = outcomeOf(question, entry);
    drawn = canonical(entry);
    if (!outcome) {
      again(false);
      return;
    }
    const { last } = outcome;
    const all = last.right || outcome.revealed;
    answer.write(last.said);
    answer.lock(true);
    answer.explain(last.said, all);
    certainty.set(last.sure);
    certainty.element.disabled = true;
    certainty.element.hidden = !last.sure;
    check.hidden = true;
    retry.hidden = false;
    reveal.hidden = all;
    feedback.replaceChildren(...verdict(question, words, outcome));
    root.dataset.answered = "";
  }

  /** @param {boolean} focus */
  function again(focus) {
    answer.lock(false);
    answer.explain(undefined, false);
    certainty.element.disabled = false;
    certainty.element.hidden = false;
    certainty.set(undefined);
    check.hidden = false;
    retry.hidden = true;
    reveal.hidden = true;
    feedback.replaceChildren();
    delete root.dataset.answered;
    if (focus) /** @type {HTMLElement | null} */ (answer.element.querySelector("input, select, button"))?.focus();
  }

  show();
  const stop = store.watch(
    key,
    () => {
      if (canonical(store.read(key)) === drawn) return;
      show();
      update();
    },
    me,
  );
  return { element: root, stop };
}

/** @param {Question} question @param {Words} words @param {Outcome} outcome @returns {Node[]} */
function verdict(question, words, outcome) {
  const { right, sure } = outcome.last;
  const out = [
    h("p", { class: `ntrk-verdict ${right ? "ntrk-is-right" : "ntrk-is-wrong"}` }, right ? words.right : words.wrong),
  ];
  const chosen = certainties(words).find(({ value }) => value === sure);
  if (chosen) {
    const mark = right ? chosen.right : chosen.wrong;
    const shown = `${mark > 0 ? "+" : ""}${mark}`.replace("-", "−");
    const told = fill(words.certainty, { said: chosen.text.toLowerCase(), mark: shown });
    out.push(h("p", { class: "ntrk-muted" }, told));
  }
  const told = explanation(question, outcome);
  if (told) out.push(h("p", {}, inline(told)));
  const see = seeFor(question, outcome);
  const section = sectionLink(see);
  // A test over several chapters asks what another page teaches.
  out.push(
    h(
      "p",
      { class: "ntrk-muted" },
      ...(section ? [words.again, section] : [fill(words.taught, { chapter: question.id.slice(0, 2), section: see })]),
    ),
  );
  return out;
}

/** @param {Question} question @param {Outcome} outcome @returns {Span[] | undefined} */
function explanation(question, { last, revealed }) {
  if (question.option.length) return undefined;
  if (last.right) return question.right;
  if (question.kind === "numeric" && !revealed) {
    const near = question.diagnosis.find(({ low, high }) => last.said >= low && last.said <= high);
    return near?.feedback ?? question.wrong;
  }
  return revealed ? question.right : question.wrong;
}

/** @param {Question} question @param {Outcome} outcome */
function seeFor(question, { last }) {
  const chosen = question.kind === "single" ? question.option[question.names.indexOf(last.said)] : undefined;
  return (!last.right && chosen?.see) || question.see;
}

/** @type {Record<Question["kind"], (question: Question, words: Words) => Answer>} */
const ANSWERS = { single: choices, multiple: choices, numeric, order, match };

/** @param {Question} question @param {Words} words */
function legend({ kind, stem }, words) {
  const hints = {
    single: words.hint_single,
    multiple: words.hint_multiple,
    numeric: words.hint_numeric,
    order: words.hint_order,
    match: words.hint_match,
  };
  return h("span", {}, inline(stem), " ", h("span", { class: "ntrk-hint" }, hints[kind]));
}

/** @param {Question} question @param {Words} words @returns {Answer} */
function choices(question, words) {
  const { names, key } = question;
  const type = question.kind === "single" ? "radio" : "checkbox";
  const name = uniqueId("option");
  const inputs = names.map((value) => h("input", { type, name, value }));
  const notes = names.map(() => h("div", { class: "ntrk-option-feedback" }));
  const labels = question.option.map((option, index) =>
    h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, inline(option.text))),
  );
  const element = h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", {}, legend(question, words)),
    labels.map((label, index) => h("div", { class: "ntrk-option" }, label, notes[index])),
  );
  const chosen = () => inputs.flatMap((input) => (input.checked ? [input.value] : []));
  return {
    element,
    read: () => (chosen().length === 0 ? undefined : type === "radio" ? chosen()[0] : chosen().sort()),
    write: (answer) =>
      inputs.forEach((input) => {
        input.checked = [answer].flat().includes(input.value);
      }),
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      question.option.forEach((option, index) => {
        const right = key.includes(names[index]);
        const mine = answer !== undefined && [answer].flat().includes(names[index]);
        const told = answer !== undefined && (all || mine);
        labels[index].classList.toggle("ntrk-is-right", told && right);
        labels[index].classList.toggle("ntrk-is-wrong", told && mine && !right);
        const call = right ? words.right : mine ? words.yours_wrong : words.not_this;
        notes[index].replaceChildren(...(told ? [h("strong", {}, call, " "), inline(option.feedback)] : []));
      });
    },
  };
}

/** @param {Question} question @param {Words} words @returns {Answer} */
function numeric(question, words) {
  const id = uniqueId("number");
  const { unit, precision } = question;
  const described = `${id}-unit`;
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    id,
    "aria-describedby": described,
  });
  const element = h(
    "div",
    { class: "ntrk-choices" },
    h("label", { for: id, class: "ntrk-stem" }, legend(question, words)),
    h("div", { class: "ntrk-row" }, input, h("span", { id: described }, fill(words.unit, { unit, precision }))),
  );
  return {
    element,
    read: () => readNumber(input.value, unit).value,
    missing: () => readNumber(input.value, unit).reason,
    write: (answer) => {
      input.value = String(answer);
    },
    lock: (locked) => {
      input.readOnly = locked;
    },
    explain() {},
  };
}

/** @param {Question} question @param {Words} words @returns {Answer} */
function order(question, words) {
  let sequence = [...question.shown];
  let locked = false;
  let told = false;
  const list = h("ol", { class: "ntrk-order" });
  const said = liveRegion({ class: "ntrk-hidden" });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question, words)), list, said);
  const nameOf = (/** @type {number} */ item) => plainText(question.item[item].text);

  /** @param {number} from @param {number} step */
  function move(from, step) {
    const item = sequence[from];
    sequence.splice(from, 1);
    sequence.splice(from + step, 0, item);
    draw();
    said.textContent = fill(words.moved, { step: nameOf(item), n: from + step + 1, all: sequence.length });
    const buttons = list.children[from + step].querySelectorAll("button");
    /** @type {HTMLButtonElement[]} */ const both = [...buttons];
    (both[step < 0 ? 0 : 1].disabled ? both[step < 0 ? 1 : 0] : both[step < 0 ? 0 : 1]).focus();
  }
  function draw() {
    list.replaceChildren(
      ...sequence.map((item, index) => {
        const right = item === index;
        const called = { step: nameOf(item) };
        const place = right ? words.in_place : fill(words.belongs_at, { n: item + 1 });
        return h(
          "li",
          { class: told ? (right ? "ntrk-is-right" : "ntrk-is-wrong") : "" },
          h("span", {}, inline(question.item[item].text)),
          locked
            ? null
            : h(
                "span",
                { class: "ntrk-order-buttons" },
                button("↑", () => move(index, -1), { "aria-label": fill(words.up, called), disabled: index === 0 }),
                button("↓", () => move(index, 1), {
                  "aria-label": fill(words.down, called),
                  disabled: index === sequence.length - 1,
                }),
              ),
          told
            ? h(
                "div",
                { class: "ntrk-option-feedback" },
                h("strong", {}, place, " "),
                inline(question.item[item].feedback),
              )
            : null,
        );
      }),
    );
  }
  draw();
  return {
    element,
    read: () => sequence.map((item) => question.names[item]),
    write(answer) {
      sequence = answer.map((/** @type {string} */ name) => question.names.indexOf(name));
      draw();
    },
    lock(value) {
      locked = value;
      draw();
    },
    explain(answer, all) {
      told = answer !== undefined && all;
      draw();
    },
  };
}

/** @param {Question} question @param {Words} words @returns {Answer} */
function match(question, words) {
  const { names, rows, key, shown } = question;
  const selects = question.pair.map((pair) => {
    const id = uniqueId("match");
    const input = h(
      "select",
      { id },
      h("option", { value: "" }, words.choose),
      shown.map((index) => h("option", { value: names[index] }, plainText(question.pair[index].right))),
    );
    return { id, pair, note: h("div", { class: "ntrk-option-feedback" }), input };
  });
  const element = h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", {}, legend(question, words)),
    selects.map(({ id, pair, input, note }) =>
      h("div", { class: "ntrk-control" }, h("label", { for: id }, inline(pair.left)), input, note),
    ),
  );
  return {
    element,
    read: () =>
      selects.some(({ input }) => input.value === "")
        ? undefined
        : Object.fromEntries(selects.map(({ input }, at) => [rows[at], input.value])),
    write: (answer) =>
      selects.forEach(({ input }, at) => {
        input.value = answer[rows[at]];
      }),
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      selects.forEach(({ pair, note }, at) => {
        const right = answer !== undefined && answer[rows[at]] === key[at];
        note.replaceChildren(
          ...(answer !== undefined && all
            ? [
                h("strong", {}, right ? `${words.right} ` : words.belongs_with),
                right ? "" : inline(pair.right),
                " ",
                inline(pair.feedback),
              ]
            : []),
        );
      });
    },
  };
}

/** What the reader answered last, for paper. @param {Data} data @returns {Node[]} */
function answers({ questions, words }) {
  const own = questions.flatMap((question, index) => {
    const outcome = outcomeOf(question, store.read(keyOf(question)));
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

/** @param {Question} question @param {any} said */
function inWords({ kind, names, rows, option, item, pair, unit }, said) {
  if (kind === "numeric") return `${said} ${unit}`;
  const partner = (/** @type {string} */ row) => plainText(pair[names.indexOf(said[row])].right);
  if (kind === "match") return rows.map((row, at) => `${plainText(pair[at].left)}: ${partner(row)}`).join("; ");
  const text = (/** @type {string} */ name) => plainText((kind === "order" ? item : option)[names.indexOf(name)].text);
  return [said].flat().map(text).join("; ");
}

export default { render, answers };
