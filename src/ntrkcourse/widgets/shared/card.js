// A question as a card: commit to an answer, say how sure you are if you like, then see why.

import { ANSWERS } from "./answers.js";
import { button, primary, radios } from "./controls.js";
import { drawing, fill, h, inline, liveRegion, rememberSections, sectionLink } from "./dom.js";
import { outcomeOf } from "./outcome.js";
import { canonical, keyOf, store } from "./store.js";
import ui from "./words.json";

/**
 * @typedef {import("../quiz/data.js").ToldQuestion & { passages?: Record<string, string> }} Question `passages` are
 *   addresses of the sections that teach it, where these are on another page
 * @typedef {import("./outcome.js").Outcome} Outcome
 * @typedef {{ asked: string, said?: any, sure?: string }} Draft what is chosen and not checked
 * @typedef {{ element: HTMLElement, committed(): boolean, show(): void, stop(): void }} Card
 * @typedef {{ question: string, from: number, open: boolean }} Vote a class's vote on a question: what was answered
 *   after the first `from` answers is the reader's vote, and nothing is said to it until the trainer shows the answer
 */

const words = ui.quiz;

/** What each answer about one's own certainty is worth, right and wrong. */
export const CERTAINTIES = [
  { value: "1", text: words.guess, right: 1, wrong: 0 },
  { value: "2", text: words.fairly, right: 2, wrong: -2 },
  { value: "3", text: words.certain, right: 3, wrong: -6 },
];
/** Attributes of the page's root, set where the reader is in a class: that they are, and on what it votes. */
export const IN_CLASS = "data-class";
export const VOTE = "data-vote";

/** @param {string} id @returns {Vote | undefined} */
function voteOn(id) {
  /** @type {Vote | null} */
  const vote = JSON.parse(document.documentElement.getAttribute(VOTE) ?? "null");
  return vote?.question === id ? vote : undefined;
}

/**
 * What the answers to a question come to, as far as it may be said: nothing while a class votes on it.
 * @param {import("./outcome.js").Graded & { id: string }} question
 */
export function outcomeNow(question) {
  return voteOn(question.id) ? undefined : outcomeOf(question, store.read(keyOf(question.id)));
}

/** The address of a question within its page, of its card as of the equivalent that stands there before. @param {string} id */
export function placeOf(id) {
  return `question-${id}`;
}

/** A link to another question of the page, which may lie in a part that is closed: then the page opens that first. @param {string} id @param {string} text */
export function linkTo(id, text) {
  const go = () => {
    const target = document.getElementById(placeOf(id));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  };
  return h(
    "a",
    {
      href: `#${placeOf(id)}`,
      onclick: (/** @type {Event} */ event) => {
        const target = document.getElementById(placeOf(id));
        // What is hidden until found has a box all the same.
        if (target && !target.closest("[hidden]")) {
          event.preventDefault();
          go();
        } else if (location.hash !== `#${placeOf(id)}`) addEventListener("hashchange", go, { once: true });
      },
    },
    text,
  );
}

/** The section that teaches it; a test over several chapters asks what another page teaches. @param {string} id @param {string} see @returns {Node | string} */
export function taughtAt(id, see) {
  return sectionLink(see) ?? fill(words.taught, { chapter: id.slice(0, 2), section: see });
}

/** What stands above a question's stem. @param {Question} question @param {string} place which of how many it is, or nothing */
export function headOf({ vignette, picture }, place) {
  return [
    place ? h("p", { class: "ntrk-place" }, place) : null,
    vignette.length ? h("p", { class: "ntrk-vignette" }, inline(vignette)) : null,
    picture ? drawing(picture) : null,
  ];
}

/** Asks how sure the reader is. @param {string} legend @param {() => void} change */
export function sureness(legend, change) {
  return radios({
    legend,
    options: CERTAINTIES.map(({ value, text }) => ({ value, text })),
    change,
    class: "ntrk-certainty",
  });
}

/**
 * One question; `update` is called when its outcome has changed, `turned` when it was opened again. It is asked anew
 * of who has answered it `from` times before.
 * @param {Question} question @param {string} place @param {() => void} update @param {() => void} turned
 * @param {number} [from]
 * @returns {Card}
 */
export function card(question, place, update, turned, from = 0) {
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
  const certainty = sureness(words.sure, keepDraft);
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
    headOf(question, place),
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
    else if (outcome && outcome.attempts.length > from && !draft && !vote) tell(outcome);
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

/** @param {Question} question @param {string} see */
function passageLink({ passages }, see) {
  return passages?.[see] ? h("a", { href: passages[see] }, see) : null;
}

/** What is said to an answer. @param {Question} question @param {Outcome} outcome @returns {Node[]} */
export function verdict(question, outcome) {
  const { right, sure, said } = outcome.last;
  const out = [
    h("p", { class: `ntrk-verdict ${right ? "ntrk-is-right" : "ntrk-is-wrong"}` }, right ? words.right : words.wrong),
    ...reasons(question, outcome),
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
  const section = sectionLink(see) ?? passageLink(question, see);
  out.push(h("p", { class: "ntrk-muted" }, section ? [words.again, section] : taughtAt(question.id, see)));
  const misses = outcome.attempts.filter((attempt) => !attempt.right).length;
  if (misses > 1 && asksSister(question)) out.push(h("p", {}, linkTo(question.sister, words.sister)));
  return out;
}

/** Why it is so: for what was chosen and, once the answer is told, for all. @param {Question} question @param {Pick<Outcome, "last" | "revealed">} outcome @returns {Node[]} */
export function reasons(question, outcome) {
  return question.option.length ? aboutOptions(question, outcome) : aboutRest(question, outcome);
}

/** Whether the page asks another question on the same point that the reader has not answered. @param {Question} question */
function asksSister({ sister }) {
  return (
    sister !== "" && store.read(keyOf(sister)).log.length === 0 && document.getElementById(placeOf(sister)) !== null
  );
}

/**
 * The reasons for what was chosen; once the answer is told, what it is, and folded the reasons for the rest.
 * @param {Question} question @param {Pick<Outcome, "last" | "revealed">} outcome @returns {Node[]}
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

/** What is said to a number, an order or a match; once the answer is told, folded the reason for each part. @param {Question} question @param {Pick<Outcome, "last" | "revealed">} outcome @returns {Node[]} */
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
