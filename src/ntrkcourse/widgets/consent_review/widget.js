// A constructed consent form: mark what is missing from it or spoilt in it, then see each thing explained.

import { checkboxes } from "../shared/controls.js";
import { counted, fill, h, inline, lowerFirst } from "../shared/dom.js";
import { about, asIs, namesOf, picks } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Element} Element
 * @typedef {import("./data.js").ConsentForm & { id: string }} Data
 * @typedef {{ marks: number[], done: boolean }} Said marks: positions of the marked elements, in order
 */

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
    const boxes = checkboxes({
      legend: words.mark,
      options: data.element.map(({ text }) => text),
      checked: play.said.marks,
      change: (marks) => {
        play.said.marks = marks;
        play.save();
        count();
      },
    });
    count();
    play.stage.append(
      paper(data, false),
      boxes.element,
      tally,
      ...play.commit(
        words.commit,
        () => (play.said.marks.length ? "" : words.none),
        () => play.go({ done: true }),
      ),
    );
    return boxes.element.querySelector("input");
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
      h("details", {}, h("summary", {}, words.form_again), paper(data, true)),
    );
    play.say(score(data, marks));
    return title;
  }
}

/** The form; with notes, what each paragraph holds or spoils. @param {Data} data @param {boolean} noted */
function paper({ head, paragraphs, element, words }, noted) {
  return h(
    "section",
    { class: "ntrk-paper consent-paper", "aria-label": words.form },
    h("p", { class: "consent-head" }, head),
    h(
      "ol",
      {},
      paragraphs.map((text, at) => {
        const here = noted ? element.filter((one) => one.paragraph === at + 1) : [];
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
