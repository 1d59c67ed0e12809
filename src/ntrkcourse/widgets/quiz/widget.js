// Questions: commit to an answer, say how sure you are if you like, then see why. One card a question.
import { readNumber } from "../shared/numbers.js";
import { h, inline, sectionLink, rememberSections, liveRegion, uniqueId, frame, plainText } from "../shared/dom.js";
import { radios, button, primary } from "../shared/controls.js";
import { store, canonical } from "../shared/store.js";
import { unsaved } from "../shared/kept.js";
import { outcomeOf } from "../shared/outcome.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {import("../shared/outcome.js").Outcome} Outcome
 * @typedef {{ text: Span[], feedback: Span[], trap: string, see: string }} Option
 * @typedef {{ low: number, high: number, feedback: Span[], trap: string }} Diagnosis
 * @typedef {import("../shared/outcome.js").Graded & { id: string, names: string[], key: string[], rows: string[], vignette: Span[],
 *   stem: Span[], see: string, right: Span[], wrong: Span[], options: Option[], unit: string, precision: string, diagnosis: Diagnosis[], items: { text: Span[], feedback: Span[] }[],
 *   pairs: { left: Span[], right: Span[], feedback: Span[] }[], shown: number[] }} Question
 * @typedef {{ element: HTMLElement, read(): any, missing?(): string | undefined, write(answer: any): void, lock(locked: boolean): void,
 *   explain(answer: any, all: boolean): void }} Answer
 */

const CERTAINTY = [
  { value: "1", text: "A guess", right: 1, wrong: 0 },
  { value: "2", text: "Fairly sure", right: 2, wrong: -2 },
  { value: "3", text: "Certain", right: 3, wrong: -6 },
];

const HINTS = {
  single: "Choose one answer.",
  multiple: "Choose every answer that applies.",
  numeric: "Type a number.",
  order: "Put the steps in order with the buttons.",
  match: "Choose a partner for each row.",
};

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Question[]} */
  const questions = model.get("data").questions;
  frame(el, questions.length === 1 ? "Question" : `Quiz of ${questions.length} questions`);
  const summary = h("p", { class: "ntrk-quiz-summary" });
  const notice = unsaved();

  const update = () => {
    const stored = store.works();
    const all = new Map(questions.map((question) => [question.id, outcomeOf(question, store.read(keyOf(question)))]));
    model.set("state", Object.fromEntries([...all].flatMap(([id, outcome]) => (outcome ? [[id, forPython(outcome)]] : []))));
    model.save_changes();
    summary.replaceChildren(...summarise(questions, all, stored));
    if (stored) notice.remove();
    else el.append(notice);
  };
  const cards = questions.map((question, index) =>
    card(question, questions.length === 1 ? "" : `Question ${index + 1} of ${questions.length}`, update));
  el.append(...cards.map(({ element }) => element), ...(questions.length > 1 ? [summary] : []));
  update();
  return () => cards.forEach(({ stop }) => stop());
}

/** @param {Question} question */
function keyOf(question) {
  return `question/${question.id}`;
}

/** @param {Outcome} outcome */
function forPython({ attempts, first, last, revealed }) {
  return { answer: last.said, correct: last.right, certainty: last.sure ?? null, attempts: attempts.length,
    firstCorrect: first.right, firstCertainty: first.sure ?? null, revealed };
}

/**
 * @param {Question[]} questions @param {Map<string, Outcome | undefined>} outcomes @param {boolean} stored
 * @returns {(Node | string)[]}
 */
function summarise(questions, outcomes, stored) {
  const answered = questions.filter((question) => outcomes.get(question.id));
  if (answered.length === 0) return [`${questions.length} questions.${stored ? " Your answers stay in this browser." : ""}`];
  const first = answered.filter((question) => outcomes.get(question.id)?.first.right).length;
  const sureAndWrong = questions.flatMap((question, index) => {
    const outcome = outcomes.get(question.id);
    return outcome && !outcome.first.right && outcome.first.sure === "3" ? [index + 1] : [];
  });
  const text = `${answered.length} of ${questions.length} answered, ${first} right at the first try.`;
  return sureAndWrong.length
    ? [text, " ", h("strong", {}, "Sure and wrong, so revisit first: "), `question ${sureAndWrong.join(", ")}.`]
    : [text];
}

/**
 * One question; `update` is called when its outcome has changed.
 * @param {Question} question @param {string} place @param {() => void} update
 */
function card(question, place, update) {
  const key = keyOf(question);
  const me = {};
  /** What is drawn, so that a change elsewhere that changes nothing here disturbs nobody. */
  let drawn = "";
  const answer = ANSWERS[question.kind](question);
  // Now, since a browser's translation changes the words of headings later.
  rememberSections([question.see, ...(question.options ?? []).map(({ see }) => see)]);
  const feedback = liveRegion({ class: "ntrk-feedback" });
  const certainty = radios({
    legend: "How sure are you? Optional; it stays in this browser.",
    options: CERTAINTY.map(({ value, text }) => ({ value, text })),
    class: "ntrk-certainty",
  });
  const check = primary("Check answer", submit);
  const retry = button("Try again", () => again(true));
  const reveal = button("Show the answer", () => {
    store.set(key, { shown: question.asked }, me);
    settled();
  });

  const root = h("div", { class: "ntrk-card", "data-question": question.id },
    place ? h("p", { class: "ntrk-place" }, place) : null,
    question.vignette.length ? h("p", { class: "ntrk-vignette" }, inline(question.vignette)) : null,
    answer.element, certainty.element, h("div", { class: "ntrk-row" }, check, retry, reveal), feedback);

  function submit() {
    const given = answer.read();
    if (given === undefined) {
      feedback.replaceChildren(h("p", {}, answer.missing?.() ?? "Choose an answer first."));
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
    feedback.replaceChildren(...verdict(question, outcome));
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
  const stop = store.watch(key, () => {
    if (canonical(store.read(key)) === drawn) return;
    show();
    update();
  }, me);
  return { element: root, stop };
}

/** @param {Question} question @param {Outcome} outcome @returns {Node[]} */
function verdict(question, outcome) {
  const { right, sure } = outcome.last;
  const out = [h("p", { class: `ntrk-verdict ${right ? "ntrk-is-right" : "ntrk-is-wrong"}` }, right ? "Right." : "Not right.")];
  const chosen = CERTAINTY.find(({ value }) => value === sure);
  if (chosen) {
    const mark = right ? chosen.right : chosen.wrong;
    out.push(h("p", { class: "ntrk-muted" }, `You said: ${chosen.text.toLowerCase()}. Certainty mark: ${mark > 0 ? "+" : ""}${mark}`.replace("-", "−") + "."));
  }
  const told = explanation(question, outcome);
  if (told) out.push(h("p", {}, inline(told)));
  const section = sectionLink(seeFor(question, outcome));
  // A test over several chapters asks what another page teaches.
  out.push(h("p", { class: "ntrk-muted" }, ...(section
    ? ["Read again: ", section]
    : [`Taught in chapter ${question.id.slice(0, 2)}: ${seeFor(question, outcome)}.`])));
  return out;
}

/** @param {Question} question @param {Outcome} outcome @returns {Span[] | undefined} */
function explanation(question, { last, revealed }) {
  if (question.options) return undefined;
  if (last.right) return question.right;
  if (question.kind === "numeric" && !revealed) {
    return question.diagnosis.find(({ low, high }) => last.said >= low && last.said <= high)?.feedback ?? question.wrong;
  }
  return revealed ? question.right : question.wrong;
}

/** @param {Question} question @param {Outcome} outcome */
function seeFor(question, { last }) {
  const chosen = question.kind === "single" ? question.options[question.names.indexOf(last.said)] : undefined;
  return (!last.right && chosen?.see) || question.see;
}

/** @type {Record<Question["kind"], (question: Question) => Answer>} */
const ANSWERS = { single: choices, multiple: choices, numeric, order, match };

/** @param {Question} question */
function legend(question) {
  return h("span", {}, inline(question.stem), " ", h("span", { class: "ntrk-hint" }, HINTS[question.kind]));
}

/** @param {Question} question @returns {Answer} */
function choices(question) {
  const { names, key } = question;
  const type = question.kind === "single" ? "radio" : "checkbox";
  const name = uniqueId("option");
  const inputs = names.map((value) => h("input", { type, name, value }));
  const notes = names.map(() => h("div", { class: "ntrk-option-feedback" }));
  const labels = question.options.map((option, index) =>
    h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, inline(option.text))));
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)),
    labels.map((label, index) => h("div", { class: "ntrk-option" }, label, notes[index])));
  const chosen = () => inputs.flatMap((input) => (input.checked ? [input.value] : []));
  return {
    element,
    read: () => (chosen().length === 0 ? undefined : type === "radio" ? chosen()[0] : chosen().sort()),
    write: (answer) => inputs.forEach((input) => { input.checked = [answer].flat().includes(input.value); }),
    lock: (locked) => { element.disabled = locked; },
    explain(answer, all) {
      question.options.forEach((option, index) => {
        const right = key.includes(names[index]);
        const mine = answer !== undefined && [answer].flat().includes(names[index]);
        const told = answer !== undefined && (all || mine);
        labels[index].classList.toggle("ntrk-is-right", told && right);
        labels[index].classList.toggle("ntrk-is-wrong", told && mine && !right);
        notes[index].replaceChildren(...(told ? [
          h("strong", {}, right ? "Right. " : mine ? "Your answer, not right. " : "Not this. "), inline(option.feedback)] : []));
      });
    },
  };
}

/** @param {Question} question @returns {Answer} */
function numeric(question) {
  const id = uniqueId("number");
  const input = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", id, "aria-describedby": `${id}-unit` });
  const element = h("div", { class: "ntrk-choices" }, h("label", { for: id, class: "ntrk-stem" }, legend(question)),
    h("div", { class: "ntrk-row" }, input, h("span", { id: `${id}-unit` }, `${question.unit}, ${question.precision}`)));
  return {
    element,
    read: () => readNumber(input.value, question.unit).value,
    missing: () => readNumber(input.value, question.unit).reason,
    write: (answer) => { input.value = String(answer); },
    lock: (locked) => { input.readOnly = locked; },
    explain() {},
  };
}

/** @param {Question} question @returns {Answer} */
function order(question) {
  let sequence = [...question.shown];
  let locked = false;
  let told = false;
  const list = h("ol", { class: "ntrk-order" });
  const said = liveRegion({ class: "ntrk-hidden" });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)), list, said);
  const nameOf = (/** @type {number} */ item) => plainText(question.items[item].text);

  /** @param {number} from @param {number} step */
  function move(from, step) {
    const item = sequence[from];
    sequence.splice(from, 1);
    sequence.splice(from + step, 0, item);
    draw();
    said.textContent = `${nameOf(item)}: now step ${from + step + 1} of ${sequence.length}`;
    const buttons = list.children[from + step].querySelectorAll("button");
    /** @type {HTMLButtonElement[]} */ const both = [...buttons];
    (both[step < 0 ? 0 : 1].disabled ? both[step < 0 ? 1 : 0] : both[step < 0 ? 0 : 1]).focus();
  }
  function draw() {
    list.replaceChildren(...sequence.map((item, index) => h("li", { class: told ? (item === index ? "ntrk-is-right" : "ntrk-is-wrong") : "" },
      h("span", {}, inline(question.items[item].text)),
      locked ? null : h("span", { class: "ntrk-order-buttons" },
        button("↑", () => move(index, -1), { "aria-label": `Move up: ${nameOf(item)}`, disabled: index === 0 }),
        button("↓", () => move(index, 1), { "aria-label": `Move down: ${nameOf(item)}`, disabled: index === sequence.length - 1 })),
      told ? h("div", { class: "ntrk-option-feedback" }, h("strong", {}, item === index ? "In place. " : `Belongs at step ${item + 1}. `), inline(question.items[item].feedback)) : null)));
  }
  draw();
  return {
    element,
    read: () => sequence.map((item) => question.names[item]),
    write: (answer) => { sequence = answer.map((/** @type {string} */ name) => question.names.indexOf(name)); draw(); },
    lock(value) { locked = value; draw(); },
    explain(answer, all) { told = answer !== undefined && all; draw(); },
  };
}

/** @param {Question} question @returns {Answer} */
function match(question) {
  const selects = question.pairs.map((pair) => {
    const id = uniqueId("match");
    return { id, pair, note: h("div", { class: "ntrk-option-feedback" }), input: h("select", { id }, h("option", { value: "" }, "Choose"),
      question.shown.map((index) => h("option", { value: question.names[index] }, plainText(question.pairs[index].right)))) };
  });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)),
    selects.map(({ id, pair, input, note }) => h("div", { class: "ntrk-control" }, h("label", { for: id }, inline(pair.left)), input, note)));
  return {
    element,
    read: () => (selects.some(({ input }) => input.value === "") ? undefined : Object.fromEntries(selects.map(({ input }, at) => [question.rows[at], input.value]))),
    write: (answer) => selects.forEach(({ input }, at) => { input.value = answer[question.rows[at]]; }),
    lock: (locked) => { element.disabled = locked; },
    explain(answer, all) {
      selects.forEach(({ pair, note }, at) => {
        const right = answer !== undefined && answer[question.rows[at]] === question.key[at];
        note.replaceChildren(...(answer !== undefined && all ? [
          h("strong", {}, right ? "Right. " : "Belongs with: "), right ? "" : inline(pair.right), " ", inline(pair.feedback)] : []));
      });
    },
  };
}

/**
 * What the reader answered last, for paper.
 * @param {{ questions: Question[] }} data @returns {Node[]}
 */
function answers({ questions }) {
  const own = questions.flatMap((question, index) => {
    const outcome = outcomeOf(question, store.read(keyOf(question)));
    if (!outcome) return [];
    const place = questions.length === 1 ? "Your answer" : `Question ${index + 1}, your answer`;
    return [h("li", {}, h("strong", {}, `${place}: `), inWords(question, outcome.last.said), outcome.last.right ? ". Right." : ". Not right.")];
  });
  return own.length ? [h("ul", { class: "ntrk-own-answers" }, own)] : [];
}

/** @param {Question} question @param {any} said @returns {string[]} */
function inWords({ kind, names, rows, options, items, pairs, unit }, said) {
  const text = (/** @type {string} */ name) => plainText((options ?? items)[names.indexOf(name)].text);
  if (kind === "numeric") return [`${said} ${unit}`];
  if (kind === "match") return [rows.map((row, at) => `${plainText(pairs[at].left)}: ${plainText(pairs[names.indexOf(said[row])].right)}`).join("; ")];
  return [[said].flat().map(text).join("; ")];
}

export default { render, answers };
