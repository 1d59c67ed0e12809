// Break-apart FISH: judge two drawn tumours, guess what the rule does to 32, set the rule, then sequence them.

import { dataTable, guess, primary, radios, select, slider } from "../shared/controls.js";
import { counted, fill, h, inline, picture, pieces, svg } from "../shared/dom.js";
import { about, asIs, each, namesOf, pick } from "../shared/kept.js";
import { percent, wholesTo } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Counter} Counter
 * @typedef {{ called: number[], fused: number, ppv: [number, number, number] | null }} Outcome
 * @typedef {Counter["rule"][number] & { splits: number[], outcomes: Outcome[] }} Rule
 * @typedef {{ tumour: number, rule: number, told: { split: [number, number], called: [boolean, boolean] } }} Round
 * @typedef {Omit<Counter, "rule" | "fused"> & { id: string, rule: [Rule, Rule], size: number, nuclei: string[],
 *   rounds: [Round, Round], cutoffs: number[], published: number, fused: number, facts: string[] }} Data
 * @typedef {{ stage: number, verdicts: (boolean | undefined)[], called?: number, fused?: number }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/** The rules as kept readings know them. */
const KEPT = ["one", "two"];
const ROW = 10;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words, rule: rules, nuclei, size } = data;
  const total = nuclei.length;
  const cutoff = data.cutoffs[data.published];
  const [loose, strict] = rules.map(({ outcomes }) => outcomes[data.published]);
  const rounds = data.rounds.map(({ tumour, rule }) => `${KEPT[rule]} ${cutoff} ${nuclei[tumour]}`);
  // The guesses are about all tumours as the published rule reads them.
  const asked = [cutoff, ...namesOf(nuclei).sort()].join();
  const place = h("p", { class: "ntrk-muted" });
  // What the reader has set on the series is not kept, but outlasts a guess.
  let view = opening();
  return player(context, {
    title: data.title,
    lead: [h("p", {}, inline(data.intro)), place],
    id: data.id,
    shape: {
      stage: pick([...rounds, "all of them"]),
      verdicts: each(rounds, () => asIs),
      called: about(asked, asIs),
      fused: about(asked, asIs),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ { stage, verdicts, called }) =>
      stage > 0 || called !== undefined || verdicts.some((verdict) => verdict !== undefined),
    committed: ({ called, fused, verdicts }) =>
      called !== undefined && fused !== undefined && !verdicts.includes(undefined),
    draw(play) {
      const { stage, called } = play.said;
      place.textContent = fill(words.step, { n: stage + 1, all: data.rounds.length + 1 });
      if (stage === data.rounds.length && called !== undefined) return series(play, called);
      view = opening();
      return stage < data.rounds.length ? judge(play, data.rounds[stage]) : guessCalled(play);
    },
  }).start();

  function opening() {
    return { rule: 0, cutoff: data.published, look: "" };
  }

  /** One tumour under a stated rule. @param {Play} play @param {Round} round */
  function judge(play, round) {
    const { stage, verdicts } = play.said;
    const given = verdicts[stage];
    const cells = nuclei[round.tumour];
    const title = h("h4", { tabindex: -1 }, stage === 0 ? words.read_title : words.read_stricter);
    const choice = radios({
      legend: words.ask_reading,
      options: [
        { value: "1", text: words.reading_positive },
        { value: "0", text: words.reading_negative },
      ],
      value: given === undefined ? undefined : given ? "1" : "0",
    });
    const commit =
      given === undefined
        ? play.commit(
            words.commit_reading,
            () => (choice.value() === undefined ? words.reading_missing : ""),
            () => {
              verdicts[stage] = choice.value() === "1";
              play.go();
            },
          )
        : [];
    const rule = h("strong", {}, rules[round.rule].name);
    play.stage.append(
      title,
      h("p", {}, pieces(words.rule, { rule, cutoff, size })),
      h("p", { class: "ntrk-muted" }, words.probe),
      play.drawn.add((width) => drawing(data, cells, given === undefined ? -1 : round.rule, width)),
      gaps(words, cells),
      choice.element,
      ...commit,
    );
    if (given === undefined) return title;
    choice.element.disabled = true;
    return tell(play, round, given);
  }

  /** What a reading is worth. @param {Play} play @param {Round} round @param {boolean} given */
  function tell(play, { rule, told }, given) {
    const [mine, other] = [told.called[rule], told.called[1 - rule]];
    const verdict = fill(mine ? words.verdict_positive : words.verdict_negative, {
      reading: given === mine ? words.read_right : words.read_wrong,
      n: told.split[rule],
      size,
      cutoff,
    });
    const otherwise = fill(other === mine ? words.other_same : other ? words.other_positive : words.other_negative, {
      rule: rules[1 - rule].short,
      n: told.split[1 - rule],
      between: told.split[0] - told.split[1],
    });
    const last = play.said.stage + 1 === data.rounds.length;
    const next = primary(last ? words.to_series : words.next, () => play.go({ stage: play.said.stage + 1 }));
    play.stage.append(
      h("p", { class: "fish-verdict" }, h("strong", {}, given === mine ? "✓ " : "✗ ", verdict)),
      h("p", {}, otherwise),
      next,
    );
    play.say(verdict);
    return next;
  }

  /** @param {Play} play */
  function guessCalled(play) {
    const title = h("h4", { tabindex: -1 }, fill(words.series_title, { n: total }));
    play.stage.append(
      title,
      number(play, fill(words.ask_called, { n: total, cutoff, size }), total, (called) => play.go({ called })),
    );
    return title;
  }

  /** All tumours: set the rule, guess, sequence. @param {Play} play @param {number} expected */
  function series(play, expected) {
    const { fused } = play.said;
    const title = h("h4", { tabindex: -1 }, words.rule_title);
    const board = chart(data);
    const outcome = h("p", { class: "fish-verdict" });
    const note = h("p", { class: "ntrk-muted" });
    const ppv = h("p", { class: "fish-verdict", hidden: fused === undefined });
    const cells = h("div");
    const look = () =>
      cells.replaceChildren(
        view.look === "" ? "" : play.drawn.add((width) => drawing(data, nuclei[Number(view.look)], view.rule, width)),
      );
    const update = () => {
      const rule = rules[view.rule];
      const { called } = rule.outcomes[view.cutoff];
      board.set(view.rule, view.cutoff, fused !== undefined);
      outcome.textContent = fill(words.called, {
        rule: rule.short,
        cutoff: data.cutoffs[view.cutoff],
        size,
        called: called.length,
        rest: total - called.length,
      });
      note.replaceChildren(view.cutoff === data.published ? inline(rule.told) : words.unreported);
      if (fused !== undefined) ppv.textContent = meaning(words, rule.outcomes[view.cutoff]);
    };
    const say = () => play.say((fused === undefined ? outcome : ppv).textContent ?? "");
    const rule = radios({
      legend: words.set_rule,
      options: rules.map(({ name }, index) => ({ value: String(index), text: name })),
      value: String(view.rule),
      class: "fish-rule",
      change: (value) => {
        view.rule = Number(value);
        look();
        update();
        say();
      },
    });
    const cut = slider({
      label: words.set_cutoff,
      values: data.cutoffs,
      start: view.cutoff,
      text: (n) => fill(words.cutoff, { n, size }),
      change: (_, index) => {
        view.cutoff = index;
        update();
        say();
      },
    });
    const looked = select({
      label: words.look,
      value: view.look,
      options: [
        { value: "", text: words.look_nowhere },
        ...nuclei.map((_, index) => ({ value: String(index), text: fill(words.look_at, { n: index + 1 }) })),
      ],
      change: (value) => {
        view.look = value;
        look();
      },
    });
    const after =
      fused === undefined
        ? [
            number(play, fill(words.ask_fused, { n: loose.called.length, cutoff }), loose.called.length, (n) =>
              play.go({ fused: n }),
            ),
          ]
        : sequenced(fused);
    look();
    update();
    const close = closeness(words, expected, loose.called.length);
    play.stage.append(
      title,
      h("p", {}, fill(words.expected_called, { n: expected, all: total, called: loose.called.length, close })),
      rule.element,
      play.drawn.add((width) => board.draw(width)),
      cut.element,
      outcome,
      ppv,
      note,
      numbers(data, fused !== undefined),
      h("div", {}, after),
      looked.element,
      cells,
    );
    if (fused === undefined) return title;
    say();
    return after[0];
  }

  /** What sequencing shows. @param {number} given */
  function sequenced(given) {
    const [called, fused] = [loose.called.length, loose.fused];
    const expected = fill(words.expected_fused, { n: given, called, fused });
    return [
      h("p", { tabindex: -1 }, given > fused ? `${expected} ${words.not_fused}` : expected),
      h(
        "p",
        { class: "ntrk-big" },
        fill(words.path, { stained: total, loose: called, strict: strict.called.length, fused }),
      ),
      h(
        "ul",
        {},
        data.closing.map((spans) => h("li", {}, inline(spans))),
      ),
    ];
  }

  /**
   * A number that the reader commits to.
   * @param {Play} play @param {string} question @param {number} top @param {(value: number) => void} done
   */
  function number(play, question, top, done) {
    const asked = guess({
      label: question,
      values: wholesTo(top),
      start: 0,
      text: (n) => fill(words.number, { n, all: top }),
    });
    return h(
      "div",
      {},
      asked.element,
      play.commit(words.commit_number, asked.missing, () => done(asked.value())),
    );
  }
}

/** How near a guess came. @param {Data["words"]} words @param {number} expected @param {number} called */
function closeness(words, expected, called) {
  if (expected === called) return words.exact;
  if (Math.abs(expected - called) <= 3) return words.close;
  return expected < called ? words.more : words.fewer;
}

/** What a call means once all are sequenced. @param {Data["words"]} words @param {Outcome} outcome */
function meaning(words, { called, fused, ppv }) {
  const missed = fused === 0 ? ` ${words.missed}` : "";
  if (!ppv) return words.uncalled + missed;
  const [value, low, high] = ppv.map(percent);
  return counted(words, "meaning", fused, { called: called.length, ppv: value, low, high }) + missed;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const given = typeof value === "object" && value !== null ? value : {};
  const kept = Array.isArray(given.verdicts) ? given.verdicts : [];
  const verdicts = data.rounds.map((_, at) => (typeof kept[at] === "boolean" ? kept[at] : undefined));
  const open = [...verdicts, undefined].indexOf(undefined);
  const fitting = (/** @type {any} */ n, /** @type {number} */ top) =>
    Number.isInteger(n) && n >= 0 && n <= top ? n : undefined;
  return {
    // Not past a tumour that is still to be read.
    stage: Math.min(fitting(given.stage, data.rounds.length) ?? 0, open),
    verdicts,
    called: fitting(given.called, data.nuclei.length),
    fused: fitting(given.fused, data.rule[0].outcomes[data.published].called.length),
  };
}

/** Gap of each nucleus in diameters. @param {string} nuclei */
function measured(nuclei) {
  return [...nuclei].map((digit) => parseInt(digit, 36) / 10);
}

/** @param {Data["words"]} words @param {string} nuclei */
function gaps(words, nuclei) {
  const rows = Array.from({ length: 10 }, (_, row) => [
    fill(words.gaps_row, { n: row + 1 }),
    ...measured(nuclei.slice(10 * row, 10 * row + 10)).map((gap) => gap.toFixed(1)),
  ]);
  return dataTable(fill(words.gaps, { n: nuclei.length }), [words.gaps_nuclei, ..."123456789", "10"], rows);
}

/** A disc and a square with a gap between them. @param {number} gap @param {number} size */
function pair(gap, size) {
  const half = ((1 + gap) * size) / 2;
  return [
    svg("circle", { cx: -half, cy: 0, r: size / 2, class: "fish-disc" }),
    svg("rect", { x: half - size / 2, y: -size / 2, width: size, height: size, class: "fish-square" }),
  ];
}

/**
 * Nuclei in rows; `rule` marks those that a threshold counts, -1 none.
 * @param {Data} data @param {string} nuclei @param {number} rule @param {number} width
 */
function drawing({ words, rule: rules }, nuclei, rule, width) {
  const narrow = width < 440;
  const columns = narrow ? 5 : 10;
  const cell = Math.min(width / columns, 66);
  const size = cell / 6.6;
  const list = measured(nuclei);
  const height = Math.ceil(list.length / columns) * cell + 4;
  const limit = rule + 1;
  const kind = (/** @type {number} */ gap) => {
    if (rule < 0) return "";
    if (gap > limit) return "fish-split";
    return rule === 1 && gap > 1 ? "fish-near" : "fish-whole";
  };
  const cells = list.map((gap, index) => {
    const x = ((index % columns) + 0.5) * cell;
    const y = (Math.floor(index / columns) + 0.5) * cell;
    return svg(
      "g",
      { transform: `translate(${x} ${y}) rotate(${(index * 137) % 360})`, class: kind(gap) },
      svg("circle", { r: cell * 0.46, class: "fish-nucleus" }),
      pair(gap, size),
    );
  });
  const wide = columns * cell;
  const key = rules.map(({ short }, at) => {
    const x = at === 0 ? size * 2 : Math.min(wide / 2, 150) + size * 2.5;
    return svg(
      "g",
      { transform: `translate(${x} 36)` },
      pair(at + 1, size),
      svg("text", { x: ((at + 1) / 2 + 1) * size + 6, y: 4, "font-size": 13 }, short),
    );
  });
  const drawn = fill(words.drawn, { n: list.length });
  const split = rule < 0 ? "" : ` ${fill(words.drawn_split, { n: list.filter((gap) => gap > limit).length })}`;
  const field = picture({ width: wide, height, label: drawn + split, class: "fish-field" }, cells);
  const region = { role: "group", tabindex: 0, "aria-label": drawn };
  return h(
    "div",
    {},
    svg(
      "svg",
      { width: wide, height: 50, viewBox: `0 0 ${wide} 50`, class: "fish-key", "aria-hidden": "true" },
      svg("text", { x: 0, y: 14, "font-size": 13 }, words.scale),
      key,
    ),
    narrow
      ? [
          // Half a row shows at the foot, so that it is seen to go on.
          h("div", { ...region, class: "fish-scroll", style: `max-height: ${Math.round(5.5 * cell)}px` }, field),
          h("p", { class: "ntrk-muted" }, fill(words.scroll, { n: list.length })),
        ]
      : field,
  );
}

/** @param {Data} data @param {boolean} sequenced */
function numbers({ words, rule: rules, nuclei, fused }, sequenced) {
  const head = [words.column_tumour, ...rules.map(({ short }) => fill(words.column_split, { rule: short }))];
  return dataTable(
    words.table,
    sequenced ? [...head, words.column_sequenced] : head,
    nuclei.map((_, index) => {
      const row = [`${index + 1}`, ...rules.map(({ splits }) => splits[index])];
      return sequenced ? [...row, index === fused ? words.fusion : words.no_fusion] : row;
    }),
  );
}

const OUTLINES = {
  "fish-fused": "M0-8 2-2 8-2 3 2 5 8 0 4-5 8-3 2-8-2-2-2Z",
  "fish-called": "M0-5.5 5.5 0 0 5.5-5.5 0Z",
  "fish-not": "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0",
};

/**
 * One row a tumour, its mark at the number of split nuclei under the rule, the cut-off as a line.
 * @param {Data} data
 */
function chart(data) {
  const { words, rule: rules } = data;
  const [loose, strict] = rules.map(({ splits }) => splits);
  const order = data.nuclei.map((_, index) => index).sort((a, b) => loose[b] - loose[a]);
  let state = { rule: 0, cutoff: data.published, known: false };
  /**
   * @type {{ marks: SVGElement[], line: SVGElement, labels: SVGElement[], root: SVGElement,
   *   x: (value: number) => number, width: number } | undefined}
   */
  let drawn;

  function place() {
    if (!drawn) return;
    const { marks, line, labels, root, x, width } = drawn;
    const cutoff = data.cutoffs[state.cutoff];
    const { splits, short, outcomes } = rules[state.rule];
    const { called } = outcomes[state.cutoff];
    order.forEach((tumour, row) => {
      const fused = state.known && tumour === data.fused;
      const kind = fused ? "fish-fused" : called.includes(tumour) ? "fish-called" : "fish-not";
      marks[row].style.transform = `translate(${x(splits[tumour])}px, ${34 + row * ROW}px)`;
      marks[row].setAttribute("class", `ntrk-moves ${kind}`);
      marks[row].firstElementChild?.setAttribute("d", OUTLINES[kind]);
      const text = marks[row].querySelector("text");
      if (text) text.textContent = fused ? words.fusion : "";
    });
    // A call begins above the cut-off, so the line stands between the two whole numbers.
    const edge = x(cutoff + 0.5);
    line.style.transform = `translate(${edge}px, 0)`;
    labels[0].textContent = fill(words.chart_rest, { n: order.length - called.length });
    labels[1].textContent = fill(words.chart_called, { n: called.length });
    const near = Math.min(Math.max(edge, 48), width - 70);
    labels[0].setAttribute("x", String(near - 6));
    labels[1].setAttribute("x", String(near + 6));
    const told = fill(words.chart, { n: order.length, rule: short, called: called.length, cutoff });
    const known = state.known ? ` ${fill(words.chart_fused, { n: splits[data.fused] })}` : "";
    root.setAttribute("aria-label", told + known);
  }

  return {
    /** @param {number} rule @param {number} cutoff @param {boolean} known */
    set(rule, cutoff, known) {
      state = { rule, cutoff, known };
      place();
    },
    /** @param {number} width */
    draw(width) {
      const bottom = 34 + order.length * ROW;
      const x = (/** @type {number} */ value) => 8 + (value / 100) * (width - 24);
      const marks = order.map(() =>
        svg("g", {}, svg("path"), svg("text", { x: -12, y: 5, "text-anchor": "end", "font-size": 13 })),
      );
      const tails = order.map((tumour, row) =>
        svg("line", {
          x1: x(loose[tumour]),
          x2: x(strict[tumour]),
          y1: 34 + row * ROW,
          y2: 34 + row * ROW,
          class: "fish-tail",
        }),
      );
      const line = svg("g", { class: "ntrk-moves" }, svg("line", { y1: 2, y2: bottom, class: "fish-cutoff" }));
      const labels = [
        svg("text", { y: 14, "text-anchor": "end", "font-size": 14 }),
        svg("text", { y: 14, "font-size": 14, "font-weight": 650 }),
      ];
      const ticks = [0, 25, 50, 75, 100].map((value) =>
        svg(
          "text",
          {
            x: x(value),
            y: bottom + 18,
            "font-size": 13,
            "text-anchor": value === 100 ? "end" : value ? "middle" : "start",
          },
          value,
        ),
      );
      const root = svg(
        "svg",
        { viewBox: `0 0 ${width} ${bottom + 44}`, width, height: bottom + 44, role: "img" },
        svg("line", { x1: 8, x2: width - 16, y1: bottom + 2, y2: bottom + 2, class: "fish-axis" }),
        tails,
        line,
        labels,
        marks,
        ticks,
        svg("text", { x: 8, y: bottom + 38, "font-size": 13 }, words.chart_axis),
      );
      drawn = { marks, line, labels, root, x, width };
      place();
      return root;
    },
  };
}

export default { render };
