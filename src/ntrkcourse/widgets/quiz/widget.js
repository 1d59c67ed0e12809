// Questions: commit to an answer, say how sure you are if you like, then see why. One card a question.

import { button, primary, radios, select } from "../shared/controls.js";
import {
  drawing,
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
import ui from "../shared/words.json";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {import("../shared/outcome.js").Outcome} Outcome
 * @typedef {import("./data.js").ToldQuestion} Question
 * @typedef {{ questions: Question[] }} Data
 * @typedef {{ asked: string, said?: any, sure?: string }} Draft what is chosen and not checked
 * @typedef {object} Answer what a reader works to answer
 * @property {HTMLElement} element
 * @property {() => any} read the answer as it is kept; undefined where it is not whole
 * @property {() => string} missing what it lacks
 * @property {(answer: any) => void} write
 * @property {() => any} draft what is chosen so far; undefined where nothing is
 * @property {(draft: any) => void} redraft shows a draft, as far as it makes sense; undefined shows none
 * @property {() => void} fresh another order, for another attempt
 * @property {(locked: boolean) => void} lock
 * @property {(answer: any, all: boolean) => void} explain marks what was chosen, or `all`; undefined marks nothing
 * @typedef {{ element: HTMLElement, committed(): boolean, show(): void, stop(): void }} Card
 * @typedef {{ question: string, from: number, open: boolean }} Vote a class's vote on a question: what was answered
 *   after the first `from` answers is the reader's vote, and nothing is said to it until the trainer shows the answer
 */

const words = ui.quiz;

/** What each answer about one's own certainty is worth, right and wrong. */
const CERTAINTIES = [
  { value: "1", text: words.guess, right: 1, wrong: 0 },
  { value: "2", text: words.fairly, right: 2, wrong: -2 },
  { value: "3", text: words.certain, right: 3, wrong: -6 },
];
const CERTAIN = "3";
const LONGEST_DRAFT = 100;
/** Attributes of the page's root, set where the reader is in a class: that they are, and on what it votes. */
const IN_CLASS = "data-class";
const VOTE = "data-vote";

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const { questions } = model.get("data");
  const all = questions.length;
  frame(el, all === 1 ? words.one : fill(words.all, { n: all }));
  const summary = h("div", { class: "ntrk-quiz-summary" });
  const notice = unsaved();
  /** @type {Card[]} */
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

/** @param {string} id */
function keyOf(id) {
  return `question/${id}`;
}

/** @param {string} id @returns {Vote | undefined} */
function voteOn(id) {
  /** @type {Vote | null} */
  const vote = JSON.parse(document.documentElement.getAttribute(VOTE) ?? "null");
  return vote?.question === id ? vote : undefined;
}

/** What the answers to a question come to, as far as it may be said. @param {Question} question */
function outcomeNow(question) {
  return voteOn(question.id) ? undefined : outcomeOf(question, store.read(keyOf(question.id)));
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

/** The address of a question within its page, of its card as of the equivalent that stands there before. @param {string} id */
function placeOf(id) {
  return `question-${id}`;
}

/** A link to another question of the page, which may lie in a part that is closed: then the page opens that first. @param {string} id @param {string} text */
function linkTo(id, text) {
  const go = () => {
    const target = document.getElementById(placeOf(id));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  };
  return h(
    "a",
    {
      href: `#${placeOf(id)}`,
      onclick: (/** @type {Event} */ event) => {
        if (document.getElementById(placeOf(id))?.getClientRects().length) {
          event.preventDefault();
          go();
        } else if (location.hash !== `#${placeOf(id)}`) addEventListener("hashchange", go, { once: true });
      },
    },
    text,
  );
}

/** The section that teaches it; a test over several chapters asks what another page teaches. @param {string} id @param {string} see @returns {Node | string} */
function taughtAt(id, see) {
  return sectionLink(see) ?? fill(words.taught, { chapter: id.slice(0, 2), section: see });
}

/**
 * One question; `update` is called when its outcome has changed, `turned` when it was opened again.
 * @param {Question} question @param {string} place @param {() => void} update @param {() => void} turned
 * @returns {Card}
 */
function card(question, place, update, turned) {
  const key = keyOf(question.id);
  const me = {};
  /** What is drawn, so that a change elsewhere that changes nothing here disturbs nobody. */
  let drawn = "";
  /** Whether an answer is asked for; nothing is drawn before the first time. @type {boolean | undefined} */
  let open;
  const answer = ANSWERS[question.kind](question, keepDraft);
  // Now, since a browser's translation changes the words of headings later.
  rememberSections([question.see, ...question.option.map(({ see }) => see)]);
  const feedback = liveRegion({ class: "ntrk-feedback" });
  const certainty = radios({
    legend: words.sure,
    options: CERTAINTIES.map(({ value, text }) => ({ value, text })),
    change: keepDraft,
    class: "ntrk-certainty",
  });
  const check = primary(words.check, submit);
  const retry = button(words.retry, () => {
    ask(undefined);
    turned();
    /** @type {HTMLElement | null} */ (answer.element.querySelector("input, select, button"))?.focus();
  });
  const reveal = button(words.reveal, () => {
    store.set(key, { shown: question.asked }, me);
    settled();
  });
  const next = h("div", { class: "ntrk-row" }, retry, reveal);
  const told = h("div", { class: "ntrk-told" }, feedback, next);

  const root = h(
    "div",
    { class: "ntrk-card", id: placeOf(question.id), tabindex: -1, "data-question": question.id },
    place ? h("p", { class: "ntrk-place" }, place) : null,
    question.vignette.length ? h("p", { class: "ntrk-vignette" }, inline(question.vignette)) : null,
    question.picture && drawing(question.picture),
    answer.element,
    certainty.element,
    check,
    told,
  );

  function submit() {
    const given = answer.read();
    if (given === undefined) {
      feedback.replaceChildren(h("p", {}, answer.missing()));
      told.scrollIntoView({ block: "nearest" });
      return;
    }
    const sure = certainty.value();
    store.add(key, { asked: question.asked, said: given, ...(sure ? { sure } : {}) }, me);
    dropDraft();
    const attempt = outcomeOf(question, store.read(key))?.attempts.length;
    const detail = { question: question.id, answer: given, certainty: sure && Number(sure), attempt };
    document.dispatchEvent(new CustomEvent("ntrk:answered", { detail }));
    settled();
  }

  /** Keeps what is chosen so far, which counts as no answer. */
  function keepDraft() {
    const said = answer.draft();
    const sure = certainty.value();
    if (said === undefined && !sure) dropDraft();
    else {
      const draft = { asked: question.asked, ...(said === undefined ? {} : { said }), ...(sure ? { sure } : {}) };
      store.set(key, { draft }, me);
    }
    drawn = canonical(store.read(key));
    if (!store.works()) update();
  }

  function dropDraft() {
    if (draftOf(question, store.parts(key))) store.set(key, { draft: null }, me);
  }

  /** The reader did something just now: what comes of it stands where they look. */
  function settled() {
    show();
    update();
    (next.hidden ? root : retry).focus({ preventScroll: true });
    told.scrollIntoView({ block: "nearest" });
  }

  /** Shows what is kept: the last answer and what is said to it, or the question with what is chosen so far. */
  function show() {
    const entry = store.read(key);
    const outcome = outcomeOf(question, entry);
    const draft = draftOf(question, store.parts(key));
    const vote = voteOn(question.id);
    const voted = vote && entry.log.length > vote.from;
    drawn = canonical(entry);
    if (vote && (voted || !vote.open)) hold(voted ? outcome : undefined);
    else if (outcome && !draft && !vote) tell(outcome);
    else ask(draft);
  }

  /** A vote, or none where it closed before: it stands, and nothing is said to it. @param {Outcome | undefined} outcome */
  function hold(outcome) {
    shut();
    open = true;
    if (outcome) answer.write(outcome.last.said);
    answer.explain(undefined, false);
    next.hidden = true;
    feedback.replaceChildren(h("p", {}, outcome ? words.voted : words.vote_closed));
  }

  function shut() {
    if (open === undefined) answer.fresh();
    answer.lock(true);
    // What the reader said of it stands in the feedback.
    certainty.element.hidden = true;
    check.hidden = true;
  }

  /** @param {Outcome} outcome */
  function tell(outcome) {
    const { last } = outcome;
    const all = last.right || outcome.revealed;
    shut();
    open = false;
    answer.write(last.said);
    answer.explain(last.said, all);
    next.hidden = false;
    reveal.hidden = all;
    feedback.replaceChildren(...verdict(question, outcome));
  }

  /** @param {Draft | undefined} draft */
  function ask(draft) {
    if (!open) answer.fresh();
    open = true;
    answer.lock(false);
    answer.explain(undefined, false);
    answer.redraft(draft?.said);
    certainty.element.hidden = false;
    certainty.set(draft?.sure);
    check.hidden = false;
    next.hidden = true;
    feedback.replaceChildren();
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
  return { element: root, committed: () => open === false, show, stop };
}

/** The draft among an entry's parts, if it is of this very question. @param {Question} question @param {Record<string, any>} parts @returns {Draft | undefined} */
function draftOf(question, { draft }) {
  return draft?.asked === question.asked ? draft : undefined;
}

/** @param {Question} question @param {Outcome} outcome @returns {Node[]} */
function verdict(question, outcome) {
  const { right, sure, said } = outcome.last;
  const out = [
    h("p", { class: `ntrk-verdict ${right ? "ntrk-is-right" : "ntrk-is-wrong"}` }, right ? words.right : words.wrong),
    ...(question.option.length ? aboutOptions(question, outcome) : aboutRest(question, outcome)),
  ];
  const chosen = CERTAINTIES.find(({ value }) => value === sure);
  if (chosen) {
    const mark = right ? chosen.right : chosen.wrong;
    const shown = `${mark > 0 ? "+" : ""}${mark}`.replace("-", "−");
    const certainty = fill(words.certainty, { said: chosen.text.toLowerCase(), mark: shown });
    out.push(h("p", { class: "ntrk-muted" }, certainty));
  }
  const own = question.kind === "single" ? question.option[question.names.indexOf(said)] : undefined;
  const see = (!right && own?.see) || question.see;
  const section = sectionLink(see);
  out.push(h("p", { class: "ntrk-muted" }, section ? [words.again, section] : taughtAt(question.id, see)));
  const misses = outcome.attempts.filter((attempt) => !attempt.right).length;
  if (misses > 1 && asksSister(question)) out.push(h("p", {}, linkTo(question.sister, words.sister)));
  return out;
}

/** Whether the page asks another question on the same point that the reader has not answered. @param {Question} question */
function asksSister({ sister }) {
  return (
    sister !== "" && store.read(keyOf(sister)).log.length === 0 && document.getElementById(placeOf(sister)) !== null
  );
}

/**
 * The reasons for what was chosen; once the answer is told, what it is, and folded the reasons for the rest.
 * @param {Question} question @param {Outcome} outcome @returns {Node[]}
 */
function aboutOptions({ kind, option, names, key }, { last, revealed }) {
  const chosen = [last.said].flat();
  const isRight = (/** @type {number} */ at) => key.includes(names[at]);
  const places = option.map((_, at) => at);
  const mine = places.filter((at) => chosen.includes(names[at]));
  const rest = places.filter((at) => !mine.includes(at));
  const untold = revealed && !last.right ? rest.filter(isRight) : [];
  const others = last.right || revealed ? rest.filter((at) => !untold.includes(at)) : [];
  const reason = (/** @type {number} */ at) => inline(option[at].feedback);
  const named = (/** @type {number} */ at) => [h("strong", {}, inline(option[at].text)), h("br"), reason(at)];
  return [
    ...(kind === "single"
      ? mine.map((at) => h("p", {}, reason(at)))
      : [
          !last.right && mine.every(isRight) ? h("p", {}, words.not_all) : null,
          h(
            "ul",
            {},
            mine.map((at) => h("li", {}, named(at))),
          ),
        ]),
    ...untold.map((at) => h("p", {}, words.answer_is, named(at))),
    folded(
      words.others,
      others.map((at) => named(at)),
    ),
  ].filter((node) => node !== null);
}

/** What is said to a number, an order or a match; once the answer is told, folded the reason for each part. @param {Question} question @param {Outcome} outcome @returns {Node[]} */
function aboutRest({ kind, item, pair, right, wrong, diagnosis }, { last, revealed }) {
  const all = last.right || revealed;
  const near =
    kind === "numeric" ? diagnosis.find(({ low, high }) => last.said >= low && last.said <= high) : undefined;
  const reasons = [
    ...item.map(({ text, feedback }) => [h("strong", {}, inline(text)), h("br"), inline(feedback)]),
    ...pair.map(({ left, right: partner, feedback }) => [
      h("strong", {}, inline(left), ": ", inline(partner)),
      h("br"),
      inline(feedback),
    ]),
  ];
  const reply = h("p", {}, inline(all ? right : (near?.feedback ?? wrong)));
  const fold = all ? folded(words.reasons, reasons) : null;
  return fold ? [reply, fold] : [reply];
}

/** @param {string} title @param {(Node | string)[][]} parts */
function folded(title, parts) {
  if (parts.length === 0) return null;
  return h(
    "details",
    { class: "ntrk-others" },
    h("summary", {}, title),
    h(
      "ul",
      {},
      parts.map((part) => h("li", {}, part)),
    ),
  );
}

/** @type {Record<Question["kind"], (question: Question, changed: () => void) => Answer>} */
const ANSWERS = { single: choices, multiple: choices, numeric, order, match };

/** @param {Question} question */
function legend({ kind, stem }) {
  const hints = {
    single: words.hint_single,
    multiple: words.hint_multiple,
    numeric: words.hint_numeric,
    order: words.hint_order,
    match: words.hint_match,
  };
  return h("span", {}, inline(stem), " ", h("span", { class: "ntrk-hint" }, hints[kind]));
}

/** The list in another order than before. @template T @param {T[]} list @returns {T[]} */
function reordered(list) {
  const out = [...list];
  // The others are drawn anew where chance has left all in its place.
  while (out.length > 1 && out.every((one, at) => one === list[at]))
    for (let at = out.length - 1; at > 0; at -= 1) {
      const other = Math.floor(Math.random() * (at + 1));
      [out[at], out[other]] = [out[other], out[at]];
    }
  return out;
}

/** The sign on what was chosen, with its word for who cannot see it. @param {boolean} right */
function sign(right) {
  return h(
    "span",
    { class: "ntrk-sign" },
    h("span", { "aria-hidden": "true" }, right ? "\u00a0✓" : "\u00a0✗"),
    h("span", { class: "ntrk-hidden" }, ` ${right ? words.right : words.wrong}`),
  );
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function choices(question, changed) {
  const { names, key } = question;
  const type = question.kind === "single" ? "radio" : "checkbox";
  const name = uniqueId("option");
  const inputs = names.map((value) => h("input", { type, name, value }));
  const signs = names.map(() => h("span"));
  const labels = question.option.map((option, index) =>
    h("label", { class: "ntrk-choice ntrk-option" }, inputs[index], h("span", {}, inline(option.text), signs[index])),
  );
  let shown = labels;
  const element = h("fieldset", { class: "ntrk-choices", onchange: changed }, h("legend", {}, legend(question)), shown);
  const chosen = () => inputs.flatMap((input) => (input.checked ? [input.value] : []));
  const read = () => (chosen().length === 0 ? undefined : type === "radio" ? chosen()[0] : chosen().sort());
  const write = (/** @type {any} */ answer) =>
    inputs.forEach((input) => {
      input.checked = [answer].flat().includes(input.value);
    });
  return {
    element,
    read,
    missing: () => words.missing,
    write,
    draft: read,
    redraft: write,
    fresh() {
      if (question.fixed) return;
      shown = reordered(shown);
      element.append(...shown);
    },
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      names.forEach((one, index) => {
        const right = key.includes(one);
        const mine = answer !== undefined && [answer].flat().includes(one);
        const marked = mine || (answer !== undefined && all && right);
        labels[index].classList.toggle("ntrk-is-right", marked && right);
        labels[index].classList.toggle("ntrk-is-wrong", marked && !right);
        signs[index].replaceChildren(...(marked ? [sign(right)] : []));
      });
    },
  };
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function numeric(question, changed) {
  const id = uniqueId("number");
  const { unit, precision } = question;
  const described = `${id}-unit`;
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    autocomplete: "off",
    id,
    "aria-describedby": described,
    oninput: changed,
  });
  const element = h(
    "div",
    { class: "ntrk-choices" },
    h("label", { for: id, class: "ntrk-stem" }, legend(question)),
    h("div", { class: "ntrk-row" }, input, h("span", { id: described }, fill(words.unit, { unit, precision }))),
  );
  return {
    element,
    read: () => readNumber(input.value, unit).value,
    missing: () => readNumber(input.value, unit).reason ?? "",
    write: (answer) => {
      input.value = String(answer);
    },
    draft: () => input.value.slice(0, LONGEST_DRAFT) || undefined,
    redraft: (draft) => {
      const typed = typeof draft === "string" ? draft : "";
      // Else the caret of somebody who types would jump.
      if (input.value !== typed) input.value = typed;
    },
    fresh() {},
    lock: (locked) => {
      input.readOnly = locked;
    },
    explain() {},
  };
}

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function order(question, changed) {
  const { names, item: steps } = question;
  const right = steps.map((_, at) => at);
  let sequence = right;
  let locked = false;
  let told = false;
  /** Whether the reader has moved a step, or was told that none was. */
  let meant = false;
  const list = h("ol", { class: "ntrk-order" });
  const said = liveRegion({ class: "ntrk-hidden" });
  const element = h("fieldset", { class: "ntrk-choices" }, h("legend", {}, legend(question)), list, said);
  const nameOf = (/** @type {number} */ item) => plainText(steps[item].text);
  const read = () => (meant ? sequence.map((item) => names[item]) : undefined);
  /** @param {any} answer */
  const write = (answer) => {
    const kept = Array.isArray(answer) ? answer.map((name) => names.indexOf(name)) : [];
    if (right.every((item) => kept.includes(item)) && kept.length === right.length) sequence = kept;
    else return false;
    draw();
    return true;
  };

  /** @param {number} from @param {number} step */
  function move(from, step) {
    const moving = sequence[from];
    sequence = sequence.filter((item) => item !== moving);
    sequence.splice(from + step, 0, moving);
    meant = true;
    draw();
    changed();
    said.textContent = fill(words.moved, { step: nameOf(moving), n: from + step + 1, all: sequence.length });
    const buttons = list.children[from + step].querySelectorAll("button");
    /** @type {HTMLButtonElement[]} */ const both = [...buttons];
    (both[step < 0 ? 0 : 1].disabled ? both[step < 0 ? 1 : 0] : both[step < 0 ? 0 : 1]).focus();
  }
  function draw() {
    list.replaceChildren(
      ...sequence.map((item, index) => {
        const called = { step: nameOf(item) };
        const inPlace = item === index;
        return h(
          "li",
          { class: told ? (inPlace ? "ntrk-is-right" : "ntrk-is-wrong") : "" },
          h("span", {}, inline(steps[item].text)),
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
            ? h("div", { class: "ntrk-note" }, inPlace ? words.in_place : fill(words.belongs_at, { n: item + 1 }))
            : null,
        );
      }),
    );
  }
  return {
    element,
    read,
    missing() {
      meant = true;
      return words.missing_moves;
    },
    write,
    draft: read,
    redraft(draft) {
      meant = write(draft);
    },
    fresh() {
      const before = sequence;
      do sequence = reordered(before);
      while (steps.length > 2 && canonical(sequence) === canonical(right));
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

/** @param {Question} question @param {() => void} changed @returns {Answer} */
function match(question, changed) {
  const { names, rows, key } = question;
  let shown = names.map((_, at) => at);
  const lines = question.pair.map((pair) => {
    const list = select({ label: inline(pair.left), options: [], change: changed });
    const note = h("div", { class: "ntrk-note" });
    list.element.append(note);
    return { pair, line: list.element, note, list, input: list.input };
  });
  const element = h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", {}, legend(question)),
    lines.map(({ line }) => line),
  );
  const chosen = () =>
    Object.fromEntries(lines.flatMap(({ input }, at) => (input.value ? [[rows[at], input.value]] : [])));
  const write = (/** @type {any} */ answer) =>
    lines.forEach(({ list }, at) => {
      const name = answer?.[rows[at]];
      list.set(names.includes(name) ? name : "");
    });
  return {
    element,
    read: () => (lines.every(({ input }) => input.value) ? chosen() : undefined),
    missing() {
      const empty = lines.filter(({ input }) => !input.value).map(({ pair }) => plainText(pair.left));
      return fill(words.missing_rows, { rows: empty.join("; ") });
    },
    write,
    draft: () => (lines.some(({ input }) => input.value) ? chosen() : undefined),
    redraft: write,
    fresh() {
      shown = reordered(shown);
      const partners = shown.map((at) => ({ value: names[at], text: plainText(question.pair[at].right) }));
      for (const { list } of lines) list.offer([{ value: "", text: words.choose }, ...partners]);
    },
    lock: (locked) => {
      element.disabled = locked;
    },
    explain(answer, all) {
      lines.forEach(({ pair, line, note }, at) => {
        const marked = answer !== undefined;
        const right = marked && answer[rows[at]] === key[at];
        line.classList.toggle("ntrk-is-right", right);
        line.classList.toggle("ntrk-is-wrong", marked && !right);
        const partner = marked && all && !right ? [" ", words.belongs_with, inline(pair.right)] : [];
        note.replaceChildren(...(marked ? [right ? words.right : words.wrong, ...partner] : []));
      });
    },
  };
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

/** @param {Question} question @param {any} said */
function inWords({ kind, names, rows, option, item, pair, unit }, said) {
  if (kind === "numeric") return `${said} ${unit}`;
  const partner = (/** @type {string} */ row) => plainText(pair[names.indexOf(said[row])].right);
  if (kind === "match") return rows.map((row, at) => `${plainText(pair[at].left)}: ${partner(row)}`).join("; ");
  const text = (/** @type {string} */ name) => plainText((kind === "order" ? item : option)[names.indexOf(name)].text);
  return [said].flat().map(text).join("; ");
}

export default { render, answers };
