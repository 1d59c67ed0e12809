// Break-apart FISH: judge two drawn tumours, guess what the rule does to 32, set the rule, then sequence them.
import { percent } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, frame } from "../shared/dom.js";
import { radios, button, slider, select, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, about, asIs, each, namesOf, pick } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ called: number[], fused: number, ppv: [number, number, number] | null }} Rule
 * @typedef {{ tumour: number, rule: number, told: { split: number[], called: boolean[] } }} Round
 * @typedef {{ id: string, title: string, intro: Span[], size: number, nuclei: string[], rounds: Round[], cutoffs: number[],
 *   published: number, splits: number[][], rules: Rule[][], fused: number, loose: Span[], strict: Span[], closing: Span[][] }} Data
 * @typedef {{ stage: number, verdicts: (boolean | undefined)[], called?: number, fused?: number }} Said
 * @typedef {{ node: Node, clean?: () => void }} Part
 */

const WORDS = ["one", "two"];
const ROW = 10;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const rounds = data.rounds.map(({ tumour, rule }) => `${WORDS[rule]} ${data.cutoffs[data.published]} ${data.nuclei[tumour]}`);
  // The guesses are about all tumours as the published rule reads them.
  const asked = [data.cutoffs[data.published], ...namesOf(data.nuclei).sort()].join();
  const keep = keeper({
    model, el, id: data.id,
    shape: { stage: pick([...rounds, "all of them"]), verdicts: each(rounds, () => asIs), called: about(asked, asIs), fused: about(asked, asIs) },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(said, now);
      show();
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const place = h("p", { class: "ntrk-muted" });
  const stage = h("div");
  const restart = button("Start again", () => {
    Object.assign(said, restore(data, undefined));
    keep.wipe(said);
    show(true);
  });
  /** @type {(() => void)[]} */
  let cleanups = [];

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, inline(data.intro)), place, stage, restart, live);

  const save = () => keep.save(said);
  /** @param {string} text */
  const announce = (text) => { live.textContent = text; };

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    cleanups.forEach((clean) => clean());
    cleanups = [];
    const steps = data.rounds.length + 1;
    place.textContent = `Step ${said.stage + 1} of ${steps}. The tumours are constructed, the drawings schematic.`;
    const title = h("h4", { tabindex: -1 });
    stage.replaceChildren(title);
    restart.hidden = said.stage === 0 && said.verdicts.every((verdict) => verdict === undefined) && said.called === undefined;
    if (said.stage < data.rounds.length) judge(title, data.rounds[said.stage]);
    else series(title);
    if (moved) {
      announce("");
      title.focus();
    }
  }

  /** @param {string} nuclei @param {number} rule which threshold to mark, or -1 for none */
  function field(nuclei, rule) {
    const holder = h("div");
    let marked = rule;
    let width = 0;
    const draw = () => drawing(nuclei, marked, width);
    cleanups.push(drawToWidth(holder, (now) => {
      width = now;
      return draw();
    }));
    return { holder, mark(/** @type {number} */ now) { marked = now; if (width) holder.replaceChildren(draw()); } };
  }

  /** One tumour under a stated rule. @param {HTMLElement} title @param {Round} round */
  function judge(title, round) {
    const { rule, told } = round;
    const cutoff = data.cutoffs[data.published];
    const nuclei = data.nuclei[round.tumour];
    const cells = field(nuclei, -1);
    const result = h("div");
    const choice = radios({
      legend: "Your reading of this tumour",
      options: [{ value: "1", text: "FISH-positive" }, { value: "0", text: "FISH-negative" }],
    });
    const commit = primary("Commit to this reading", () => {
      const value = choice.value();
      if (value === undefined) {
        announce("Choose a reading first.");
        result.replaceChildren(h("p", {}, "Choose a reading first."));
        return;
      }
      said.verdicts[said.stage] = value === "1";
      save();
      reveal(true);
    });

    const reveal = (/** @type {boolean} */ now) => {
      const answer = told.called[rule];
      const right = said.verdicts[said.stage] === answer;
      const name = answer ? "positive" : "negative";
      const verdict = `${right ? "You read it as the rule does" : "The rule reads it the other way"}: ${told.split[rule]} of ${data.size} nuclei are split, ${answer ? "more" : "not more"} than ${cutoff}, so ${name}.`;
      const other = told.called[1 - rule] === answer
        ? `The rule of ${WORDS[1 - rule]} diameters gives ${told.split[1 - rule]} and the same verdict. Easy.`
        : `${told.split[0] - told.split[1]} gaps lie between one and two diameters (dashed). Count those as well, and the same nuclei give ${told.split[1 - rule]} split: ${told.called[1 - rule] ? "positive" : "negative"}. Nothing in the tumour has changed.`;
      choice.set(said.verdicts[said.stage] ? "1" : "0");
      choice.element.disabled = true;
      commit.hidden = true;
      restart.hidden = false;
      cells.mark(rule);
      const next = primary(said.stage + 1 < data.rounds.length ? "Next tumour" : "On to all of them", () => {
        said.stage += 1;
        save();
        show(true);
      });
      result.replaceChildren(h("p", { class: "fish-verdict" }, h("strong", {}, right ? "✓ " : "✗ ", verdict)), h("p", {}, other), next);
      if (now) {
        announce(verdict);
        next.focus();
      }
    };

    title.textContent = said.stage === 0 ? "Read this tumour" : "Read this one, by a stricter rule";
    stage.append(
      h("p", {}, "A nucleus is split when the gap between its two signals is wider than ", h("strong", {}, `${WORDS[rule]} signal diameter${rule ? "s" : ""}`),
        `. The tumour is positive when more than ${cutoff} of ${data.size} nuclei are split.`),
      h("p", { class: "ntrk-muted" }, "A break-apart probe marks the two ends of one gene, red and green under the microscope; here disc and square. One pair is drawn for each nucleus."),
      cells.holder, gaps(nuclei), choice.element, commit, result);
    if (said.verdicts[said.stage] !== undefined) reveal(false);
  }

  /** All tumours: guess, set the rule, guess, sequence. @param {HTMLElement} title */
  function series(title) {
    const total = data.nuclei.length;
    const [loose, strict] = data.rules.map((row) => row[data.published]);
    const cutoff = data.cutoffs[data.published];
    title.textContent = said.called === undefined ? `Now all ${total}` : "Set the rule";
    if (said.called === undefined) {
      stage.append(guess(`How many of the ${total} stained tumours does the one-diameter rule call positive, at more than ${cutoff} of ${data.size} nuclei?`, total, (value) => {
        said.called = value;
        save();
        show(true);
      }));
      return;
    }
    let at = { rule: 0, cutoff: data.published };
    const board = chart(data);
    const outcome = h("p", { class: "fish-verdict" });
    const note = h("p", { class: "ntrk-muted" });
    const ppv = h("p", { class: "fish-verdict" });
    const cells = h("div");
    const after = h("div");
    const holder = h("div");
    const table = h("div");
    cleanups.push(drawToWidth(holder, (width) => board.draw(width)));

    const update = (/** @type {boolean} */ now) => {
      const rule = data.rules[at.rule][at.cutoff];
      const known = said.fused !== undefined;
      const sentence = `Wider than ${WORDS[at.rule]} diameter${at.rule ? "s" : ""} in more than ${data.cutoffs[at.cutoff]} of ${data.size} nuclei: ${rule.called.length} called positive, ${total - rule.called.length} not.`;
      board.set(at.rule, at.cutoff, known);
      outcome.textContent = sentence;
      note.replaceChildren(inline(at.cutoff !== data.published ? [["text", "The study did not report this cut-off. The constructed tumours answer it, not real ones."]] : at.rule ? data.strict : data.loose));
      const told = known ? meaning(rule) : "";
      ppv.textContent = told;
      ppv.hidden = !known;
      if (now) announce(known ? told : sentence);
    };
    const look = select({
      label: "Look at the nuclei of",
      options: [{ value: "", text: "no tumour" }, ...data.nuclei.map((_, index) => ({ value: String(index), text: `tumour ${index + 1}` }))],
      change: (value) => {
        const drawn = value === "" ? undefined : field(data.nuclei[Number(value)], at.rule);
        cells.replaceChildren(...(drawn ? [drawn.holder] : []));
        marks = drawn;
      },
    });
    /** @type {ReturnType<typeof field> | undefined} */
    let marks;
    const rule = radios({
      legend: "Split means a gap wider than",
      options: WORDS.map((word, index) => ({ value: String(index), text: `${word} signal diameter${index ? "s" : ""}` })),
      value: "0",
      class: "fish-rule",
      change: (value) => {
        at = { ...at, rule: Number(value) };
        marks?.mark(at.rule);
        update(true);
      },
    });
    const cut = slider({
      label: "Positive means split in more than",
      values: data.cutoffs,
      start: data.published,
      text: (value) => `${value} of ${data.size} nuclei`,
      change: (_, index) => {
        at = { ...at, cutoff: index };
        update(true);
      },
    });
    const finish = (/** @type {boolean} */ now) => {
      const given = Number(said.fused);
      table.replaceChildren(numbers(data, true));
      after.replaceChildren(
        h("p", {}, `You expected ${given} of ${loose.called.length} to carry a fusion; sequencing finds ${loose.fused}.${given > loose.fused ? " A positive FISH is not a fusion." : ""}`),
        h("p", { class: "ntrk-big" }, `${total} stained → ${loose.called.length} by one diameter → ${strict.called.length} by two → ${loose.fused} fusion`),
        h("ul", {}, data.closing.map((spans) => h("li", {}, inline(spans)))));
      update(now);
    };
    const off = Math.abs(said.called - loose.called.length);
    stage.append(
      h("p", {}, `You expected ${said.called} of ${total}; the rule calls ${loose.called.length}. ${off === 0 ? "Exactly." : off <= 3 ? "Close." : said.called < loose.called.length ? "More than you thought: gaps of one to two diameters are common." : "Fewer than you thought: a stain is not a split."} Each row is one tumour. Move the rule and the cut-off.`),
      h("div", { class: "fish-controls" }, rule.element, cut.element), outcome, note, holder, ppv, table, after, look.element, cells);
    table.replaceChildren(numbers(data, false));
    if (said.fused === undefined) {
      after.replaceChildren(guess(`Every tumour is now sequenced. Of the ${loose.called.length} called by one diameter and a cut-off of ${cutoff}, how many carry a fusion?`, loose.called.length, (value) => {
        said.fused = value;
        save();
        finish(true);
        after.querySelector("p")?.setAttribute("tabindex", "-1");
        after.querySelector("p")?.focus();
      }));
      update(false);
    } else finish(false);
  }

  /** A number that the reader commits to. @param {string} question @param {number} top @param {(value: number) => void} done */
  function guess(question, top, done) {
    let moved = false;
    const hint = h("p");
    const input = slider({
      label: question,
      values: Array.from({ length: top + 1 }, (_, index) => index),
      start: 0,
      text: (value) => (moved ? `${value} of ${top}` : "not set"),
      change: () => {},
    });
    input.input.addEventListener("input", () => {
      moved = true;
      input.set(Number(input.input.value));
    });
    return h("div", {}, input.element, primary("Commit to this number", () => {
      if (moved) done(Number(input.input.value));
      else announce(hint.textContent = "Move the slider first.");
    }), hint);
  }

  show();
  return () => {
    cleanups.forEach((clean) => clean());
    keep.stop();
  };
}

/** What a call means once all are sequenced. @param {Rule} rule */
function meaning(rule) {
  const missed = rule.fused === 0 ? " The one true fusion is missed." : "";
  if (!rule.ppv) return `No tumour is called.${missed}`;
  const [value, low, high] = rule.ppv;
  return `${rule.fused} of the ${rule.called.length} called ${rule.fused === 1 ? "has" : "have"} a fusion: ${percent(value)} (exact 95% interval ${percent(low)} to ${percent(high)}).${missed}`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const given = typeof value === "object" && value !== null ? value : {};
  const kept = Array.isArray(given.verdicts) ? given.verdicts : [];
  const verdicts = data.rounds.map((_, at) => (typeof kept[at] === "boolean" ? kept[at] : undefined));
  const open = [...verdicts, undefined].indexOf(undefined);
  const fitting = (/** @type {any} */ n, /** @type {number} */ top) => (Number.isInteger(n) && n >= 0 && n <= top ? n : undefined);
  return {
    // Not past a tumour that is still to be read.
    stage: Math.min(fitting(given.stage, data.rounds.length) ?? 0, open),
    verdicts,
    called: fitting(given.called, data.nuclei.length),
    fused: fitting(given.fused, data.rules[0][data.published].called.length),
  };
}

/** Gap of each nucleus in diameters. @param {string} nuclei */
function measured(nuclei) {
  return [...nuclei].map((digit) => parseInt(digit, 36) / 10);
}

/** @param {string} nuclei */
function gaps(nuclei) {
  const rows = Array.from({ length: 10 }, (_, row) => [`Row ${row + 1}`, ...measured(nuclei.slice(10 * row, 10 * row + 10)).map((gap) => gap.toFixed(1))]);
  return dataTable(`The ${nuclei.length} gaps in numbers, in signal diameters`, ["Nuclei", ..."123456789", "10"], rows);
}

/** A disc and a square with a gap between them. @param {number} gap @param {number} size */
function pair(gap, size) {
  const half = ((1 + gap) * size) / 2;
  return [
    svg("circle", { cx: -half, cy: 0, r: size / 2, class: "fish-disc" }),
    svg("rect", { x: half - size / 2, y: -size / 2, width: size, height: size, class: "fish-square" }),
  ];
}

/** Nuclei in rows; `rule` marks those that a threshold counts. @param {string} nuclei @param {number} rule @param {number} width */
function drawing(nuclei, rule, width) {
  const columns = width < 440 ? 8 : 10;
  const cell = Math.min(width / columns, 54);
  const size = cell / 6.6;
  const top = 52;
  const list = measured(nuclei);
  const height = top + Math.ceil(list.length / columns) * cell + 4;
  const limit = rule + 1;
  const cells = list.map((gap, index) => {
    const split = rule >= 0 && gap > limit;
    const near = rule === 1 && gap > 1 && !split;
    const x = ((index % columns) + 0.5) * cell;
    const y = top + (Math.floor(index / columns) + 0.5) * cell;
    return svg("g", { transform: `translate(${x} ${y}) rotate(${(index * 137) % 360})`, class: rule < 0 ? "" : split ? "fish-split" : near ? "fish-near" : "fish-whole" },
      svg("circle", { r: cell * 0.46, class: "fish-nucleus" }), pair(gap, size));
  });
  const wide = columns * cell;
  const key = [1, 2].map((gap) => svg("g", { transform: `translate(${gap === 1 ? size * 2 : Math.min(wide / 2, 150) + size * 2.5} 36)` },
    pair(gap, size), svg("text", { x: (gap / 2 + 1) * size + 6, y: 4, "font-size": 13 }, `${WORDS[gap - 1]} diameter${gap > 1 ? "s" : ""}`)));
  const counted = rule < 0 ? "" : ` ${list.filter((gap) => gap > limit).length} are outlined as split.`;
  return svg("svg", { viewBox: `0 0 ${wide} ${height}`, width: wide, height, role: "img", class: "fish-field",
    "aria-label": `Schematic drawing of ${list.length} nuclei, each with a disc and a square at some distance. The gaps are in the table below.${counted}` },
  svg("text", { x: 0, y: 14, "font-size": 13 }, "Schematic. For scale, a gap of"), key, cells);
}

/** @param {Data} data @param {boolean} sequenced */
function numbers(data, sequenced) {
  return dataTable("The tumours in numbers", ["Tumour", "Split, one diameter", "Split, two diameters", ...(sequenced ? ["Sequencing"] : [])],
    data.nuclei.map((_, index) => [`${index + 1}`, data.splits[0][index], data.splits[1][index], ...(sequenced ? [index === data.fused ? "fusion" : "no fusion"] : [])]));
}

/**
 * One row a tumour, its mark at the number of split nuclei under the rule, the cut-off as a line.
 * @param {Data} data
 */
function chart(data) {
  const order = data.nuclei.map((_, index) => index).sort((a, b) => data.splits[0][b] - data.splits[0][a]);
  let state = { rule: 0, cutoff: data.published, known: false };
  /** @type {{ marks: SVGElement[], line: SVGElement, labels: SVGElement[], root: SVGElement, x: (value: number) => number, width: number } | undefined} */
  let drawn;

  function place() {
    if (!drawn) return;
    const { marks, line, labels, root, x, width } = drawn;
    const cutoff = data.cutoffs[state.cutoff];
    const { called } = data.rules[state.rule][state.cutoff];
    // A call begins above the cut-off, so the line stands between the two whole numbers.
    const edge = x(cutoff + 0.5);
    order.forEach((tumour, row) => {
      const positive = called.includes(tumour);
      const fused = state.known && tumour === data.fused;
      marks[row].style.transform = `translate(${x(data.splits[state.rule][tumour])}px, ${34 + row * ROW}px)`;
      marks[row].setAttribute("class", `ntrk-moves ${fused ? "fish-fused" : positive ? "fish-called" : "fish-not"}`);
      marks[row].firstElementChild?.setAttribute("d", fused ? "M0-8 2-2 8-2 3 2 5 8 0 4-5 8-3 2-8-2-2-2Z" : positive ? "M0-5.5 5.5 0 0 5.5-5.5 0Z" : "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0");
      const word = marks[row].querySelector("text");
      if (word) word.textContent = fused ? "fusion" : "";
    });
    line.style.transform = `translate(${edge}px, 0)`;
    labels[0].textContent = `${order.length - called.length} not`;
    labels[1].textContent = `${called.length} called`;
    const near = Math.min(Math.max(edge, 48), width - 70);
    labels[0].setAttribute("x", String(near - 6));
    labels[1].setAttribute("x", String(near + 6));
    root.setAttribute("aria-label", `${order.length} tumours by number of nuclei split wider than ${WORDS[state.rule]} diameter${state.rule ? "s" : ""}; ${called.length} lie above the cut-off of ${cutoff}.${state.known ? ` One, at ${data.splits[state.rule][data.fused]}, has a fusion.` : ""}`);
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
      const marks = order.map(() => svg("g", {}, svg("path"), svg("text", { x: -12, y: 5, "text-anchor": "end", "font-size": 13 })));
      const tails = order.map((tumour, row) => svg("line", { x1: x(data.splits[0][tumour]), x2: x(data.splits[1][tumour]), y1: 34 + row * ROW, y2: 34 + row * ROW, class: "fish-tail" }));
      const line = svg("g", { class: "ntrk-moves" }, svg("line", { y1: 2, y2: bottom, class: "fish-cutoff" }));
      const labels = [svg("text", { y: 14, "text-anchor": "end", "font-size": 14 }), svg("text", { y: 14, "font-size": 14, "font-weight": 650 })];
      const ticks = [0, 25, 50, 75, 100].map((value) => svg("text", { x: x(value), y: bottom + 18, "text-anchor": value === 100 ? "end" : value ? "middle" : "start", "font-size": 13 }, value));
      const root = svg("svg", { viewBox: `0 0 ${width} ${bottom + 44}`, width, height: bottom + 44, role: "img" },
        svg("line", { x1: 8, x2: width - 16, y1: bottom + 2, y2: bottom + 2, class: "fish-axis" }), tails, line, labels, marks, ticks,
        svg("text", { x: 8, y: bottom + 38, "font-size": 13 }, "nuclei split, of 100 (constructed tumours)"));
      drawn = { marks, line, labels, root, x, width };
      place();
      return root;
    },
  };
}

export default { render };
