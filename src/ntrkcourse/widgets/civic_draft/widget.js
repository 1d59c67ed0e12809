// A CIViC evidence item drafted from a paper: fields and a statement, then the model beside them, then a list.
import { h, inline, liveRegion, uniqueId, frame, isIndex } from "../shared/dom.js";
import { button, select, primary, checkboxes } from "../shared/controls.js";
import { keeper, asIs, each, parts, pick } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {"best" | "defensible" | "wrong"} Verdict
 * @typedef {{ text: string, verdict: Verdict, ours: boolean, why: Span[] }} Choice
 * @typedef {{ label: string, options: Choice[] }} Field
 * @typedef {{ title: string, summary: Span[], model: Span[], moral: string, fields: Field[] }} Paper
 * @typedef {{ id: string, title: string, intro: string, about: Span[], signs: Record<Verdict, string>, papers: Paper[], checks: { text: string, why: string }[] }} Data
 * @typedef {{ picks: number[], words: string, stage: number, ticks: (boolean | undefined)[] }} Draft stage: 0 drafting, 1 compared, 2 checked
 * @typedef {{ at: number, drafts: Draft[] }} Said
 */

const UNSET = -1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const titles = data.papers.map(({ title }) => title);
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick(titles),
      drafts: each(titles, (at) => {
        const { fields } = data.papers[at];
        return parts({
          picks: each(fields.map(({ label }) => label), (place) => pick(fields[place].options.map(({ text }) => text))),
          words: asIs,
          stage: asIs,
          ticks: each(data.checks.map(({ text }) => text), () => asIs),
        });
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
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.about)), stage, restart, live);

  function save() {
    restart.hidden = untouched(said);
    keep.save(said);
  }

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    const [paper, draft] = [data.papers[said.at], said.drafts[said.at]];
    const title = h("h4", { tabindex: -1 });
    restart.hidden = untouched(said);
    stage.replaceChildren(h("p", { class: "ntrk-muted" }, `Paper ${said.at + 1} of ${data.papers.length}`),
      h("div", { class: "ntrk-paper" }, h("p", {}, h("strong", {}, paper.title)), h("p", {}, inline(paper.summary))), title);
    if (draft.stage === 0) write(title, paper, draft);
    else compare(title, paper, draft);
    if (moved) title.focus();
  }

  /** @param {HTMLElement} title @param {Paper} paper @param {Draft} draft */
  function write(title, paper, draft) {
    const hint = h("p");
    const id = uniqueId("statement");
    const box = h("textarea", { id, rows: 4, oninput: () => {
      draft.words = box.value;
      save();
    } });
    box.value = draft.words;
    title.textContent = "Your evidence item";
    stage.append(
      h("div", { class: "civic-fields" }, paper.fields.map((field, place) => select({
        label: field.label,
        options: [{ value: String(UNSET), text: "Choose" }, ...field.options.map(({ text }, at) => ({ value: String(at), text }))],
        value: String(draft.picks[place]),
        change: (value) => {
          draft.picks[place] = Number(value);
          save();
        },
      }).element)),
      h("div", { class: "ntrk-control" }, h("label", { for: id }, "Statement, in one or two sentences"), box),
      primary("Compare with the model", () => {
        const left = draft.picks.filter((pick) => pick === UNSET).length;
        const missing = left ? `${left} of ${paper.fields.length} fields are still empty.` : draft.words.trim() ? "" : "Write your statement first.";
        if (missing) {
          hint.textContent = live.textContent = missing;
          return;
        }
        draft.stage = 1;
        save();
        live.textContent = verdict(paper, draft.picks);
        show(true);
      }), hint);
  }

  /** @param {HTMLElement} title @param {Paper} paper @param {Draft} draft */
  function compare(title, paper, draft) {
    title.textContent = verdict(paper, draft.picks);
    stage.append(
      h("p", { class: "ntrk-muted" }, `${data.signs.best} as our model, ${data.signs.defensible} defensible, ${data.signs.wrong} not so. CIViC's editors decide in the end.`),
      ...paper.fields.map((field, place) => explain(field, draft.picks[place])),
      h("h4", {}, "Your statement"), h("blockquote", { class: "civic-words" }, draft.words));
    if (draft.stage === 1) tick(draft);
    else finish(paper, draft);
  }

  /** @param {Field} field @param {number} pick */
  function explain(field, pick) {
    const mine = field.options[pick];
    const others = field.options.filter((option) => option !== mine);
    const best = others.find(({ verdict }) => verdict === "best");
    const rest = others.filter((option) => option !== best);
    return h("div", { class: `civic-field civic-${mine.verdict}` },
      h("p", {}, h("strong", {}, `${data.signs[mine.verdict]} ${field.label}: ${mine.text}. `), why(mine)),
      best ? h("p", {}, h("strong", {}, `Our model: ${best.text}. `), why(best)) : null,
      rest.length === 0 ? null : h("details", {}, h("summary", {}, "The other entries"), h("ul", {}, rest.map((option) =>
        h("li", {}, h("strong", {}, `${data.signs[option.verdict]} ${option.text}. `), why(option))))));
  }

  /** @param {Draft} draft */
  function tick(draft) {
    stage.append(
      checkboxes({
        legend: "Read it as a stranger. Tick what it holds.",
        options: data.checks.map(({ text }) => text),
        checked: draft.ticks.flatMap((ticked, at) => (ticked ? [at] : [])),
        change: (checked) => {
          draft.ticks = data.checks.map((_, at) => checked.includes(at));
          save();
        },
      }).element,
      primary("Show the model statement", () => {
        draft.ticks = draft.ticks.map(Boolean);
        draft.stage = 2;
        save();
        live.textContent = held(draft);
        show();
        const end = /** @type {HTMLElement} */ (stage.querySelector(".civic-end"));
        end.focus();
      }));
  }

  /** @param {Paper} paper @param {Draft} draft */
  function finish(paper, draft) {
    stage.append(
      h("h4", { class: "civic-end", tabindex: -1 }, held(draft)),
      h("ul", { class: "civic-points" }, data.checks.map(({ text, why: reason }, at) =>
        h("li", {}, h("strong", {}, `${draft.ticks[at] ? "✓" : "✗"} ${text}. `), draft.ticks[at] ? null : reason))),
      h("h4", {}, "A model statement"), h("blockquote", { class: "civic-words" }, inline(paper.model)),
      h("p", {}, h("strong", {}, paper.moral)));
    if (said.at + 1 < data.papers.length) {
      stage.append(primary("Next paper", () => {
        said.at += 1;
        save();
        show(true);
      }));
    }
  }

  /** @param {Draft} draft */
  function held(draft) {
    return `By your own reading your statement holds ${draft.ticks.filter(Boolean).length} of ${data.checks.length} points`;
  }

  show();
  return keep.stop;
}

/** @param {Paper} paper @param {number[]} picks */
function verdict({ fields }, picks) {
  const judged = fields.map(({ options }, place) => options[picks[place]].verdict);
  const number = (/** @type {Verdict} */ wanted) => judged.filter((one) => one === wanted).length;
  return `${number("best")} of ${fields.length} fields as our model, ${number("defensible")} defensible`;
}

/** @param {Choice} choice */
function why(choice) {
  return [choice.ours ? h("em", {}, "Our reading: ") : null, inline(choice.why)];
}

/** @param {Said} said */
function untouched({ drafts }) {
  return drafts.every(({ picks, words }) => !words && picks.every((pick) => pick === UNSET));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ papers, checks }, value) {
  const given = typeof value === "object" && value !== null && Array.isArray(value.drafts) ? value : { at: 0, drafts: [] };
  const drafts = papers.map(({ fields }, place) => {
    const old = typeof given.drafts[place] === "object" && given.drafts[place] !== null ? given.drafts[place] : {};
    const picks = fields.map(({ options }, at) => Array.isArray(old.picks) && isIndex(old.picks[at], options.length) ? old.picks[at] : UNSET);
    const words = typeof old.words === "string" ? old.words : "";
    const ticks = checks.map((_, at) => Array.isArray(old.ticks) && typeof old.ticks[at] === "boolean" ? old.ticks[at] : undefined);
    // As far as all that the stage rests on is still there.
    const most = picks.includes(UNSET) || words.trim() === "" ? 0 : ticks.includes(undefined) ? 1 : 2;
    return { picks, words, stage: [1, 2].includes(old.stage) ? Math.min(old.stage, most) : 0, ticks };
  });
  let at = 0;
  while (at < given.at && at + 1 < papers.length && drafts[at].stage === 2) at += 1;
  return { at, drafts };
}

export default { render };
