// A report line put into plain words: checked while it is written, its grade guessed, then a model answer.

import { button, checkboxes, guess, primary, select } from "../shared/controls.js";
import { counted, fill, frame, h, inline, isIndex, liveRegion, uniqueId } from "../shared/dom.js";
import { asIs, each, fields, flags, keeper, pick } from "../shared/kept.js";

/**
 * @typedef {import("./data.js").PlainWords} PlainWords
 * @typedef {import("./data.js").Word} Word
 * @typedef {{ kind: string, found: string, advice: string }} Finding
 * @typedef {PlainWords["exercise"][number] & { grade: number }} Exercise
 * @typedef {Omit<PlainWords, "exercise"> & { id: string, exercise: Exercise[], facts: string[] }} Data
 * @typedef {{ text: string, step: 0 | 1 | 2, guess: number, first: number, ticks: boolean[] }} Draft
 *   `first`: the grade when the guess was committed
 * @typedef {{ at: number, drafts: Draft[] }} Said drafts: one for each exercise, missing where nothing was written
 */

const GUESSES = Array.from({ length: 16 }, (_, index) => index + 1);
const FIRST_GUESS = 8;
const LEAST_WORDS = 15;
const LONGEST_SENTENCE = 20;
const LONGEST_TEXT = 1500;
const HIGHEST_BAR = 20;
const IDLE = 1200;
/** Kinds of findings, in the order in which they are told. */
const KINDS = ["jargon", "number", "relative", "hurtful", "promise", "length"];

// Words, sentence ends and syllables exactly as science/readability.py counts them. The set of spaces is
// Python's: JavaScript's \s knows others.
const WORD = /[A-Za-z]+(?:['’-][A-Za-z]+)*/g;
const SENTENCE_END = /[.!?](?:[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]|$)/g;

/** @param {string} word */
function syllables(word) {
  const lower = word.toLowerCase();
  const groups = (lower.match(/[aeiouy]+/g) ?? []).length;
  return Math.max(1, groups - (groups > 1 && /e$/.test(lower) && !/(?:le|ee)$/.test(lower) ? 1 : 0));
}

/** Flesch-Kincaid grade; undefined where there is no word. @param {string} text */
function readingGrade(text) {
  const all = text.match(WORD) ?? [];
  if (all.length === 0) return undefined;
  const sentences = Math.max(1, (text.match(SENTENCE_END) ?? []).length);
  const total = all.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * all.length) / sentences + (11.8 * total) / all.length - 15.59;
}

const QUOTED = /"[^"]*"|“[^”]*”/g;
const NEGATED = /(?:\b(?:not|no|cannot|never|nobody)|n['’]t)(?:\s+[\w’'-]+){0,4}\s*$/i;
const FIGURE = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)\s+(?:in|of|out of)\b/i;
const PEOPLE = /\d\s+(?:in|of|out of)\s+(?:every |the )?\d/;
const PERCENT = /(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)/gi;
const DECIMAL = /\d+\.\d+/g;
const ACRONYM = /(?:^|[^\p{L}\p{N}])([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)(?![\p{L}\p{N}])/gu;

/** @param {string} text */
const blank = (text) => " ".repeat(text.length);

/** Words as patterns, longest first, so that "failed treatment" is found before "failed". @param {Data} data */
function patterns({ word: list }) {
  const length = (/** @type {Word} */ { say }) => Math.max(...say.map((one) => one.length));
  return [...list]
    .sort((a, b) => length(b) - length(a))
    .map((word) => {
      const forms = [...word.say]
        .sort((a, b) => b.length - a.length)
        .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/ /g, "\\s+"));
      return { word, pattern: new RegExp(`(^|[^\\p{L}\\p{N}])(${forms.join("|")})(?![\\p{L}\\p{N}])`, "giu") };
    });
}

/**
 * What gets in a patient's way. What stands in quotation marks is a quotation.
 * @param {string} text @param {ReturnType<typeof patterns>} looked @param {Data} data
 */
function findings(text, looked, { known, words }) {
  /** @type {Finding[]} */
  const found = [];
  const add = (/** @type {string} */ kind, /** @type {string} */ what, /** @type {string} */ advice) => {
    const same = (/** @type {Finding} */ one) => one.kind === kind && one.found.toLowerCase() === what.toLowerCase();
    if (!found.some(same)) found.push({ kind, found: what, advice });
  };
  for (const sentence of text.match(/[\s\S]*?(?:[.!?](?=\s|$)|$)/g) ?? []) {
    let left = sentence.replace(QUOTED, blank);
    for (const { word, pattern } of looked) {
      left = left.replace(pattern, (_match, before, hit, offset) => {
        const excused =
          word.kind === "relative"
            ? FIGURE.test(sentence)
            : word.kind !== "jargon" && NEGATED.test(sentence.slice(0, offset + before.length));
        if (!excused) add(word.kind, hit, word.plain);
        return before + blank(hit);
      });
    }
    for (const [, letters] of left.matchAll(ACRONYM)) {
      if (!known.includes(letters)) add("jargon", letters, words.spell_out);
    }
    if (!PEOPLE.test(sentence)) {
      for (const [share, value] of left.matchAll(PERCENT)) add("number", share, inPeople(Number(value), words.people));
    }
    for (const [exact] of left.matchAll(DECIMAL)) add("number", exact, words.no_decimals);
    const n = (sentence.match(WORD) ?? []).length;
    if (n > LONGEST_SENTENCE) {
      const begin = sentence.trim().split(/\s+/).slice(0, 4).join(" ");
      add("length", `${begin} …`, fill(words.two_sentences, { n }));
    }
  }
  return found.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
}

/** 75 -> "75 in 100 people", 0.08 -> "8 in 10,000 people". @param {number} percent @param {string} people */
function inPeople(percent, people) {
  let size = 100;
  while (percent > 0 && (percent * size) / 100 < 0.95 && size < 1e5) size *= 10;
  return fill(people, { n: Math.round((percent * size) / 100), size: size.toLocaleString("en-GB") });
}

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words } = data;
  const looked = patterns(data);
  const titles = data.exercise.map(({ title }) => title);
  const shown = (/** @type {number} */ grade) => (grade < 1 ? words.under_one : grade.toFixed(1));
  // A tick is kept under its point's heading and text.
  const points = data.exercise.map(({ point }) => point.map(({ part, text }) => `${words[part]} ${text}`));
  const keep = keeper({
    model,
    el,
    id: data.id,
    shape: {
      at: pick(titles),
      drafts: each(titles, (at) =>
        fields({
          text: asIs,
          step: asIs,
          guess: asIs,
          first: asIs,
          ticks: flags(points[at]),
        }),
      ),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      const stays = now.at === said.at;
      Object.assign(said, now);
      line.set(String(said.at));
      if (stays) refresh();
      else show();
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const line = select({
    label: words.choose,
    options: titles.map((title, at) => ({ value: String(at), text: fill(words.choice, { n: at + 1, title }) })),
    value: String(said.at),
    change: (value) => go(Number(value)),
  });
  let timer = 0;
  /** Takes over what is kept of the line that is shown. */
  let refresh = () => {};

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), line.element, stage, live);

  /** @param {number} index */
  function go(index) {
    said.at = index;
    line.set(String(index));
    keep.save(said);
    show();
  }

  function show() {
    const exercise = data.exercise[said.at];
    const draft = said.drafts[said.at] ?? fresh(exercise);
    const save = () => {
      said.drafts[said.at] = draft;
      keep.save(said);
    };
    const id = uniqueId("plain");
    const checks = h("div", { class: "plain-checks" });
    const bars = h("ul", { class: "plain-bars" });
    const causes = h("p");
    const zone = h("div");
    const title = h("h4", { tabindex: -1 }, fill(words.report, { n: said.at + 1, all: titles.length }));
    const input = h("textarea", {
      id,
      rows: 7,
      maxlength: LONGEST_TEXT,
      lang: "en",
      "aria-describedby": `${id}-hint`,
      oninput: () => {
        draft.text = input.value;
        save();
        read();
        window.clearTimeout(timer);
        timer = window.setTimeout(tell, IDLE);
      },
      onchange: () => {
        window.clearTimeout(timer);
        tell();
      },
    });
    input.value = draft.text;

    /** The checks in a sentence, once the reader pauses. */
    function tell() {
      const number = findings(draft.text, looked, data).length;
      const grade = draft.step > 0 ? readingGrade(draft.text) : undefined;
      live.textContent =
        counted(words, "look", number) + (grade === undefined ? "" : fill(words.look_grade, { grade: shown(grade) }));
    }

    function read() {
      const found = findings(draft.text, looked, data);
      checks.replaceChildren(
        found.length
          ? h(
              "ul",
              {},
              found.map((one) =>
                h(
                  "li",
                  {},
                  h("strong", {}, fill(words.found_kind, { kind: words[one.kind] })),
                  fill(words.found, { ...one }),
                ),
              ),
            )
          : h("p", {}, draft.text.trim() ? words.checks_clean : words.checks_begin),
      );
      if (draft.step === 0) return;
      const grade = readingGrade(draft.text);
      bars.replaceChildren(
        bar(fill(words.bar_guess, { n: draft.guess }), draft.guess, "plain-guess"),
        grade === undefined
          ? ""
          : bar(h("strong", {}, fill(words.bar_text, { grade: shown(grade) })), grade, "plain-mine"),
        draft.step === 2 ? bar(fill(words.bar_model, { grade: shown(exercise.grade) }), exercise.grade) : "",
        ...data.mark.map((mark) => bar(inline(mark.text), mark.grade)),
      );
      causes.textContent = why(draft.text, words);
    }

    /** What follows the text, by how far the reader has come. @param {boolean} [moved] whether by a press just now */
    function follow(moved) {
      el.toggleAttribute(
        "data-committed",
        titles.every((_, at) => said.drafts[at]?.step > 0),
      );
      read();
      if (draft.step === 0) return ask();
      const told = fill(words.guessed, { guess: draft.guess, grade: shown(draft.first) });
      const heading = h("h4", { tabindex: -1 }, told);
      zone.replaceChildren(heading, h("p", {}, verdict(draft.first - draft.guess, words)), bars, causes);
      if (draft.step === 1) {
        zone.append(
          h("p", {}, words.mend),
          primary(words.see_model, () => {
            draft.step = 2;
            save();
            follow(true);
          }),
        );
      }
      const answer = draft.step === 2 ? compare() : heading;
      if (moved) answer.focus();
    }

    function ask() {
      const hint = h("p");
      const asked = guess({
        label: words.guess,
        values: GUESSES,
        start: draft.guess - 1,
        given: draft.guess !== FIRST_GUESS,
        text: (year) => fill(words.year, { n: year, from: year + 5, to: year + 6 }),
        change: (year) => {
          draft.guess = year;
          save();
        },
      });
      zone.replaceChildren(
        asked.element,
        primary(words.commit, () => {
          const grade = readingGrade(draft.text);
          if (grade === undefined || (draft.text.match(WORD) ?? []).length < LEAST_WORDS) {
            hint.textContent = live.textContent = fill(words.too_short, { n: LEAST_WORDS });
            return;
          }
          if (asked.missing()) {
            hint.textContent = live.textContent = asked.missing();
            return;
          }
          Object.assign(draft, { step: 1, first: grade });
          save();
          live.textContent = fill(words.formula, { grade: shown(grade) });
          follow(true);
        }),
        hint,
      );
    }

    /** The model answer, and the reader's own tally of what the version says. */
    function compare() {
      const tally = h("p", { "aria-live": "polite" });
      const add = () => {
        const n = draft.ticks.filter(Boolean).length;
        const all = draft.ticks.length;
        tally.textContent = fill(n < all ? words.tally_more : words.tally, { n, all });
      };
      const heading = h("h4", { tabindex: -1 }, words.model);
      zone.append(
        heading,
        h("blockquote", { class: "plain-model" }, inline(exercise.model)),
        h("p", {}, inline(exercise.why)),
        checkboxes({
          legend: words.tick,
          options: exercise.point.map(({ part, text }) => [
            h("strong", {}, fill(words.point, { part: words[part] })),
            text,
          ]),
          checked: draft.ticks.flatMap((ticked, index) => (ticked ? [index] : [])),
          change: (checked) => {
            draft.ticks = exercise.point.map((_, index) => checked.includes(index));
            save();
            add();
          },
        }).element,
        tally,
        h("p", {}, inline(data.moral)),
      );
      add();
      if (said.at + 1 < titles.length) {
        zone.append(
          primary(words.next_line, () => {
            go(said.at + 1);
            stage.querySelector("h4")?.focus();
          }),
        );
      }
      return heading;
    }

    stage.replaceChildren(
      h(
        "div",
        { class: "ntrk-paper" },
        title,
        h("p", { class: "plain-line" }, inline(exercise.line)),
        h("p", {}, h("strong", {}, words.listens), exercise.listener),
      ),
      h("label", { for: id, class: "plain-label" }, words.write),
      input,
      h("p", { id: `${id}-hint`, class: "ntrk-muted" }, words.hint),
      checks,
      zone,
      button(words.again, () => {
        delete said.drafts[said.at];
        keep.save(said);
        show();
        stage.querySelector("h4")?.focus();
      }),
    );
    follow();
    refresh = () => {
      Object.assign(draft, said.drafts[said.at] ?? fresh(exercise));
      // The text stays untouched where it is the same: setting it would move the caret.
      if (input.value !== draft.text) input.value = draft.text;
      follow();
    };
  }

  show();
  return () => {
    window.clearTimeout(timer);
    keep.stop();
  };
}

/** A grade with its bar. @param {Node | string} text @param {number} grade */
function bar(text, grade, kind = "") {
  const width = Math.max(1, Math.min(100, (100 * grade) / HIGHEST_BAR));
  return h(
    "li",
    {},
    h("span", {}, text),
    h("span", { class: `plain-bar ${kind}`, style: `width: ${width}%`, "aria-hidden": "true" }),
  );
}

/** @param {number} gap grade less guess @param {Record<string, string>} words */
function verdict(gap, words) {
  if (Math.abs(gap) <= 1) return words.close;
  return gap > 0 ? words.harder : words.easier;
}

/** What moves the grade. @param {string} text @param {Record<string, string>} words */
function why(text, words) {
  const all = text.match(WORD) ?? [];
  const sentences = Math.max(1, (text.match(SENTENCE_END) ?? []).length);
  const long = [...new Set(all.filter((word) => syllables(word) > 3).map((word) => word.toLowerCase()))].slice(0, 4);
  return fill(words.causes, { n: Math.round(all.length / sentences), long: long.join(", ") || words.no_long });
}

/** @param {Exercise} exercise @returns {Draft} */
function fresh(exercise) {
  return { text: "", step: 0, guess: FIRST_GUESS, first: 0, ticks: exercise.point.map(() => false) };
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ exercise: exercises }, value) {
  const given = Array.isArray(value?.drafts) ? value.drafts : [];
  /** @type {Draft[]} */
  const drafts = [];
  exercises.forEach((exercise, index) => {
    if (typeof given[index] !== "object" || given[index] === null) return;
    const draft = fresh(exercise);
    const { text, step, guess, first, ticks } = given[index];
    if (typeof text === "string") draft.text = text.slice(0, LONGEST_TEXT);
    if (GUESSES.includes(guess)) draft.guess = guess;
    if ((step === 1 || step === 2) && Number.isFinite(first)) Object.assign(draft, { step, first });
    if (Array.isArray(ticks)) draft.ticks = draft.ticks.map((_, place) => ticks[place] === true);
    drafts[index] = draft;
  });
  return { at: isIndex(value?.at, exercises.length) ? value.at : 0, drafts };
}

export default { render };
