// A report line put into plain words: checked while it is written, its grade guessed, then a model answer.
import { h, inline, uniqueId, liveRegion, frame, isIndex } from "../shared/dom.js";
import { slider, button, primary, checkboxes } from "../shared/controls.js";
import { keeper, each, pick, fields, flags, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ kind: string, say: string[], plain: string }} Word
 * @typedef {{ kind: string, found: string, advice: string }} Finding
 * @typedef {{ title: string, line: Span[], listener: string, model: Span[], grade: number, points: { head: string, text: string }[], why: Span[] }} Exercise
 * @typedef {{ id: string, title: string, intro: string, words: Word[], marks: { text: Span[], grade: number }[], moral: Span[], exercises: Exercise[] }} Data
 * @typedef {{ text: string, step: 0 | 1 | 2, guess: number, first: number, ticks: boolean[] }} Draft first: the grade when the guess was committed
 * @typedef {{ at: number, drafts: Draft[] }} Said drafts: one for each exercise, missing where nothing was written
 */

const GUESSES = Array.from({ length: 16 }, (_, index) => index + 1);
const LEAST_WORDS = 15;
const LONGEST_SENTENCE = 20;
const LONGEST_TEXT = 1500;
const IDLE = 1200;
const KINDS = new Map([
  ["jargon", "Jargon"], ["number", "Number"], ["relative", "Size without a figure"],
  ["hurtful", "Blame, or hope taken away"], ["promise", "Promise"], ["length", "Long sentence"],
]);

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
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return undefined;
  const sentences = Math.max(1, (text.match(SENTENCE_END) ?? []).length);
  const total = words.reduce((sum, word) => sum + syllables(word), 0);
  return (0.39 * words.length) / sentences + (11.8 * total) / words.length - 15.59;
}

const QUOTED = /"[^"]*"|“[^”]*”/g;
const NEGATED = /(?:\b(?:not|no|cannot|never|nobody)|n['’]t)(?:\s+[\w’'-]+){0,4}\s*$/i;
const FIGURE = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)\s+(?:in|of|out of)\b/i;
const PEOPLE = /\d\s+(?:in|of|out of)\s+(?:every |the )?\d/;
const PERCENT = /(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)/gi;
const DECIMAL = /\d+\.\d+/g;
const ACRONYM = /(?:^|[^\p{L}\p{N}])([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)(?![\p{L}\p{N}])/gu;
const KNOWN = ["CT", "DNA", "MRI", "OK", "UK", "US"];

/** @param {string} text */
const blank = (text) => " ".repeat(text.length);

/** Words as patterns, longest first, so that "failed treatment" is found before "failed". @param {Word[]} words */
function patterns(words) {
  const length = (/** @type {Word} */ { say }) => Math.max(...say.map((one) => one.length));
  return [...words].sort((a, b) => length(b) - length(a)).map((word) => {
    const forms = [...word.say].sort((a, b) => b.length - a.length).map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
    return { word, pattern: new RegExp(`(^|[^\\p{L}\\p{N}])(${forms.map((form) => form.replace(/ /g, "\\s+")).join("|")})(?![\\p{L}\\p{N}])`, "giu") };
  });
}

/** What gets in a patient's way. What stands in quotation marks is a quotation. @param {string} text @param {ReturnType<typeof patterns>} words */
function findings(text, words) {
  /** @type {Finding[]} */
  const found = [];
  const add = (/** @type {string} */ kind, /** @type {string} */ what, /** @type {string} */ advice) => {
    if (!found.some((one) => one.kind === kind && one.found.toLowerCase() === what.toLowerCase())) found.push({ kind, found: what, advice });
  };
  for (const sentence of text.match(/[^]*?(?:[.!?](?=\s|$)|$)/g) ?? []) {
    let left = sentence.replace(QUOTED, blank);
    for (const { word, pattern } of words) {
      left = left.replace(pattern, (match, before, hit, offset) => {
        const excused = word.kind === "relative" ? FIGURE.test(sentence)
          : word.kind !== "jargon" && NEGATED.test(sentence.slice(0, offset + before.length));
        if (!excused) add(word.kind, hit, word.plain);
        return before + blank(hit);
      });
    }
    for (const [, letters] of left.matchAll(ACRONYM)) {
      if (!KNOWN.includes(letters)) add("jargon", letters, "spell it out, or quote it and say what it means");
    }
    if (!PEOPLE.test(sentence)) for (const [share, value] of left.matchAll(PERCENT)) add("number", share, `${inPeople(Number(value))} people`);
    for (const [exact] of left.matchAll(DECIMAL)) add("number", exact, "a whole number; nobody can use the decimals");
    const count = (sentence.match(WORD) ?? []).length;
    if (count > LONGEST_SENTENCE) add("length", `${sentence.trim().split(/\s+/).slice(0, 4).join(" ")} …`, `two sentences in place of ${count} words`);
  }
  const order = [...KINDS.keys()];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** 75 -> "75 in 100", 0.08 -> "8 in 10,000". @param {number} percent */
function inPeople(percent) {
  let size = 100;
  while (percent > 0 && (percent * size) / 100 < 0.95 && size < 1e5) size *= 10;
  return `${Math.round((percent * size) / 100)} in ${size.toLocaleString("en-GB")}`;
}

/** @param {number} grade */
const shown = (grade) => (grade < 1 ? "under 1" : grade.toFixed(1));

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const words = patterns(data.words);
  const titles = data.exercises.map(({ title }) => title);
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick(titles),
      drafts: each(titles, (at) => fields({
        text: asIs, step: asIs, guess: asIs, first: asIs, ticks: flags(data.exercises[at].points.map(({ head, text }) => `${head} ${text}`)) })),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      const stays = now.at === said.at;
      Object.assign(said, now);
      line.value = String(said.at);
      if (stays) refresh();
      else show();
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const choose = uniqueId("plain");
  const line = h("select", { id: choose, onchange: () => go(Number(line.value)) },
    data.exercises.map(({ title }, index) => h("option", { value: index, selected: index === said.at }, `${index + 1}. ${title}`)));
  let timer = 0;
  /** Takes over what is kept of the line that is shown. */
  let refresh = () => {};

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro),
    h("div", { class: "ntrk-control" }, h("label", { for: choose }, "Report line"), line), stage, live);

  /** @param {number} index */
  function go(index) {
    said.at = index;
    line.value = String(index);
    keep.save(said);
    show();
  }

  function show() {
    const exercise = data.exercises[said.at];
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
    const title = h("h4", { tabindex: -1 }, `The report says, ${said.at + 1} of ${data.exercises.length}`);
    const input = h("textarea", {
      id, rows: 7, maxlength: LONGEST_TEXT, lang: "en", "aria-describedby": `${id}-hint`,
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
      const number = findings(draft.text, words).length;
      const grade = readingGrade(draft.text);
      live.textContent = `${number === 0 ? "Nothing" : number === 1 ? "1 thing" : `${number} things`} to look at.${draft.step > 0 && grade !== undefined ? ` Reading grade ${shown(grade)}.` : ""}`;
    }

    function read() {
      const found = findings(draft.text, words);
      checks.replaceChildren(found.length
        ? h("ul", {}, found.map((one) => h("li", {}, h("strong", {}, `${KINDS.get(one.kind)}: `), `“${one.found}”. Try: ${one.advice}.`)))
        : h("p", {}, draft.text.trim() ? "✓ The checks find nothing to mend." : "Write, and the checks read along."));
      if (draft.step === 0) return;
      const grade = readingGrade(draft.text);
      const bar = (/** @type {Node | string} */ text, /** @type {number} */ value, kind = "") =>
        h("li", {}, h("span", {}, text), h("span", { class: `plain-bar ${kind}`, style: `width: ${Math.max(1, Math.min(100, (100 * value) / 20))}%`, "aria-hidden": "true" }));
      bars.replaceChildren(
        bar(`Your guess: ${draft.guess}`, draft.guess, "plain-guess"),
        grade === undefined ? "" : bar(h("strong", {}, `Your text now: ${shown(grade)}`), grade, "plain-mine"),
        draft.step === 2 ? bar(`Model answer: ${shown(exercise.grade)}`, exercise.grade) : "",
        ...data.marks.map((mark) => bar(inline(mark.text), mark.grade)));
      causes.textContent = why(draft.text);
    }

    /** What follows the text, by how far the reader has come. @param {boolean} [moved] whether by a press just now */
    function follow(moved) {
      read();
      if (draft.step === 0) return ask();
      const heading = h("h4", { tabindex: -1 }, `You guessed grade ${draft.guess}; the formula says ${shown(draft.first)}`);
      zone.replaceChildren(heading, h("p", {}, verdict(draft.first - draft.guess)), bars, causes);
      if (draft.step === 1) {
        zone.append(h("p", {}, "Change your text above. The grade and the checks follow. Then compare."),
          primary("See a model answer", () => {
            draft.step = 2;
            save();
            follow(true);
          }));
      }
      const answer = draft.step === 2 ? compare() : heading;
      if (moved) answer.focus();
    }

    function ask() {
      const hint = h("p");
      const guess = slider({
        label: "Guess first: which school year could read your text?", values: GUESSES, start: draft.guess - 1,
        text: (year) => `grade ${year}, age ${year + 5} to ${year + 6}`,
        change: (year) => {
          draft.guess = year;
          save();
        },
      });
      zone.replaceChildren(guess.element, primary("Commit to this guess", () => {
        const grade = readingGrade(draft.text);
        if (grade === undefined || (draft.text.match(WORD) ?? []).length < LEAST_WORDS) {
          hint.textContent = live.textContent = `Write ${LEAST_WORDS} English words or more first. On fewer the formula is no use.`;
          return;
        }
        Object.assign(draft, { step: 1, first: grade });
        save();
        live.textContent = `The formula says grade ${shown(grade)}.`;
        follow(true);
      }), hint);
    }

    /** The model answer, and the reader's own tally of what the version says. */
    function compare() {
      const tally = h("p", { "aria-live": "polite" });
      const add = () => {
        const number = draft.ticks.filter(Boolean).length;
        tally.textContent = `Your version says ${number} of 4.${number < 4 ? " Add what is missing, above." : ""}`;
      };
      const heading = h("h4", { tabindex: -1 }, "A model answer, not the only one");
      zone.append(heading, h("blockquote", { class: "plain-model" }, inline(exercise.model)), h("p", {}, inline(exercise.why)),
        checkboxes({
          legend: "Tick what your version says",
          options: exercise.points.map((point) => [h("strong", {}, `${point.head}. `), point.text]),
          checked: draft.ticks.flatMap((ticked, index) => (ticked ? [index] : [])),
          change: (checked) => {
            draft.ticks = exercise.points.map((_, index) => checked.includes(index));
            save();
            add();
          },
        }).element,
        tally, h("p", {}, inline(data.moral)));
      add();
      if (said.at + 1 < data.exercises.length) {
        zone.append(primary("Next line", () => {
          go(said.at + 1);
          stage.querySelector("h4")?.focus();
        }));
      }
      return heading;
    }

    stage.replaceChildren(
      h("div", { class: "ntrk-paper" }, title, h("p", { class: "plain-line" }, inline(exercise.line)), h("p", {}, h("strong", {}, "Who listens: "), exercise.listener)),
      h("label", { for: id, class: "plain-label" }, "What do you say?"), input,
      h("p", { id: `${id}-hint`, class: "ntrk-muted" }, "Three to ten sentences. Your text stays in this browser. Write nothing about a real patient."),
      checks, zone,
      button("Start this line again", () => {
        delete said.drafts[said.at];
        keep.save(said);
        show();
        stage.querySelector("h4")?.focus();
      }));
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

/** @param {number} gap grade less guess */
function verdict(gap) {
  if (Math.abs(gap) <= 1) return "Close: you hear how hard your own words are.";
  return gap > 0 ? "Harder than you thought. You know what you mean; the reader has only the words."
    : "Easier than you thought. Now see whether it says enough.";
}

/** What moves the grade. @param {string} text */
function why(text) {
  const all = text.match(WORD) ?? [];
  const sentences = Math.max(1, (text.match(SENTENCE_END) ?? []).length);
  const long = [...new Set(all.filter((word) => syllables(word) > 3).map((word) => word.toLowerCase()))].slice(0, 4);
  return `Words in a sentence, on average: ${Math.round(all.length / sentences)}. Words of four syllables or more: ${long.join(", ") || "none"}.`;
}

/** @param {Exercise} exercise @returns {Draft} */
function fresh(exercise) {
  return { text: "", step: 0, guess: 8, first: 0, ticks: exercise.points.map(() => false) };
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ exercises }, value) {
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
