// Form B against form A, guessed first; then a record of completion that can be printed or saved.

import { button, guess, primary, scrolling } from "../shared/controls.js";
import course from "../shared/course.js";
import { download, fill, frame, h, isIndex, liveRegion, uniqueId } from "../shared/dom.js";
import { asIs, keeper } from "../shared/kept.js";
import { wholesTo } from "../shared/numbers.js";
import { outcomeOf } from "../shared/outcome.js";
import { store } from "../shared/store.js";

/**
 * @typedef {{ pre: string, post: string, chapter: string, section: string }} Pair
 * @typedef {import("./data.js").RecordWords & { pairs: Pair[], gain: (number | null)[][],
 *   chapters: { title: string, questions: string[] }[], graded: Record<string, import("../shared/outcome.js").Graded>,
 *   cases: { id: string, title: string, ways: [string, number][][] }[] }} Data ways: for each scene, where each choice
 *   leads
 * @typedef {{ pair: Pair, before: boolean, after: boolean }} Both a pair of which both questions are answered
 */

const PRINTING = "ntrk-record-printing";

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words } = data;
  const size = data.pairs.length;
  const score = (/** @type {any} */ value) => (isIndex(value, size + 1) ? value : undefined);
  const keep = keeper({
    model,
    el,
    shape: { before: asIs, after: asIs },
    restore: (value) => ({ before: score(value?.before), after: score(value?.after) }),
    follow: (now) => {
      Object.assign(mine, now);
      drawGuesses();
    },
  });
  const mine = keep.read();
  const marks = wholesTo(size);
  const said = liveRegion();
  const name = h("input", { type: "text", id: uniqueId("name"), autocomplete: "off", maxlength: 80 });
  const ask = (/** @type {"before" | "after"} */ when) =>
    guess({
      label: words[when],
      values: marks,
      start: mine[when] ?? Math.floor(size / 2),
      given: mine[when] !== undefined,
      text: (n) => fill(words.of, { n, all: size }),
      change: (value) => {
        mine[when] = value;
      },
    });
  const guesses = h("div");
  let missing = () => "";
  function drawGuesses() {
    const asked = [ask("before"), ask("after")];
    missing = () => asked.map((one) => one.missing()).find(Boolean) ?? "";
    guesses.replaceChildren(...asked.map(({ element }) => element));
  }
  drawGuesses();

  frame(el, data.title);
  // Nothing that the page tells is asked here.
  el.toggleAttribute("data-committed", true);
  el.append(
    h("h3", {}, data.title),
    h("p", {}, words.guess),
    guesses,
    primary(words.compare, compare),
    said,
    h("h4", {}, words.record),
    h("p", {}, data.claim),
    h("div", { class: "ntrk-control" }, h("label", { for: name.id }, words.name), name),
    h("div", { class: "ntrk-row" }, button(words.print, print), button(words.save, save)),
  );

  function compare() {
    const { before, after } = mine;
    if (before === undefined || after === undefined) return said.replaceChildren(h("p", {}, missing()));
    keep.save(mine);
    said.replaceChildren(...comparison(data, { before, after }));
  }

  function print() {
    const sheet = h("div", { class: "ntrk-record-sheet" }, record(data, name.value));
    document.body.append(sheet);
    document.documentElement.classList.add(PRINTING);
    window.addEventListener(
      "afterprint",
      () => {
        sheet.remove();
        document.documentElement.classList.remove(PRINTING);
      },
      { once: true },
    );
    window.print();
  }

  function save() {
    const title = h("title", {}, words.file_title).outerHTML;
    const sheet = record(data, name.value).outerHTML;
    const page = `<!doctype html><html lang="en"><meta charset="utf-8">${title}${sheet}</html>`;
    download(`${course.name}-record.html`, page, "text/html");
  }
}

/**
 * Whether the question was right at the first try; undefined where it is not answered.
 * @param {Data} data @param {string} id @returns {boolean | undefined}
 */
function firstTry({ graded }, id) {
  return outcomeOf(graded[id], store.read(`question/${id}`))?.first.right;
}

/** @param {Data} data @param {string[]} ids */
function tally(data, ids) {
  const tries = ids.map((id) => firstTry(data, id)).filter((right) => right !== undefined);
  return { answered: tries.length, right: tries.filter(Boolean).length };
}

/** Whether a run of this case has come to an end. @param {Data["cases"][number]} one */
function hasEnded({ id, ways }) {
  const { log, now } = store.read(`widget/case/${id}`);
  /** @param {any} run @param {(scene: [string, number][], choice: any) => [string, number] | undefined} find */
  const ends = (run, find) => {
    let at = 0;
    for (const choice of Array.isArray(run) ? run : []) {
      const taken = find(ways[at], choice);
      if (!taken) return false;
      at = taken[1];
    }
    return ways[at].length === 0;
  };
  return (
    ends(now.v1?.said.first, (scene, position) => scene[position]) ||
    log.some(({ said }) => ends(said, (scene, name) => scene.find(([known]) => known === name)))
  );
}

/** @param {Data} data @param {{ before: number, after: number }} guess @returns {Node[]} */
function comparison(data, guess) {
  const { words, pairs } = data;
  const all = pairs.length;
  const before = tally(
    data,
    pairs.map(({ pre }) => pre),
  );
  const after = tally(
    data,
    pairs.map(({ post }) => post),
  );
  if (before.answered < all || after.answered < all) {
    return [h("p", {}, fill(words.unfinished, { before: before.answered, after: after.answered, all }))];
  }
  /** @type {Both[]} */
  const both = pairs.map((pair) => ({
    pair,
    before: firstTry(data, pair.pre) === true,
    after: firstTry(data, pair.post) === true,
  }));
  const row = (/** @type {string} */ name, /** @type {boolean} */ was) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      [true, false].map((is) => h("td", {}, both.filter((one) => one.before === was && one.after === is).length)),
    );
  const head = ["", words.right_after, words.wrong_after].map((text) => h("th", { scope: "col" }, text));
  const gain = data.gain[before.right][after.right];
  return [
    h("p", { class: "ntrk-big" }, fill(words.scores, { before: before.right, after: after.right, all })),
    h("p", {}, fill(words.guessed, { ...guess, judged: judged(words, guess, before.right, after.right) })),
    scrolling(
      words.table,
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, head)),
        h("tbody", {}, row(words.right_before, true), row(words.wrong_before, false)),
      ),
    ),
    h(
      "p",
      {},
      gain === null
        ? words.no_gain
        : gain < 0
          ? words.worse
          : fill(words.gained, { gain, points: Math.round(100 / all) }),
    ),
    ...revisit(words, both),
  ];
}

/**
 * @param {Data["words"]} words @param {{ before: number, after: number }} guess
 * @param {number} before @param {number} after
 */
function judged(words, guess, before, after) {
  const off = Math.max(Math.abs(guess.before - before), Math.abs(guess.after - after));
  if (off <= 1) return words.judged_well;
  if (guess.after > after + 1) return words.judged_over;
  return guess.after < after - 1 ? words.judged_under : words.judged_start;
}

/** @param {Data["words"]} words @param {Both[]} both @returns {Node[]} */
function revisit(words, both) {
  const missed = both.filter(({ after }) => !after);
  if (!missed.length) return [h("p", {}, words.nothing_left)];
  const sections = missed.map(({ pair: { chapter, section } }) => fill(words.section, { chapter, section }));
  return [
    h("p", {}, words.revisit),
    h(
      "ul",
      {},
      sections.map((text) => h("li", {}, text)),
    ),
  ];
}

/** @param {Data} data @param {string} name */
function record(data, name) {
  const { words, pairs, chapters, cases } = data;
  const line = (/** @type {string} */ title, /** @type {string} */ done, /** @type {string} */ told) =>
    h("tr", {}, h("th", { scope: "row" }, title), h("td", {}, done), h("td", {}, told));
  const row = (/** @type {string} */ title, /** @type {string[]} */ ids) => {
    const { answered, right } = tally(data, ids);
    return line(title, fill(words.answered, { n: answered, all: ids.length }), fill(words.right, { n: right }));
  };
  const form = (/** @type {string} */ title, /** @type {string[]} */ ids) =>
    row(fill(words.form_of, { form: title, n: ids.length }), ids);
  const played = cases.filter(hasEnded);
  const ended = fill(words.ended, { n: played.length, all: cases.length });
  const date = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return h(
    "article",
    { class: "ntrk-record" },
    h("h1", {}, course.title),
    h("p", {}, words.subtitle),
    h("p", {}, name.trim() ? fill(words.signed, { name: name.trim(), date }) : date),
    h(
      "table",
      {},
      h(
        "tbody",
        {},
        form(
          words.pre,
          pairs.map(({ pre }) => pre),
        ),
        ...chapters.map(({ title, questions }) => row(fill(words.quiz, { title }), questions)),
        form(
          words.post,
          pairs.map(({ post }) => post),
        ),
        line(words.board, ended, played.map(({ id }) => id).join(", ")),
      ),
    ),
    h("p", {}, data.claim),
  );
}

export default { render };
