// Constructed patients classed scan by scan by RECIST 1.1, each class committed before the rule speaks.
import { h, svg, inline, liveRegion, frame } from "../shared/dom.js";
import { radios, button, slider, select, dataTable, primary } from "../shared/controls.js";
import { drawings } from "../shared/axis.js";
import { keeper, each, pick, tuple, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ name: string, node: boolean, mm: number[] }} Target
 * @typedef {{ id: string, lesions: Target[], scans: string[], sums: number[], new: [number, string, number] | null,
 *   answers: string[], words: string[], trap: [number, string, string], moral: string }} Patient
 * @typedef {{ id: string, title: string, intro: string, source: string, rules: Span[][], classes: [string, string][],
 *   patients: Patient[], longest: number }} Data
 * @typedef {{ at: number, marks: string[][] }} Said marks: for each patient the classes given so far
 */

const SLOTS = 3; // As many on every scan, so that an empty place announces no new lesion.

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const patients = data.patients.map(({ lesions, scans, new: fresh }) => JSON.stringify([lesions, scans, fresh]));
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick(patients),
      marks: each(patients, (at) => tuple(...data.patients[at].answers.map(() => asIs))),
    },
    restore: (value) => restore(data, value),
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
    said = restore(data, undefined);
    keep.wipe(said);
    live.textContent = "";
    show(true);
  });
  const rules = h("details", { class: "recist-rules" }, h("summary", {}, "The four classes in words"),
    h("ul", {}, data.rules.map((rule) => h("li", {}, inline(rule)))), h("p", { class: "ntrk-muted" }, data.source));

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), rules, stage, restart, live);

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    drawn.stop();
    const patient = data.patients[said.at];
    const marks = said.marks[said.at];
    const last = patient.answers.length;
    restart.hidden = said.at === 0 && marks.length === 0;
    const seen = Math.min(marks.length + 1, last);
    const cards = patient.scans.slice(0, seen + 1).map((name, scan) => card(patient, scan, name, marks));
    const focus = cards[Math.max(marks.length, 0)];
    stage.replaceChildren(h("p", { class: "ntrk-muted" }, `Constructed patient ${said.at + 1} of ${data.patients.length}, with a TRK inhibitor from baseline on.`), ...cards);
    if (marks.length < last) ask(patient, marks, cards[marks.length + 1]);
    else conclude(patient, marks);
    stage.append(sizes(patient, seen, marks));
    if (moved) /** @type {HTMLElement} */ (focus.querySelector("[tabindex='-1']")).focus();
  }

  /** @param {Patient} patient @param {number} scan @param {string} name @param {string[]} marks */
  function card(patient, scan, name, marks) {
    const sum = patient.lesions.map(({ mm }) => mm[scan]).join(" + ");
    const fresh = patient.new && patient.new[0] === scan ? patient.new : null;
    const element = h("div", { class: "recist-scan" },
      h("h4", { tabindex: -1 }, name), drawn.add((width) => drawScan(width, patient, scan)),
      h("p", {}, `Sum of target diameters: ${sum} = ${patient.sums[scan]} mm.`),
      fresh && h("p", {}, `New lesion in the ${fresh[1]}, ${fresh[2]} mm.`));
    if (scan > 0 && scan <= marks.length) element.append(...verdict(patient, scan, marks[scan - 1]));
    return element;
  }

  /** What the rule says, beside what the reader said. @param {Patient} patient @param {number} scan @param {string} mark */
  function verdict(patient, scan, mark) {
    const answer = patient.answers[scan - 1];
    const right = mark === answer;
    const [at, wrong, why] = patient.trap;
    return [
      h("p", { class: "recist-given" }, h("strong", {}, right ? `✓ ${answer}, as you said.` : `✗ The rule says ${answer}. You said ${mark}.`)),
      h("p", { class: right ? "recist-why" : "recist-why recist-missed" }, !right && at === scan && mark === wrong ? `${why} ` : "", patient.words[scan - 1])];
  }

  /** @param {Patient} patient @param {string[]} marks @param {HTMLElement} place */
  function ask(patient, marks, place) {
    const scan = marks.length + 1;
    const hint = h("p");
    const choice = radios({ legend: `${patient.scans[scan]}: which class?`, class: "recist-classes",
      options: data.classes.map(([short, name]) => ({ value: short, text: [h("strong", {}, short), ` ${name}`] })) });
    place.append(choice.element, primary("Commit to this class", () => {
      const value = choice.value();
      if (value === undefined) {
        hint.textContent = live.textContent = "Choose a class first.";
        return;
      }
      marks.push(value);
      keep.save(said);
      const answer = patient.answers[scan - 1];
      live.textContent = value === answer ? `${answer}, as you said.` : `The rule says ${answer}.`;
      show(true);
    }), hint);
  }

  /** @param {Patient} patient @param {string[]} marks */
  function conclude(patient, marks) {
    const right = marks.filter((mark, index) => mark === patient.answers[index]).length;
    stage.append(h("p", {}, h("strong", {}, patient.moral), ` You classed ${right} of ${marks.length} scans as the rule does.`));
    if (said.at + 1 < data.patients.length) {
      stage.append(primary("Next patient", () => {
        said.at += 1;
        keep.save(said);
        show(true);
      }));
      return;
    }
    const answers = data.patients.flatMap((one) => one.answers);
    const all = said.marks.flat().filter((mark, index) => mark === answers[index]).length;
    stage.append(h("p", {}, `In all, ${all} of ${answers.length}.`), free(data, drawn.add, (text) => { live.textContent = text; }));
  }

  show();
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/** The scans so far as a table. @param {Patient} patient @param {number} seen @param {string[]} marks */
function sizes(patient, seen, marks) {
  return dataTable("These scans as a table", ["Scan", ...patient.lesions.map(({ name, node }) => `${name}${node ? ", short axis" : ""}, mm`), "Sum, mm", "Class"],
    patient.scans.slice(0, seen + 1).map((name, scan) => [name, ...patient.lesions.map(({ mm }) => mm[scan]), patient.sums[scan],
      scan === 0 ? "" : scan <= marks.length ? patient.answers[scan - 1] : "yours to give"]));
}

/**
 * One scan: each target to scale, its size at baseline as a dashed outline.
 * @param {number} width @param {Patient} patient @param {number} scan
 */
function drawScan(width, patient, scan) {
  const largest = Math.max(...patient.lesions.map(({ mm }) => mm[0]));
  const slot = Math.min(width / SLOTS, 150);
  const scale = Math.min(1.6, (slot - 8) / largest);
  const middle = 4 + (largest * scale) / 2;
  const bottom = 2 * middle + 14;
  const shape = (/** @type {number} */ x, /** @type {number} */ mm, /** @type {boolean} */ node, /** @type {string} */ kind) =>
    svg("ellipse", { cx: x, cy: middle, rx: (mm * scale * (node ? 1.5 : 1)) / 2, ry: (mm * scale) / 2, class: kind });
  const words = (/** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ text) =>
    svg("text", { x, y, "text-anchor": "middle", class: "recist-text" }, text);
  const targets = patient.lesions.flatMap(({ name, node, mm }, index) => {
    const x = slot * (index + 0.5);
    const half = (mm[scan] * scale) / 2;
    return [
      scan > 0 && shape(x, mm[0], node, "recist-before"),
      mm[scan] > 0 && shape(x, mm[scan], node, "recist-lesion"),
      mm[scan] > 0 && (node ? svg("line", { x1: x, x2: x, y1: middle - half, y2: middle + half, class: "recist-ruler" })
        : svg("line", { x1: x - half, x2: x + half, y1: middle, y2: middle, class: "recist-ruler" })),
      words(x, bottom, name), words(x, bottom + 16, mm[scan] > 0 ? `${mm[scan]} mm` : "gone")];
  });
  const fresh = patient.new && patient.new[0] === scan ? patient.new : null;
  const x = slot * (SLOTS - 0.5);
  const half = fresh ? (fresh[2] * scale) / 2 : 10 * scale;
  const third = fresh
    ? [svg("polygon", { points: `${x - half},${middle} ${x},${middle - half} ${x + half},${middle} ${x},${middle + half}`, class: "recist-lesion" }),
      words(x, bottom, "New lesion"), words(x, bottom + 16, `${fresh[2]} mm`), words(x, 12, "schematic")]
    : [svg("line", { x1: x - half, x2: x + half, y1: middle, y2: middle, class: "recist-ruler" }), words(x, middle - 8, "20 mm"), words(x, middle + 20, "schematic")];
  const listed = patient.lesions.map(({ name, node, mm }) => `${name} ${mm[scan] > 0 ? `${mm[scan]} mm${node ? " short axis" : ""}` : "gone"}`);
  if (fresh) listed.push(`new lesion ${fresh[2]} mm`);
  return svg("svg", { role: "img", width: slot * SLOTS, height: bottom + 22, "aria-label": `${patient.scans[scan]}, target lesions to scale: ${listed.join(", ")}.` }, targets, third);
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

/**
 * Sums to move freely, when all patients are classed.
 * @param {Data} data @param {(draw: (width: number) => Node) => HTMLElement} drawing @param {(text: string) => void} say
 */
function free({ longest, classes }, drawing, say) {
  /** @type {Sums} */
  const sums = { baseline: 70, nadir: 48, now: 62, fresh: false, nodes: false, others: "" };
  const result = h("p", { class: "ntrk-big", "data-result": "class" });
  const why = h("p");
  const chart = h("div");
  const control = (/** @type {"baseline" | "nadir" | "now"} */ name, /** @type {string} */ label, /** @type {number} */ low) =>
    slider({ label, values: Array.from({ length: longest - low + 1 }, (_, n) => n + low), start: sums[name] - low, text: (mm) => `${mm} mm`,
      change: (mm) => {
        sums[name] = mm;
        if (name === "baseline") sums.nadir = Math.min(sums.nadir, mm);
        else if (name === "nadir") sums.baseline = Math.max(sums.baseline, mm);
        baseline.set(sums.baseline - 10);
        nadir.set(sums.nadir);
        update();
      } });
  const baseline = control("baseline", "Sum at baseline", 10);
  const nadir = control("nadir", "Smallest sum so far (nadir)", 0);
  const now = control("now", "Sum now", 0);
  const fresh = select({ label: "A new lesion", options: [{ value: "", text: "none" }, { value: "yes", text: "yes, one" }],
    change: (value) => { sums.fresh = Boolean(value); update(); } });
  const nodes = select({ label: "What is left of the targets", options: [{ value: "", text: "tumour or larger nodes" }, { value: "yes", text: "only nodes under 10 mm" }],
    change: (value) => { sums.nodes = Boolean(value); update(); } });
  const others = select({ label: "Lesions not measured (bone, effusion)",
    options: [{ value: "", text: "none, or all gone" }, { value: "left", text: "still there" }, { value: "grown", text: "clearly grown" }],
    change: (value) => { sums.others = value; update(); } });

  /** @param {boolean} [first] */
  function update(first) {
    const found = classify(sums);
    const name = classes.find(([short]) => short === found)?.[1];
    result.textContent = `${found}: ${name}`;
    const changes = `Against baseline: ${change(sums.now, sums.baseline)}. Against the nadir: ${change(sums.now, sums.nadir)}.`;
    const cleared = sums.nodes || sums.now === 0;
    const decides = sums.fresh ? "The new lesion decides, whatever the sum. "
      : sums.others === "grown" ? "The growth of what is not measured decides, whatever the sum. "
      : !cleared ? "" : sums.others ? "No target is left, but something not measured is: no complete response. "
      : "Nothing is left but normal nodes, if any. ";
    why.textContent = decides + changes;
    // Its limits hold only where the sums decide.
    chart.replaceChildren(decides ? "" : drawing((width) => drawLimits(width, sums, longest)));
    if (!first) say(`${found}, ${name}.`);
  }
  update(true);
  return h("div", {}, h("h4", {}, "Now move the sums yourself"),
    h("p", {}, "Say the class aloud, then read it below. Where does one millimetre change it?"),
    h("div", { class: "recist-free" }, baseline.element, nadir.element, now.element, fresh.element, nodes.element, others.element), result, why, chart);
}

/** "up 14 mm (29.2%)". @param {number} now @param {number} before */
function change(now, before) {
  if (now === before) return "no change";
  const share = before > 0 ? ` (${((100 * Math.abs(now - before)) / before).toFixed(1).replace(".0", "")}%)` : "";
  return `${now > before ? "up" : "down"} ${Math.abs(now - before)} mm${share}`;
}

/**
 * The three sums as bars, and where the limits lie.
 * @param {number} width @param {{ baseline: number, nadir: number, now: number }} sums @param {number} longest
 */
function drawLimits(width, sums, longest) {
  const response = (7 * sums.baseline) / 10;
  const progression = Math.max(sums.nadir + 5, (6 * sums.nadir) / 5);
  const top = Math.max(longest, progression);
  const x = (/** @type {number} */ mm) => 1 + ((width - 2) * mm) / top;
  const text = (/** @type {number} */ at, /** @type {number} */ y, /** @type {string} */ words, anchor = "start") =>
    svg("text", { x: at, y, "text-anchor": anchor, class: "recist-text" }, words);
  /** @type {[string, number][]} */
  const bars = [["baseline", sums.baseline], ["nadir", sums.nadir], ["now", sums.now]];
  const limit = (/** @type {number} */ mm, /** @type {number} */ y, /** @type {string} */ words) => [
    // In pieces, so that no line runs through a word.
    [[y + 4, 41], ...bars.map((_, row) => [60 + 42 * row, 80 + 42 * row])].map(([y1, y2]) => svg("line", { x1: x(mm), x2: x(mm), y1, y2, class: "recist-limit" })),
    x(mm) > width / 2 ? text(x(mm) + 2, y, words, "end") : text(Math.max(0, x(mm) - 2), y, words)].flat();
  // Far below baseline a rise is progression before the response is lost.
  const told = response < progression ? `Partial response up to ${round(response)} mm, progression` : "Partial response below, progression";
  return svg("svg", { role: "img", width, height: 176, "aria-label":
    `Bars of the three sums: baseline ${sums.baseline}, nadir ${sums.nadir}, now ${sums.now} mm. ${told} from ${round(progression)} mm.` },
    response < progression ? limit(response, 13, `PR up to ${round(response)} mm`) : [],
    limit(progression, 31, `PD from ${round(progression)} mm${response < progression ? "" : ", PR below"}`),
    bars.flatMap(([name, mm], row) => [
      text(1, 58 + 42 * row, `${name}: ${mm} mm`),
      svg("rect", { x: 1, y: 63 + 42 * row, width: Math.max(0, x(mm) - 1), height: 14, class: "recist-sum" })]));
}

/** @param {number} mm */
function round(mm) {
  return Number(mm.toFixed(1));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ patients, classes }, value) {
  /** @type {Said} */
  const said = { at: 0, marks: patients.map(() => []) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.marks)) return said;
  patients.forEach(({ answers }, number) => {
    const given = value.marks[number];
    const marks = said.marks[number];
    while (Array.isArray(given) && marks.length < answers.length && classes.some(([short]) => short === given[marks.length])) marks.push(given[marks.length]);
  });
  while (said.at < value.at && said.at + 1 < patients.length && said.marks[said.at].length === patients[said.at].answers.length) said.at += 1;
  return said;
}

export default { render };
