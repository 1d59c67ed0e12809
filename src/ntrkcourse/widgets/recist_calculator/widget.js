// Constructed patients classed scan by scan by RECIST 1.1, each class committed before the rule speaks.

import { dataTable, primary, radios, select, slider } from "../shared/controls.js";
import { fill, h, inline, svg } from "../shared/dom.js";
import { asIs, each, pick, tuple } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Recist} Recist
 * @typedef {Recist["patient"][number] & { scans: string[], sums: number[],
 *   answers: import("./data.js").Named["short"][], why: string[] }} Patient
 * @typedef {Recist["words"]} Words
 * @typedef {Omit<Recist, "patient"> & { id: string, patient: Patient[], longest: number, facts: string[] }} Data
 * @typedef {{ at: number, marks: string[][] }} Said marks: for each patient the classes given so far
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const SLOTS = 3; // As many on every scan, so that an empty place announces no new lesion.
const RULER = 20;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const patients = data.patient.map(nameOf);
  const rules = h(
    "details",
    { class: "recist-rules" },
    h("summary", {}, words.rules),
    h(
      "ul",
      {},
      data.rules.map((rule) => h("li", {}, inline(rule))),
    ),
    h("p", { class: "ntrk-muted" }, data.source),
  );
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro), rules],
    id: data.id,
    shape: {
      at: pick(patients),
      marks: each(patients, (at) => tuple(...data.patient[at].answers.map(() => asIs))),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.at > 0 || said.marks[0].length > 0,
    committed: ({ marks }) => data.patient.every(({ answers }, at) => marks[at].length === answers.length),
    draw: (play) => show(data, play),
  }).start();
}

/** What a patient is kept under. @param {Patient} patient */
function nameOf({ lesion, scans, new: fresh }) {
  const targets = lesion.map(({ name, node, mm }) => ({ name, node, mm }));
  return JSON.stringify([targets, scans, fresh && [fresh.scan, fresh.place, fresh.mm]]);
}

/** @param {Data} data @param {Play} play */
function show(data, play) {
  const { words } = data;
  const { at } = play.said;
  const patient = data.patient[at];
  const marks = play.said.marks[at];
  const last = patient.answers.length;
  const seen = Math.min(marks.length + 1, last);
  const cards = patient.scans.slice(0, seen + 1).map((_, scan) => card(words, play, patient, scan, marks));
  play.stage.append(
    h("p", { class: "ntrk-muted" }, fill(words.patient, { n: at + 1, all: data.patient.length })),
    ...cards,
  );
  if (marks.length < last) cards[marks.length + 1].append(...ask(data, play, patient, marks));
  else play.stage.append(...conclude(data, play, patient, marks));
  play.stage.append(sizes(words, patient, seen, marks));
  if (marks.length > 0) {
    const answer = patient.answers[marks.length - 1];
    play.say(fill(marks[marks.length - 1] === answer ? words.say_right : words.say_wrong, { answer }));
  }
  return cards[marks.length].querySelector("h4");
}

/** @param {Words} words @param {Play} play @param {Patient} patient @param {number} scan @param {string[]} marks */
function card(words, play, patient, scan, marks) {
  const parts = patient.lesion.map(({ mm }) => mm[scan]).join(" + ");
  const fresh = newAt(patient, scan);
  return h(
    "div",
    { class: "recist-scan" },
    h("h4", { tabindex: -1 }, patient.scans[scan]),
    play.drawn.add((width) => drawScan(words, width, patient, scan)),
    h("p", {}, fill(words.sum, { parts, sum: patient.sums[scan] })),
    fresh && h("p", {}, fill(words.new_in, { place: fresh.place, mm: fresh.mm })),
    scan > 0 && scan <= marks.length ? verdict(words, patient, scan, marks[scan - 1]) : null,
  );
}

/**
 * What the rule says, beside what the reader said.
 * @param {Words} words @param {Patient} patient @param {number} scan @param {string} mark
 */
function verdict(words, { answers, trap, why }, scan, mark) {
  const answer = answers[scan - 1];
  const right = mark === answer;
  const trapped = !right && trap.scan === scan && mark === trap.answer;
  const given = fill(right ? words.right : words.wrong, { answer, mark });
  return [
    h("p", { class: "recist-given" }, h("strong", {}, given)),
    h("p", { class: right ? "recist-why" : "recist-why recist-missed" }, trapped ? `${trap.why} ` : "", why[scan - 1]),
  ];
}

/** @param {Data} data @param {Play} play @param {Patient} patient @param {string[]} marks */
function ask({ response, words }, play, patient, marks) {
  const choice = radios({
    legend: fill(words.ask, { scan: patient.scans[marks.length + 1] }),
    class: "recist-classes",
    options: response.map(({ short, name }) => ({ value: short, text: [h("strong", {}, short), ` ${name}`] })),
  });
  return [
    choice.element,
    ...play.commit(
      words.commit,
      () => (choice.value() === undefined ? words.none : ""),
      () => {
        marks.push(String(choice.value()));
        play.go();
      },
    ),
  ];
}

/** @param {Data} data @param {Play} play @param {Patient} patient @param {string[]} marks */
function conclude(data, play, patient, marks) {
  const { words } = data;
  const right = marks.filter((mark, index) => mark === patient.answers[index]).length;
  const told = h("p", {}, h("strong", {}, patient.moral), " ", fill(words.score, { right, all: marks.length }));
  const { at } = play.said;
  if (at + 1 < data.patient.length) return [told, primary(words.next, () => play.go({ at: at + 1 }))];
  const answers = data.patient.flatMap((one) => one.answers);
  const all = play.said.marks.flat().filter((mark, index) => mark === answers[index]).length;
  return [told, h("p", {}, fill(words.score_all, { right: all, all: answers.length })), free(data, play)];
}

/**
 * The scans so far as a table.
 * @param {Words} words @param {Patient} patient @param {number} seen @param {string[]} marks
 */
function sizes(words, patient, seen, marks) {
  const targets = patient.lesion.map(({ name, node }) =>
    fill(node ? words.column_node : words.column_lesion, { name }),
  );
  const given = (/** @type {number} */ scan) => (scan <= marks.length ? patient.answers[scan - 1] : words.yours);
  return dataTable(
    words.table,
    [words.column_scan, ...targets, words.column_sum, words.column_class],
    patient.scans
      .slice(0, seen + 1)
      .map((name, scan) => [
        name,
        ...patient.lesion.map(({ mm }) => mm[scan]),
        patient.sums[scan],
        scan === 0 ? "" : given(scan),
      ]),
  );
}

/** The lesion that is first seen at this scan. @param {Patient} patient @param {number} scan */
function newAt({ new: fresh }, scan) {
  return fresh && fresh.scan === scan ? fresh : null;
}

/**
 * One scan: each target to scale, its size at baseline as a dashed outline.
 * @param {Words} words @param {number} width @param {Patient} patient @param {number} scan
 */
function drawScan(words, width, patient, scan) {
  const largest = Math.max(...patient.lesion.map(({ mm }) => mm[0]));
  const slot = Math.min(width / SLOTS, 150);
  const scale = Math.min(1.6, (slot - 8) / largest);
  const middle = 4 + (largest * scale) / 2;
  const bottom = 2 * middle + 14;
  /** @param {number} x @param {number} mm @param {boolean} node @param {string} kind */
  const shape = (x, mm, node, kind) =>
    svg("ellipse", { cx: x, cy: middle, rx: (mm * scale * (node ? 1.5 : 1)) / 2, ry: (mm * scale) / 2, class: kind });
  /** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
  const ruler = (x1, y1, x2, y2) => svg("line", { x1, x2, y1, y2, class: "recist-ruler" });
  const text = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ told) =>
    svg("text", { x, y, "text-anchor": "middle", class: "recist-text" }, told);
  const targets = patient.lesion.flatMap(({ name, node, mm }, index) => {
    const x = slot * (index + 0.5);
    const half = (mm[scan] * scale) / 2;
    const there = mm[scan] > 0;
    return [
      scan > 0 && shape(x, mm[0], node, "recist-before"),
      there && shape(x, mm[scan], node, "recist-lesion"),
      there && (node ? ruler(x, middle - half, x, middle + half) : ruler(x - half, middle, x + half, middle)),
      text(x, bottom, name),
      text(x, bottom + 16, there ? fill(words.mm, { n: mm[scan] }) : words.gone),
    ];
  });
  const fresh = newAt(patient, scan);
  const x = slot * (SLOTS - 0.5);
  const half = ((fresh ? fresh.mm : RULER) * scale) / 2;
  const corners = `${x - half},${middle} ${x},${middle - half} ${x + half},${middle} ${x},${middle + half}`;
  const third = fresh
    ? [
        svg("polygon", { points: corners, class: "recist-lesion" }),
        text(x, bottom, words.new),
        text(x, bottom + 16, fill(words.mm, { n: fresh.mm })),
        text(x, 12, words.schematic),
      ]
    : [
        ruler(x - half, middle, x + half, middle),
        text(x, middle - 8, fill(words.mm, { n: RULER })),
        text(x, middle + 20, words.schematic),
      ];
  const listed = patient.lesion.map(({ name, node, mm }) => {
    const told = mm[scan] === 0 ? words.drawn_gone : node ? words.drawn_node : words.drawn;
    return fill(told, { name, mm: mm[scan] });
  });
  if (fresh) listed.push(fill(words.drawn_new, { mm: fresh.mm }));
  const label = fill(words.drawing, { scan: patient.scans[scan], lesions: listed.join(", ") });
  return svg("svg", { role: "img", width: slot * SLOTS, height: bottom + 22, "aria-label": label }, targets, third);
}

/**
 * @typedef {{ baseline: number, nadir: number, now: number, fresh: boolean, nodes: boolean, others: string }} Sums
 * others: the lesions not measured: "" for none or gone, "left", "grown"
 */

/** The class by RECIST 1.1, of whole millimetres, as science/response.py has it. @param {Sums} sums */
function classify({ baseline, nadir, now, fresh, nodes, others }) {
  if (fresh || others === "grown") return "PD";
  if (nodes || now === 0) return others ? "PR" : "CR";
  const rise = now - nadir;
  if (rise >= 5 && 5 * rise >= nadir) return "PD";
  return 10 * (baseline - now) >= 3 * baseline ? "PR" : "SD";
}

/** What decides instead of the sums, or nothing. @param {Words} words @param {Sums} sums */
function decider(words, { fresh, others, nodes, now }) {
  if (fresh) return words.decides_fresh;
  if (others === "grown") return words.decides_others;
  if (!nodes && now > 0) return "";
  return others ? words.decides_left : words.decides_nodes;
}

/** Sums to move freely, when all patients are classed. @param {Data} data @param {Play} play */
function free({ longest, response, words }, play) {
  /** @type {Sums} */
  const sums = { baseline: 70, nadir: 48, now: 62, fresh: false, nodes: false, others: "" };
  const result = h("p", { class: "ntrk-big", "data-result": "class" });
  const why = h("p");
  const chart = h("div");
  const control = (/** @type {"baseline" | "nadir" | "now"} */ name, /** @type {number} */ low) =>
    slider({
      label: words[name],
      values: Array.from({ length: longest - low + 1 }, (_, n) => n + low),
      start: sums[name] - low,
      text: (mm) => fill(words.mm, { n: mm }),
      change: (mm) => {
        sums[name] = mm;
        if (name === "baseline") sums.nadir = Math.min(sums.nadir, mm);
        else if (name === "nadir") sums.baseline = Math.max(sums.baseline, mm);
        baseline.set(sums.baseline - 10);
        nadir.set(sums.nadir);
        update();
      },
    });
  const list = (
    /** @type {string} */ label,
    /** @type {Record<string, string>} */ options,
    /** @type {(value: string) => void} */ take,
  ) =>
    select({
      label,
      options: Object.entries(options).map(([value, text]) => ({ value, text })),
      change: (value) => {
        take(value);
        update();
      },
    });
  const baseline = control("baseline", 10);
  const nadir = control("nadir", 0);
  const now = control("now", 0);
  const fresh = list(words.fresh, { "": words.fresh_none, yes: words.fresh_one }, (value) => {
    sums.fresh = Boolean(value);
  });
  const nodes = list(words.left, { "": words.left_tumour, yes: words.left_nodes }, (value) => {
    sums.nodes = Boolean(value);
  });
  const others = list(
    words.others,
    { "": words.others_none, left: words.others_left, grown: words.others_grown },
    (value) => {
      sums.others = value;
    },
  );

  /** @param {boolean} [first] */
  function update(first) {
    const short = classify(sums);
    const name = String(response.find((one) => one.short === short)?.name);
    result.textContent = fill(words.result, { short, name });
    const decides = decider(words, sums);
    const changes = fill(words.changes, {
      baseline: change(words, sums.now, sums.baseline),
      nadir: change(words, sums.now, sums.nadir),
    });
    why.textContent = [decides, changes].filter(Boolean).join(" ");
    // Its limits hold only where the sums decide.
    chart.replaceChildren(decides ? "" : play.drawn.add((width) => drawLimits(words, width, sums, longest)));
    if (!first) play.say(fill(words.say_result, { short, name }));
  }
  update(true);
  const controls = [fresh, nodes, others, baseline, nadir, now].map(({ element }) => element);
  return h(
    "div",
    {},
    h("h4", {}, words.free),
    h("p", {}, words.free_ask),
    h("div", { class: "recist-free" }, controls),
    result,
    why,
    chart,
  );
}

/** "up 14 mm (29.2%)". @param {Words} words @param {number} now @param {number} before */
function change(words, now, before) {
  if (now === before) return words.no_change;
  const moved = fill(now > before ? words.up : words.down, { mm: Math.abs(now - before) });
  if (before === 0) return moved;
  const share = ((100 * Math.abs(now - before)) / before).toFixed(1).replace(".0", "");
  return fill(words.with_share, { change: moved, share });
}

/**
 * The three sums as bars, and where the limits lie.
 * @param {Words} words @param {number} width @param {Sums} sums @param {number} longest
 */
function drawLimits(words, width, { baseline, nadir, now }, longest) {
  const response = (7 * baseline) / 10;
  const progression = Math.max(nadir + 5, (6 * nadir) / 5);
  const top = Math.max(longest, progression);
  const x = (/** @type {number} */ mm) => 1 + ((width - 2) * mm) / top;
  const text = (/** @type {number} */ at, /** @type {number} */ y, /** @type {string} */ told, anchor = "start") =>
    svg("text", { x: at, y, "text-anchor": anchor, class: "recist-text" }, told);
  /** @type {[string, number][]} */
  const bars = [
    [words.bar_baseline, baseline],
    [words.bar_nadir, nadir],
    [words.bar_now, now],
  ];
  const limit = (/** @type {number} */ mm, /** @type {number} */ y, /** @type {string} */ told) => [
    // In pieces, so that no line runs through a word.
    ...[[y + 4, 41], ...bars.map((_, row) => [60 + 42 * row, 80 + 42 * row])].map(([y1, y2]) =>
      svg("line", { x1: x(mm), x2: x(mm), y1, y2, class: "recist-limit" }),
    ),
    x(mm) > width / 2 ? text(x(mm) + 2, y, told, "end") : text(Math.max(0, x(mm) - 2), y, told),
  ];
  // Far below baseline a rise is progression before the response is lost.
  const both = response >= progression;
  const from = { mm: round(progression) };
  const label = fill(both ? words.limits_both : words.limits, {
    baseline,
    nadir,
    now,
    response: round(response),
    progression: round(progression),
  });
  return svg(
    "svg",
    { role: "img", width, height: 176, "aria-label": label },
    both ? [] : limit(response, 13, fill(words.limit_response, { mm: round(response) })),
    limit(progression, 31, fill(both ? words.limit_both : words.limit_progression, from)),
    bars.flatMap(([name, mm], row) => [
      text(1, 58 + 42 * row, fill(name, { mm })),
      svg("rect", { x: 1, y: 63 + 42 * row, width: Math.max(0, x(mm) - 1), height: 14, class: "recist-sum" }),
    ]),
  );
}

/** @param {number} mm */
function round(mm) {
  return Number(mm.toFixed(1));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ patient, response }, value) {
  /** @type {Said} */
  const said = { at: 0, marks: patient.map(() => []) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.marks)) return said;
  const known = (/** @type {any} */ mark) => response.some(({ short }) => short === mark);
  patient.forEach(({ answers }, number) => {
    const given = Array.isArray(value.marks[number]) ? value.marks[number].slice(0, answers.length) : [];
    const first = given.findIndex((/** @type {any} */ mark) => !known(mark));
    said.marks[number] = first < 0 ? given : given.slice(0, first);
  });
  const done = (/** @type {number} */ at) => said.marks[at].length === patient[at].answers.length;
  while (said.at < value.at && said.at + 1 < patient.length && done(said.at)) said.at += 1;
  return said;
}

export default { render };
