// How rare: guess, see the count among 10,000, guess how many must be tested, then a hospital's years.

import { dataTable, guess, radios, select, slider } from "../shared/controls.js";
import { counted, fill, h, inline, liveRegion, picture, pieces, svg, uniqueId } from "../shared/dom.js";
import { asIs } from "../shared/kept.js";
import { count, oneIn, percent } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * Three hold the point estimate, then the lower and the upper bound of the rate.
 * @typedef {import("./data.js").Rarity} Rarity
 * @typedef {[number, number, number]} Three
 * @typedef {Rarity["cohort"][number] & { events: number, total: number, rates: Three, per: [string, string, string],
 *   marks: Three, needed: Three, meets: number[], expected: number[], years: Three[] }} Cohort
 * @typedef {Rarity["words"]} Words
 * @typedef {Omit<Rarity, "cohort"> & { id: string, guesses: number[], tested: number[], caseloads: number[],
 *   cohort: Cohort[], facts: string[] }} Data
 * @typedef {{ guess?: number, tests?: number, cohort: string, caseload: number, view: string }} Choice
 * @typedef {import("../shared/player.js").Player<Choice>} Play
 * @typedef {{ element: HTMLElement, update: () => void }} Part a section, and what fills it in for the cohort
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  return player(context, {
    title: data.title,
    id: data.id,
    shape: { guess: asIs, tests: asIs, cohort: asIs, caseload: asIs, view: asIs },
    restore: (value) => restored(data, value),
    begun: (/** @type {Choice} */ said) => said.guess !== undefined,
    committed: ({ tests }) => tests !== undefined,
    draw: (play) => (play.said.guess === undefined ? ask(data, play) : tell(data, play)),
  }).start();
}

/** @param {Data} data @param {Play} play */
function ask({ guesses, words }, play) {
  play.stage.append(
    question(play, words.guess, words.guess_label, guesses, words.guess_commit, (guess) => play.go({ guess })),
  );
}

/** What was counted, and the later steps as far as the reader has come. @param {Data} data @param {Play} play */
function tell(data, play) {
  const { words } = data;
  const parts = [
    look(data, play, () => {
      update();
      play.say(compared(data, play.said));
    }),
  ];
  const update = () => parts.forEach((one) => one.update());
  const numbers = dataTable(
    words.all,
    [words.column_cohort, words.column_counted, words.column_rate],
    data.cohort.map((one) => [
      one.name,
      ofAll(data, one),
      fill(words.with_range, { point: one.per[0], low: one.per[1], high: one.per[2] }),
    ]),
  );
  const asked = play.said.tests === undefined;
  if (!asked) parts.push(meeting(data, play.said), hospital(data, play));
  update();
  const [seen, ...later] = parts.map(({ element }) => element);
  play.stage.append(seen, numbers, ...later);
  if (asked) {
    play.stage.append(
      part(
        words.tests,
        question(play, words.tests_ask, words.tests_label, data.tested, words.tests_commit, (tests) =>
          play.go({ tests }),
        ),
      ),
    );
  }
  play.say(asked ? compared(data, play.said) : tested(data, play.said));
  return (later[0] ?? seen).querySelector("h4");
}

/**
 * A guess to commit to.
 * @param {Play} play @param {string} task @param {string} label @param {number[]} values @param {string} press
 * @param {(value: number) => void} commit
 */
function question(play, task, label, values, press, commit) {
  const asked = guess({ label, values, start: Math.floor(values.length / 2), text: count });
  const done = play.commit(press, asked.missing, () => commit(asked.value()));
  return h("div", {}, h("p", {}, task), asked.element, done);
}

/** @param {Data} data @param {Choice} said */
function cohortOf({ cohort }, said) {
  return /** @type {Cohort} */ (cohort.find(({ fact }) => fact === said.cohort));
}

/** @param {Data} data @param {Cohort} cohort */
function ofAll({ words }, { events, total }) {
  return fill(words.of, { events: count(events), total: count(total) });
}

/** How the guess lies to the cohort that is shown. @param {Data} data @param {Choice} said */
function compared(data, said) {
  const { words } = data;
  const { lead, per, rates, cases } = cohortOf(data, said);
  const rate = Number(said.guess) / 10000;
  const values = { lead, cases, found: per[0], guess: count(Number(said.guess)), gap: gap(words, rate / rates[0]) };
  if (cases !== data.cohort[0].cases) return fill(words.verdict_other, values);
  return fill(rate >= rates[1] && rate <= rates[2] ? words.verdict_inside : words.verdict, values);
}

/** @param {Data} data @param {Play} play @param {() => void} switched to another cohort @returns {Part} */
function look(data, play, switched) {
  const { words } = data;
  const verdict = h("p", { class: "ntrk-rarity-verdict" });
  const picture = h("div", { class: "ntrk-rarity-array" });
  const legend = h("p", { class: "ntrk-rarity-key" });
  const more = h("div");
  const cohorts = select({
    label: words.whose,
    value: play.said.cohort,
    options: data.cohort.map(({ fact, name }) => ({ value: fact, text: name })),
    change: (cohort) => {
      play.said.cohort = cohort;
      play.save();
      switched();
    },
  });
  const views = radios({
    legend: words.view,
    class: "ntrk-rarity-views",
    value: play.said.view,
    options: [
      { value: "count", text: words.view_count },
      { value: "guess", text: words.view_guess },
    ],
    change: (view) => {
      play.said.view = view;
      play.save();
      update();
      play.say(legend.textContent ?? "");
    },
  });
  const update = () => {
    const one = cohortOf(data, play.said);
    const mine = play.said.view === "guess";
    const filled = mine ? Number(play.said.guess) : one.marks[0];
    const hollow = mine ? 0 : Math.max(0, one.marks[2] - one.marks[0]);
    verdict.textContent = compared(data, play.said);
    legend.replaceChildren(
      h(
        "span",
        {},
        pieces(mine ? words.key_guess : words.key_found, { mark: glyph(true), n: count(filled) }),
        " ",
        hollow ? [...pieces(words.key_more, { mark: glyph(false), n: hollow }), " "] : null,
        fill(words.schematic, { people: one.people }),
      ),
    );
    more.replaceChildren(h("p", {}, rate(data, one)), h("p", {}, h("strong", {}, data.caveat), ` ${one.caution}`));
    play.drawn.stop();
    play.drawn.add((width) => array(words, width, filled, hollow, mine ? words.array_guess : one.cases), picture);
  };
  return { element: part(words.found, verdict, cohorts.element, views.element, picture, legend, more), update };
}

/** @param {Data} data @param {Cohort} cohort */
function rate(data, cohort) {
  const { fact, rates, per } = cohort;
  return pieces(data.words.rate, {
    counted: inline([["fact", ofAll(data, cohort), fact]]),
    share: percent(rates[0]),
    one_in: oneIn(rates[0]),
    low: per[1],
    high: per[2],
    low_share: percent(rates[1]),
    high_share: percent(rates[2]),
  });
}

/** How the second guess lies to the tests that are needed. @param {Data} data @param {Choice} said */
function tested(data, said) {
  const [needed] = cohortOf(data, said).needed;
  const tests = Number(said.tests);
  return fill(data.words.tested, { tests: count(tests), needed: count(needed), gap: gap(data.words, tests / needed) });
}

/** @param {Data} data @param {Choice} said @returns {Part} */
function meeting(data, said) {
  const { words } = data;
  const verdict = h("p", { class: "ntrk-rarity-verdict" });
  const more = h("p");
  return {
    element: part(words.tests, verdict, more),
    update() {
      const { needed, meets } = cohortOf(data, said);
      const tests = Number(said.tests);
      verdict.textContent = tested(data, said);
      more.textContent = fill(words.tested_more, {
        tests: count(tests),
        chance: chance(words, meets[data.tested.indexOf(tests)]),
        fewest: count(needed[2]),
        most: count(needed[1]),
      });
    },
  };
}

/** @param {Data} data @param {Play} play @returns {Part} */
function hospital(data, { said, save }) {
  const { words, caseloads } = data;
  const sentence = h("p", { class: "ntrk-rarity-verdict" });
  const list = h("dl", { class: "ntrk-rarity-numbers" });
  const live = liveRegion();
  live.append(sentence);
  const update = () => {
    const { years, expected, people, cases } = cohortOf(data, said);
    const index = caseloads.indexOf(said.caseload);
    const [point, longest, shortest] = years[index].map((one) => time(words, one));
    sentence.textContent = fill(words.waits, {
      caseload: count(said.caseload),
      people,
      cases,
      rhythm: rhythm(words, expected[index]),
      time: point,
    });
    list.replaceChildren(
      ...[
        [words.expected, significant(expected[index])],
        [words.between, time(words, 1 / expected[index])],
        [words.until, point],
        [words.until_interval, fill(words.range, { low: shortest, high: longest })],
      ].map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
    );
  };
  const caseload = slider({
    label: words.caseload,
    values: caseloads,
    start: caseloads.indexOf(said.caseload),
    text: count,
    change: (value) => {
      said.caseload = value;
      save();
      update();
    },
  });
  const assumed = h("p", { class: "ntrk-muted" }, words.assumed);
  return { element: part(words.wait, caseload.element, live, list, assumed), update };
}

/** @param {string} title @param {...(Node | string)} children */
function part(title, ...children) {
  const id = uniqueId("rarity");
  const heading = h("h4", { id, tabindex: -1 }, title);
  return h("section", { class: "ntrk-rarity-part", "aria-labelledby": id }, heading, children);
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Choice} */
function restored(data, kept) {
  /** @param {any} value @param {any[]} known @param {any} otherwise */
  const one = (value, known, otherwise) => (known.includes(value) ? value : otherwise);
  const guess = one(kept?.guess, data.guesses, undefined);
  return {
    guess,
    tests: guess === undefined ? undefined : one(kept?.tests, data.tested, undefined),
    cohort: one(
      kept?.cohort,
      data.cohort.map(({ fact }) => fact),
      data.cohort[0].fact,
    ),
    caseload: one(kept?.caseload, data.caseloads, data.caseloads[Math.floor(data.caseloads.length / 2)]),
    view: one(kept?.view, ["count", "guess"], "count"),
  };
}

/** How far off a guess is. @param {Words} words @param {number} ratio guess divided by what was found */
function gap(words, ratio) {
  const times = ratio >= 1 ? ratio : 1 / ratio;
  if (times < 1.3) return words.close;
  return fill(ratio > 1 ? words.high : words.low, { n: count(times, times < 3 ? 1 : 0) });
}

/** @param {number} value */
function significant(value) {
  return value >= 10 ? count(value) : String(Number(value.toPrecision(2)));
}

/** @param {Words} words @param {number} years */
function time(words, years) {
  if (years >= 9.5) return fill(words.years, { n: count(Number(years.toPrecision(2))) });
  if (years >= 1.45) return fill(words.years, { n: significant(years) });
  return counted(words, "months", Math.max(1, Math.round(12 * years)));
}

/** @param {Words} words @param {number} expected cases a year */
function rhythm(words, expected) {
  if (expected >= 1.5) return fill(words.rhythm_often, { n: significant(expected) });
  return fill(words.rhythm_seldom, { time: time(words, 1 / expected) });
}

/** @param {Words} words @param {number} fraction */
function chance(words, fraction) {
  const of100 = Math.round(100 * fraction);
  if (of100 < 1) return words.chance_low;
  return of100 > 99 ? words.chance_high : fill(words.chance, { n: of100 });
}

/** @param {boolean} filled */
function glyph(filled) {
  return svg(
    "svg",
    { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true", class: "ntrk-rarity-glyph" },
    svg("path", { d: diamond(0, 0, 5), class: filled ? "ntrk-rarity-filled" : "ntrk-rarity-hollow" }),
  );
}

/** @param {number} x @param {number} y @param {number} r */
function diamond(x, y, r) {
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}l${r}-${r} ${r} ${r}-${r} ${r}z`;
}

/**
 * A still array of 100 by 100: dotted lines for the many, marks for the few.
 * @param {Words} words @param {number} width @param {number} filled @param {number} hollow @param {string} what
 */
function array(words, width, filled, hollow, what) {
  const cell = width / 100;
  const radius = filled + hollow <= 100 ? Math.max(4.5, 1.2 * cell) : Math.max(2.2, 0.75 * cell);
  const rows = Array.from(
    { length: 100 },
    (_, row) => `M${cell / 2} ${((row + 0.5) * cell).toFixed(2)}h${(99.4 * cell).toFixed(2)}`,
  );
  /** @param {number} from @param {number} to */
  const marks = (from, to) =>
    Array.from({ length: to - from }, (_, index) => {
      const [column, row] = place(from + index);
      return diamond((column + 0.5) * cell, (row + 0.5) * cell, radius);
    }).join("");
  const label = [fill(words.array, { n: count(filled), what }), hollow && fill(words.array_more, { n: count(hollow) })];
  const name = label.filter(Boolean).join(" ");
  return picture(
    { width, height: width, label: name },
    svg("path", {
      d: rows.join(""),
      class: "ntrk-rarity-dots",
      "stroke-width": cell * 0.6,
      "stroke-dasharray": `0 ${cell}`,
    }),
    svg("path", { d: marks(filled, filled + hollow), class: "ntrk-rarity-hollow" }),
    svg("path", { d: marks(0, filled), class: "ntrk-rarity-filled" }),
  );
}

/** @type {[number, number][]} */
const places = [];
let seed = 7;

/**
 * Cell of the mark with this number: by chance, but the same for every reader, and the first ones not touching.
 * @param {number} index
 */
function place(index) {
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return 1 + Math.floor((98 * seed) / 2 ** 32);
  };
  while (places.length <= index) {
    const apart = places.length < 100 ? 4 : 1;
    const [column, row] = [draw(), draw()];
    if (places.every(([x, y]) => Math.abs(x - column) >= apart || Math.abs(y - row) >= apart)) {
      places.push([column, row]);
    }
  }
  return places[index];
}

export default { render };
