// Fusion calls, one by one: look at the reads, commit to a verdict and a reason, then see ours and the lesson.

import { button, dataTable, primary, radios } from "../shared/controls.js";
import { counted, fill, h, inline, isIndex, picture, pieces, sectionLink, svg } from "../shared/dom.js";
import { each, pick, tuple } from "../shared/kept.js";
import { count } from "../shared/numbers.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Pileups} Pileups
 * @typedef {Pileups["call"][number] & { name: string, distance: string, rows: [string, string][],
 *   counted: string }} Call
 * @typedef {Omit<Pileups, "call"> & { id: string, call: Call[], facts: string[] }} Data
 * @typedef {[number, number] | null} Answer verdict and reason
 * @typedef {{ at: number, answers: Answer[] }} Said `at` is the number of calls where the summary is looked at
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const DRAWN = 7;
/** Rows of the table that the drawing shows as well; the others stand below it. */
const DRAWN_ROWS = 7;
const SPLIT = [0.64, 0.86, 0.72, 0.93, 0.57, 0.79, 0.68];
const GAPS = [0.05, 0.12, 0.02, 0.09, 0.15, 0.04, 0.11];

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const total = data.call.length;
  const shown = Object.fromEntries(data.verdict.map(({ id, text }) => [id, text]));
  // Two calls may join the same genes: a call is what was read of it.
  const calls = data.call.map(({ name, sample, rows }) => [name, sample, ...rows.flat()].join("\n"));
  const verdicts = pick(data.verdict.map(({ text }) => text));
  const steps = h("ol", { class: "pile-steps", "aria-label": words.steps });
  return player(context, {
    title: data.title,
    lead: [
      h("p", {}, data.intro),
      h(
        "details",
        { class: "pile-words" },
        h("summary", {}, words.columns_mean),
        h(
          "ul",
          {},
          data.column.map(({ name, text }) => h("li", {}, h("strong", {}, name), `: ${text}`)),
        ),
      ),
      steps,
      h("p", { class: "ntrk-muted" }, words.marks),
    ],
    id: data.id,
    shape: {
      at: pick([...calls, "the summary"]),
      answers: each(calls, (place) => tuple(verdicts, pick(data.call[place].reason.map(({ text }) => text)))),
    },
    restore: (value) => restore(data, value),
    begun: ({ answers }) => answers.some(Boolean),
    committed: ({ answers }) => answers.every(Boolean),
    draw(/** @type {Play} */ play) {
      progress(play);
      play.say("");
      return play.said.at < total ? judge(play, play.said.at) : summary(play);
    },
  }).start();

  /** The calls judged so far, and the next. @param {Play} play */
  function progress({ said, go }) {
    const open = said.answers.indexOf(null);
    steps.replaceChildren(
      ...data.call.map((call, place) => {
        const answer = said.answers[place];
        const [mark, told] = markOf(data, call, answer);
        return h(
          "li",
          {},
          button(`${place + 1}${mark}`, () => go({ at: place }), {
            "aria-label": fill(told, { n: place + 1 }),
            "aria-current": place === said.at ? "step" : false,
            disabled: !answer && place !== open,
          }),
        );
      }),
    );
  }

  /** @param {Play} play @param {number} place */
  function judge(play, place) {
    const call = data.call[place];
    const title = h("h4", { tabindex: -1 }, fill(words.heading, { n: place + 1, all: total, name: call.name }));
    const result = h("div");
    const verdict = radios({ legend: words.verdict, options: numbered(data.verdict) });
    const reason = radios({ legend: words.reason, options: numbered(call.reason) });
    const given = () => [verdict.value(), reason.value()];
    const [commit, hint] = play.commit(
      words.commit,
      () => (given().includes(undefined) ? words.missing : ""),
      () => {
        const [chosen, because] = given().map(Number);
        play.said.answers[place] = [chosen, because];
        play.save();
        progress(play);
        const heading = reveal([chosen, because]);
        play.say(heading.textContent ?? "");
        heading.focus();
      },
    );
    const answer = play.said.answers[place];
    play.stage.append(
      title,
      h("p", {}, call.sample),
      play.drawn.add((width) => drawing(call, words, width)),
      h("p", { class: "ntrk-muted" }, fill(words.legend, { n: DRAWN })),
      h(
        "dl",
        { class: "pile-facts" },
        call.rows.slice(DRAWN_ROWS).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))),
      ),
      dataTable(words.table, [words.table_column, words.table_value], call.rows),
      verdict.element,
      reason.element,
      commit,
      hint,
      result,
    );
    if (answer) reveal(answer);
    return title;

    /** @param {[number, number]} answer */
    function reveal(answer) {
      const right = call.reason.findIndex((one) => one.right);
      const heading = h("h4", { tabindex: -1, class: "pile-told" }, compare(data, call, answer));
      const more = sectionLink(call.see);
      const open = play.said.answers.indexOf(null);
      verdict.set(String(answer[0]));
      reason.set(String(answer[1]));
      for (const { element } of [verdict, reason]) {
        element.disabled = true;
        element.classList.add("pile-locked");
      }
      commit.hidden = true;
      hint.textContent = "";
      const { text, feedback } = call.reason[answer[1]];
      result.replaceChildren(
        heading,
        h(
          "p",
          {},
          h("strong", {}, fill(words.ours, { verdict: shown[call.verdict] })),
          fill(words.ours_reason, { reason: call.reason[right].text }),
        ),
        answer[1] === right ? "" : h("p", {}, fill(words.said, { reason: text }), inline(feedback)),
        h("h4", {}, call.lesson),
        h("p", {}, inline(call.teaching)),
        h("p", { class: "ntrk-muted" }, inline(data.rules), " ", call.counted),
        more ? h("p", {}, pieces(words.more, { section: more })) : "",
        open < 0
          ? primary(words.to_summary, () => play.go({ at: total }))
          : primary(words.next, () => play.go({ at: open })),
      );
      return heading;
    }
  }

  /** What the reader makes of all calls. @param {Play} play */
  function summary({ said, stage, go }) {
    const judged = data.call.map((call, place) => {
      const answer = said.answers[place] ?? [-1, -1];
      const reported = data.verdict[answer[0]]?.id === "report";
      return { call, place, reported, right: agrees(data, call, answer), reason: call.reason[answer[1]]?.right };
    });
    const real = judged.filter(({ call }) => call.verdict === "report");
    const others = judged.filter(({ call }) => call.verdict !== "report");
    const again = judged.filter((one) => !one.right || !one.reason);
    const title = h(
      "h4",
      { tabindex: -1 },
      fill(words.summary, {
        verdicts: judged.filter((one) => one.right).length,
        reasons: judged.filter((one) => one.reason).length,
        all: total,
      }),
    );
    stage.append(
      title,
      h(
        "p",
        {},
        fill(words.reported, {
          real: real.length,
          found: real.filter((one) => one.right).length,
          others: others.length,
          false: others.filter((one) => one.reported).length,
        }),
      ),
      h("p", {}, counted(words, "revisit", again.length)),
      h(
        "ul",
        { class: "pile-again" },
        again.map(({ call, place, right }) =>
          h(
            "li",
            {},
            h(
              "span",
              {},
              h("strong", {}, fill(words.lesson, { lesson: call.lesson })),
              right
                ? words.revisit_reason
                : fill(words.revisit_verdict, { verdict: shown[call.verdict].toLowerCase() }),
            ),
            button(fill(words.look, { n: place + 1 }), () => go({ at: place })),
          ),
        ),
      ),
    );
    return title;
  }
}

/** Texts as choices by their positions. @param {{ text: string }[]} things */
function numbered(things) {
  return things.map(({ text }, at) => ({ value: String(at), text }));
}

/** Whether the reader's verdict is ours. @param {Data} data @param {Call} call @param {[number, number]} answer */
function agrees(data, call, [verdict]) {
  return data.verdict[verdict]?.id === call.verdict;
}

/** The mark of a call in the strip, and what it says. @param {Data} data @param {Call} call @param {Answer} answer */
function markOf(data, call, answer) {
  const { words } = data;
  if (!answer) return ["", words.step];
  if (!agrees(data, call, answer)) return ["✗", words.step_other];
  return call.reason[answer[1]].right ? ["✓", words.step_same] : ["◐", words.step_half];
}

/** The reader's answer against ours. @param {Data} data @param {Call} call @param {[number, number]} answer */
function compare(data, call, answer) {
  const { words } = data;
  const reason = call.reason[answer[1]].right;
  if (agrees(data, call, answer)) return reason ? words.same : words.same_verdict;
  const given = data.verdict[answer[0]].id;
  const follows = data.consequence.find((one) => one.given === given && one.right === call.verdict);
  return `${reason ? words.same_reason : words.other} ${follows?.text}`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const stored = Array.isArray(value?.answers) ? value.answers : [];
  /** @type {Answer[]} */
  const answers = data.call.map((call, place) => {
    const one = stored[place];
    if (!Array.isArray(one) || !isIndex(one[0], data.verdict.length)) return null;
    return isIndex(one[1], call.reason.length) ? [one[0], one[1]] : null;
  });
  const open = answers.indexOf(null);
  const end = data.call.length;
  const fits = isIndex(value?.at, end + 1) && (value.at === end ? open < 0 : answers[value.at] || value.at === open);
  return { at: fits ? value.at : Math.max(open, 0), answers };
}

/**
 * Two genes over a junction, with the reads below.
 * @param {Call} call @param {Record<string, string>} words @param {number} width
 */
function drawing(call, words, width) {
  const wide = Math.min(width, 640);
  const middle = wide / 2;
  const { five, three } = call;
  const genes = { five: five.gene, three: three.gene };
  const columns = [call.split_reads1, call.split_reads2, call.discordant_mates];
  const reads = columns[0] + columns[1] + columns[2];
  /** @type {Node[]} */
  const parts = [];
  /** @param {number} x @param {number} y @param {string} told @param {string} [anchor] @param {string} [kind] */
  const text = (x, y, told, anchor = "start", kind = "") => {
    parts.push(svg("text", { x, y, "text-anchor": anchor, "font-size": 13, class: kind }, told));
  };
  /** @typedef {"five" | "three"} Gene */
  /** @param {number} from @param {number} to @param {number} y @param {boolean} dashed @param {Gene} side */
  const bar = (from, to, y, dashed, side) => {
    const kind = `pile-${side}${dashed ? " pile-else" : ""}`;
    parts.push(svg("rect", { x: from, y, width: to - from, height: 6, class: kind }));
  };
  /** @param {number} from @param {number} to */
  const junction = (from, to) => {
    parts.push(svg("line", { x1: middle, x2: middle, y1: from, y2: to, class: "pile-junction" }));
  };
  text(0, 13, words.schematic, "start", "pile-quiet");
  text(middle, 33, call.distance, "middle", "pile-quiet");
  text(0, 55, fill(words.gene_five, { gene: five.gene, strand: five.strand }), "start", "pile-gene");
  text(0, 73, fill(words.coverage, { n: count(five.coverage) }));
  text(wide, 55, fill(words.gene_three, { gene: three.gene, strand: three.strand }), "end", "pile-gene");
  text(wide, 73, fill(words.coverage, { n: count(three.coverage) }), "end");
  // Exons, with dots for those beyond the drawing; introns are gone, so they touch.
  const slot = (middle - 14) / 3;
  [five, three].forEach((side, right) =>
    side.exons.forEach((exon, index) => {
      const x = right ? middle + index * slot : middle - (side.exons.length - index) * slot;
      const kind = `pile-exon pile-${right ? "three" : "five"}`;
      parts.push(svg("rect", { x: x + 0.5, y: 82, width: slot - 1, height: 26, class: kind }));
      text(x + slot / 2, 100, exon, "middle", "pile-number");
    }),
  );
  text(0, 99, "…");
  text(wide, 99, "…", "end");
  text(middle - 8, 126, five.domain, "end");
  text(middle + 8, 126, three.domain);
  text(middle, 146, call.frame, "middle", "pile-gene");

  let y = 170;
  [words.reads_1, words.reads_2, words.reads_3].forEach((label, column) => {
    const drawn = Math.min(columns[column], DRAWN);
    text(0, y, fill(label, { n: columns[column], ...genes }));
    y += 9;
    const top = y;
    for (let index = 0; index < drawn; index += 1) {
      const dashed = index < Math.round((drawn * call.elsewhere) / reads);
      const length = 0.42 * wide;
      if (column < 2) {
        const share = column ? 1 - SPLIT[index] : SPLIT[index];
        bar(middle - length * share, middle, y, dashed, "five");
        bar(middle, middle + length * (1 - share), y, dashed, "three");
      } else {
        const left = middle - (GAPS[index] + 0.01) * wide;
        const right = middle + (GAPS[(index + 3) % DRAWN] + 0.01) * wide;
        parts.push(svg("line", { x1: left, x2: right, y1: y + 3, y2: y + 3, class: "pile-mate" }));
        bar(left - 0.2 * wide, left, y, dashed, "five");
        bar(right, right + 0.2 * wide, y, dashed, "three");
      }
      y += 11;
    }
    if (drawn) junction(top - 3, y - 2);
    y += 18;
  });
  const height = y - 20;
  junction(78, 112);
  const told = fill(words.drawing, {
    ...genes,
    last: five.exons[five.exons.length - 1],
    first: three.exons[0],
    n1: columns[0],
    n2: columns[1],
    n3: columns[2],
  });
  return picture({ width: wide, height, label: told, class: "pile-drawing" }, parts);
}

export default { render };
