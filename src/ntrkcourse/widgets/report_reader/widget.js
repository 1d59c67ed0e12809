// A constructed report in numbered lines: three questions, each answer committed, then every line explained.
import { h, inline, liveRegion, frame } from "../shared/dom.js";
import { radios, button, primary } from "../shared/controls.js";
import { keeper, each, pick, tuple } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: string, why: Span[], ours: boolean }} Gap
 * @typedef {Gap & { role: "prompts" | "misleads" | "supports" | "neutral", badge: string }} Line
 * @typedef {{ title: string, moral: string, lines: Line[], missing: Gap[], answers: number[] }} Report
 * @typedef {{ id: string, title: string, intro: string, questions: string[], reports: Report[] }} Data
 * @typedef {{ at: number, marks: number[][] }} Said marks: for each report the answers so far, as positions
 */

const ASKED = ["reason to test", "misleads"];
const SIGNS = { prompts: "▲", misleads: "✗", supports: "+", neutral: "" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick(data.reports.map(({ title }) => title)),
      marks: each(data.reports.map(({ title }) => title), (at) => {
        const { lines, missing } = data.reports[at];
        return tuple(pick(texts(lines)), pick(texts(lines)), pick(texts(missing)));
      }),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  let said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const restart = button("Start again", () => {
    said = restore(data, undefined);
    keep.wipe(said);
    show(true);
  });

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), stage, restart, live);

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    const report = data.reports[said.at];
    const marks = said.marks[said.at];
    const title = h("h4", { tabindex: -1 });
    restart.hidden = said.at === 0 && marks.length === 0;
    stage.replaceChildren(
      h("p", { class: "ntrk-muted" }, `Report ${said.at + 1} of ${data.reports.length}. ${marks.length < 3 ? `Question ${marks.length + 1} of 3.` : "Every line explained."}`), title);
    if (marks.length < 3) ask(title, report, marks);
    else explain(title, report, marks);
    if (moved) title.focus();
  }

  /** @param {HTMLElement} title @param {Report} report @param {number[]} marks */
  function ask(title, report, marks) {
    const step = marks.length;
    const hint = h("p");
    const lines = report.lines.map((line, index) => [line.text, ...tag(mine(marks, index))]);
    const choice = radios({
      legend: step < 2 ? `${report.title}, line by line` : "One of these",
      options: step < 2 ? lines.map((text, index) => ({ value: String(index), text: [`${index + 1}. `, ...text] }))
        : report.missing.map(({ text }, index) => ({ value: String(index), text })),
      class: step < 2 ? "ntrk-paper report-paper" : "",
    });
    const what = step < 2 ? "line" : "gap";
    const commit = primary(`Commit to this ${what}`, () => {
      const value = choice.value();
      if (value === undefined) {
        hint.textContent = live.textContent = `Choose a ${what} first.`;
        return;
      }
      marks.push(Number(value));
      keep.save(said);
      live.textContent = marks.length < 3 ? `Marked. ${data.questions[marks.length]}` : verdict(report, marks);
      show(true);
    });
    title.textContent = data.questions[step];
    stage.append(step < 2 ? "" : h("div", { class: "ntrk-paper report-paper" }, h("p", { class: "report-head" }, report.title), h("ol", {}, lines.map((text) => h("li", {}, text)))), choice.element, commit, hint);
  }

  /** @param {HTMLElement} title @param {Report} report @param {number[]} marks */
  function explain(title, report, marks) {
    title.textContent = verdict(report, marks);
    const [prompt, misleading, gap] = report.answers;
    const line = (/** @type {number} */ part, /** @type {number} */ answer, /** @type {string} */ what) => {
      if (marks[part] === answer) return `✓ ${what}: line ${answer + 1}.`;
      const { role } = report.lines[marks[part]];
      const near = role === "supports" ? " It supports the suspicion; it does not carry it alone." : role === "misleads" ? " That is the trap." : "";
      return `✗ ${what}: line ${answer + 1}. You marked line ${marks[part] + 1}.${part === 0 ? near : ""}`;
    };
    stage.append(
      h("ul", { class: "report-list" },
        h("li", {}, line(0, prompt, "The reason to test")), h("li", {}, line(1, misleading, "The line that misleads")),
        h("li", {}, marks[2] === gap ? "✓ The gap: " : "✗ The gap: ", lower(report.missing[gap].text), marks[2] === gap ? "." : `. You named ${lower(report.missing[marks[2]].text)}.`)),
      h("div", { class: "ntrk-paper report-paper" }, h("p", { class: "report-head" }, report.title), h("ol", {}, report.lines.map((one, index) =>
        h("li", { class: `report-${one.role}` }, one.text,
          tag([...(one.badge ? [`${SIGNS[one.role]} ${one.badge}`] : []), ...mine(marks, index)]),
          why(one))))),
      h("h4", {}, data.questions[2]),
      h("ul", { class: "report-list" }, report.missing.map((one, index) =>
        h("li", {}, h("strong", {}, `${index === gap ? "✓" : "✗"} ${one.text}`), tag(marks[2] === index ? ["your mark"] : []), why(one)))),
      h("p", {}, h("strong", {}, report.moral)));
    if (said.at + 1 < data.reports.length) {
      stage.append(primary("Next report", () => {
        said.at += 1;
        keep.save(said);
        show(true);
      }));
    }
  }

  show();
  return keep.stop;
}

/** @param {Report} report @param {number[]} marks */
function verdict(report, marks) {
  const right = marks.filter((mark, part) => mark === report.answers[part]).length;
  return `You answered ${right} of 3 as we would`;
}

/** What the reader marked a line as. @param {number[]} marks @param {number} index */
function mine(marks, index) {
  return ASKED.filter((_, part) => marks[part] === index).map((asked) => `your mark: ${asked}`);
}

/** @param {string[]} words */
function tag(words) {
  return words.map((word) => h("span", { class: "report-tag" }, word));
}

/** @param {Gap} one */
function why(one) {
  return h("p", { class: "report-why" }, one.ours ? h("em", {}, "Our reading: ") : null, inline(one.why));
}

/** "A pan-TRK stain" inside a sentence. @param {string} text */
function lower(text) {
  return /^[A-Z][a-z]|^A /.test(text) ? text[0].toLowerCase() + text.slice(1) : text;
}

/** @param {Gap[]} lines */
function texts(lines) {
  return lines.map(({ text }) => text);
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ reports }, value) {
  /** @type {Said} */
  const said = { at: 0, marks: reports.map(() => []) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.marks)) return said;
  reports.forEach((report, number) => {
    const given = value.marks[number];
    const lists = [report.lines, report.lines, report.missing];
    while (Array.isArray(given) && said.marks[number].length < 3) {
      const mark = given[said.marks[number].length];
      if (!Number.isInteger(mark) || mark < 0 || mark >= lists[said.marks[number].length].length) break;
      said.marks[number].push(mark);
    }
  });
  while (said.at < value.at && said.at + 1 < reports.length && said.marks[said.at].length === 3) said.at += 1;
  return said;
}

export default { render };
