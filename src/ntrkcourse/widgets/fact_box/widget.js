// A fact box: two guesses of 100, then benefits and harms side by side, and what nobody has counted.

import { guess } from "../shared/controls.js";
import { fill, h, inline, lowerFirst, picture, svg } from "../shared/dom.js";
import { asIs, each } from "../shared/kept.js";
import { wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").FactBox} FactBox
 * @typedef {import("./data.js").BoxRow & { who: string, figure: string, note: string }} Line
 * @typedef {Line & { count: number, of100: string }} Counted
 * @typedef {{ benefit: Counted[], harm: Counted[], breast: Counted[], time: Line[], approval: Line[] }} Sections
 * @typedef {Omit<FactBox, keyof Sections> & Sections & Pick<import("./data.js").FactBoxes, "words"> & {
 *   id: string, title: string, studied: string[], facts: string[] }} Data
 * @typedef {{ guess?: (number | undefined)[] }} Said of the benefit and of the harm
 */

const OF_100 = wholesTo(100);
const CLOSE = 5;
/** A text of more signs takes more than a line of a phone. */
const LINE = 40;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const guessed = [data.benefit, data.harm].flatMap((rows) => rows.filter(({ guess }) => guess));
  return player(context, {
    title: data.title,
    id: data.id,
    shape: {
      guess: each(
        guessed.map(({ text, who }) => `${text} ${who}`),
        () => asIs,
      ),
    },
    restore,
    begun: (/** @type {Said} */ said) => said.guess !== undefined,
    committed: ({ guess }) => Boolean(guess?.every((one) => one !== undefined)),
    draw: (play) => {
      const { guess } = play.said;
      if (guess?.every((one) => one !== undefined)) open(play, guess);
      else ask(play);
    },
  }).start();

  /** @param {import("../shared/player.js").Player<Said>} play */
  function ask(play) {
    const asked = guessed.map((_, part) =>
      guess({
        label: fill(words.of_treated, { kind: part === 0 ? words.benefit : words.harm }),
        values: OF_100,
        start: play.said.guess?.[part] ?? 50,
        given: play.said.guess?.[part] !== undefined,
        text: (n) => fill(words.of_100, { n }),
      }),
    );
    play.stage.append(
      h("p", {}, words.guess),
      ...guessed.flatMap((row, part) => {
        const kind = part === 0 ? words.benefit : words.harm;
        return [
          h(
            "p",
            { class: "ntrk-box-asked" },
            h("strong", {}, `${kind}: ${lowerFirst(row.text)}`),
            ". ",
            h("span", { class: "ntrk-muted" }, row.who),
          ),
          asked[part].element,
        ];
      }),
      ...play.commit(
        words.commit,
        () => asked.map((one) => one.missing()).find(Boolean) ?? "",
        () => play.go({ guess: asked.map((one) => one.value()) }),
      ),
    );
  }

  /** @param {import("../shared/player.js").Player<Said>} play @param {number[]} guess */
  function open(play, guess) {
    const verdicts = guessed.map((row, part) =>
      h("li", {}, h("strong", {}, `${row.text}: ${row.of100}. `), judged(words, guess[part], row.count, part === 0)),
    );
    play.stage.append(
      h("h4", { tabindex: -1 }, words.verdict),
      h("ul", { class: "ntrk-box-verdict" }, verdicts),
      h("h4", {}, words.box),
      box(),
      h("p", { class: "ntrk-muted ntrk-box-key" }, words.key),
      h("h4", {}, words.breast),
      data.breast.length > 0 ? lines(data.breast) : h("p", {}, words.no_breast),
      folded(words.unknown, list(data.unknown.map(inline))),
      folded(words.missing, list(data.missing)),
      folded(words.studied, list(data.studied)),
      folded(words.time, lines(data.time)),
      folded(words.approval, lines(data.approval)),
    );
    play.say(fill(words.opened, { benefit: guessed[0].of100, harm: guessed[1].of100 }));
  }

  /** A table where there is room; on a phone its rows are blocks, so they say themselves what they are. */
  function box() {
    const heads = [words.column_what, words.column_treated, words.column_control];
    return h(
      "div",
      { class: "ntrk-box-frame" },
      h(
        "table",
        { class: "ntrk-box", role: "table" },
        h(
          "thead",
          { role: "rowgroup" },
          h(
            "tr",
            { role: "row" },
            heads.map((head) => h("th", { scope: "col", role: "columnheader" }, head)),
          ),
        ),
        body(words.benefits, data.benefit, true),
        body(words.harms, data.harm, false),
      ),
    );
  }

  /**
   * Rows of one kind, under a head that stands for the control group that there was not.
   * @param {string} name @param {Counted[]} rows @param {boolean} good
   */
  function body(name, rows, good) {
    return h(
      "tbody",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row", class: "ntrk-box-kind" },
        h("th", { colspan: 2, scope: "rowgroup", role: "rowheader" }, name),
        h(
          "td",
          { rowspan: rows.length + 1, role: "cell", class: "ntrk-box-control" },
          h("span", { class: "ntrk-box-column" }, `${words.column_control}: `),
          h("span", {}, words.control),
        ),
      ),
      rows.map((row) =>
        h(
          "tr",
          { role: "row" },
          h("th", { scope: "row", role: "rowheader" }, what(row)),
          h(
            "td",
            { role: "cell", class: "ntrk-box-count" },
            hundred(row, good),
            h("div", {}, h("strong", {}, row.of100), figure(row)),
          ),
        ),
      ),
    );
  }

  /** What a row counts, and in whom; that is folded where it is long. @param {Counted} row */
  function what({ text, who }) {
    if (who.length <= LINE) return [text, " ", h("span", { class: "ntrk-muted ntrk-box-who" }, who)];
    const head = [text, " ", h("span", { class: "ntrk-muted" }, words.in_whom)];
    return [folded(head, h("p", { class: "ntrk-muted ntrk-box-who" }, who))];
  }
}

/** What a phone folds, and a wider screen has open. @param {string | (string | Node)[]} head @param {Node} content */
function folded(head, content) {
  const roomy = window.matchMedia("(min-width: 40rem)").matches;
  return h("details", { class: "ntrk-box-fold", open: roomy }, h("summary", {}, head), content);
}

/** @param {(string | Node)[]} items */
function list(items) {
  return h(
    "ul",
    {},
    items.map((item) => h("li", {}, item)),
  );
}

/** @param {Line[]} rows */
function lines(rows) {
  return h(
    "ul",
    {},
    rows.map((row) => h("li", {}, `${row.text}: `, figure(row), ". ", h("span", { class: "ntrk-muted" }, row.who))),
  );
}

/** The record's own figure, as a fact link. @param {Line} row */
function figure(row) {
  return h("span", {}, inline([["fact", row.figure, row.fact]]), row.note ? `; ${row.note}` : "");
}

/** A hundred marks in ten rows, the first `count` filled. @param {Counted} row @param {boolean} good */
function hundred({ text, count, of100 }, good) {
  const mark = (/** @type {number} */ place) => {
    const [x, y] = [4 + 8 * (place % 10), 4 + 8 * Math.floor(place / 10)];
    return good ? `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z` : `M${x - 3} ${y - 3}h6v6h-6z`;
  };
  const marks = OF_100.slice(0, 100).map(mark);
  return picture(
    { width: 80, height: 80, label: `${text}: ${of100}` },
    svg("path", { d: marks.slice(0, count).join(""), class: "ntrk-box-had" }),
    svg("path", { d: marks.slice(count).join(""), class: "ntrk-box-not" }),
  );
}

/** @param {Record<string, string>} words @param {number} n @param {number} count @param {boolean} good */
function judged(words, n, count, good) {
  if (Math.abs(n - count) <= CLOSE) return fill(words.close, { n });
  if (n > count) return fill(good ? words.benefit_high : words.harm_high, { n });
  return fill(good ? words.benefit_low : words.harm_low, { n });
}

/** The remembered guesses, each from 0 to 100; what has none is asked again. @param {any} kept @returns {Said} */
function restore(kept) {
  const given = Array.isArray(kept?.guess) ? kept.guess : [];
  const guess = [0, 1].map((part) => (OF_100.includes(given[part]) ? given[part] : undefined));
  return guess.some((one) => one !== undefined) ? { guess } : {};
}

export default { render };
