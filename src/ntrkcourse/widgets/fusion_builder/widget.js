// Join two genes exon to exon: predict what comes of it, then see the chimera, the arithmetic and the reasons.

import { button, dataTable, primary, radios, select } from "../shared/controls.js";
import { counted, fill, h, inline, picture, pieces, svg } from "../shared/dom.js";
import { asIs, each } from "../shared/kept.js";
import { count } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Builder} Builder
 * @typedef {[string, string, number, number, string]} Domain short name, name, first and last residue, role
 * @typedef {[number, number, number, number, number]} Cut exon, its base at the cut, bases left over or missing, whole
 *   residue at the cut, sentence
 * @typedef {{ protein: string, accession: string, length: number, kinase: boolean, domains: Domain[], five: Cut[],
 *   three: Cut[] }} Gene
 * @typedef {Builder["start"]} Pick 5' gene and its last exon, 3' gene and its first exon
 * @typedef {import("./data.js").Check} Check
 * @typedef {Builder & { id: string, genes: Record<string, Gene>,
 *   pairs: Record<string, { order: number, failed: string }>, sentences: string[], facts: string[] }} Data
 * @typedef {{ pick: Pick, guess: string, tried: Record<string, boolean>, guesses: Record<string, string> }} Said tried
 *   and guesses: for each challenge whether the prediction was right, and what it was, which version 1 did not keep
 * @typedef {{ name: string, gene: Gene, exon: number, base: number, odd: number, residue: number }} Part
 * @typedef {{ five: Part, three: Part, failed: Check[], sentences: Record<string, string>, mixed: number,
 *   length: number | null, words: Builder["words"] }} View
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const genes = Object.keys(data.genes);
  const names = data.challenges.map((junction) => spoken(data, junction));
  const parents = h("div", { class: "fusion-drawing" });
  const bases = h("p");
  const numbering = h("p", { class: "ntrk-muted" });
  const challenges = data.challenges.map((_, at) => button("", () => challenge(at)));
  const labels = [words.first_gene, words.last_exon, words.second_gene, words.first_exon];
  const lists = labels.map((label, place) => select({ label, options: [], change: (value) => pick(place, value) }));
  const controls = [
    h("fieldset", { class: "fusion-challenges" }, h("legend", {}, words.challenges), challenges),
    h(
      "div",
      { class: "fusion-picks" },
      lists.map(({ element }) => element),
    ),
  ];
  const play = player(context, {
    title: data.title,
    lead: [
      h("p", {}, words.intro),
      ...controls,
      parents,
      h("p", { class: "ntrk-muted" }, words.legend),
      bases,
      numbering,
    ],
    id: data.id,
    shape: { pick: asIs, guess: asIs, tried: each(names, () => asIs), guesses: each(names, () => asIs) },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) =>
      said.guess !== "" || Object.keys(said.tried).length > 0 || !same(said.pick, data.start),
    committed: ({ tried }) => names.every((_, at) => tried[at] !== undefined),
    draw,
  });
  return play.start();

  /** @param {number} at */
  function challenge(at) {
    // Where the reader stands from now on, wherever this was asked for.
    challenges[at].focus();
    choose([...data.challenges[at]], fill(words.challenge, { letter: letter(at), junction: names[at] }));
  }

  /** @param {number} place @param {string} value */
  function pick(place, value) {
    const next = /** @type {Pick} */ ([...play.said.pick]);
    if (place % 2) next[place] = Number(value);
    else {
      // The gene that stands in the other place gives way to the one it displaces.
      const other = 2 - place;
      if (next[other] === value) setGene(next, other, String(next[place]));
      setGene(next, place, value);
    }
    choose(next, "");
  }

  /** @param {Pick} junction @param {number} place @param {string} name */
  function setGene(junction, place, name) {
    const opening = data.opening.find(({ gene }) => gene === name);
    junction[place] = name;
    junction[place + 1] = Number(place ? opening?.first_exon : opening?.last_exon);
  }

  /** @param {Pick} junction @param {string} told */
  function choose(junction, told) {
    play.go({ pick: junction, guess: "" });
    play.say(told);
  }

  /** @param {Play} play */
  function draw({ said, drawn }) {
    const view = look(data, said.pick);
    const { five, three } = view;
    challenges.forEach((one, at) => {
      const right = said.tried[at];
      const [mark, told] =
        right === undefined
          ? ["", ""]
          : right
            ? [words.mark_right, words.told_right]
            : [words.mark_wrong, words.told_wrong];
      one.textContent = letter(at) + mark;
      one.setAttribute("aria-label", fill(words.challenge_told, { letter: letter(at), junction: names[at], told }));
      one.setAttribute("aria-pressed", String(same(data.challenges[at], said.pick)));
    });
    const named = genes.map((name) => ({ value: name, text: name }));
    const exons = (/** @type {Cut[]} */ cuts, /** @type {string} */ text) =>
      cuts.map(([exon, base]) => ({ value: String(exon), text: fill(text, { exon, base: count(base) }) }));
    lists[0].offer(named, five.name);
    lists[1].offer(exons(five.gene.five, words.exon_to), String(five.exon));
    lists[2].offer(
      named.filter(({ value }) => value !== five.name),
      three.name,
    );
    lists[3].offer(exons(three.gene.three, words.exon_from), String(three.exon));
    numbering.replaceChildren(
      fill(words.counted_on, {
        five: five.name,
        five_accession: five.gene.accession,
        three: three.name,
        three_accession: three.gene.accession,
      }),
      inline(data.numbering),
    );
    const cut = (/** @type {string} */ text, /** @type {Part} */ { name, exon, base }) =>
      h("strong", {}, fill(text, { gene: name, exon, base: count(base) }));
    bases.replaceChildren(
      h(
        "span",
        {},
        pieces(words.bases, {
          ends: cut(words.ends_at, five),
          begins: cut(words.begins_at, three),
        }),
      ),
    );
    const known = said.guess !== "";
    drawn.add((width) => drawParents(width, view, known), parents);
    return known ? reveal(view) : ask(view);
  }

  /** @param {View} view */
  function ask(view) {
    const [order, ...others] = data.check;
    const no = [...others, order].map(({ id, failure }) => ({ value: id, text: fill(words.no, { failure }) }));
    const choice = radios({ legend: words.question, options: [{ value: "yes", text: words.yes }, ...no] });
    const missing = () => (choice.value() ? "" : words.missing);
    const done = () => commit(view, String(choice.value()));
    play.stage.append(choice.element, ...play.commit(words.commit, missing, done));
    // Who chooses a junction stays with the list.
    const chosen = document.activeElement;
    return chosen instanceof HTMLElement && controls.some((one) => one.contains(chosen)) ? chosen : lists[0].input;
  }

  /** @param {View} view @param {string} guess */
  function commit(view, guess) {
    const { said } = play;
    const place = data.challenges.findIndex((junction) => same(junction, said.pick));
    if (place >= 0) {
      said.tried[place] = isRight(view, guess);
      said.guesses[place] = guess;
    }
    play.go({ guess });
  }

  /** @param {View} view */
  function reveal(view) {
    const { five, failed, sentences } = view;
    const { guess, pick } = play.said;
    const headed = failed.length ? words.title_inactive : words.title_active;
    const title = h("h4", { tabindex: -1 }, fill(headed, { fusion: fusionName(view) }));
    const told = verdict(view, guess, data.check);
    const origin = data.junction.find(({ at }) => same(at, pick));
    const drawing = (/** @type {(width: number, view: View) => Node} */ of) =>
      play.drawn.add((width) => of(width, view), h("div", { class: "fusion-drawing" }));
    play.stage.append(
      title,
      h(
        "p",
        { class: "fusion-verdict" },
        h("strong", {}, fill(isRight(view, guess) ? words.right : words.wrong, { verdict: told })),
      ),
      drawing(drawCodons),
      next(),
      h("p", { class: "ntrk-muted" }, origin ? inline(origin.origin) : words.own_junction),
      drawing(drawChimera),
      h(
        "ul",
        { class: "fusion-checks" },
        data.check.map((check) => {
          const fails = failed.includes(check);
          return h(
            "li",
            { class: fails ? "fusion-fails" : "" },
            h("strong", {}, fill(fails ? words.fails : words.passes, { check: check.label })),
            sentences[check.id],
          );
        }),
      ),
      h("h4", {}, words.steps),
      steps(view),
      domains(view),
      h(
        "ul",
        { class: "ntrk-muted" },
        data.note.filter(({ gene }) => !gene || gene === five.name).map(({ text }) => h("li", {}, inline(text))),
      ),
    );
    play.say(told);
    return title;
  }

  /** The way to the next challenge that is not yet tried, seen from the one that is shown. */
  function next() {
    const { pick, tried } = play.said;
    const here = data.challenges.findIndex((junction) => same(junction, pick));
    const all = data.challenges.map((_, at) => at);
    const open = [...all.slice(here + 1), ...all.slice(0, here + 1)].find((at) => tried[at] === undefined);
    return open === undefined
      ? ""
      : h(
          "p",
          {},
          primary(fill(words.next, { letter: letter(open) }), () => challenge(open)),
        );
  }
}

/** @param {Pick} one @param {Pick} other */
function same(one, other) {
  return one.every((part, place) => part === other[place]);
}

/** @param {number} index of a challenge */
function letter(index) {
  return String.fromCharCode(65 + index);
}

/** @param {Data} data @param {Pick} junction */
function spoken({ words }, [five, last, three, first]) {
  return fill(words.junction, { five, last, three, first });
}

/** @param {View} view */
function fusionName({ five, three }) {
  return `${five.name}::${three.name}`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { pick: [...data.start], guess: "", tried: {}, guesses: {} };
  if (typeof value !== "object" || value === null) return said;
  const isGuess = (/** @type {any} */ guess) => guess === "yes" || data.check.some(({ id }) => id === guess);
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
function look({ genes, pairs, sentences, check, words }, [first, left, second, right]) {
  const [lefts, rights] = [genes[first].five, genes[second].three];
  const [i, j] = [lefts.findIndex(([exon]) => exon === left), rights.findIndex(([exon]) => exon === right)];
  const part = (/** @type {string} */ name, /** @type {Cut} */ [exon, base, odd, residue]) => ({
    name,
    gene: genes[name],
    exon,
    base,
    odd,
    residue,
  });
  const [five, three] = [part(first, lefts[i]), part(second, rights[j])];
  const pair = pairs[`${first}|${second}`];
  const bits = parseInt(pair.failed[i * rights.length + j], 16);
  const failed = check.filter((_, place) => bits & (1 << place));
  const mixed = five.odd ? 1 : 0;
  const broken = failed.some(({ id }) => id === "frame");
  return {
    five,
    three,
    failed,
    mixed,
    words,
    length: broken ? null : five.residue + mixed + three.gene.length - three.residue + 1,
    sentences: {
      order: sentences[pair.order],
      kinase: sentences[rights[j][4]],
      copies: sentences[lefts[i][4]],
      frame: fill(broken ? words.frame_lost : words.frame_kept, {
        five: first,
        last: left,
        end: count(five.base),
        left_over: five.odd,
        three: second,
        first: right,
        behind: count(three.base - 1),
        missing: three.odd,
      }),
    },
  };
}

/** @param {View} view @param {string} guess */
function isRight({ failed }, guess) {
  return guess === "yes" ? failed.length === 0 : failed.some(({ id }) => id === guess);
}

/** @param {View} view @param {string} said @param {Check[]} checks */
function verdict({ failed, length, words }, said, checks) {
  const list = (/** @type {Check[]} */ some) => some.map(({ failure }) => failure).join("; ");
  const made = fill(words.made, { length: length ?? 0 });
  const guess = checks.find(({ id }) => id === said)?.failure ?? "";
  if (failed.length === 0) return fill(said === "yes" ? words.said_yes_active : words.said_no_active, { guess, made });
  if (said === "yes") return fill(words.said_yes_inactive, { failures: list(failed) });
  const others = failed.filter(({ id }) => id !== said);
  if (others.length === failed.length) return fill(words.said_other, { guess, failures: list(failed) });
  return fill(words.said_so, { guess }) + (others.length ? fill(words.and_also, { failures: list(others) }) : "");
}

/** @param {View} view */
function steps({ five, three, mixed, length, words }) {
  const division = (/** @type {number} */ bases, /** @type {number} */ odd) =>
    fill(words.division, { bases: count(bases), threes: count((bases - odd) / 3), odd });
  const [left, missing] = [five.odd, three.odd].map((odd) => counted(words, "bases", odd));
  const frame = length === null ? words.step_lost : mixed ? words.step_mixed : words.step_between;
  return h(
    "ol",
    { class: "fusion-steps" },
    h(
      "li",
      {},
      fill(words.step_five, {
        gene: five.name,
        base: count(five.base),
        division: division(five.base, five.odd),
        bases: left,
      }),
    ),
    h(
      "li",
      {},
      fill(words.step_three, {
        gene: three.name,
        base: count(three.base),
        behind: count(three.base - 1),
        division: division(three.base - 1, three.odd),
        bases: missing,
      }),
    ),
    h("li", {}, fill(frame, { left_over: left, missing })),
    length !== null &&
      h(
        "li",
        {},
        fill(mixed ? words.step_length_mixed : words.step_length, {
          head: five.residue,
          five: five.name,
          tail: three.gene.length - three.residue + 1,
          three: three.name,
          length,
        }),
      ),
  );
}

/**
 * The stretches that the chimera has, each in its own residues and from where in the chimera it is drawn.
 * @param {View} view @returns {{ part: Part, from: number, to: number, shift: number }[]}
 */
function stretches({ five, three, mixed, length }) {
  const head = { part: five, from: 1, to: five.residue, shift: 0 };
  if (length === null) return [head];
  const shift = five.residue + mixed + 1 - three.residue;
  return [head, { part: three, from: three.residue, to: three.gene.length, shift }];
}

/** @param {View} view */
function domains(view) {
  const { words } = view;
  const rows = stretches(view).flatMap(({ part, from, to, shift }) =>
    part.gene.domains.map(([, name, first, last]) => {
      const [begin, end] = [Math.max(first, from), Math.min(last, to)];
      const whole = begin === first && end === last;
      return [
        part.name,
        name,
        fill(words.range, { first, last }),
        begin > end
          ? words.lost
          : fill(whole ? words.range : words.range_part, { first: begin + shift, last: end + shift }),
      ];
    }),
  );
  if (view.length === null) rows.push([view.three.name, words.everything, "", words.read_wrong]);
  const columns = [words.column_gene, words.column_domain, words.column_protein, words.column_chimera];
  return h("div", { class: "fusion-table" }, dataTable(words.table, columns, rows));
}

/** @param {number} x @param {number} y @param {string} text @param {Record<string, any>} [props] */
function label(x, y, text, props = {}) {
  return svg("text", { x, y, class: "fusion-text", "text-anchor": "middle", ...props }, text);
}

/** @param {number} x @param {number} y @param {string} text */
function heading(x, y, text) {
  return label(x, y, text, { class: "fusion-title", "text-anchor": "start" });
}

/** @param {number} x @param {number} from @param {number} to */
function cutLine(x, from, to) {
  return svg("line", { x1: x, x2: x, y1: from, y2: to, class: "fusion-cut" });
}

/** @param {Part} part */
function colour(part) {
  return part.gene.kinase ? "fusion-kinase" : "fusion-partner";
}

/**
 * Residues `from` to `to` of a protein as a bar with its domains.
 * @param {Part} part @param {number} from @param {number} to
 * @param {(residue: number) => number} x left edge of a residue
 * @param {number} y @param {string} cut what is said of a domain that is cut; with nothing, none is
 * @param {boolean} lost @param {number[]} ends where each row of labels below the bar ends so far
 */
function bar(part, from, to, x, y, cut, lost, ends) {
  if (to < from) return null;
  /** @type {Node[]} */
  const labels = [];
  const rects = part.gene.domains.map(([short, , first, last, role]) => {
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    if (begin > end) return null;
    const [left, width] = [x(begin), Math.max(3, x(end + 1) - x(begin))];
    const solid = role === "kinase" || role === "oligomerisation";
    const whole = begin === first && end === last;
    const text = whole || !cut ? short : fill(cut, { domain: short });
    const point = role === "membrane" || role === "docking";
    const minor = 2 * (end - begin + 1) < last - first + 1;
    const middle = left + width / 2;
    const wide = 6.8 * text.length;
    if (!point && width > wide + 4) {
      labels.push(label(middle, y + 16, text, solid ? { class: "fusion-text fusion-inside" } : {}));
    } else if (!minor) {
      const start = Math.max(2, middle - (role === "docking" ? 0 : role === "membrane" ? wide : wide / 2));
      const line = ends.findIndex((end) => end < start);
      const at = line < 0 ? ends.length : line;
      ends[at] = start + wide + 4;
      labels.push(label(start, y + 38 + 15 * at, text, { "text-anchor": "start" }));
    }
    return svg("rect", {
      x: left,
      y: point ? y - 3 : y,
      width,
      height: point ? 28 : 22,
      class: `fusion-domain${solid || point ? " fusion-solid" : ""}`,
    });
  });
  return svg(
    "g",
    { class: `${colour(part)}${lost ? " fusion-lost" : ""}` },
    svg("rect", { x: x(from), y: y + 7, width: x(to + 1) - x(from), height: 8, class: "fusion-bar" }),
    rects,
    labels,
  );
}

/** Pixels a residue takes: one scale for both parents and the chimera. @param {number} width @param {View} view */
function scaleOf(width, { five, three, length }) {
  return (width - 4) / Math.max(five.gene.length, three.gene.length, length || 0);
}

/** @param {number} width @param {number} x @param {number} y @param {string} text */
function besideCut(width, x, y, text) {
  const end = x > width / 2;
  return label(end ? x - 5 : x + 5, y, text, { "text-anchor": end ? "end" : "start" });
}

/** @param {number} width @param {View} view @param {boolean} known whether to show what is lost */
function drawParents(width, view, known) {
  const scale = scaleOf(width, view);
  const x = (/** @type {number} */ residue) => 2 + (residue - 1) * scale;
  const { five, three, words } = view;
  const told = known ? words.cut : "";
  /** @param {Part} part @param {number} top @param {boolean} head */
  const row = (part, top, head) => {
    const { length, protein } = part.gene;
    const split = head ? part.residue : part.residue - 1;
    const cut = x(split + 1);
    const title = protein === part.name ? words.protein : words.protein_named;
    const beside = known
      ? fill(words.kept, head ? { first: 1, last: split } : { first: part.residue, last: length })
      : fill(head ? words.cut_ends : words.cut_begins, { exon: part.exon, residue: part.residue });
    /** @type {number[]} */
    const ends = [];
    const nodes = [
      heading(2, top + 13, fill(title, { gene: part.name, protein, length })),
      bar(part, 1, split, x, top + 40, told, known && !head, ends),
      bar(part, split + 1, length, x, top + 40, told, known && head, ends),
      cutLine(cut, top + 20, top + 68),
      besideCut(width, cut, top + 31, beside),
    ];
    return { nodes, bottom: top + 76 + 15 * ends.length };
  };
  const first = row(five, 0, true);
  const second = row(three, first.bottom, false);
  const height = second.bottom + 22;
  const y = height - 10;
  return picture(
    {
      width,
      height,
      label: fill(words.parents_drawn, {
        five: five.name,
        five_length: five.gene.length,
        five_residue: five.residue,
        three: three.name,
        three_length: three.gene.length,
        three_residue: three.residue,
        domains: [five, three].map((part) => domainsDrawn(words, part)).join(" "),
      }),
    },
    [
      ...first.nodes,
      ...second.nodes,
      svg("line", { x1: 2, x2: 2 + 100 * scale, y1: y, y2: y, class: "fusion-scale" }),
      label(8 + 100 * scale, height - 5, words.scale, { "text-anchor": "start" }),
    ],
  );
}

/** @param {Record<string, string>} words @param {Part} part */
function domainsDrawn(words, { name, gene }) {
  const each = gene.domains.map(([, domain, first, last]) => fill(words.domain_drawn, { domain, first, last }));
  return fill(words.domains_drawn, { gene: name, domains: each.join(", ") });
}

/** @param {number} width @param {View} view */
function drawChimera(width, view) {
  const { five, three, length, words } = view;
  const scale = scaleOf(width, view);
  const x = (/** @type {number} */ residue) => 2 + (residue - 1) * scale;
  const cut = x(five.residue + 1);
  const fusion = fusionName(view);
  const far = Math.min(width - 2, cut + 90);
  const near = Math.min(cut, far - 40);
  const waves = Math.floor((far - near) / 8);
  /** @type {number[]} */
  const ends = [];
  const bars = stretches(view).map(({ part, from, to, shift }) =>
    bar(part, from, to, (residue) => x(residue + shift), 40, words.cut, false, ends),
  );
  const bottom = 70 + 15 * ends.length;
  const lost = length === null;
  const values = {
    fusion,
    length: length ?? 0,
    head: five.residue,
    five: five.name,
    tail: three.gene.length - three.residue + 1,
    three: three.name,
  };
  return picture(
    {
      width,
      height: bottom + (lost ? 18 : 4),
      label: fill(lost ? words.chimera_drawn_lost : words.chimera_drawn, values),
    },
    [
      heading(2, 13, fill(lost ? words.chimera_lost : words.chimera, values)),
      ...bars,
      lost && svg("path", { d: `M${near} 51${"q2-10 4 0t4 0".repeat(waves)}`, class: "fusion-nonsense" }),
      cutLine(cut, 20, 68),
      besideCut(width, cut, 31, lost ? words.then_others : fill(words.joined_after, { residue: five.residue })),
      lost && label(2, bottom + 13, words.wave, { "text-anchor": "start" }),
    ],
  );
}

/**
 * Bases at the junction, the threes in which they are read, and the threes in which the 3' gene is written.
 * @param {number} width @param {View} view
 */
function drawCodons(width, { five, three, length, words }) {
  const heads = 3 + five.odd;
  const lead = (3 - three.odd) % 3;
  const total = heads + lead + 6;
  const size = Math.min(26, Math.floor((width - 4) / total));
  const x = (/** @type {number} */ index) => 2 + index * size;
  const brackets = (/** @type {number} */ from, /** @type {number} */ y, /** @type {number} */ tip) => {
    const found = [];
    for (let at = from; at + 3 <= total; at += 3) {
      const d = `M${x(at) + 3} ${y + tip}V${y}H${x(at + 3) - 3}V${y + tip}`;
      found.push(svg("path", { d, class: "fusion-bracket" }));
    }
    return found;
  };
  const told = length === null ? words.codons_drawn_lost : words.codons_drawn;
  return picture({ width, height: 116, label: fill(told, { five: five.name, three: three.name }) }, [
    label(2, 13, words.codons_read, { "text-anchor": "start" }),
    ...brackets(0, 20, 6),
    ...Array.from({ length: total }, (_, index) =>
      svg(
        "g",
        { class: colour(index < heads ? five : three) },
        svg("rect", {
          x: x(index) + 1,
          y: 30,
          width: size - 2,
          height: size - 2,
          class: `fusion-base${index < heads ? "" : " fusion-late"}`,
        }),
      ),
    ),
    cutLine(x(heads), 16, 92),
    ...brackets(heads + lead, 38 + size, -6),
    label(x(heads) - 6, 56 + size, five.name, { "text-anchor": "end", class: "fusion-title" }),
    heading(x(heads) + 6, 56 + size, fill(words.codons_own, { gene: three.name })),
    label(2, 76 + size, length === null ? words.codons_lost : words.codons_fit, { "text-anchor": "start" }),
  ]);
}

export default { render };
