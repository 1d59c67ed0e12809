// A constructed consent form in parts: under each, mark what is missing or spoilt, then see each thing explained.

import { checkboxes } from "../shared/controls.js";
import { counted, fill, h, inline, lowerFirst } from "../shared/dom.js";
import { about, asIs, namesOf, picks } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Element} Element
 * @typedef {import("./data.js").ConsentForm & { id: string }} Data
 * @typedef {{ begin: number, end: number, elements: number[] }} Part paragraphs from one position to before another, and
 *   positions of the elements that a reader looks for there
 * @typedef {{ marks: number[], done: boolean }} Said marks: positions of the marked elements, in order
 */

/** So many paragraphs, and what is asked of them, stand on the screen of a phone together. */
const TOGETHER = 3;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const elements = data.element.map(({ text, paragraph }) => `${text} ${data.paragraphs[paragraph - 1] ?? ""}`);
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.caution))],
    id: data.id,
    // An element that is new or has changed has not been judged, so then the marks are not done.
    shape: { marks: picks(elements), done: about(namesOf(elements).sort().join(), asIs) },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.done || said.marks.length > 0,
    committed: ({ done }) => done,
    draw: (play) => (play.said.done ? explain(play) : ask(play)),
  }).start();

  /** @param {import("../shared/player.js").Player<Said>} play */
  function ask(play) {
    const tally = h("p");
    const count = () => {
      tally.textContent = fill(words.tally, { n: play.said.marks.length, all: faults(data).length });
    };
    const parts = partsOf(data).map((part) => {
      const { elements } = part;
      const boxes = checkboxes({
        legend: words.mark,
        options: elements.map((at) => data.element[at].text),
        checked: elements.flatMap((at, place) => (play.said.marks.includes(at) ? [place] : [])),
        change: (checked) => {
          const others = play.said.marks.filter((at) => !elements.includes(at));
          play.said.marks = [...others, ...checked.map((place) => elements[place])].sort((a, b) => a - b);
          play.save();
          count();
        },
      });
      return h("div", { class: "consent-part" }, sheet(data, part, false), elements.length ? boxes.element : null);
    });
    count();
    play.stage.append(
      h("section", { "aria-label": words.form }, parts),
      tally,
      ...play.commit(
        words.commit,
        () => (play.said.marks.length ? "" : words.none),
        () => play.go({ done: true }),
      ),
    );
    return play.stage.querySelector("input");
  }

  /** @param {import("../shared/player.js").Player<Said>} play */
  function explain(play) {
    const { marks } = play.said;
    const title = h("h4", { tabindex: -1 }, score(data, marks));
    const told = data.element.map((one, at) => ({
      one,
      marked: marks.includes(at),
      item: explained(data, one, marks.includes(at)),
    }));
    const quiet = told.filter(({ one, marked }) => one.state === "present" && !marked);
    play.stage.append(
      title,
      h("p", {}, h("strong", {}, data.moral)),
      h(
        "ul",
        { class: "consent-list" },
        told.filter((row) => !quiet.includes(row)).map(({ item }) => item),
      ),
      quiet.length
        ? h(
            "details",
            {},
            h("summary", {}, fill(words.unmarked, { n: quiet.length })),
            h(
              "ul",
              { class: "consent-list" },
              quiet.map(({ item }) => item),
            ),
          )
        : "",
      h(
        "details",
        {},
        h("summary", {}, words.form_again),
        h("section", { "aria-label": words.form }, sheet(data, { begin: 0, end: data.paragraphs.length }, true)),
      ),
    );
    play.say(score(data, marks));
    return title;
  }
}

/**
 * The form cut so that each element stands below the paragraphs where a reader looks for it: what is missing, with the
 * element before it. @param {Data} data @returns {Part[]}
 */
function partsOf({ paragraphs, element }) {
  const parts = Array.from({ length: Math.ceil(paragraphs.length / TOGETHER) }, (_, at) => ({
    begin: at * TOGETHER,
    end: Math.min((at + 1) * TOGETHER, paragraphs.length),
    elements: /** @type {number[]} */ ([]),
  }));
  let place = 0;
  for (const [at, { paragraph }] of element.entries()) {
    if (paragraph) place = Math.floor((paragraph - 1) / TOGETHER);
    parts[place].elements.push(at);
  }
  return parts;
}

/**
 * Some paragraphs of the form; with notes, what each holds or spoils.
 * @param {Data} data @param {Pick<Part, "begin" | "end">} part @param {boolean} noted
 */
function sheet({ head, paragraphs, element, words }, { begin, end }, noted) {
  return h(
    "div",
    { class: "ntrk-paper consent-paper" },
    begin === 0 ? h("p", { class: "consent-head" }, head) : null,
    h(
      "ol",
      { start: begin + 1 },
      paragraphs.slice(begin, end).map((text, at) => {
        const here = noted ? element.filter((one) => one.paragraph === begin + at + 1) : [];
        return h(
          "li",
          {},
          clause(text, here.some(spoilt)),
          here.map((one) =>
            h(
              "p",
              { class: "consent-note" },
              fill(spoilt(one) ? words.note_spoilt : words.note_there, { what: lowerFirst(one.text) }),
            ),
          ),
        );
      }),
    ),
  );
}

/** One element with the reader's mark, its place and the reason. @param {Data} data @param {Element} one @param {boolean} marked */
function explained({ paragraphs, words }, one, marked) {
  const call = one.state === "present" ? (marked ? words.alarm : words.left) : marked ? words.found : words.missed;
  const state = words[one.state];
  return h(
    "li",
    {},
    h("strong", {}, one.text),
    h(
      "p",
      {},
      h("span", { class: "consent-tag" }, call),
      " ",
      one.paragraph ? fill(words.state_in, { state, n: one.paragraph }) : fill(words.state, { state }),
    ),
    one.paragraph ? h("blockquote", {}, clause(paragraphs[one.paragraph - 1], spoilt(one))) : null,
    h("p", {}, one.basis === "ours" ? h("em", {}, ui.ours) : null, inline(one.why)),
    one.mend ? h("p", { class: "consent-mend" }, h("strong", {}, words.mend), " ", `“${one.mend}”`) : null,
  );
}

/** @param {Element} one */
function spoilt(one) {
  return one.state === "defective";
}

/** A paragraph with its heading, which ends at the first full stop. @param {string} text @param {boolean} fault */
function clause(text, fault) {
  const end = text.indexOf(".") + 1;
  const parts = [h("strong", {}, text.slice(0, end)), text.slice(end)];
  return fault ? h("mark", {}, parts) : h("span", {}, parts);
}

/** Positions of what should be marked. @param {Data} data */
function faults({ element }) {
  return element.flatMap((one, at) => (one.state === "present" ? [] : [at]));
}

/** @param {Data} data @param {number[]} marks */
function score(data, marks) {
  const wanted = faults(data);
  const found = wanted.filter((at) => marks.includes(at)).length;
  const missed = wanted.length - found;
  return fill(data.words.score, {
    found,
    all: wanted.length,
    missed: counted(data.words, "score_missed", missed),
    alarms: counted(data.words, "score_alarms", marks.length - found),
  });
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ element }, value) {
  const given = typeof value === "object" && value !== null && Array.isArray(value.marks) ? value.marks : [];
  const marks = element.flatMap((_, at) => (given.includes(at) ? [at] : []));
  return { marks, done: marks.length > 0 && value.done === true };
}

export default { render };
