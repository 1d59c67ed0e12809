// Follow-up lines of a constructed cohort: guess the survival, then see the curve, then lose other patients.
import { h, svg, liveRegion, frame, isIndex, paragraphs, upperFirst } from "../shared/dom.js";
import { radios, button, slider, dataTable, primary } from "../shared/controls.js";
import { drawings } from "../shared/axis.js";
import { keeper, each, about, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ name: string, count: string, value: number, why: string, guessed: string }} Estimate
 * @typedef {{ id: string, name: string, patients: [number, number, 0 | 1][], months: [number, number, number, number][],
 *   median: number | null, beside: string, question: string, answer: string, why: string }} Scenario patients:
 *   number, months, whether it ends with death; months: survival, its interval, number at risk
 * @typedef {{ id: string, title: string, intro: string, end: number, landmark: number, estimates: Estimate[],
 *   steps: [number, number, number, number][], scenarios: Scenario[], published: Span[][], moral: string }} Data
 * @typedef {{ guess: number | null, said: string[] }} Said said: a prediction for each scenario but the first; those not made yet are missing
 */

const CHOICES = [["lower", "Lower"], ["same", "About the same, within 5 points"], ["higher", "Higher"]];
const LEFT = 42;
const RIGHT = 12;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const [first, ...others] = data.scenarios;
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      guess: about(JSON.stringify([data.landmark, first.patients]), asIs),
      said: each(others.map(({ question, patients }) => JSON.stringify([question, patients])), () => asIs),
    },
    restore: (value) => restore(others.length, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  const drawn = drawings();
  let said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const restart = button("Start again", () => {
    said = restore(others.length, undefined);
    keep.wipe(said);
    live.textContent = "";
    show("h3");
  });

  frame(el, data.title);
  el.append(h("h3", { tabindex: -1 }, data.title), h("p", {}, data.intro), stage, restart, live);

  /** @param {string} [focus] what of the widget gets the focus @param {number} [place] which of several */
  function show(focus, place = 0) {
    drawn.stop();
    restart.hidden = said.guess === null;
    stage.replaceChildren();
    if (said.guess === null) ask();
    else {
      reveal(said.guess);
      const open = others.findIndex((_, index) => !said.said[index]);
      (open < 0 ? others : others.slice(0, open + 1)).forEach(lose);
      if (open < 0) stage.append(h("p", {}, h("strong", {}, data.moral)));
    }
    if (focus) /** @type {NodeListOf<HTMLElement>} */ (el.querySelectorAll(focus))[place]?.focus();
  }

  function ask() {
    let guess = 50;
    const question = slider({ label: `What share of the ${first.patients.length} would you say survives ${data.landmark} months?`,
      values: Array.from({ length: 101 }, (_, n) => n), start: guess, text: (n) => `${n}%`, change: (n) => { guess = n; } });
    stage.append(h("p", {}, `Read the lines, decide what to do with those last seen alive before month ${data.landmark}, and guess.`),
      drawn.add((width) => drawLines(width, data, first, data.landmark)), lineTable(first), question.element,
      primary("Commit to this guess", () => {
        said.guess = guess;
        keep.save(said);
        live.textContent = `Kaplan–Meier says ${wholePercent(first.months[data.landmark][0])}. You said ${guess}%.`;
        show(".survival-verdict");
      }));
  }

  /** @param {number} guess */
  function reveal(guess) {
    const { estimates, landmark } = data;
    stage.append(
      h("p", { class: "survival-verdict", tabindex: -1 }, h("strong", {}, `Kaplan–Meier says ${wholePercent(first.months[landmark][0])} at ${landmark} months. You said ${guess}%. `), judge(estimates, guess)),
      h("h4", {}, `One cohort, four answers at ${landmark} months`),
      drawn.add((width) => drawEstimates(width, estimates, guess)),
      h("ul", { class: "survival-list" }, estimates.map(({ name, count, value, why }) => h("li", {}, h("strong", {}, `${name}: `), `${count} = ${wholePercent(value)}. ${why}`))),
      dataTable("The curve worked out, death by death", ["Month", "At risk", "Died", "Survival after"],
        data.steps.map(([month, risk, died, survival]) => [month, risk, died, wholePercent(survival)])));
    explore();
    stage.append(h("h4", {}, "The same gap in print"), ...paragraphs(data.published),
      h("h4", {}, "Lose other patients"));
  }

  function explore() {
    let month = data.landmark;
    const reading = h("p", { "data-result": "reading" });
    const holder = h("div");
    const read = () => {
      const [survival, low, high, risk] = first.months[month];
      const known = survival < 1 && survival > 0 ? ` (95% interval ${wholePercent(low)} to ${wholePercent(high)})` : "";
      return [`Month ${month}: ${wholePercent(survival)} alive`, `${known}; ${risk} of ${first.patients.length} at risk.${month === first.median ? " This is the median." : ""}`];
    };
    const update = (/** @type {boolean} */ now) => {
      const [start, rest] = read();
      reading.replaceChildren(h("strong", {}, start), rest);
      holder.replaceChildren(drawn.add((width) => drawLines(width, data, first, month)), drawn.add((width) => drawCurve(width, data, first, null, month)));
      if (now) live.textContent = `${start}, ${first.months[month][3]} at risk.`;
    };
    const time = slider({ label: "Month to read", values: first.months.map((_, n) => n), start: month, text: (n) => `month ${n}`,
      change: (n) => { month = n; update(true); } });
    update(false);
    stage.append(h("h4", {}, "Read the curve at any month"),
      h("p", {}, "Move the month. A death makes a step. A patient lost makes none, but the next step is larger. Where does the curve first reach half? That month is the median."),
      time.element, reading, holder,
      dataTable("The curve, month by month", ["Month", "Survival", "95% interval", "At risk"],
        first.months.map(([survival, low, high, risk], n) => [n, wholePercent(survival), survival < 1 && survival > 0 ? `${wholePercent(low)} to ${wholePercent(high)}` : "–", risk])));
  }

  /** @param {Scenario} scenario @param {number} index */
  function lose(scenario, index) {
    const part = h("div", { class: "survival-part" });
    const answer = said.said[index];
    stage.append(part);
    part.append(h("p", {}, h("strong", {}, `${index + 1} of ${others.length}. `), scenario.question));
    if (answer === undefined) {
      const hint = h("p");
      const choice = radios({ legend: "The estimate will be …", options: CHOICES.map(([value, text]) => ({ value, text })) });
      part.append(choice.element, primary("Commit to this prediction", () => {
        const value = choice.value();
        if (value === undefined) {
          hint.textContent = live.textContent = "Choose one first.";
          return;
        }
        said.said[index] = value;
        keep.save(said);
        live.textContent = `${word(scenario.answer)}. You said: ${word(value).toLowerCase()}.`;
        // The first verdict is that on the guess.
        show(".survival-verdict", index + 1);
      }), hint);
      return;
    }
    const beside = /** @type {Scenario} */ (data.scenarios.find(({ id }) => id === scenario.beside));
    part.append(
      h("p", { class: "survival-verdict", tabindex: -1 }, h("strong", {}, answer === scenario.answer ? `✓ ${word(answer)}, as you said. ` : `✗ ${word(scenario.answer)}. You said: ${word(answer).toLowerCase()}. `), scenario.why),
      drawn.add((width) => drawLines(width, data, scenario, data.landmark)),
      drawn.add((width) => drawCurve(width, data, scenario, beside, data.landmark)),
      dataTable(`Survival with ${scenario.name}, as a table`, ["Month", upperFirst(scenario.name), "At risk", upperFirst(beside.name)],
        [6, 12, 18, 24].map((n) => [n, wholePercent(scenario.months[n]?.[0]), scenario.months[n]?.[3] ?? 0, wholePercent(beside.months[n]?.[0])])));
  }

  show();
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/** The guess in words. @param {Estimate[]} estimates @param {number} guess */
function judge(estimates, guess) {
  const off = (/** @type {Estimate} */ { value }) => Math.abs(100 * value - guess);
  const nearest = [...estimates].sort((a, b) => off(a) - off(b))[0];
  if (off(nearest) <= 4) return nearest.guessed;
  const values = estimates.map(({ value }) => 100 * value);
  if (guess < Math.min(...values)) return "Even if everybody lost had died at once, more than that would be alive.";
  if (guess > Math.max(...values)) return "Even if nobody lost had died, the deaths that were seen leave fewer alive.";
  return "It lies between the floor and the ceiling, so it is possible. See what each way of counting does with the lost.";
}

/** @param {number | undefined} value */
function wholePercent(value) {
  return value === undefined ? "not known" : `${Math.round(100 * value)}%`;
}

/** @param {string} value */
function word(value) {
  return value === "same" ? "About the same" : upperFirst(value);
}

/** @param {Scenario} scenario */
function lineTable(scenario) {
  return dataTable("These lines as a table", ["Patient", "Months", "Ends"],
    scenario.patients.map(([number, months, died]) => [number, months, died ? "died" : "last seen alive"]));
}

/** @param {number} x @param {number} y @param {string} text @param {string} [anchor] */
function label(x, y, text, anchor = "middle") {
  return svg("text", { x, y, "text-anchor": anchor, class: "survival-text" }, text);
}

/** Position of a month. @param {number} width @param {number} end @returns {(month: number) => number} */
function along(width, end) {
  return (month) => LEFT + ((width - LEFT - RIGHT) * month) / end;
}

/** The months below a chart. @param {(month: number) => number} x @param {number} end @param {number} y */
function axis(x, end, y) {
  return [svg("line", { x1: x(0), x2: x(end), y1: y, y2: y, class: "survival-axis" }),
    [0, 6, 12, 18, 24].filter((n) => n <= end).flatMap((n) => [svg("line", { x1: x(n), x2: x(n), y1: y, y2: y + 5, class: "survival-axis" }), label(x(n), y + 18, String(n))])].flat();
}

/** A cross is a death, a ring the last sight of somebody alive. @param {number} width @param {Data} data @param {Scenario} scenario @param {number} month */
function drawLines(width, { end }, scenario, month) {
  const x = along(width, end);
  const bottom = 30 + 17 * scenario.patients.length;
  const deaths = scenario.patients.filter(([, , died]) => died).length;
  const full = scenario.patients.filter(([, months, died]) => !died && months === end).length;
  const lost = scenario.patients.length - deaths - full;
  return svg("svg", { role: "img", width, height: bottom + 40, "aria-label":
    `Follow-up lines of ${scenario.patients.length} patients over ${end} months: ${deaths} end with death, ${lost} were lost while alive, ${full} were alive at the end. Month ${month} is marked.` },
    label(0, 13, "✕ died", "start"), label(64, 13, "○ last seen alive", "start"),
    svg("line", { x1: x(month), x2: x(month), y1: 22, y2: bottom, class: "survival-now" }),
    scenario.patients.flatMap(([number, months, died], row) => {
      const y = 34 + 17 * row;
      const at = x(months);
      return [label(LEFT - 12, y + 5, String(number), "end"), svg("line", { x1: x(0), x2: at, y1: y, y2: y, class: "survival-life" }),
        died ? svg("path", { d: `M${at - 4.5},${y - 4.5}l9,9m0,-9l-9,9`, class: "survival-death" }) : svg("circle", { cx: at, cy: y, r: 4.5, class: "survival-seen" })];
    }),
    axis(x, end, bottom + 2), label(width, bottom + 37, "months since the start (constructed)", "end"));
}

/**
 * The curve with its interval; `other` is a second curve, dotted.
 * @param {number} width @param {Data} data @param {Scenario} scenario @param {Scenario | null} other @param {number} month
 */
function drawCurve(width, { end }, scenario, other, month) {
  const x = along(width, end);
  const y = (/** @type {number} */ share) => 40 + 160 * (1 - share);
  const steps = (/** @type {Scenario} */ one, /** @type {0 | 1 | 2} */ part) =>
    one.months.map((values, n) => (n === 0 ? `${x(0)},${y(1)}` : `H${x(n)}V${y(values[part])}`)).join("");
  const back = (/** @type {Scenario} */ one) =>
    one.months.slice(0, -1).map((values, n) => `V${y(values[1])}H${x(n)}`).reverse().join("");
  const here = scenario.months[month];
  return svg("svg", { role: "img", width, height: 258, "aria-label":
    `Kaplan–Meier curve with ${scenario.name}: ${wholePercent(here?.[0])} alive at month ${month}, ${here?.[3] ?? 0} at risk.${other ? ` With ${other.name}: ${wholePercent(other.months[month]?.[0])}.` : ""}` },
    other ? [label(0, 13, "━ this follow-up", "start"), label(width, 13, `┅ ${other.name}`, "end")] : label(0, 13, "Share alive, 95% interval shaded", "start"),
    [0, 0.5, 1].flatMap((share) => [label(LEFT - 4, y(share) + 5, `${100 * share}%`, "end"), svg("line", { x1: x(0), x2: x(end), y1: y(share), y2: y(share), class: "survival-axis", "stroke-opacity": 0.5 })]),
    svg("path", { d: `M${steps(scenario, 2)}${back(scenario)}Z`, class: "survival-band" }),
    svg("line", { x1: x(month), x2: x(month), y1: 32, y2: 200, class: "survival-now" }),
    other && svg("path", { d: `M${steps(other, 0)}`, class: "survival-other" }),
    svg("path", { d: `M${steps(scenario, 0)}`, class: "survival-curve" }),
    here && svg("circle", { cx: x(month), cy: y(here[0]), r: 5, class: "survival-seen" }),
    axis(x, end, 202),
    label(0, 250, "At risk", "start"), [6, 12, 18, 24].map((n) => label(x(n), 250, String(scenario.months[n]?.[3] ?? 0))));
}

/** @param {number} width @param {Estimate[]} estimates @param {number} guess */
function drawEstimates(width, estimates, guess) {
  const x = (/** @type {number} */ share) => 1 + (width - 2) * share;
  const bottom = 46 * estimates.length;
  const listed = estimates.map(({ name, value }) => `${name} ${wholePercent(value)}`).join("; ");
  return svg("svg", { role: "img", width, height: bottom + 24, "aria-label": `Bars of four estimates. ${listed}. Your guess ${guess}%.` },
    estimates.flatMap(({ name, value }, row) => [
      label(1, 46 * row + 15, `${name}: ${wholePercent(value)}`, "start"),
      svg("rect", { x: 1, y: 46 * row + 21, width: x(value) - 1, height: 16, class: `survival-bar${name === "Kaplan–Meier" ? " survival-km" : ""}` })]),
    estimates.map((_, row) => svg("line", { x1: x(guess / 100), x2: x(guess / 100), y1: 46 * row + 19, y2: 46 * row + 39, class: "survival-guess" })),
    label(x(guess / 100), bottom + 12, `┆ your guess ${guess}%`, guess > 60 ? "end" : guess < 25 ? "start" : "middle"));
}

/** Whatever of the remembered value still makes sense. @param {number} most @param {any} value @returns {Said} */
function restore(most, value) {
  /** @type {Said} */
  const said = { guess: null, said: [] };
  if (typeof value !== "object" || value === null) return said;
  if (isIndex(value.guess, 101)) said.guess = value.guess;
  for (let index = 0; Array.isArray(value.said) && index < most; index += 1) {
    if (CHOICES.some(([choice]) => choice === value.said[index])) said.said[index] = value.said[index];
  }
  return said;
}

export default { render };
