// The second sitting against the first, guessed first; then a record of completion that can be printed or saved.

import { outcomeNow } from "../shared/card.js";
import { button, guess, primary, scrolling } from "../shared/controls.js";
import course from "../shared/course.js";
import { download, fill, frame, h, isIndex, liveRegion, uniqueId } from "../shared/dom.js";
import { asIs, keeper } from "../shared/kept.js";
import { longDate, wholesTo } from "../shared/numbers.js";
import { exactInterval, mcnemar, pairedDifference } from "../shared/proportions.js";
import { answerIn, countIn, endOf } from "../shared/sittings.js";
import { store } from "../shared/store.js";

/**
 * @typedef {import("../shared/outcome.js").Attempt} Attempt
 * @typedef {import("../shared/sittings.js").Form} Form
 * @typedef {{ A: string, B: string, chapter: string, section: string }} Pair
 * @typedef {import("./data.js").RecordWords & { pairs: Pair[], chance: Record<string, number>,
 *   chapters: { title: string, questions: string[] }[], graded: Record<string, import("../shared/outcome.js").Graded>,
 *   cases: { id: string, title: string, ways: [string, number][][] }[] }} Data ways: for each scene, where each choice
 *   leads
 * @typedef {{ pair: Pair, before: Attempt, after: Attempt }} Both a pair of which both questions are answered
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
  return outcomeNow({ ...graded[id], id })?.first.right;
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

/** @param {Data} data @param {1 | 2} sitting @param {string} id */
function answered({ graded }, sitting, id) {
  return answerIn(sitting, { ...graded[id], id });
}

/** @param {Data} data @param {{ before: number, after: number }} guess @returns {Node[]} */
function comparison(data, guess) {
  const { words } = data;
  const first = endOf(1);
  if (!first) return [h("p", {}, words.no_first)];
  if (!endOf(2)) return [h("p", {}, words.no_second)];
  const form = /** @type {Form} */ (first.asked);
  /** @type {Both[]} */
  const both = data.pairs.flatMap((pair) => {
    const before = answered(data, 1, pair[form]);
    const after = answered(data, 2, pair[form === "A" ? "B" : "A"]);
    return before && after ? [{ pair, before, after }] : [];
  });
  const all = both.length;
  if (all === 0) return [h("p", {}, words.no_pairs)];
  const before = both.filter((one) => one.before.right).length;
  const after = both.filter((one) => one.after.right).length;
  return [
    h("p", { class: "ntrk-big" }, fill(words.scores, { before, after, all, form })),
    h("p", {}, fill(words.guessed, { ...guess, judged: judged(words, guess, before, after) })),
    ...difference(data, both),
    ...gain(words, before, after, all),
    ...certainty(words, both),
    ...revisit(words, both),
  ];
}

/** Which pairs changed sides, how far chance alone could have done it, and what that says. @param {Data} data @param {Both[]} both @returns {Node[]} */
function difference({ words, chance }, both) {
  const all = both.length;
  const cell = (/** @type {boolean} */ was, /** @type {boolean} */ is) =>
    both.filter((one) => one.before.right === was && one.after.right === is).length;
  const [gained, lost] = [cell(false, true), cell(true, false)];
  const p = mcnemar(gained, lost);
  const [low, high] = pairedDifference(gained, lost, all).map(hundred);
  const row = (/** @type {string} */ name, /** @type {boolean} */ was) => [name, cell(was, true), cell(was, false)];
  return [
    table(
      words.table,
      ["", words.right_after, words.wrong_after],
      [row(words.right_before, true), row(words.wrong_before, false)],
    ),
    h("p", {}, fill(words.changed, { gained, lost, all })),
    h("p", {}, fill(words.difference, { n: signed(gained - lost), share: hundred((gained - lost) / all), low, high })),
    h("p", {}, p < 0.001 ? words.tiny_p : fill(words.p, { p: p.toFixed(p < 0.1 ? 3 : 2) })),
    h("p", {}, fill(words.chance, chance)),
    h("p", {}, h("strong", {}, words.one_reader)),
  ];
}

/** In a hundred, with a true minus sign. @param {number} share */
function hundred(share) {
  return String(Math.round(100 * share)).replace("-", "−");
}

/** @param {number} n */
function signed(n) {
  return n > 0 ? `+${n}` : String(n).replace("-", "−");
}

/** @param {Data["words"]} words @param {number} before @param {number} after @param {number} all @returns {Node[]} */
function gain(words, before, after, all) {
  const share = Math.round((100 * (after - before)) / (all - before));
  const said = before === all ? words.no_gain : share < 0 ? words.worse : fill(words.gained, { gain: share });
  return [h("p", {}, said)];
}

/** Of the answers that were called certain, fairly sure or a guess, how many were right, before and after. @param {Data["words"]} words @param {Both[]} both @returns {Node[]} */
function certainty(words, both) {
  const LEVELS = /** @type {[string | undefined, string][]} */ ([
    ["3", words.certain],
    ["2", words.fairly],
    ["1", words.a_guess],
    [undefined, words.unsaid],
  ]);
  const told = (/** @type {Attempt[]} */ attempts) => {
    if (attempts.length === 0) return words.none;
    const right = attempts.filter((one) => one.right).length;
    const [low, high] = exactInterval(right, attempts.length).map(hundred);
    return fill(words.right_of, { n: right, all: attempts.length, low, high });
  };
  const rows = LEVELS.map(([level, name]) => [
    name,
    ...[both.map((one) => one.before), both.map((one) => one.after)].map((attempts) =>
      told(attempts.filter(({ sure }) => sure === level)),
    ),
  ]);
  return [
    h("h4", {}, words.sureness),
    table(words.sureness, ["", words.first_sitting, words.second_sitting], rows),
    h("p", {}, words.sure_says),
  ];
}

/** @param {string} name @param {string[]} head @param {(string | number)[][]} rows */
function table(name, head, rows) {
  return scrolling(
    name,
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          head.map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map(([first, ...rest]) =>
          h(
            "tr",
            {},
            h("th", { scope: "row" }, first),
            rest.map((cell) => h("td", {}, cell)),
          ),
        ),
      ),
    ),
  );
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
  const missed = both.filter(({ after }) => !after.right);
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
  // What was right in a silent sitting is not told before the second has ended.
  const sat = (/** @type {1 | 2} */ sitting) => {
    const form = endOf(1)?.asked === "B" ? ["B", "A"] : ["A", "B"];
    const ids = pairs.map((pair) => pair[/** @type {Form} */ (form[sitting - 1])]);
    const n = endOf(sitting) ? countIn(sitting, ids) : 0;
    const right = ids.filter((id) => answered(data, sitting, id)?.right).length;
    return line(
      fill(words.sitting_of, { sitting: words[`sitting_${sitting}`], n: ids.length }),
      fill(words.answered, { n, all: ids.length }),
      endOf(2) ? fill(words.right_in_it, { n: right }) : "",
    );
  };
  const played = cases.filter(hasEnded);
  const ended = fill(words.ended, { n: played.length, all: cases.length });
  const date = longDate(new Date());
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
        sat(1),
        ...chapters.map(({ title, questions }) => row(fill(words.quiz, { title }), questions)),
        sat(2),
        line(words.board, ended, played.map(({ id }) => id).join(", ")),
      ),
    ),
    h("p", {}, data.claim),
  );
}

export default { render };
