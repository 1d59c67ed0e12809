// Questions: commit to an answer, say how sure you are if you like, then see why. One card a question.
import { readNumber } from "./numbers.js";
import { h, inline, sectionLink, liveRegion, uniqueId, radios, button, frame, primary, isIndex, plainText } from "./shared.js";
import { store } from "./store.js";

/**
 * @typedef {import("./shared.js").Span} Span
 * @typedef {{ text: Span[], feedback: Span[], correct: boolean, trap: string, see: string }} Option
 * @typedef {{ low: number, high: number, feedback: Span[], trap: string }} Diagnosis
 * @typedef {{ id: string, kind: "single" | "multiple" | "numeric" | "order" | "match", vignette: Span[], stem: Span[],
 *   see: string, right: Span[], wrong: Span[], options: Option[], answer: number, tolerance: number, unit: string,
 *   precision: string, diagnosis: Diagnosis[], items: { text: Span[], feedback: Span[] }[],
 *   pairs: { left: Span[], right: Span[], feedback: Span[] }[], shown: number[] }} Question
 * @typedef {{ answer: any, correct: boolean, certainty?: string, attempts: number, firstCorrect: boolean,
 *   firstCertainty?: string, revealed: boolean }} Outcome
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

/** @param {import("./shared.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Question[]} */
  const questions = model.get("data").questions;
  frame(el, "quiz", questions.length === 1 ? "Question" : `Quiz of ${questions.length} questions`);
  const summary = h("p", { class: "ntrk-quiz-summary" });
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();

  const update = () => {
    model.set("state", Object.fromEntries(outcomes));
    model.save_changes();
    summary.replaceChildren(...summarise(questions, outcomes));
  };
  questions.forEach((question, index) => {
    const place = questions.length === 1 ? "" : `Question ${index + 1} of ${questions.length}`;
    el.append(card(question, place, outcomes, update));
  });
  if (questions.length > 1) el.append(summary);
  update();
}

/**
 * @param {Question[]} questions @param {Map<string, Outcome>} outcomes
 * @returns {(Node | string)[]}
 */
function summarise(questions, outcomes) {
  const answered = questions.filter((question) => outcomes.has(question.id));
  if (answered.length === 0) return [`${questions.length} questions. Your answers stay in this browser.`];
  const first = answered.filter((question) => outcomes.get(question.id)?.firstCorrect).length;
  const sureAndWrong = questions.flatMap((question, index) => {
    const outcome = outcomes.get(question.id);
    return outcome && !outcome.firstCorrect && outcome.firstCertainty === "3" ? [index + 1] : [];
  });
  const text = `${answered.length} of ${questions.length} answered, ${first} right at the first try.`;
  return sureAndWrong.length
    ? [text, " ", h("strong", {}, "Sure and wrong, so revisit first: "), `question ${sureAndWrong.join(", ")}.`]
    : [text];
}

/**
 * @param {Question} question @param {string} place @param {Map<string, Outcome>} outcomes @param {() => void} update
 */
function card(question, place, outcomes, update) {
  const key = `question/${question.id}`;
  const answer = ANSWERS[question.kind](question);
  const feedback = liveRegion({ class: "ntrk-feedback" });
  const certainty = radios({
    legend: "How sure are you? Optional; it stays in this browser.",
    options: CERTAINTY.map(({ value, text }) => ({ value, text })),
    class: "ntrk-certainty",
  });
  const check = primary("Check answer", submit);
  const retry = button("Try again", again);
  const reveal = button("Show the answer", () => settle({ .../** @type {Outcome} */ (outcomes.get(question.id)), revealed: true }, true));

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
    const before = outcomes.get(question.id);
    const correct = isRight(question, given);
    const sure = certainty.value();
    settle({
      answer: given,
      correct,
      certainty: sure,
      attempts: (before?.attempts ?? 0) + 1,
      firstCorrect: before ? before.firstCorrect : correct,
      firstCertainty: before ? before.firstCertainty : sure,
      revealed: false,
    }, true);
  }

  /** @param {Outcome} outcome @param {boolean} now whether the reader did this just now */
  function settle(outcome, now) {
    outcomes.set(question.id, outcome);
    const all = outcome.correct || outcome.revealed;
    answer.write(outcome.answer);
    answer.lock(true);
    answer.explain(outcome.answer, all);
    certainty.set(outcome.certainty);
    certainty.element.disabled = true;
    certainty.element.hidden = !outcome.certainty;
    check.hidden = true;
    retry.hidden = false;
    reveal.hidden = all;
    const saved = now ? store.write(key, outcome) : true;
    feedback.replaceChildren(...verdict(question, outcome), ...(saved ? [] : [
      h("p", { class: "ntrk-muted" }, "This browser would not store the answer; it is kept until you leave the page.")]));
    root.dataset.answered = "";
    if (now) {
      update();
      retry.focus();
    }
  }

  function again() {
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
    /** @type {HTMLElement | null} */ (answer.element.querySelector("input, select, button"))?.focus();
  }

  retry.hidden = true;
  reveal.hidden = true;
  const remembered = store.read(key);
  if (isOutcome(question, remembered)) settle(remembered, false);
  return root;
}

/** @param {Question} question @param {Outcome} outcome @returns {Node[]} */
function verdict(question, outcome) {
  const out = [h("p", { class: `ntrk-verdict ${outcome.correct ? "ntrk-is-right" : "ntrk-is-wrong"}` },
    outcome.correct ? "Right." : "Not right.")];
  const chosen = CERTAINTY.find(({ value }) => value === outcome.certainty);
  if (chosen) {
    const mark = outcome.correct ? chosen.right : chosen.wrong;
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
function explanation(question, outcome) {
  if (question.options) return undefined;
  if (outcome.correct) return question.right;
  if (question.kind === "numeric" && !outcome.revealed) {
    return question.diagnosis.find(({ low, high }) => outcome.answer >= low && outcome.answer <= high)?.feedback ?? question.wrong;
  }
  return outcome.revealed ? question.right : question.wrong;
}

/** @param {Question} question @param {Outcome} outcome */
function seeFor(question, outcome) {
  const chosen = question.kind === "single" ? question.options[outcome.answer] : undefined;
  return (!outcome.correct && chosen?.see) || question.see;
}

/** @param {Question} question @param {any} answer */
function isRight(question, answer) {
  if (question.kind === "single") return question.options[answer].correct;
  if (question.kind === "multiple") return question.options.every((option, index) => option.correct === answer.includes(index));
  if (question.kind === "numeric") return Math.abs(answer - question.answer) <= question.tolerance * (1 + 1e-9);
  return answer.every((/** @type {number} */ given, /** @type {number} */ index) => given === index);
}

/** Whether what the browser remembers still fits the question. @param {Question} question @param {any} value */
function isOutcome(question, value) {
  if (typeof value !== "object" || value === null || !Number.isInteger(value.attempts)) return false;
  if (![value.correct, value.firstCorrect, value.revealed].every((flag) => typeof flag === "boolean")) return false;
  const size = (question.options ?? question.items ?? question.pairs ?? []).length;
  const fits = (/** @type {any} */ index) => isIndex(index, size);
  if (question.kind === "single") return fits(value.answer);
  if (question.kind === "numeric") return Number.isFinite(value.answer);
  const isList = Array.isArray(value.answer) && value.answer.every(fits);
  return isList && (question.kind === "multiple" || new Set(value.answer).size === size || (question.kind === "match" && value.answer.length === size));
}

/** @type {Record<Question["kind"], (question: Question) => Answer>} */
const ANSWERS = { single: choices, multiple: choices, numeric, order, match };

/** @param {Question} question */
function legend(question) {
  return h("span", {}, inline(question.stem), " ", h("span", { class: "ntrk-hint" }, HINTS[question.kind]));
}

/** @param {Question} question @returns {Answer} */
function choices(question) {
  const type = question.kind === "single" ? "radio" : "checkbox";
  const name = uniqueId("option");
  const inputs = question.options.map((_, index) => h("input", { type, name, value: index }));
  const notes = question.options.map(() => h("div", { class: "ntrk-option-feedback" }));
  const labels = question.options.map((option, index) =>
    h("label", { class: "ntrk-choice" }, inputs[index], h("span", {}, inline(option.text))));
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)),
    labels.map((label, index) => h("div", { class: "ntrk-option" }, label, notes[index])));
  const chosen = () => inputs.flatMap((input, index) => (input.checked ? [index] : []));
  return {
    element,
    read: () => (chosen().length === 0 ? undefined : type === "radio" ? chosen()[0] : chosen()),
    write: (answer) => inputs.forEach((input, index) => { input.checked = [answer].flat().includes(index); }),
    lock: (locked) => { element.disabled = locked; },
    explain(answer, all) {
      question.options.forEach((option, index) => {
        const mine = answer !== undefined && [answer].flat().includes(index);
        const told = answer !== undefined && (all || mine);
        labels[index].classList.toggle("ntrk-is-right", told && option.correct);
        labels[index].classList.toggle("ntrk-is-wrong", told && mine && !option.correct);
        notes[index].replaceChildren(...(told ? [
          h("strong", {}, option.correct ? "Right. " : mine ? "Your answer, not right. " : "Not this. "), inline(option.feedback)] : []));
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
    read: () => sequence,
    write: (answer) => { sequence = [...answer]; draw(); },
    lock(value) { locked = value; draw(); },
    explain(answer, all) { told = answer !== undefined && all; draw(); },
  };
}

/** @param {Question} question @returns {Answer} */
function match(question) {
  const selects = question.pairs.map((pair) => {
    const id = uniqueId("match");
    return { id, pair, note: h("div", { class: "ntrk-option-feedback" }), input: h("select", { id }, h("option", { value: "" }, "Choose"),
      question.shown.map((index) => h("option", { value: index }, plainText(question.pairs[index].right)))) };
  });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)),
    selects.map(({ id, pair, input, note }) => h("div", { class: "ntrk-control" }, h("label", { for: id }, inline(pair.left)), input, note)));
  return {
    element,
    read: () => (selects.some(({ input }) => input.value === "") ? undefined : selects.map(({ input }) => Number(input.value))),
    write: (answer) => selects.forEach(({ input }, index) => { input.value = String(answer[index]); }),
    lock: (locked) => { element.disabled = locked; },
    explain(answer, all) {
      selects.forEach(({ pair, note }, index) => note.replaceChildren(...(answer !== undefined && all ? [
        h("strong", {}, answer[index] === index ? "Right. " : "Belongs with: "), answer[index] === index ? "" : inline(pair.right), " ", inline(pair.feedback)] : [])));
    },
  };
}

export default { render };
