// How rare: guess, see the count among 10,000, guess how many must be tested, then a hospital's years.
import { count, percent, oneIn } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, uniqueId, frame } from "../shared/dom.js";
import { slider, select, radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, asIs } from "../shared/kept.js";

/**
 * Lists of three hold the point estimate, then the lower and the upper bound of the rate.
 * @typedef {{ fact: string, name: string, lead: string, people: string, cases: string, caution: string,
 *   events: number, total: number, rates: number[], per: string[], marks: number[], needed: number[],
 *   meets: number[], expected: number[], years: number[][] }} Cohort
 * @typedef {{ instance: string, title: string, caveat: string, guesses: number[], tested: number[],
 *   caseloads: number[], cohorts: Cohort[] }} Data
 * @typedef {{ guess?: number, tests?: number, cohort: string, caseload: number, view: string }} Choice
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.instance,
    shape: { guess: asIs, tests: asIs, cohort: asIs, caseload: asIs, view: asIs },
    restore: (value) => restored(data, value),
    follow: (now) => {
      choice = now;
      draw();
    },
  });
  let choice = keep.read();
  frame(el, data.title);
  const said = liveRegion({ class: "ntrk-hidden" });
  const steps = h("div");
  let stopDrawing = () => {};
  el.append(h("h3", {}, data.title), steps, said);

  const cohort = () => /** @type {Cohort} */ (data.cohorts.find(({ fact }) => fact === choice.cohort));

  /** @param {string} [announce] a sentence for a screen reader, where the reader did this just now */
  function draw(announce) {
    stopDrawing();
    steps.replaceChildren();
    if (choice.guess === undefined) {
      steps.append(question("Guess before you look: move the slider, then press the button.", "My guess, in 10,000 women",
        data.guesses, count, "Show what was counted", (value) => { choice.guess = value; }));
    } else {
      const seen = look();
      steps.append(seen.element, dataTable("All cohorts in numbers", ["Cohort", "Counted", "In 10,000 (95% interval)"], data.cohorts.map((one) =>
        [one.name, `${count(one.events)} of ${count(one.total)}`, `${one.per[0]} (${range(one.per)})`])));
      stopDrawing = seen.stop;
      const again = button("Start again", restart);
      if (choice.tests === undefined) {
        steps.append(part("How many must be tested to meet one?", question(
          "At this cohort's rate, how many patients must be tested to be 95% sure of meeting at least one? Guess once more.",
          "My guess, patients tested", data.tested, count, "Show how many", (value) => { choice.tests = value; })));
      } else {
        steps.append(meeting(), hospital());
      }
      steps.append(h("p", { class: "ntrk-rarity-again" }, again));
    }
    if (announce !== undefined) said.textContent = announce;
  }

  /**
   * A guess to commit to.
   * @param {string} task @param {string} label @param {number[]} values @param {(value: number) => string} text
   * @param {string} press @param {(value: number) => void} commit
   */
  function question(task, label, values, text, press, commit) {
    const middle = Math.floor(values.length / 2);
    const guess = slider({ label, values, start: middle, text, change: () => {} });
    return h("div", {}, h("p", {}, task), guess.element, primary(press, () => {
      commit(values[Number(guess.input.value)]);
      keep.save(choice);
      draw(choice.tests === undefined ? compared() : tested());
      focusNewest();
    }));
  }

  function focusNewest() {
    const heading = steps.querySelector(choice.tests === undefined ? "h4" : "[data-part=tested] h4");
    if (heading instanceof HTMLElement) heading.focus();
  }

  function restart() {
    delete choice.guess;
    delete choice.tests;
    Object.assign(choice, { cohort: data.cohorts[0].fact, view: "count" });
    keep.wipe(choice);
    draw("Started again.");
    steps.querySelector("input")?.focus();
  }

  const guessed = () => /** @type {number} */ (choice.guess);

  function compared() {
    const { lead, per, rates, cases } = cohort();
    const verdict = gap(guessed() / (10000 * rates[0]));
    const inside = guessed() / 10000 >= rates[1] && guessed() / 10000 <= rates[2];
    if (cases !== data.cohorts[0].cases) return `${lead} found about ${per[0]} ${cases} in 10,000. You guessed ${count(guessed())} fusions, which is another question.`;
    return `You said ${count(guessed())} in 10,000. ${lead} found about ${per[0]}: your guess was ${verdict}`
      + (inside ? ", and inside the 95% interval." : ".");
  }

  function look() {
    const one = cohort();
    const verdict = h("p", { class: "ntrk-rarity-verdict" });
    const counts = h("p");
    const picture = h("div", { class: "ntrk-rarity-array" });
    const legend = h("p", { class: "ntrk-rarity-key" });
    const caution = h("p");
    let stop = () => {};
    const fill = () => {
      const one = cohort();
      verdict.textContent = compared();
      counts.replaceChildren(inline([["fact", `${count(one.events)} of ${count(one.total)}`, one.fact]]),
        ` is ${percent(one.rates[0])}, ${oneIn(one.rates[0])}; the 95% interval runs from ${one.per[1]} to ${one.per[2]} in 10,000 (${percent(one.rates[1])} to ${percent(one.rates[2])}).`);
      caution.replaceChildren(h("strong", {}, data.caveat), ` ${one.caution}`);
      const mine = choice.view === "guess";
      const filled = mine ? guessed() : one.marks[0];
      const hollow = mine ? 0 : Math.max(0, one.marks[2] - one.marks[0]);
      legend.replaceChildren(...(mine ? [glyph(true), ` ${count(filled)}: your guess.`]
        : [glyph(true), ` ${filled}: the rate that was found.`, ...(hollow ? [" ", glyph(false), ` ${hollow} more: up to the upper end of the interval.`] : [])]),
        ` Schematic: each dot is one of 10,000 ${one.people}; places mean nothing, and marked ones are drawn larger.`);
      stop();
      stop = drawToWidth(picture, (width) => array(width, filled, hollow, mine ? "your guess" : one.cases));
    };
    const cohorts = select({ label: "Whose count", value: one.fact, options: data.cohorts.map(({ fact, name }) => ({ value: fact, text: name })),
      change: (value) => { choice.cohort = value; keep.save(choice); fill(); retell(); said.textContent = compared(); } });
    const views = radios({ legend: "Show among 10,000", class: "ntrk-rarity-views", value: choice.view,
      options: [{ value: "count", text: "what was counted" }, { value: "guess", text: "what you said" }],
      change: (value) => { choice.view = value; keep.save(choice); fill(); said.textContent = legend.textContent; } });
    const element = part("What was counted", verdict, cohorts.element, views.element, picture, legend, counts, caution);
    fill();
    return { element, stop: () => stop() };
  }

  /** What hangs on the cohort in the later steps. @type {() => void} */
  let retell = () => {};

  function tested() {
    const { needed } = cohort();
    const mine = /** @type {number} */ (choice.tests);
    return `You said ${count(mine)}. At this rate ${count(needed[0])} must be tested: your guess was ${gap(mine / needed[0])}.`;
  }

  function meeting() {
    const verdict = h("p", { class: "ntrk-rarity-verdict" });
    const more = h("p");
    const fill = () => {
      const { needed, meets } = cohort();
      const mine = /** @type {number} */ (choice.tests);
      verdict.textContent = tested();
      more.textContent = `Testing ${count(mine)} meets at least one ${chance(meets[data.tested.indexOf(mine)])}. `
        + `Over the interval the answer runs from ${count(needed[2])}, if the rate is at its upper end, to ${count(needed[1])}, at its lower end. `
        + "A rule for the head: three divided by the rate.";
    };
    fill();
    retell = fill;
    const element = part("How many must be tested to meet one?", verdict, more);
    element.dataset.part = "tested";
    return element;
  }

  function hospital() {
    const sentence = h("p", { class: "ntrk-rarity-verdict" });
    const list = h("dl", { class: "ntrk-rarity-numbers" });
    const fill = () => {
      const { years, expected, people, cases } = cohort();
      const index = data.caseloads.indexOf(choice.caseload);
      const [point, longest, shortest] = years[index];
      sentence.textContent = `If ${count(choice.caseload)} ${people} are tested each year, ${cases} turn up ${rhythm(expected[index])}; being 95% sure of at least one takes ${time(point)}.`;
      list.replaceChildren(...[
        ["Expected a year", significant(expected[index])],
        ["Average time between two", time(1 / expected[index])],
        ["Until 95% sure of one", time(point)],
        ["The same, over the interval", `${time(shortest)} to ${time(longest)}`],
      ].map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
    };
    fill();
    const before = retell;
    retell = () => { before(); fill(); };
    const caseload = slider({ label: "Patients a year in your hospital", values: data.caseloads, start: data.caseloads.indexOf(choice.caseload), text: count,
      change: (value) => { choice.caseload = value; keep.save(choice); fill(); } });
    return part("How long must one hospital wait?", caseload.element, h("div", { "aria-live": "polite" }, sentence), list,
      h("p", { class: "ntrk-muted" }, "Being 95% sure takes about three times the average wait. A perfect test, and patients like those of the cohort, are assumed."));
  }

  draw();
  keep.share(choice);
  return () => {
    stopDrawing();
    keep.stop();
  };
}

/** @param {string} title @param {...(Node | string)} children */
function part(title, ...children) {
  const id = uniqueId("rarity");
  return h("section", { class: "ntrk-rarity-part", "aria-labelledby": id }, h("h4", { id, tabindex: -1 }, title), children);
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Choice} */
function restored(data, kept) {
  /** @param {any} value @param {any[]} known @param {any} otherwise */
  const one = (value, known, otherwise) => (known.includes(value) ? value : otherwise);
  const guess = one(kept?.guess, data.guesses, undefined);
  return {
    guess,
    tests: guess === undefined ? undefined : one(kept?.tests, data.tested, undefined),
    cohort: one(kept?.cohort, data.cohorts.map(({ fact }) => fact), data.cohorts[0].fact),
    caseload: one(kept?.caseload, data.caseloads, data.caseloads[Math.floor(data.caseloads.length / 2)]),
    view: one(kept?.view, ["count", "guess"], "count"),
  };
}

/** How far a guess lies from what was found. @param {number} ratio guess divided by what was found */
function gap(ratio) {
  const times = ratio >= 1 ? ratio : 1 / ratio;
  if (times < 1.3) return "close";
  return `about ${count(times, times < 3 ? 1 : 0)} times too ${ratio > 1 ? "high" : "low"}`;
}

/** @param {string[]} per */
function range(per) {
  return `${per[1]} to ${per[2]}`;
}

/** @param {number} value */
function significant(value) {
  return value >= 10 ? count(value) : String(Number(value.toPrecision(2)));
}

/** @param {number} years */
function time(years) {
  if (years >= 9.5) return `${count(Number(years.toPrecision(2)))} years`;
  if (years >= 1.45) return `${significant(years)} years`;
  const months = Math.max(1, Math.round(12 * years));
  return months === 1 ? "1 month" : `${months} months`;
}

/** @param {number} expected cases a year */
function rhythm(expected) {
  return expected >= 1.5 ? `about ${significant(expected)} times a year` : `about once in ${time(1 / expected)}`;
}

/** @param {number} fraction */
function chance(fraction) {
  const of100 = Math.round(100 * fraction);
  return of100 < 1 ? "less than once in 100 tries" : of100 > 99 ? "more than 99 times in 100" : `about ${of100} times in 100`;
}

/** @param {boolean} filled */
function glyph(filled) {
  return svg("svg", { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true", class: "ntrk-rarity-glyph" },
    svg("path", { d: diamond(0, 0, 5), class: filled ? "ntrk-rarity-filled" : "ntrk-rarity-hollow" }));
}

/** @param {number} x @param {number} y @param {number} r */
function diamond(x, y, r) {
  return `M${(x - r).toFixed(1)} ${y.toFixed(1)}l${r}-${r} ${r} ${r}-${r} ${r}z`;
}

/**
 * A still array of 100 by 100: dotted lines for the many, marks for the few.
 * @param {number} width @param {number} filled @param {number} hollow @param {string} what
 */
function array(width, filled, hollow, what) {
  const cell = width / 100;
  const radius = filled + hollow <= 100 ? Math.max(4.5, 1.2 * cell) : Math.max(2.2, 0.75 * cell);
  const rows = Array.from({ length: 100 }, (_, row) => `M${cell / 2} ${((row + 0.5) * cell).toFixed(2)}h${(99.4 * cell).toFixed(2)}`);
  /** @param {number} from @param {number} to */
  const marks = (from, to) => Array.from({ length: to - from }, (_, index) => {
    const [column, row] = place(from + index);
    return diamond((column + 0.5) * cell, (row + 0.5) * cell, radius);
  }).join("");
  return svg("svg", { width, height: width, viewBox: `0 0 ${width} ${width}`, role: "img",
    "aria-label": `Schematic array of 10,000 dots. ${count(filled)} filled diamonds: ${what}.${hollow ? ` ${count(hollow)} hollow diamonds more, up to the upper end of the interval.` : ""}` },
    svg("path", { d: rows.join(""), class: "ntrk-rarity-dots", "stroke-width": cell * 0.6, "stroke-dasharray": `0 ${cell}` }),
    svg("path", { d: marks(filled, filled + hollow), class: "ntrk-rarity-hollow" }),
    svg("path", { d: marks(0, filled), class: "ntrk-rarity-filled" }));
}

/** @type {[number, number][]} */
const places = [];
let seed = 7;

/** Cell of the mark with this number: by chance, but the same for every reader, and the first ones not touching. @param {number} index */
function place(index) {
  const draw = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return 1 + Math.floor((98 * seed) / 2 ** 32);
  };
  while (places.length <= index) {
    const apart = places.length < 100 ? 4 : 1;
    const [column, row] = [draw(), draw()];
    if (places.every(([x, y]) => Math.abs(x - column) >= apart || Math.abs(y - row) >= apart)) places.push([column, row]);
  }
  return places[index];
}

export default { render };
