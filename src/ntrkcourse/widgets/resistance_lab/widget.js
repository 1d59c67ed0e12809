// Tumours that grow again on a first drug: choose what to do, predict six months, then see the clones.

import { dataTable, primary, radios, scrolling, select } from "../shared/controls.js";
import { fill, h, inline, paragraphs, picture, plainText, svg, uniqueId } from "../shared/dom.js";
import { asIs, each, pick } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * Sizes are in per cent of the burden at month 0, one list for each clone, one value for each half month.
 * @typedef {import("./data.js").Lab} Lab
 * @typedef {import("./data.js").Outcome["id"]} OutcomeId
 * @typedef {{ choice: import("./data.js").Choice["id"], steps: [number, string][], future: number[][],
 *   outcome: OutcomeId }} Run
 * @typedef {Lab["tumour"][number] & { past: number[][], runs: Run[] }} Tumour
 * @typedef {{ holds: boolean, fact: string, against: string }} Holding
 * @typedef {Lab["mechanism"][number] & { cells: Holding[] }} Mechanism
 * @typedef {Omit<Lab, "tumour" | "mechanism"> & { id: string, decision: number, step: number, tumour: Tumour[],
 *   drugs: string[], mechanism: Mechanism[], facts: string[] }} Data
 * @typedef {{ choice: string, says: OutcomeId }} Mark
 * @typedef {{ at: number, marks: Mark[] }} Said
 *   `marks`: one for each tumour, or missing; `at` past the last tumour is the summary
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const HEIGHT = 270;
const EDGE = { left: 40, right: 12, top: 56, bottom: 46 };
const DASHES = ["none", "6 3", "2 3", "9 3 2 3"];
/** A size below this, in per cent, is not told more exactly. */
const LEAST = 0.1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const tumours = data.tumour.map(({ setting, past }) => JSON.stringify([plainText(setting), past]));
  const done = (/** @type {Mark[]} */ marks) => data.tumour.every((_, at) => marks[at]);
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: { at: pick([...tumours, "all together"]), marks: each(tumours, () => asIs) },
    restore: (value) => restore(data, value),
    begun: ({ marks }) => marks.length > 0,
    committed: ({ marks }) => done(marks),
    draw(/** @type {Play} */ play) {
      const { at, marks } = play.said;
      const tumour = data.tumour[at];
      play.stage.append(picker(play));
      if (!tumour) return close(play);
      return marks[at] ? explain(play, tumour, marks[at]) : ask(play, tumour);
    },
  }).start();

  /** @param {Play} play */
  function picker({ said, go }) {
    const options = data.tumour.map(({ title }, at) => ({
      value: String(at),
      text: said.marks[at] ? fill(words.seen, { title }) : title,
    }));
    if (done(said.marks)) options.push({ value: String(options.length), text: words.all_together });
    const change = (/** @type {string} */ value) => go({ at: Number(value) });
    return select({ label: words.tumour, options, value: String(said.at), change }).element;
  }

  /** @param {Play} play @param {Tumour} tumour */
  function ask(play, tumour) {
    const title = h("h4", { tabindex: -1 }, fill(words.ask, { title: tumour.title }));
    const choice = radios({
      legend: words.choose,
      options: data.choice.map(({ id, name, note }) => ({
        value: id,
        text: [name, h("span", { class: "ntrk-muted resistance-note" }, inline(note))],
      })),
    });
    const says = radios({ legend: words.predict, options: data.outcome.map(({ id, text }) => ({ value: id, text })) });
    const mark = () => ({ choice: choice.value(), says: says.value() });
    const { lowest, now } = burden(tumour, words);
    play.stage.append(
      title,
      h("p", {}, inline(tumour.setting), " ", fill(words.yours, { month: data.decision, lowest, now })),
      chart(play, tumour, null),
      choice.element,
      says.element,
      ...play.commit(
        words.commit,
        () => (isMark(data, mark()) ? "" : words.missing),
        () => {
          const given = mark();
          if (!isMark(data, given)) return;
          play.said.marks[play.said.at] = given;
          play.go();
          play.say(verdict(data, tumour, given));
        },
      ),
    );
    return title;
  }

  /** @param {Play} play @param {Tumour} tumour @param {Mark} mark */
  function explain(play, tumour, mark) {
    const title = h("h4", { tabindex: -1 }, verdict(data, tumour, mark));
    const view = h("div");
    const draw = (/** @type {string} */ choice) => {
      play.drawn.stop();
      const run = runOf(tumour, choice);
      const { short, meaning } = outcomeOf(data, run.outcome);
      view.replaceChildren(
        chart(play, tumour, run),
        treatment(run, words),
        h(
          "p",
          {},
          h("strong", {}, fill(words.came, { outcome: short, meaning })),
          inline(tumour.answer.find((one) => one.choice === choice)?.text ?? []),
        ),
        numbers(tumour, run, words),
      );
      return run;
    };
    draw(mark.choice);
    const others = select({
      label: words.others,
      value: mark.choice,
      options: data.choice.map(({ id, name }) => ({
        value: id,
        text: id === mark.choice ? fill(words.own_choice, { name }) : name,
      })),
      change: (choice) => play.say(change(data, tumour, draw(choice))),
    });
    const clones = tumour.clone.slice(1).map(({ name, start }) => fill(words.hidden_clone, { name, n: start }));
    const next = data.tumour.findIndex((_, at) => !play.said.marks[at]);
    play.stage.append(
      title,
      h(
        "p",
        {},
        h("strong", {}, words.hidden),
        inline(tumour.hidden),
        " ",
        fill(words.hidden_clones, { clones: clones.join("; ") }),
      ),
      others.element,
      view,
      primary(next < 0 ? words.to_closing : words.next, () => play.go({ at: next < 0 ? data.tumour.length : next })),
    );
    return title;
  }

  /** @param {Play} play */
  function close({ said, stage, drawn }) {
    const title = h("h4", { tabindex: -1 }, data.closing);
    const right = data.tumour.filter((tumour, at) => {
      const { choice, says } = said.marks[at];
      return runOf(tumour, choice).outcome === says;
    });
    stage.append(
      title,
      h("p", {}, fill(words.predicted, { n: right.length, all: data.tumour.length })),
      drawn.add((width) => together(data, width), h("div", { class: "resistance-chart" })),
      h("p", {}, h("strong", {}, words.one_curve), words.only_a_test),
      holdings(data),
      ...paragraphs(data.summary),
      h("p", { class: "ntrk-muted" }, data.model),
    );
    return title;
  }

  /** @param {Play} play @param {Tumour} tumour @param {Run | null} run */
  function chart({ drawn }, tumour, run) {
    return drawn.add((width) => curve(data, tumour, run, width), h("div", { class: "resistance-chart" }));
  }
}

/** The burden of all tumours until the decision. @param {Data} data @param {number} width */
function together(data, width) {
  const { x, y, axes } = scales(data, width);
  const { words, decision, step, tumour: tumours } = data;
  const lines = tumours.map(({ past }, number) =>
    svg("path", {
      class: "resistance-total",
      "stroke-dasharray": DASHES[number % DASHES.length],
      d: line(total(past).map((size, index) => [x(index * step), y(size)])),
    }),
  );
  const leader = line([
    [x(3.5), y(59)],
    [x(2.5), y(total(tumours[0].past)[5]) - 4],
  ]);
  return picture(
    { width, height: HEIGHT, label: fill(words.drawing_all, { n: tumours.length, month: decision }) },
    axes,
    lines,
    svg("text", { x: x(3.6), y: y(60) }, fill(words.tumours, { n: tumours.length })),
    svg("path", { class: "resistance-leader", d: leader }),
  );
}

/**
 * The burden over time; with a run also what came of the choice, in the layers of its clones.
 * @param {Data} data @param {Tumour} tumour @param {Run | null} run @param {number} width
 */
function curve(data, tumour, run, width) {
  const { words, decision, step } = data;
  const { x, y, end, axes } = scales(data, width);
  const id = uniqueId("clone");
  const clones = run ? clonesOf(tumour, run) : [total(tumour.past)];
  const at = (/** @type {number} */ index) => x(index * step);
  const all = total(clones);
  // The sensitive cells lie on top, so that the clone that stays has the ground.
  const order = clones.map((_, clone) => clone).reverse();
  /** @type {number[]} */
  let ground = all.map(() => 0);
  /** @type {{ clone: number, middle: number[] }[]} */
  const placed = [];
  const layers = order.map((clone) => {
    const below = ground;
    ground = below.map((size, index) => size + clones[clone][index]);
    placed.push({ clone, middle: below.map((size, index) => (size + ground[index]) / 2) });
    const [lower, upper] = [below, ground].map((sizes) => sizes.map((size, index) => [at(index), y(size)]));
    const outline = `${line([...upper, ...lower.reverse()])}Z`;
    return svg("path", { class: "resistance-layer", fill: clone ? `url(#${id}-${clone})` : undefined, d: outline });
  });
  const labels = placed.flatMap(({ clone, middle }) => {
    // Resistant clones are named to the left of the decision, one above the other, where the burden is low.
    const [from, month, level] = clone
      ? [9.8 - 0.5 * (clone - 1), 9.5 - 0.5 * (clone - 1), y(88 - 16 * clone)]
      : [2, 0.5, y(88)];
    const target = [x(month), y(middle[month / step])];
    const kind = clone ? "resistance-end" : "";
    return [
      svg("text", { x: x(from) + (clone ? -4 : 5), y: level, class: kind }, tumour.clone[clone].name),
      svg("path", { class: "resistance-leader", d: line([[x(from), level - 4], target]) }),
      svg("circle", { class: "resistance-point", cx: target[0], cy: target[1], r: 2.5 }),
    ];
  });
  /** @type {[number, string][]} */
  const steps = run
    ? run.steps
    : [
        [0, words.first_drug],
        [decision, words.unknown],
      ];
  const last = all[all.length - 1];
  const border = line([
    [x(decision), EDGE.top],
    [x(decision), y(0)],
  ]);
  const covered = { x: x(decision), y: EDGE.top, width: end - x(decision), height: y(0) - EDGE.top };
  return picture(
    { width, height: HEIGHT, label: described(data, tumour, run) },
    hatchings(id),
    axes,
    layers,
    svg("path", { class: "resistance-total", d: line(all.map((size, index) => [at(index), y(size)])) }),
    run
      ? svg("path", { class: "resistance-leader", "stroke-dasharray": "4 3", d: border })
      : [
          svg("rect", { ...covered, fill: `url(#${id}-0)` }),
          svg("text", { x: (x(decision) + end) / 2, y: y(55), class: "resistance-ask" }, words.unknown),
        ],
    steps.flatMap(([month, name], number) => {
      const to = number + 1 < steps.length ? x(steps[number + 1][0]) : end;
      const named = run ? fill(words.step, { n: number + 1, name }) : name;
      const shown = named.length * 7.2 < to - x(month) ? named : number + 1;
      return [
        svg("rect", { class: "resistance-drug", x: x(month), y: 26, width: to - x(month), height: 20 }),
        svg("text", { x: (x(month) + to) / 2, y: 41, class: "resistance-middle" }, shown),
      ];
    }),
    ...(run
      ? [
          labels,
          svg("circle", { cx: x(decision), cy: y(all[decision / step]), r: 4, class: "resistance-dot" }),
          svg("circle", { cx: end, cy: y(last), r: 4, class: "resistance-dot" }),
          svg("text", { x: end, y: y(last) - 9, class: "resistance-end" }, share100(last, words)),
        ]
      : []),
  );
}

/** Fills by number: what is not known yet, and the resistant clones. @param {string} id */
function hatchings(id) {
  const ink = { class: "resistance-ink" };
  return svg(
    "defs",
    {},
    [
      { size: 7, turned: true, mark: svg("rect", { width: 2, height: 7, class: "resistance-unknown" }) },
      { size: 5, turned: true, mark: svg("rect", { width: 3, height: 5, ...ink }) },
      { size: 6, turned: false, mark: svg("circle", { cx: 3, cy: 3, r: 1.7, ...ink }) },
    ].map(({ size, turned, mark }, number) =>
      svg(
        "pattern",
        {
          id: `${id}-${number}`,
          width: size,
          height: size,
          patternUnits: "userSpaceOnUse",
          patternTransform: turned && "rotate(45)",
        },
        mark,
      ),
    ),
  );
}

/**
 * Axes that are the same for every drawing, so that tumours and choices can be compared.
 * @param {Data} data @param {number} width
 */
function scales({ words, decision, step, tumour: tumours }, width) {
  const months = decision + tumours[0].runs[0].future[0].length * step;
  const most = Math.max(...tumours.flatMap(({ runs }) => runs.flatMap(({ future }) => total(future))), 100) * 1.08;
  const end = width - EDGE.right;
  const x = (/** @type {number} */ month) => EDGE.left + ((end - EDGE.left) * month) / months;
  const y = (/** @type {number} */ size) => {
    return HEIGHT - EDGE.bottom - ((HEIGHT - EDGE.bottom - EDGE.top) * size) / most;
  };
  const axes = [
    svg("text", { x: 0, y: 16 }, words.axis),
    [0, 50, 100].map((size) => [
      svg("path", {
        class: "resistance-grid",
        d: line([
          [EDGE.left, y(size)],
          [end, y(size)],
        ]),
      }),
      svg("text", { x: EDGE.left - 6, y: y(size) + 4, class: "resistance-end" }, size),
    ]),
    [0, 5, decision, months].map((month) =>
      svg("text", { x: x(month), y: y(0) + 18, class: "resistance-middle" }, month),
    ),
    svg("text", { x: 0, y: HEIGHT - 6 }, words.made_up),
    svg("text", { x: end, y: HEIGHT - 6, class: "resistance-end" }, words.months),
  ];
  return { x, y, end, axes: axes.flat(2) };
}

/** What was given from when, numbered as in the drawing. @param {Run} run @param {Record<string, string>} words */
function treatment({ steps }, words) {
  return h(
    "ol",
    { class: "resistance-steps" },
    steps.map(([month, name]) => h("li", {}, fill(words.from_month, { month, name }))),
  );
}

/** @param {Tumour} tumour @param {Run} run @param {Record<string, string>} words */
function numbers(tumour, run, words) {
  const clones = clonesOf(tumour, run);
  const rows = total(clones).flatMap((size, index) =>
    index % 4
      ? []
      : [[index / 2, ...[size, ...clones.map((sizes) => sizes[index])].map((one) => share100(one, words))]],
  );
  const names = tumour.clone.map(({ name }) => name);
  return dataTable(words.numbers, [words.column_month, words.column_burden, ...names], rows);
}

/** Which drug holds what, with the record of each cell. @param {Data} data */
function holdings({ words, drugs, mechanism }) {
  const cell = (/** @type {Holding} */ { holds, fact, against }) => {
    const word = holds ? words.held : words.escapes;
    return h(
      "td",
      {},
      holds ? "✓ " : "✗ ",
      fact ? inline([["fact", word, fact]]) : fill(words.assumed, { word }),
      against ? [", ", inline([["fact", words.not_always, against]])] : null,
    );
  };
  return scrolling(
    words.holdings,
    h(
      "table",
      {},
      h("caption", {}, words.holdings),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          [words.column_kind, ...drugs].map((text) => h("th", { scope: "col" }, text)),
        ),
      ),
      h(
        "tbody",
        {},
        mechanism.map(({ name, cells }) => h("tr", {}, h("th", { scope: "row" }, name), cells.map(cell))),
      ),
    ),
  );
}

/** @param {Tumour} tumour @param {string} choice */
function runOf(tumour, choice) {
  return tumour.runs.find((run) => run.choice === choice) ?? tumour.runs[0];
}

/** Sizes from month 0 to the end, of each clone. @param {Tumour} tumour @param {Run} run */
function clonesOf(tumour, run) {
  return tumour.past.map((sizes, clone) => [...sizes, ...run.future[clone]]);
}

/** @param {Data} data @param {OutcomeId} id */
function outcomeOf(data, id) {
  return data.outcome.find((one) => one.id === id) ?? data.outcome[0];
}

/** @param {Data} data @param {Tumour} tumour @param {Mark} mark */
function verdict(data, tumour, { choice, says }) {
  const run = runOf(tumour, choice);
  const text = run.outcome === says ? data.words.right : data.words.wrong;
  return fill(text, { says: outcomeOf(data, says).short, change: change(data, tumour, run) });
}

/** @param {Data} data @param {Tumour} tumour @param {Run} run */
function change(data, tumour, run) {
  const [before, after] = [tumour.past, run.future].map((clones) => share100(total(clones).at(-1) ?? 0, data.words));
  return fill(data.words.change, { outcome: outcomeOf(data, run.outcome).short, before, after });
}

/** The burden at first, at its lowest, and now. @param {Tumour} tumour @param {Record<string, string>} words */
function burden(tumour, words) {
  const past = total(tumour.past);
  const [first, lowest, now] = [past[0], Math.min(...past), past[past.length - 1]].map((size) => share100(size, words));
  return { first, lowest, now };
}

/** @param {Data} data @param {Tumour} tumour @param {Run | null} run */
function described(data, tumour, run) {
  const { words } = data;
  const drawing = fill(words.drawing, { ...burden(tumour, words), month: data.decision });
  if (!run) return fill(words.drawing_asked, { drawing });
  const clones = tumour.clone.map(({ name }, clone) =>
    fill(words.drawing_clone, { name, size: share100(run.future[clone].at(-1) ?? 0, words) }),
  );
  return fill(words.drawing_seen, { drawing, change: change(data, tumour, run), clones: clones.join(", ") });
}

/** @param {number[][]} clones */
function total(clones) {
  return clones[0].map((_, index) => clones.reduce((sum, sizes) => sum + sizes[index], 0));
}

/** Per cent of the first burden, as text. @param {number} size @param {Record<string, string>} words */
function share100(size, words) {
  return size < LEAST / 2 ? fill(words.under, { least: `${LEAST}%` }) : `${size.toFixed(size < 9.95 ? 1 : 0)}%`;
}

/** @param {number[][]} points */
function line(points) {
  return `M${points.map(([left, top]) => `${left.toFixed(1)} ${top.toFixed(1)}`).join("L")}`;
}

/** @param {Data} data @param {any} mark @returns {mark is Mark} */
function isMark(data, mark) {
  const known = (/** @type {{ id: string }[]} */ list, /** @type {any} */ id) => list.some((one) => one.id === id);
  return Boolean(mark) && known(data.choice, mark.choice) && known(data.outcome, mark.says);
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { at: 0, marks: [] };
  if (typeof value?.marks !== "object" || value.marks === null) return said;
  data.tumour.forEach(({ id }, at) => {
    // Version 1 had them by the tumours' ids.
    const mark = value.marks[Array.isArray(value.marks) ? at : id];
    if (isMark(data, mark)) said.marks[at] = { choice: mark.choice, says: mark.says };
  });
  const most = data.tumour.every((_, at) => said.marks[at]) ? data.tumour.length : data.tumour.length - 1;
  if (Number.isInteger(value.at) && value.at >= 0) said.at = Math.min(value.at, most);
  return said;
}

export default { render };
