// Stained cells to score, one constructed field after another; then the two rules on published counts.

import { dataTable, primary, radios } from "../shared/controls.js";
import { fill, h, inline, lowerFirst, picture, svg, uniqueId, upperFirst } from "../shared/dom.js";
import { asIs, each, pick, tuple } from "../shared/kept.js";
import { percent } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Exercise} Exercise
 * @typedef {Exercise["field"][number] & { fused: boolean, secretory: boolean, room: number,
 *   cells: [string, string, string], counts: string, score: [number, number, number],
 *   calls: [boolean, boolean] }} Field
 *   cells: intensity in nuclei, cytoplasm and membranes, a digit a cell
 * @typedef {{ events: number, total: number, ends: [number, number], fact: string }
 *   | { from: number, to: number, total: number, fact: string } | null} Mark
 * @typedef {Pick<Exercise["study"][number], "name" | "against"> & { rules: [string, string],
 *   sensitivity: [Mark, Mark], specificity: [Mark, Mark] }} Study
 * @typedef {Omit<Exercise, "field" | "study"> & { id: string, field: Field[], study: Study[],
 *   facts: string[] }} Data
 * @typedef {{ stage: number, scores: number[][], guess?: string[] }} Said scores: one for each field, or missing
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const MEASURES = /** @type {const} */ (["sensitivity", "specificity"]);
/** What a stricter rule does to each measure. */
const TRUTH = ["falls", "rises"];
const WAYS = [...TRUTH, "either"];

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const fields = data.field.map(({ sample, cells }) => [sample, ...cells].join("\n"));
  const names = [data.places, ["none", ...data.intensities], ["none", ...data.shares]];
  const samples = h("div");
  const guide = h("details", { class: "stain-key" }, h("summary", {}, words.key), samples);
  const place = h("p", { class: "ntrk-muted" });
  const intro = h("p", {}, inline(data.intro));
  return player(context, {
    title: data.title,
    lead: [intro, guide, place],
    id: data.id,
    shape: {
      stage: pick([...fields, "the rules"]),
      scores: each(fields, () => tuple(...names.map((list) => pick(list)))),
      guess: asIs,
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ { stage, scores }) => stage > 0 || scores.length > 0,
    committed: ({ scores, guess }) => guess !== undefined && fields.every((_, at) => scores[at]),
    draw(play) {
      const { stage } = play.said;
      const field = data.field[stage];
      const step = { n: stage + 1, all: data.field.length + 1 };
      place.textContent = fill(field ? words.step_field : words.step, step);
      intro.hidden = stage > 0;
      guide.hidden = !field;
      guide.open = stage === 0;
      if (!field) return compare(play);
      play.drawn.add((width) => drawKey(data, width), samples);
      return read(play, field);
    },
  }).start();

  /** Score one field. @param {Play} play @param {Field} field */
  function read(play, field) {
    const at = play.said.stage;
    const given = play.said.scores[at];
    const ringed = Boolean(given) && fewStain(field);
    const title = h("h4", { tabindex: -1 }, fill(words.field, { n: at + 1 }));
    const lock = (/** @type {boolean} */ unstained) =>
      groups.slice(1).forEach((group) => {
        group.element.hidden = unstained;
      });
    const groups = [words.ask_place, words.ask_intensity, words.ask_share].map((legend, part) =>
      radios({
        legend,
        options: names[part].map((text, index) => ({ value: String(index), text })).slice(part ? 1 : 0),
        value: given && (given[part] || part === 0) ? String(given[part]) : undefined,
        class: "stain-chips",
        draft: !given,
        change: part ? undefined : (value) => lock(value === "0"),
      }),
    );
    const values = () => {
      const chosen = groups.map((group) => group.value());
      return chosen[0] === "0" ? ["0", "0", "0"] : chosen;
    };
    const commit = given
      ? []
      : play.commit(
          words.commit_score,
          () => (values().includes(undefined) ? words.score_missing : ""),
          () => {
            play.said.scores[at] = values().map(Number);
            play.go();
          },
        );
    const picture = h("div", { class: "stain-picture" });
    play.drawn.add((width) => drawField(data, field, width, ringed), picture);
    play.stage.append(
      title,
      h("p", {}, `${field.sample}.`),
      h(
        "div",
        { class: "stain-desk" },
        picture,
        h(
          "div",
          {},
          groups.map((group) => group.element),
          commit,
        ),
      ),
    );
    if (!given) return title;
    groups.forEach((group) => {
      group.element.disabled = true;
    });
    lock(given[0] === 0);
    return tell(play, field, given);
  }

  /** What a score is worth. @param {Play} play @param {Field} field @param {number[]} given */
  function tell(play, field, given) {
    const same = given.every((value, part) => value === field.score[part]);
    const verdict = fill(same ? words.as_drawn : words.not_as_drawn, { counts: field.counts });
    const last = play.said.stage + 1 === data.field.length;
    const next = primary(last ? words.to_rules : words.next, () => play.go({ stage: play.said.stage + 1 }));
    const rules = data.rules.map((rule, at) => called(words, rule, field.calls[at], field.fused));
    play.stage.append(
      h("p", {}, h("strong", {}, verdict), fewStain(field) ? ` ${words.ringed}` : null),
      h(
        "ul",
        { class: "stain-list" },
        differences(data, given, field).map((text) => h("li", {}, text)),
      ),
      h("p", {}, h("strong", {}, `${words.truth}: `), `${field.truth}.`),
      h("div", { class: "stain-rules" }, rules),
      h("p", {}, inline(field.lesson)),
      next,
    );
    const calls = data.rules.map((rule, at) => `${rule}: ${field.calls[at] ? words.positive : words.negative}.`);
    play.say([verdict, ...calls].join(" "));
    return next;
  }

  /** Guess what a stricter rule does, then see published counts. @param {Play} play */
  function compare(play) {
    const { guess } = play.said;
    const title = h("h4", { tabindex: -1 }, words.rules_title);
    const groups = [words.ask_sensitivity, words.ask_specificity].map((legend, part) =>
      radios({
        legend,
        options: WAYS.map((value) => ({ value, text: words[value] })),
        value: guess?.[part],
        class: "stain-chips",
      }),
    );
    const values = () => groups.map((group) => group.value());
    const commit = guess
      ? []
      : play.commit(
          words.commit_guess,
          () => (values().includes(undefined) ? words.guess_missing : ""),
          () => play.go({ guess: values().map(String) }),
        );
    play.stage.append(title, h("p", {}, words.rules_ask), ...groups.map((group) => group.element), ...commit);
    if (!guess) return title;
    groups.forEach((group) => {
      group.element.disabled = true;
    });
    const answers = [
      judge(words, words.sensitivity_answer, guess[0], TRUTH[0], words.sensitivity_why),
      judge(words, words.specificity_answer, guess[1], TRUTH[1], words.specificity_why),
    ];
    const first = h("p", { tabindex: -1 }, h("strong", {}, answers[0]));
    const panels = [words.sensitivity_title, words.specificity_title].map((text, at) =>
      h(
        "div",
        {},
        h("h4", {}, text),
        play.drawn.add((width) => drawPanel(data, MEASURES[at], width)),
      ),
    );
    play.stage.append(
      first,
      h("p", {}, h("strong", {}, answers[1])),
      h("p", {}, words.tally_title),
      h(
        "ul",
        {},
        data.rules.map((rule, at) => h("li", {}, tally(data, rule, at))),
      ),
      h("h4", {}, words.counted_title),
      h("p", { class: "ntrk-muted" }, words.counted_key),
      h("div", { class: "stain-panels" }, panels),
      numbers(data),
      h(
        "ul",
        {},
        data.notes.map((spans) => h("li", {}, inline(spans))),
      ),
      h("p", {}, h("strong", {}, data.closing)),
    );
    play.say(answers.join(" "));
    return first;
  }
}

/** Rings help to find few cells; round nearly all of them they would only hide the stain. @param {Field} field */
function fewStain({ score }) {
  return score[2] > 0 && score[2] < 3;
}

/**
 * A prediction beside the answer.
 * @param {Data["words"]} words @param {string} answer @param {string} given @param {string} truth @param {string} why
 */
function judge(words, answer, given, truth, why) {
  return fill(given === truth ? words.guess_right : words.guess_wrong, { answer, said: words[given], why });
}

/**
 * What of a score differs from the drawing, and where it agrees.
 * @param {Data} data @param {number[]} given @param {Field} field
 */
function differences({ places, intensities, shares, words }, given, { score }) {
  if (score[0] === 0) return given[0] === 0 ? [] : [words.saw_stain];
  if (given[0] === 0) return [words.saw_nothing];
  const names = [places, ["", ...intensities], ["", ...shares]];
  return [words.place, words.intensity, words.share].map((part, at) => {
    const [truth, said] = [score, given].map((one) => lowerFirst(names[at][one[at]]));
    return fill(given[at] === score[at] ? words.part_right : words.part_wrong, { part, truth, said });
  });
}

/**
 * What a rule makes of a field.
 * @param {Data["words"]} words @param {string} rule @param {boolean} call @param {boolean} fused
 */
function called(words, rule, call, fused) {
  const sign = call ? `+ ${upperFirst(words.positive)}` : `− ${upperFirst(words.negative)}`;
  const wrong = call ? words.alarm : words.missed;
  const meaning = call !== fused ? wrong : fused ? words.right_fusion : words.right_absent;
  return h(
    "div",
    { class: call ? "stain-call" : "stain-call stain-off" },
    rule,
    h("strong", { class: "stain-result" }, sign),
    meaning,
  );
}

/** @param {Data} data @param {string} rule @param {number} at */
function tally({ field, words }, rule, at) {
  const fused = field.filter((one) => one.fused);
  return fill(words.tally, {
    rule,
    fused: fused.length,
    others: field.length - fused.length,
    found: fused.filter((one) => one.calls[at]).length,
    alarms: field.filter((one) => !one.fused && one.calls[at]).length,
  });
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { stage: 0, scores: [] };
  if (typeof value !== "object" || value === null || !Array.isArray(value.scores)) return said;
  const fits = (/** @type {any} */ n, /** @type {number} */ low, /** @type {number} */ top) =>
    Number.isInteger(n) && n >= low && n <= top;
  const tops = [data.places.length - 1, data.intensities.length, data.shares.length];
  const isScore = (/** @type {any} */ given) =>
    Array.isArray(given) &&
    tops.every((top, part) => (given[0] === 0 ? given[part] === 0 : fits(given[part], part && 1, top)));
  data.field.forEach((_, at) => {
    if (isScore(value.scores[at])) said.scores[at] = value.scores[at].slice(0, 3);
  });
  const open = data.field.findIndex((_, at) => !said.scores[at]);
  const most = open < 0 ? data.field.length : open;
  if (fits(value.stage, 0, data.field.length)) said.stage = Math.min(value.stage, most);
  const { guess } = value;
  if (Array.isArray(guess) && guess.length === 2 && guess.every((way) => WAYS.includes(way))) said.guess = guess;
  return said;
}

/** A number from 0 to 1 that is always the same for a cell. @param {number} cell @param {number} part */
function chance(cell, part) {
  const value = Math.sin(cell * 12.9898 + part * 78.233) * 43758.5453;
  return value - Math.floor(value);
}

/** Dots for weak, stripes for moderate, solid ink for strong. @param {string} id */
function inks(id) {
  const square = { width: 5, height: 5, patternUnits: "userSpaceOnUse" };
  return svg(
    "defs",
    {},
    svg(
      "pattern",
      { id: `${id}-1`, ...square },
      svg("rect", { width: 5, height: 5, class: "stain-ink-1" }),
      svg("circle", { cx: 2.5, cy: 2.5, r: 0.9, class: "stain-ink-3" }),
    ),
    svg(
      "pattern",
      { id: `${id}-2`, ...square, patternTransform: "rotate(45)" },
      svg("rect", { width: 5, height: 5, class: "stain-ink-2" }),
      svg("rect", { width: 1.8, height: 5, class: "stain-ink-3" }),
    ),
  );
}

/**
 * @param {number} x @param {number} y @param {number} size @param {number} number
 * @param {number[]} stain in nucleus, cytoplasm, membrane
 * @param {string} id of the inks @param {boolean} vacuoles @param {boolean} ringed
 */
function cell(x, y, size, number, stain, id, vacuoles, ringed) {
  const ink = (/** @type {number} */ value) => ({
    class: value === 3 ? "stain-ink-3" : "",
    fill: value ? `url(#${id}-${value})` : "none",
  });
  const points = Array.from({ length: 8 }, (_, k) => {
    const radius = size * (0.86 + 0.2 * chance(number, k));
    return [radius * Math.cos((k * Math.PI) / 4), radius * Math.sin((k * Math.PI) / 4)];
  });
  const middle = (/** @type {number} */ k) =>
    points[k % 8].map((value, axis) => ((value + points[(k + 1) % 8][axis]) / 2).toFixed(1)).join(" ");
  const curves = points.map((point, k) => `Q${point.map((value) => value.toFixed(1)).join(" ")} ${middle(k)}`);
  const d = `M${middle(7)}${curves.join("")}Z`;
  const turn = 360 * chance(number, 9);
  const nucleus = { rx: size * 0.48, ry: size * 0.4, transform: `rotate(${turn.toFixed()})` };
  const vacuole = (/** @type {number} */ k) =>
    svg("circle", {
      cx: size * 0.63 * Math.cos(turn + 2.4 * k),
      cy: size * 0.63 * Math.sin(turn + 2.4 * k),
      r: size * (0.12 + 0.05 * k),
      class: "stain-vacuole",
    });
  return svg(
    "g",
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    ringed && svg("circle", { r: size * 1.12, class: "stain-ring" }),
    svg("path", { d, class: "stain-body" }),
    svg("path", { d, ...ink(stain[1]) }),
    svg("path", { d, class: `stain-edge stain-edge-${stain[2]}` }),
    vacuoles && [0, 1].map(vacuole),
    svg("ellipse", { ...nucleus, class: "stain-nucleus" }),
    svg("ellipse", { ...nucleus, ...ink(stain[0]) }),
    stain[0] === 3 && svg("ellipse", { ...nucleus, class: "stain-rim" }),
  );
}

/** @param {Data} data @param {Field} field @param {number} width @param {boolean} ringed */
function drawField({ words }, field, width, ringed) {
  const side = Math.min(width, 350);
  const radius = side / 2 - 2;
  const size = (0.86 * radius) / Math.sqrt(field.room);
  const id = uniqueId("stain");
  const total = field.cells[0].length;
  const inside = Array.from({ length: field.room }, (_, number) => {
    const away = (radius - 1.12 * size) * Math.sqrt((number + 0.5) / field.room);
    const [x, y] = [side / 2 + away * Math.cos(number * GOLDEN), side / 2 + away * Math.sin(number * GOLDEN)];
    if (number >= total) {
      const d = `M${(x - size).toFixed(1)} ${y.toFixed(1)}q${size / 2}-5 ${size} 0t${size} 0`;
      return svg("path", { d, class: "stain-stroma" });
    }
    const stain = field.cells.map((digits) => Number(digits[number]));
    return cell(x, y, size, number, stain, id, field.secretory, ringed && stain.some(Boolean));
  });
  const told = fill(total < field.room ? words.drawn_stroma : words.drawn, { n: total, counts: field.counts });
  return picture(
    { width: side, height: side, label: told },
    inks(id),
    svg("circle", { cx: side / 2, cy: side / 2, r: radius, class: "stain-lens" }),
    inside,
    svg("text", { x: side, y: side - 3, "text-anchor": "end", "font-size": 13 }, words.schematic),
  );
}

/** @param {Data} data @param {number} width */
function drawKey(data, width) {
  const id = uniqueId("stain");
  const step = Math.min((width - 84) / 3, 84);
  const [places, strengths] = [data.places.slice(1), data.intensities].map((names) => names.map(lowerFirst));
  const x = (/** @type {number} */ column) => 84 + step * (column + 0.5);
  const sample = (/** @type {number} */ row, /** @type {number} */ column) =>
    cell(
      x(column),
      45 + 50 * row,
      19,
      3 * row + column,
      places.map((_, part) => (part === row ? column + 1 : 0)),
      id,
      false,
      false,
    );
  const rows = places.flatMap((text, row) => [
    svg("text", { x: 0, y: 50 + 50 * row, "font-size": 13 }, text),
    ...strengths.map((_, column) => sample(row, column)),
  ]);
  const told = data.words.key_drawn;
  return picture(
    { width, height: 172, label: told },
    inks(id),
    strengths.map((text, column) =>
      svg("text", { x: x(column), y: 13, "text-anchor": "middle", "font-size": 13 }, text),
    ),
    rows,
  );
}

/** A share as it stands beside its drawing. @param {Data["words"]} words @param {Mark} share */
function marked(words, share) {
  if (!share) return words.mark_unread;
  return "from" in share
    ? fill(words.mark_open, share)
    : fill(words.mark, { n: share.events, total: share.total, percent: percent(share.events / share.total) });
}

/**
 * One measure of all studies by both rules.
 * @param {Data} data @param {"sensitivity" | "specificity"} measure @param {number} width
 */
function drawPanel({ study: studies, words }, measure, width) {
  const right = width - 130;
  const x = (/** @type {number} */ share) => 8 + (right - 16) * share;
  const block = 124;
  const bottom = studies.length * block;
  const text = (/** @type {number} */ left, /** @type {number} */ y, /** @type {string} */ shown, props = {}) =>
    svg("text", { x: left, y, "font-size": 13, ...props }, shown);
  const line = (
    /** @type {number} */ x1,
    /** @type {number} */ x2,
    /** @type {number} */ y1,
    /** @type {number} */ y2,
    /** @type {string} */ name,
  ) => svg("line", { x1, x2, y1, y2, class: `stain-${name}` });
  const drawn = (/** @type {Mark} */ share, /** @type {number} */ y, /** @type {number} */ rule) => {
    if (!share) return [];
    if ("from" in share) {
      const ends = [x(share.from / share.total), x(share.to / share.total)];
      return [line(ends[0], ends[1], y, y, "open"), ...ends.map((end) => line(end, end, y - 6, y + 6, "end"))];
    }
    const at = x(share.events / share.total);
    return [
      line(x(share.ends[0]), x(share.ends[1]), y, y, "range"),
      rule
        ? svg("rect", { x: at - 5, y: y - 5, width: 10, height: 10, class: "stain-square" })
        : svg("circle", { cx: at, cy: y, r: 5.5, class: "stain-disc" }),
    ];
  };
  const told = studies.map(
    (study) =>
      `${study.name}: ${study.rules.map((rule, at) => `${rule} ${marked(words, study[measure][at])}`).join("; ")}`,
  );
  return picture(
    { width, height: bottom + 24, label: `${words[measure]}. ${told.join(". ")}.` },
    [0, 0.5, 1].flatMap((share) => [
      line(x(share), x(share), 42, bottom, "grid"),
      text(x(share), bottom + 18, `${100 * share}%`, { "text-anchor": share ? "middle" : "start" }),
    ]),
    studies.flatMap((study, number) => [
      text(0, number * block + 15, study.name, { "font-weight": 650 }),
      text(0, number * block + 32, fill(words.study_for, { against: study.against })),
      ...study.rules.flatMap((rule, at) => {
        const y = number * block + 64 + at * 38;
        return [
          text(8, y - 11, rule, { class: "stain-rule" }),
          ...drawn(study[measure][at], y, at),
          text(right + 6, y + 5, marked(words, study[measure][at])),
        ];
      }),
    ]),
  );
}

/** @param {Data} data */
function numbers({ study: studies, words }) {
  const told = (/** @type {Mark} */ share) => {
    const mark = marked(words, share);
    if (!share) return mark;
    if (!("ends" in share)) return fill(words.mark_possible, { mark });
    return fill(words.mark_range, { mark, low: percent(share.ends[0]), high: percent(share.ends[1]) });
  };
  return dataTable(
    words.table,
    [words.column_row, words.column_sensitivity, words.column_specificity],
    studies.flatMap((study) =>
      study.rules.map((rule, at) => [
        fill(words.study_row, { study: study.name, against: study.against, rule }),
        told(study.sensitivity[at]),
        told(study.specificity[at]),
      ]),
    ),
  );
}

export default { render };
