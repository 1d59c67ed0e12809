// A constructed report in numbered lines: three questions, each answer committed, then every line explained.

import { primary, radios } from "../shared/controls.js";
import { fill, h, inline, isIndex } from "../shared/dom.js";
import { each, pick, tuple } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Report} Report
 * @typedef {import("./data.js").ReportLine | import("./data.js").Missing} Told
 * @typedef {import("./data.js").Reports & { id: string, facts: string[] }} Data
 * @typedef {{ at: number, marks: number[][] }} Said marks: for each report the answers so far, as positions
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const SIGNS = { prompts: "▲", misleads: "✗", supports: "+", neutral: "" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const titles = data.report.map(({ title }) => title);
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: {
      at: pick(titles),
      marks: each(titles, (at) => tuple(...choices(data.report[at]).map((list) => pick(list.map(({ text }) => text))))),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.at > 0 || said.marks[0].length > 0,
    committed: ({ marks }) => marks.every(({ length }) => length === 3),
    draw(play) {
      const { at, marks } = play.said;
      const asking = marks[at].length < 3;
      const place = { n: at + 1, all: data.report.length, step: marks[at].length + 1 };
      const title = h("h4", { tabindex: -1 });
      play.stage.append(h("p", { class: "ntrk-muted" }, fill(asking ? words.at_question : words.at_end, place)), title);
      (asking ? ask : explain)(play, title, data.report[at], marks[at]);
      return title;
    },
  }).start();

  /** @param {Play} play @param {HTMLElement} title @param {Report} report @param {number[]} marks */
  function ask(play, title, report, marks) {
    const ofLines = marks.length < 2;
    const lines = report.line.map(({ text }, index) => [text, ...tag(mine(data, marks, index))]);
    const texts = ofLines
      ? lines.map((text, index) => [`${index + 1}. `, ...text])
      : report.missing.map(({ text }) => text);
    const choice = radios({
      legend: ofLines ? fill(words.lines, { title: report.title }) : words.gaps,
      options: texts.map((text, index) => ({ value: String(index), text })),
      class: ofLines ? "ntrk-paper report-paper" : "",
    });
    title.textContent = data.question[marks.length];
    if (!ofLines)
      play.stage.append(
        paper(
          report,
          lines.map((text) => h("li", {}, text)),
        ),
      );
    play.stage.append(
      choice.element,
      ...play.commit(
        ofLines ? words.commit_line : words.commit_gap,
        () => (choice.value() ? "" : ofLines ? words.no_line : words.no_gap),
        () => {
          marks.push(Number(choice.value()));
          play.go();
        },
      ),
    );
    if (marks.length) play.say(fill(words.marked, { question: data.question[marks.length] }));
  }

  /** @param {Play} play @param {HTMLElement} title @param {Report} report @param {number[]} marks */
  function explain(play, title, report, marks) {
    const [prompt, misleading, gap] = answers(report);
    const { role } = report.line[marks[0]];
    const near = role === "supports" ? ` ${words.near_supports}` : role === "misleads" ? ` ${words.near_misleads}` : "";
    const same = marks.map((mark, part) => mark === answers(report)[part]);
    title.textContent = fill(words.score, { n: same.filter(Boolean).length });
    play.stage.append(
      h(
        "ul",
        { class: "report-list" },
        [
          same[0]
            ? fill(words.found_prompts, { n: prompt + 1 })
            : fill(words.missed_prompts, { n: prompt + 1, mine: marks[0] + 1 }) + near,
          fill(same[1] ? words.found_misleads : words.missed_misleads, { n: misleading + 1, mine: marks[1] + 1 }),
          fill(same[2] ? words.found_gap : words.missed_gap, {
            gap: lower(report.missing[gap].text),
            mine: lower(report.missing[marks[2]].text),
          }),
        ].map((text) => h("li", {}, text)),
      ),
      paper(
        report,
        report.line.map((one, index) =>
          h(
            "li",
            { class: `report-${one.role}` },
            one.text,
            tag(one.role in words ? [`${SIGNS[one.role]} ${words[one.role]}`] : []),
            tag(mine(data, marks, index)),
            why(one),
          ),
        ),
      ),
      h("h4", {}, data.question[2]),
      h(
        "ul",
        { class: "report-list" },
        report.missing.map((one, index) =>
          h(
            "li",
            {},
            h("strong", {}, `${one.right ? "✓" : "✗"} ${one.text}`),
            tag(marks[2] === index ? [words.mine] : []),
            why(one),
          ),
        ),
      ),
      h("p", {}, h("strong", {}, report.moral)),
    );
    if (play.said.at + 1 < data.report.length) {
      play.stage.append(primary(words.next, () => play.go({ at: play.said.at + 1 })));
    }
    play.say(title.textContent);
  }
}

/** What each of the three questions is answered from. @param {Report} report */
function choices({ line, missing }) {
  return [line, line, missing];
}

/** The right answers as positions. @param {Report} report */
function answers({ line, missing }) {
  const at = (/** @type {string} */ role) => line.findIndex((one) => one.role === role);
  return [at("prompts"), at("misleads"), missing.findIndex(({ right }) => right)];
}

/** @param {Report} report @param {HTMLElement[]} lines */
function paper({ title }, lines) {
  return h("div", { class: "ntrk-paper report-paper" }, h("p", { class: "report-head" }, title), h("ol", {}, lines));
}

/** What the reader marked a line as. @param {Data} data @param {number[]} marks @param {number} index */
function mine({ words }, marks, index) {
  return [words.mine_prompts, words.mine_misleads].filter((_, part) => marks[part] === index);
}

/** @param {string[]} texts */
function tag(texts) {
  return texts.map((text) => h("span", { class: "report-tag" }, text));
}

/** @param {Told} one */
function why(one) {
  return h("p", { class: "report-why" }, one.basis === "ours" ? h("em", {}, ui.ours) : null, inline(one.why));
}

/** "A stain of another kind" inside a sentence. @param {string} text */
function lower(text) {
  return /^[A-Z][a-z]|^A /.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ report }, value) {
  /** @type {Said} */
  const said = { at: 0, marks: report.map(() => []) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.marks)) return said;
  report.forEach((one, number) => {
    const given = value.marks[number];
    const lists = choices(one);
    while (Array.isArray(given) && said.marks[number].length < 3) {
      const mark = given[said.marks[number].length];
      if (!isIndex(mark, lists[said.marks[number].length].length)) break;
      said.marks[number].push(mark);
    }
  });
  while (said.at < value.at && said.at + 1 < report.length && said.marks[said.at].length === 3) said.at += 1;
  return said;
}

export default { render };
