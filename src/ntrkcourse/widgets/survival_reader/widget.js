// Follow-up lines of a constructed cohort: guess the survival, then see the curve, then lose other patients.

import { dataTable, guess, radios, slider } from "../shared/controls.js";
import { fill, h, isIndex, lowerFirst, paragraphs, svg, upperFirst } from "../shared/dom.js";
import { about, asIs, each } from "../shared/kept.js";
import { wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Cohort} Cohort
 * @typedef {Cohort["estimate"][number] & { count: string, value: number }} Estimate
 * @typedef {Cohort["scenario"][number] & { patients: [number, number, 0 | 1][],
 *   months: [number, number, number, number][], median: number | null,
 *   answer: "" | "lower" | "same" | "higher" }} Scenario patients: number, months, whether it ends with death; months:
 *   survival, its interval, number at risk
 * @typedef {Cohort["words"]} Words
 * @typedef {Omit<Cohort, "estimate" | "scenario"> & { id: string, estimate: Estimate[],
 *   steps: [number, number, number, number][], scenario: Scenario[], facts: string[] }} Data
 * @typedef {{ guess: number | null, said: string[] }} Said said: a prediction for each scenario but the first;
 *   those not made yet are missing
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const CHOICES = ["lower", "same", "higher"];
const QUARTERS = [6, 12, 18, 24];
const LEFT = 42;
const RIGHT = 12;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words, landmark } = data;
  const [first, ...others] = data.scenario;
  // Which of the verdicts the reader got last: that on the guess, or on a prediction.
  let newest = 0;
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: {
      guess: about(JSON.stringify([landmark, first.patients]), asIs),
      said: each(
        others.map(({ question, patients }) => JSON.stringify([question, patients])),
        () => asIs,
      ),
    },
    restore: (value) => restore(others.length, value),
    begun: (/** @type {Said} */ said) => said.guess !== null,
    committed: ({ guess, said }) => guess !== null && others.every((_, at) => said[at]),
    draw: (play, moved) => (play.said.guess === null ? ask(play) : answer(play, play.said.guess, moved)),
  }).start();

  /** @param {Play} play */
  function ask(play) {
    const question = guess({
      label: fill(words.guess, { n: first.patients.length, month: landmark }),
      values: wholesTo(100),
      start: 50,
      text: (n) => `${n}%`,
    });
    play.stage.append(
      h("p", {}, fill(words.ask, { month: landmark })),
      play.drawn.add((width) => drawLines(width, data, first, landmark)),
      lineTable(words, first),
      question.element,
      ...play.commit(words.commit_guess, question.missing, () => {
        newest = 0;
        play.go({ guess: question.value() });
      }),
    );
    return question.input;
  }

  /** @param {Play} play @param {number} guess @param {boolean} moved */
  function answer(play, guess, moved) {
    const { said } = play.said;
    reveal(play, guess);
    const open = others.findIndex((_, index) => !said[index]);
    (open < 0 ? others : others.slice(0, open + 1)).forEach((scenario, index) => lose(play, scenario, index));
    if (open < 0) play.stage.append(h("p", {}, h("strong", {}, data.moral)));
    if (!moved) return null;
    play.say(
      newest === 0
        ? fill(words.say_guess, { km: percent(first.months[landmark][0]), guess })
        : fill(words.say_prediction, predicted(words, others[newest - 1].answer, said[newest - 1])),
    );
    return /** @type {HTMLElement} */ (play.stage.querySelectorAll(".survival-verdict")[newest]);
  }

  /** @param {Play} play @param {number} guess */
  function reveal(play, guess) {
    const { estimate } = data;
    const verdict = fill(words.verdict_guess, { km: percent(first.months[landmark][0]), month: landmark, guess });
    play.stage.append(
      h("p", { class: "survival-verdict", tabindex: -1 }, h("strong", {}, verdict), " ", judge(words, estimate, guess)),
      h("h4", {}, fill(words.estimates, { month: landmark })),
      play.drawn.add((width) => drawEstimates(words, width, estimate, guess)),
      h(
        "ul",
        { class: "survival-list" },
        estimate.map(({ name, count, value, why }) =>
          h("li", {}, h("strong", {}, `${name}: `), fill(words.estimate, { count, share: percent(value), why })),
        ),
      ),
      dataTable(
        words.steps,
        [words.column_month, words.column_risk, words.column_died, words.column_after],
        data.steps.map(([month, risk, died, survival]) => [month, risk, died, percent(survival)]),
      ),
    );
    explore(play);
    play.stage.append(h("h4", {}, words.published), ...paragraphs(data.published), h("h4", {}, words.lose));
  }

  /** @param {Play} play */
  function explore(play) {
    let month = landmark;
    const reading = h("p", { "data-result": "reading" });
    const holder = h("div");
    const update = (/** @type {boolean} */ now) => {
      const [survival, low, high, risk] = first.months[month];
      const ends = { low: percent(low), high: percent(high) };
      const start = fill(words.reading, { n: month, share: percent(survival) });
      const rest = [
        `${survival < 1 && survival > 0 ? ` ${fill(words.reading_interval, ends)}` : ""};`,
        fill(words.reading_risk, { risk, all: first.patients.length }),
        month === first.median ? words.reading_median : "",
      ];
      reading.replaceChildren(h("strong", {}, start), rest.filter(Boolean).join(" "));
      holder.replaceChildren(
        play.drawn.add((width) => drawLines(width, data, first, month)),
        play.drawn.add((width) => drawCurve(width, data, first, null, month)),
      );
      if (now) play.say(fill(words.say_reading, { reading: start, risk }));
    };
    const time = slider({
      label: words.explore_month,
      values: first.months.map((_, n) => n),
      start: month,
      text: (n) => fill(words.at_month, { n }),
      change: (n) => {
        month = n;
        update(true);
      },
    });
    update(false);
    const head = [words.column_month, words.column_survival, words.column_interval, words.column_risk];
    const rows = first.months.map(([survival, low, high, risk], n) => {
      const ends = fill(words.interval, { low: percent(low), high: percent(high) });
      return [n, percent(survival), survival < 1 && survival > 0 ? ends : "–", risk];
    });
    play.stage.append(
      h("h4", {}, words.explore),
      h("p", {}, words.explore_how),
      time.element,
      reading,
      holder,
      dataTable(words.months, head, rows),
    );
  }

  /** @param {Play} play @param {Scenario} scenario @param {number} index */
  function lose(play, scenario, index) {
    const mine = play.said.said[index];
    const place = fill(words.place, { n: index + 1, all: others.length });
    const part = h("div", { class: "survival-part" }, h("p", {}, h("strong", {}, place), " ", scenario.question));
    play.stage.append(part);
    part.append(...(mine === undefined ? predict(play, index) : told(play, scenario, mine)));
  }

  /** @param {Play} play @param {number} index */
  function predict(play, index) {
    const texts = [words.choice_lower, words.choice_same, words.choice_higher];
    const choice = radios({
      legend: words.predict,
      options: CHOICES.map((value, at) => ({ value, text: texts[at] })),
    });
    return [
      choice.element,
      ...play.commit(
        words.commit,
        () => (choice.value() === undefined ? words.none : ""),
        () => {
          play.said.said[index] = String(choice.value());
          newest = index + 1;
          play.go();
        },
      ),
    ];
  }

  /** @param {Play} play @param {Scenario} scenario @param {string} mine */
  function told(play, scenario, mine) {
    const beside = /** @type {Scenario} */ (data.scenario.find(({ id }) => id === scenario.beside));
    const right = mine === scenario.answer;
    const verdict = fill(right ? words.right : words.wrong, predicted(words, scenario.answer, mine));
    const share = (/** @type {Scenario} */ { months }, /** @type {number} */ n) =>
      months[n] ? percent(months[n][0]) : words.unknown;
    return [
      h("p", { class: "survival-verdict", tabindex: -1 }, h("strong", {}, verdict), " ", scenario.why),
      play.drawn.add((width) => drawLines(width, data, scenario, landmark)),
      play.drawn.add((width) => drawCurve(width, data, scenario, beside, landmark)),
      dataTable(
        fill(words.table, { name: scenario.name }),
        [words.column_month, upperFirst(scenario.name), words.column_risk, upperFirst(beside.name)],
        QUARTERS.map((n) => [n, share(scenario, n), scenario.months[n]?.[3] ?? 0, share(beside, n)]),
      ),
    ];
  }
}

/**
 * An answer and a prediction as a sentence has them.
 * @param {Words} words @param {string} answer @param {string} mine
 */
function predicted(words, answer, mine) {
  return { answer: words[answer], mine: lowerFirst(words[mine]) };
}

/** The guess in words. @param {Words} words @param {Estimate[]} estimates @param {number} guess */
function judge(words, estimates, guess) {
  const off = (/** @type {Estimate} */ { value }) => Math.abs(100 * value - guess);
  const nearest = [...estimates].sort((a, b) => off(a) - off(b))[0];
  if (off(nearest) <= 4) return nearest.guessed;
  const values = estimates.map(({ value }) => 100 * value);
  if (guess < Math.min(...values)) return words.below;
  return guess > Math.max(...values) ? words.above : words.between;
}

/** @param {number} value */
function percent(value) {
  return `${Math.round(100 * value)}%`;
}

/** @param {Words} words @param {Scenario} scenario */
function lineTable(words, scenario) {
  return dataTable(
    words.lines,
    [words.column_patient, words.column_months, words.column_ends],
    scenario.patients.map(([number, months, died]) => [number, months, died ? words.died : words.seen]),
  );
}

/** @param {number} x @param {number} y @param {string} text @param {string} [anchor] */
function label(x, y, text, anchor = "middle") {
  return svg("text", { x, y, "text-anchor": anchor, class: "survival-text" }, text);
}

/** @param {number} x1 @param {number} x2 @param {number} y1 @param {number} y2 @param {string} kind */
function line(x1, x2, y1, y2, kind) {
  return svg("line", { x1, x2, y1, y2, class: kind });
}

/** Position of a month. @param {number} width @param {number} end @returns {(month: number) => number} */
function along(width, end) {
  return (month) => LEFT + ((width - LEFT - RIGHT) * month) / end;
}

/** The months below a chart. @param {(month: number) => number} x @param {number} end @param {number} y */
function axis(x, end, y) {
  return [
    line(x(0), x(end), y, y, "survival-axis"),
    ...[0, ...QUARTERS]
      .filter((n) => n <= end)
      .flatMap((n) => [line(x(n), x(n), y, y + 5, "survival-axis"), label(x(n), y + 18, String(n))]),
  ];
}

/**
 * A cross is a death, a ring the last sight of somebody alive.
 * @param {number} width @param {Data} data @param {Scenario} scenario @param {number} month
 */
function drawLines(width, { end, words }, { patients }, month) {
  const x = along(width, end);
  const bottom = 30 + 17 * patients.length;
  const deaths = patients.filter(([, , died]) => died).length;
  const full = patients.filter(([, months, died]) => !died && months === end).length;
  const lost = patients.length - deaths - full;
  const name = fill(words.drawn_lines, { n: patients.length, end, deaths, lost, full, month });
  return svg(
    "svg",
    { role: "img", width, height: bottom + 40, "aria-label": name },
    label(0, 13, words.key_died, "start"),
    label(64, 13, words.key_seen, "start"),
    line(x(month), x(month), 22, bottom, "survival-now"),
    patients.flatMap(([number, months, died], row) => {
      const y = 34 + 17 * row;
      const at = x(months);
      return [
        label(LEFT - 12, y + 5, String(number), "end"),
        line(x(0), at, y, y, "survival-life"),
        died
          ? svg("path", { d: `M${at - 4.5},${y - 4.5}l9,9m0,-9l-9,9`, class: "survival-death" })
          : svg("circle", { cx: at, cy: y, r: 4.5, class: "survival-seen" }),
      ];
    }),
    axis(x, end, bottom + 2),
    label(width, bottom + 37, words.time, "end"),
  );
}

/**
 * The curve with its interval; `other` is a second curve, dotted.
 * @param {number} width @param {Data} data @param {Scenario} scenario @param {Scenario | null} other
 * @param {number} month
 */
function drawCurve(width, { end, words }, scenario, other, month) {
  const x = along(width, end);
  const y = (/** @type {number} */ share) => 40 + 160 * (1 - share);
  const steps = (/** @type {Scenario} */ one, /** @type {0 | 1 | 2} */ part) =>
    one.months.map((values, n) => (n === 0 ? `${x(0)},${y(1)}` : `H${x(n)}V${y(values[part])}`)).join("");
  const back = (/** @type {Scenario} */ one) =>
    one.months
      .slice(0, -1)
      .map((values, n) => `V${y(values[1])}H${x(n)}`)
      .reverse()
      .join("");
  const share = (/** @type {Scenario} */ { months }) => (months[month] ? percent(months[month][0]) : words.unknown);
  const here = scenario.months[month];
  const name = [
    fill(words.drawn_curve, { name: scenario.name, share: share(scenario), month, risk: here?.[3] ?? 0 }),
    other ? fill(words.drawn_other, { name: other.name, share: share(other) }) : "",
  ]
    .filter(Boolean)
    .join(" ");
  const key = other
    ? [label(0, 13, words.key_this, "start"), label(width, 13, fill(words.key_other, { name: other.name }), "end")]
    : label(0, 13, words.key_share, "start");
  const grid = [0, 0.5, 1].flatMap((value) => [
    label(LEFT - 4, y(value) + 5, `${100 * value}%`, "end"),
    svg("line", { x1: x(0), x2: x(end), y1: y(value), y2: y(value), class: "survival-axis", "stroke-opacity": 0.5 }),
  ]);
  return svg(
    "svg",
    { role: "img", width, height: 258, "aria-label": name },
    key,
    grid,
    svg("path", { d: `M${steps(scenario, 2)}${back(scenario)}Z`, class: "survival-band" }),
    line(x(month), x(month), 32, 200, "survival-now"),
    other && svg("path", { d: `M${steps(other, 0)}`, class: "survival-other" }),
    svg("path", { d: `M${steps(scenario, 0)}`, class: "survival-curve" }),
    here && svg("circle", { cx: x(month), cy: y(here[0]), r: 5, class: "survival-seen" }),
    axis(x, end, 202),
    label(0, 250, words.column_risk, "start"),
    QUARTERS.map((n) => label(x(n), 250, String(scenario.months[n]?.[3] ?? 0))),
  );
}

/** @param {Words} words @param {number} width @param {Estimate[]} estimates @param {number} guess */
function drawEstimates(words, width, estimates, guess) {
  const x = (/** @type {number} */ share) => 1 + (width - 2) * share;
  const bottom = 46 * estimates.length;
  const listed = estimates.map(({ name, value }) => `${name} ${percent(value)}`).join("; ");
  return svg(
    "svg",
    { role: "img", width, height: bottom + 24, "aria-label": fill(words.bars, { listed, guess }) },
    estimates.flatMap(({ way, name, value }, row) => [
      label(1, 46 * row + 15, fill(words.bar, { name, share: percent(value) }), "start"),
      svg("rect", {
        x: 1,
        y: 46 * row + 21,
        width: x(value) - 1,
        height: 16,
        class: `survival-bar${way === "curve" ? " survival-km" : ""}`,
      }),
    ]),
    estimates.map((_, row) => line(x(guess / 100), x(guess / 100), 46 * row + 19, 46 * row + 39, "survival-guess")),
    label(
      x(guess / 100),
      bottom + 12,
      fill(words.bar_guess, { guess }),
      guess > 60 ? "end" : guess < 25 ? "start" : "middle",
    ),
  );
}

/** Whatever of the remembered value still makes sense. @param {number} most @param {any} value @returns {Said} */
function restore(most, value) {
  /** @type {Said} */
  const said = { guess: null, said: [] };
  if (typeof value !== "object" || value === null) return said;
  if (isIndex(value.guess, 101)) said.guess = value.guess;
  for (let index = 0; Array.isArray(value.said) && index < most; index += 1) {
    if (CHOICES.includes(value.said[index])) said.said[index] = value.said[index];
  }
  return said;
}

export default { render };
