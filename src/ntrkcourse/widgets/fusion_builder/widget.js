// Join two genes exon to exon: predict what comes of it, then see the chimera, the arithmetic and the reasons.
import { count } from "../shared/numbers.js";
import { h, svg, inline, liveRegion, frame } from "../shared/dom.js";
import { select, radios, button, dataTable, primary } from "../shared/controls.js";
import { drawToWidth } from "../shared/axis.js";
import { keeper, asIs, each } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {[string, string, number, number, string]} Domain short name, name, first and last residue, role
 * @typedef {[number, number, number, number, number]} Cut exon, its base at the cut, bases left over or missing, whole residue at the cut, sentence
 * @typedef {{ protein: string, accession: string, length: number, kinase: boolean, opening: [number, number], domains: Domain[], five: Cut[], three: Cut[] }} Gene
 * @typedef {[string, number, string, number]} Pick 5' gene and its last exon, 3' gene and its first exon
 * @typedef {{ id: string, title: string, start: Pick, challenges: Pick[], genes: Record<string, Gene>, pairs: Record<string, { order: number, failed: string }>,
 *   sentences: string[], junctions: [Pick, Span[]][], numbering: Span[], notes: [string, Span[]][] }} Data
 * @typedef {{ pick: Pick, guess: string, tried: Record<string, boolean>, guesses: Record<string, string> }} Said tried and
 *   guesses: for each challenge whether the prediction was right, and what it was, which version 1 did not keep
 * @typedef {{ name: string, gene: Gene, exon: number, base: number, odd: number, residue: number }} Part
 * @typedef {{ five: Part, three: Part, failed: string[], sentences: Record<string, string>, mixed: number, length: number | null }} View
 */

const CHECKS = ["order", "frame", "kinase", "copies"];
/** @type {Record<string, [string, string]>} name of the check, and what its failure is */
const WORDS = {
  order: ["Order", "the partners are swapped"],
  frame: ["Frame", "it is out of frame"],
  kinase: ["Kinase", "the kinase is lost"],
  copies: ["Self-association", "nothing brings the copies together"],
};

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const names = data.challenges.map(spoken);
  const keep = keeper({
    model, el, id: data.id,
    shape: { pick: asIs, guess: asIs, tried: each(names, () => asIs), guesses: each(names, () => asIs) },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(said, now);
      show(false);
    },
  });
  const said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const row = h("fieldset", { class: "fusion-challenges" }, h("legend", {}, "Challenges, most of them constructed"));
  const parents = h("div", { class: "fusion-drawing" });
  const bases = h("p");
  const numbering = h("p", { class: "ntrk-muted" });
  const stage = h("div");
  /** @type {(() => void)[]} */
  let cleanups = [];

  const challenges = data.challenges.map((junction, index) => {
    const press = () => choose([...junction], `Challenge ${letter(index)}: ${spoken(junction)}.`);
    return button("", press);
  });
  const pick = (/** @type {number} */ place, /** @type {string} */ value) => {
    const next = /** @type {Pick} */ ([...said.pick]);
    if (place % 2) next[place] = Number(value);
    else {
      // The gene that stands in the other place gives way to the one it displaces.
      const other = 2 - place;
      if (next[other] === value) setGene(next, other, String(next[place]));
      setGene(next, place, value);
    }
    choose(next, "");
  };
  /** @param {Pick} junction @param {number} place @param {string} name */
  const setGene = (junction, place, name) => {
    junction[place] = name;
    junction[place + 1] = data.genes[name].opening[place ? 1 : 0];
  };
  const lists = ["First gene (5′ end)", "Its last exon", "Second gene (3′ end)", "Its first exon"].map((label, place) =>
    select({ label, options: [], change: (value) => pick(place, value) }));
  const restart = button("Start again", () => {
    Object.assign(said, restore(data, undefined));
    keep.wipe(said);
    live.textContent = "";
    show(false);
    lists[0].input.focus();
  });

  frame(el, data.title);
  row.append(...challenges);
  el.append(h("h3", {}, data.title), h("p", {}, "Choose where two genes are cut and joined. Predict, then see the chimera."), row,
    h("div", { class: "fusion-picks" }, lists.map(({ element }) => element)), parents,
    h("p", { class: "ntrk-muted" }, "LRR and Ig: outside the cell. TM: spans the membrane. Shc: docking site. SAM and coil: bind copies together. ETS: binds DNA."),
    bases, numbering, stage, restart, live);

  /** @param {Pick} junction @param {string} words */
  function choose(junction, words) {
    said.pick = junction;
    said.guess = "";
    keep.save(said);
    live.textContent = words;
    show(false);
  }

  /** @param {boolean} now whether the reader committed just now */
  function show(now) {
    cleanups.forEach((clean) => clean());
    const view = look(data, said.pick);
    const { five, three } = view;
    challenges.forEach((one, index) => {
      const junction = data.challenges[index];
      const [mark, words] = said.tried[index] === undefined ? ["", ""] : said.tried[index] ? [" ✓", ", right"] : [" ✗", ", not right"];
      one.textContent = letter(index) + mark;
      one.setAttribute("aria-label", `${letter(index)}: ${spoken(junction)}${words}`);
      one.setAttribute("aria-pressed", String(same(junction, said.pick)));
    });
    const names = Object.keys(data.genes);
    fill(lists[0].input, names.map((name) => [name, name]), five.name);
    fill(lists[1].input, five.gene.five.map(([exon, base]) => [exon, `exon ${exon}, to base ${count(base)}`]), five.exon);
    fill(lists[2].input, names.filter((name) => name !== five.name).map((name) => [name, name]), three.name);
    fill(lists[3].input, three.gene.three.map(([exon, base]) => [exon, `exon ${exon}, from base ${count(base)}`]), three.exon);
    numbering.replaceChildren(`Exons are counted on ${five.gene.accession} (${five.name}) and ${three.gene.accession} (${three.name}). `, inline(data.numbering));
    bases.replaceChildren("Coding bases, counted from each start codon: ", h("strong", {}, `${five.name} exon ${five.exon} ends at ${count(five.base)}`), ", ",
      h("strong", {}, `${three.name} exon ${three.exon} begins at ${count(three.base)}`), ".");
    const known = said.guess !== "";
    cleanups = [drawToWidth(parents, (width) => drawParents(width, view, known))];
    restart.hidden = !known && Object.keys(said.tried).length === 0 && same(said.pick, data.start);
    if (known) reveal(view, now);
    else ask(view);
  }

  /** @param {View} view */
  function ask(view) {
    const hint = h("p", { class: "ntrk-muted" });
    const choice = radios({ legend: "Will this make an active kinase fusion?", options: [
      { value: "yes", text: "Yes, all is in place" },
      ...["frame", "kinase", "copies", "order"].map((check) => ({ value: check, text: `No: ${WORDS[check][1]}` }))] });
    stage.replaceChildren(choice.element, primary("Commit to this prediction", () => {
      const guess = choice.value();
      if (!guess) {
        hint.textContent = live.textContent = "Choose an answer first.";
        return;
      }
      said.guess = guess;
      const place = data.challenges.findIndex((junction) => same(junction, said.pick));
      if (place >= 0) {
        said.tried[place] = isRight(view, guess);
        said.guesses[place] = guess;
      }
      keep.save(said);
      show(true);
    }), hint);
  }

  /** @param {View} view @param {boolean} now */
  function reveal(view, now) {
    const { five, three, failed, sentences } = view;
    const name = `${five.name}::${three.name}`;
    const title = h("h4", { tabindex: -1 }, `${name}: ${failed.length ? "no active kinase fusion" : "an active kinase fusion, by the four checks"}`);
    const words = verdict(view, said.guess);
    const chimera = h("div", { class: "fusion-drawing" });
    const codons = h("div", { class: "fusion-drawing" });
    const origin = data.junctions.find(([junction]) => same(junction, said.pick));
    stage.replaceChildren(
      title, h("p", { class: "fusion-verdict" }, h("strong", {}, isRight(view, said.guess) ? "✓ " : "✗ ", words)),
      h("p", { class: "ntrk-muted" }, origin ? inline(origin[1]) : "A junction of your own choice, not one that a source here reports."),
      chimera,
      h("ul", { class: "fusion-checks" }, CHECKS.map((check) => h("li", { class: failed.includes(check) ? "fusion-fails" : "" },
        h("strong", {}, WORDS[check][0], failed.includes(check) ? " fails. " : " passes. "), sentences[check]))),
      h("h4", {}, "The frame, step by step"), steps(view), codons, pieces(view),
      h("ul", { class: "ntrk-muted" }, data.notes.filter(([gene]) => !gene || gene === five.name).map(([, spans]) => h("li", {}, inline(spans)))));
    cleanups.push(drawToWidth(chimera, (width) => drawChimera(width, view)), drawToWidth(codons, (width) => drawCodons(width, view)));
    if (now) {
      live.textContent = words;
      title.focus();
    }
  }

  show(false);
  return () => {
    cleanups.forEach((clean) => clean());
    keep.stop();
  };
}

/** @param {Pick} one @param {Pick} other */
function same(one, other) {
  return one.every((part, place) => part === other[place]);
}

/** @param {number} index of a challenge */
function letter(index) {
  return String.fromCharCode(65 + index);
}

/** @param {Pick} junction */
function spoken([five, left, three, right]) {
  return `${five} exon ${left} to ${three} exon ${right}`;
}

/** @param {HTMLSelectElement} input @param {[string | number, string][]} options @param {string | number} value */
function fill(input, options, value) {
  input.replaceChildren(...options.map(([key, text]) => h("option", { value: key }, text)));
  input.value = String(value);
}

/** @param {any} value */
function isGuess(value) {
  return value === "yes" || CHECKS.includes(value);
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { pick: [...data.start], guess: "", tried: {}, guesses: {} };
  if (typeof value !== "object" || value === null) return said;
  data.challenges.forEach((junction, index) => {
    if (typeof value.tried?.[index] === "boolean") said.tried[index] = value.tried[index];
    if (!isGuess(value.guesses?.[index])) return;
    said.guesses[index] = value.guesses[index];
    said.tried[index] = isRight(look(data, junction), said.guesses[index]);
  });
  if (!Array.isArray(value.pick)) return said;
  const [five, left, three, right] = value.pick;
  const has = (/** @type {any} */ name, /** @type {"five" | "three"} */ side, /** @type {any} */ exon) =>
    Object.hasOwn(data.genes, name) && data.genes[name][side].some(([number]) => number === exon);
  if (five === three || !has(five, "five", left) || !has(three, "three", right)) return said;
  said.pick = [five, left, three, right];
  if (isGuess(value.guess)) said.guess = value.guess;
  return said;
}

/** What Python worked out for this junction. @param {Data} data @param {Pick} pick @returns {View} */
function look(data, [first, left, second, right]) {
  const [lefts, rights] = [data.genes[first].five, data.genes[second].three];
  const [i, j] = [lefts.findIndex(([exon]) => exon === left), rights.findIndex(([exon]) => exon === right)];
  const part = (/** @type {string} */ name, /** @type {Cut} */ [exon, base, odd, residue]) => ({ name, gene: data.genes[name], exon, base, odd, residue });
  const [five, three] = [part(first, lefts[i]), part(second, rights[j])];
  const pair = data.pairs[`${first}|${second}`];
  const bits = parseInt(pair.failed[i * rights.length + j], 16);
  const failed = CHECKS.filter((_, place) => bits & (1 << place));
  const mixed = five.odd ? 1 : 0;
  const broken = failed.includes("frame");
  return { five, three, failed, mixed,
    length: broken ? null : five.residue + mixed + three.gene.length - three.residue + 1,
    sentences: { order: data.sentences[pair.order], kinase: data.sentences[rights[j][4]], copies: data.sentences[lefts[i][4]],
      frame: `${first} exon ${left} leaves ${count(five.base)} mod 3 = ${five.odd}, and ${second} exon ${right} asks for ${count(three.base - 1)} mod 3 = ${three.odd}: `
        + (broken ? `not the same, so ${second} is read in the wrong threes until a stop turns up by chance.` : "the same, so the reading stays in frame.") } };
}

/** @param {View} view @param {string} guess */
function isRight({ failed }, guess) {
  return guess === "yes" ? failed.length === 0 : failed.includes(guess);
}

/** @param {View} view @param {string} guess */
function verdict({ failed, length }, guess) {
  const list = (/** @type {string[]} */ checks) => checks.map((check) => WORDS[check][1]).join("; ");
  const made = `${length} residues, all four checks passed`;
  if (failed.length === 0) return guess === "yes" ? `You said yes. It is: ${made}.` : `You said no: ${WORDS[guess][1]}. But it is active: ${made}. Look at the check you named.`;
  if (guess === "yes") return `You said yes, but ${list(failed)}.`;
  const others = failed.filter((check) => check !== guess);
  if (others.length === failed.length) return `It is not active, but for another reason than yours. You said: ${WORDS[guess][1]}. In fact ${list(failed)}.`;
  return `You said: ${WORDS[guess][1]}. That is so.${others.length ? ` And also: ${list(others)}.` : ""}`;
}

/** @param {View} view */
function steps({ five, three, mixed, length }) {
  const line = (/** @type {number} */ bases, /** @type {number} */ odd) => `${count(bases)} = 3 × ${count((bases - odd) / 3)} + ${odd}`;
  const bases = (/** @type {number} */ n) => (n === 1 ? "1 base" : `${n} bases`);
  return h("ol", { class: "fusion-steps" },
    h("li", {}, `${five.name} gives coding bases 1 to ${count(five.base)}. ${line(five.base, five.odd)}, so ${bases(five.odd)} left over.`),
    h("li", {}, `${three.name} begins at ${count(three.base)}, so ${count(three.base)} − 1 = ${count(three.base - 1)} bases stay behind. ${line(three.base - 1, three.odd)}, so ${bases(three.odd)} missing from its first codon.`),
    h("li", {}, length === null ? `${bases(five.odd)} left over, ${bases(three.odd)} missing: the frame is lost.`
      : mixed ? `${bases(five.odd)} left over, ${bases(three.odd)} missing: they make one mixed codon, and the frame holds.`
        : "None left over, none missing: the cut falls between codons, and the frame holds."),
    length !== null && h("li", {}, `Length: ${five.residue} from ${five.name}${mixed ? " + 1 mixed" : ""} + ${three.gene.length - three.residue + 1} from ${three.name} = ${length} residues.`));
}

/**
 * The stretches that the chimera has, each in its own residues and from where in the chimera it is drawn.
 * @param {View} view @returns {{ part: Part, from: number, to: number, shift: number }[]}
 */
function stretches({ five, three, mixed, length }) {
  const head = { part: five, from: 1, to: five.residue, shift: 0 };
  return length === null ? [head] : [head, { part: three, from: three.residue, to: three.gene.length, shift: five.residue + mixed + 1 - three.residue }];
}

/** @param {View} view */
function pieces(view) {
  const rows = stretches(view).flatMap(({ part, from, to, shift }) => part.gene.domains.map(([, name, first, last]) => {
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    if (begin > end) return [part.name, name, `${first} to ${last}`, "lost"];
    return [part.name, name, `${first} to ${last}`, `${begin + shift} to ${end + shift}${begin === first && end === last ? "" : ", in part"}`];
  }));
  if (view.length === null) rows.push([view.three.name, "everything", "", "read out of frame"]);
  return h("div", { class: "fusion-table" }, dataTable("Domains in numbers", ["Gene", "Domain", "Residues in its protein", "Residues in the chimera"], rows));
}

/** @param {number} x @param {number} y @param {string | number} words @param {Record<string, any>} [props] */
function label(x, y, words, props = {}) {
  return svg("text", { x, y, class: "fusion-text", "text-anchor": "middle", ...props }, words);
}

/** @param {Part} part */
function colour(part) {
  return part.gene.kinase ? "fusion-kinase" : "fusion-partner";
}

/**
 * Residues `from` to `to` of a protein as a bar with its domains.
 * @param {Part} part @param {number} from @param {number} to @param {(residue: number) => number} x left edge of a residue
 * @param {number} y @param {boolean} known whether to say what is cut @param {boolean} lost
 * @param {number[]} ends where each row of labels below the bar ends so far
 */
function bar(part, from, to, x, y, known, lost, ends) {
  if (to < from) return null;
  /** @type {Node[]} */
  const words = [];
  const rects = part.gene.domains.map(([short, , first, last, role]) => {
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    if (begin > end) return null;
    const [left, width] = [x(begin), Math.max(3, x(end + 1) - x(begin))];
    const solid = role === "kinase" || role === "oligomerisation";
    const whole = begin === first && end === last;
    const text = whole || !known ? short : `cut ${short}`;
    const point = role === "membrane" || role === "docking";
    const minor = 2 * (end - begin + 1) < last - first + 1;
    const middle = left + width / 2;
    const wide = 6.8 * text.length;
    if (!point && width > wide + 4) words.push(label(middle, y + 16, text, solid ? { class: "fusion-text fusion-inside" } : {}));
    else if (!minor) {
      const start = Math.max(2, middle - (role === "docking" ? 0 : role === "membrane" ? wide : wide / 2));
      const line = ends.findIndex((end) => end < start);
      const at = line < 0 ? ends.length : line;
      ends[at] = start + wide + 4;
      words.push(label(start, y + 38 + 15 * at, text, { "text-anchor": "start" }));
    }
    return svg("rect", { x: left, y: point ? y - 3 : y, width, height: point ? 28 : 22, class: `fusion-domain${solid || point ? " fusion-solid" : ""}` });
  });
  return svg("g", { class: `${colour(part)}${lost ? " fusion-lost" : ""}` },
    svg("rect", { x: x(from), y: y + 7, width: x(to + 1) - x(from), height: 8, class: "fusion-bar" }), rects, words);
}

/** Pixels a residue takes: one scale for both parents and the chimera. @param {number} width @param {View} view */
function scaleOf(width, { five, three, length }) {
  return (width - 4) / Math.max(five.gene.length, three.gene.length, length || 0);
}

/** @param {number} width @param {number} x @param {number} y @param {string} words */
function besideCut(width, x, y, words) {
  const end = x > width / 2;
  return label(end ? x - 5 : x + 5, y, words, { "text-anchor": end ? "end" : "start" });
}

/** @param {number} width @param {View} view @param {boolean} known whether to show what is lost */
function drawParents(width, view, known) {
  const scale = scaleOf(width, view);
  const x = (/** @type {number} */ residue) => 2 + (residue - 1) * scale;
  const { five, three } = view;
  /** @param {Part} part @param {number} top @param {boolean} head */
  const row = (part, top, head) => {
    const { length } = part.gene;
    const split = head ? part.residue : part.residue - 1;
    const cut = x(split + 1);
    const words = known ? `kept: ${head ? `1 to ${split}` : `${part.residue} to ${length}`}` : `exon ${part.exon} ${head ? `ends, ${split}` : `begins, ${part.residue}`}`;
    /** @type {number[]} */
    const ends = [];
    const nodes = [
      label(2, top + 13, `${part.name}${part.gene.protein === part.name ? "" : ` (${part.gene.protein})`}, ${length} residues`, { class: "fusion-title", "text-anchor": "start" }),
      bar(part, 1, split, x, top + 40, known, known && !head, ends), bar(part, split + 1, length, x, top + 40, known, known && head, ends),
      svg("line", { x1: cut, x2: cut, y1: top + 20, y2: top + 68, class: "fusion-cut" }), besideCut(width, cut, top + 31, words)];
    return { nodes, bottom: top + 76 + 15 * ends.length };
  };
  const first = row(five, 0, true);
  const second = row(three, first.bottom, false);
  const height = second.bottom + 22;
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label":
    `The two proteins to scale, with their cuts. ${five.name}, ${five.gene.length} residues, is kept up to ${five.residue}. ${three.name}, ${three.gene.length} residues, is kept from ${three.residue} on. ${
      [five, three].map(({ name, gene }) => `Domains of ${name}: ${gene.domains.map(([, words, first, last]) => `${words} ${first} to ${last}`).join(", ")}.`).join(" ")}` },
  first.nodes, second.nodes,
  svg("line", { x1: 2, x2: 2 + 100 * scale, y1: height - 10, y2: height - 10, class: "fusion-scale" }), label(8 + 100 * scale, height - 5, "100 residues, to scale", { "text-anchor": "start" }));
}

/** @param {number} width @param {View} view */
function drawChimera(width, view) {
  const { five, three, length } = view;
  const scale = scaleOf(width, view);
  const x = (/** @type {number} */ residue) => 2 + (residue - 1) * scale;
  const cut = x(five.residue + 1);
  const name = `${five.name}::${three.name}`;
  const far = Math.min(width - 2, cut + 90);
  const near = Math.min(cut, far - 40);
  const waves = Math.floor((far - near) / 8);
  /** @type {number[]} */
  const ends = [];
  const bars = stretches(view).map(({ part, from, to, shift }) => bar(part, from, to, (residue) => x(residue + shift), 40, true, false, ends));
  const bottom = 70 + 15 * ends.length;
  const height = bottom + (length === null ? 18 : 4);
  return svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": length === null
    ? `${name}, out of frame: ${five.residue} residues of ${five.name}, then other residues up to a chance stop. This last stretch is schematic.`
    : `${name} to scale: ${length} residues, ${five.residue} of ${five.name} and ${three.gene.length - three.residue + 1} of ${three.name}.` },
  label(2, 13, length === null ? `${name}, out of frame` : `${name}, ${length} residues`, { class: "fusion-title", "text-anchor": "start" }),
  bars,
  length === null && svg("path", { d: `M${near} 51${"q2-10 4 0t4 0".repeat(waves)}`, class: "fusion-nonsense" }),
  svg("line", { x1: cut, x2: cut, y1: 20, y2: 68, class: "fusion-cut" }),
  besideCut(width, cut, 31, length === null ? "then others" : `joined after ${five.residue}`),
  length === null && label(2, bottom + 13, "Wave: schematic, to a chance stop.", { "text-anchor": "start" }));
}

/** Bases at the junction, the threes in which they are read, and the threes in which the 3' gene is written. @param {number} width @param {View} view */
function drawCodons(width, { five, three, length }) {
  const heads = 3 + five.odd;
  const lead = (3 - three.odd) % 3;
  const total = heads + lead + 6;
  const size = Math.min(26, Math.floor((width - 4) / total));
  const x = (/** @type {number} */ index) => 2 + index * size;
  const brackets = (/** @type {number} */ from, /** @type {number} */ y, /** @type {number} */ tip) => {
    const found = [];
    for (let at = from; at + 3 <= total; at += 3) found.push(svg("path", { d: `M${x(at) + 3} ${y + tip}V${y}H${x(at + 3) - 3}V${y + tip}`, class: "fusion-bracket" }));
    return found;
  };
  return svg("svg", { width, height: 116, viewBox: `0 0 ${width} 116`, role: "img", "aria-label":
    `Schematic of the bases at the junction. Read in threes from ${five.name}, the threes of ${three.name} ${length === null ? "do not line up with the reading" : "line up with the reading"}.` },
  label(2, 13, "read in threes (schematic)", { "text-anchor": "start" }), brackets(0, 20, 6),
  Array.from({ length: total }, (_, index) => svg("g", { class: colour(index < heads ? five : three) },
    svg("rect", { x: x(index) + 1, y: 30, width: size - 2, height: size - 2, class: `fusion-base${index < heads ? "" : " fusion-late"}` }))),
  svg("line", { x1: x(heads), x2: x(heads), y1: 16, y2: 92, class: "fusion-cut" }),
  brackets(heads + lead, 38 + size, -6),
  label(x(heads) - 6, 56 + size, five.name, { "text-anchor": "end", class: "fusion-title" }),
  label(x(heads) + 6, 56 + size, `${three.name}’s threes`, { "text-anchor": "start", class: "fusion-title" }),
  label(2, 76 + size, length === null ? "✗ They do not line up." : "✓ They line up.", { "text-anchor": "start" }));
}

export default { render };
