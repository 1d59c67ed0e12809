// A CIViC evidence item drafted from a paper: fields and a statement, then the model beside them, then a list.

import { checkboxes, primary, select } from "../shared/controls.js";
import { fill, h, inline, isIndex, uniqueId } from "../shared/dom.js";
import { asIs, each, parts, pick } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Choice} Choice
 * @typedef {import("./data.js").Field} Field
 * @typedef {import("./data.js").Paper} Paper
 * @typedef {import("./data.js").Drafting & { id: string, facts: string[] }} Data
 * @typedef {{ picks: number[], words: string, stage: number, ticks: (boolean | undefined)[] }} Draft stage: 0 drafting,
 *   1 compared, 2 checked
 * @typedef {{ at: number, drafts: Draft[] }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const UNSET = -1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const titles = data.paper.map(({ title }) => title);
  const points = data.check.map(({ text }) => text);
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.about))],
    id: data.id,
    shape: {
      at: pick(titles),
      drafts: each(titles, (at) => {
        const { field } = data.paper[at];
        return parts({
          picks: each(
            field.map(({ label }) => label),
            (place) => pick(field[place].option.map(({ text }) => text)),
          ),
          words: asIs,
          stage: asIs,
          ticks: each(points, () => asIs),
        });
      }),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => !untouched(said),
    committed: ({ drafts }) => drafts.every(({ stage }) => stage > 0),
    draw(play) {
      const { at, drafts } = play.said;
      const [paper, draft] = [data.paper[at], drafts[at]];
      const title = h("h4", { tabindex: -1 });
      play.stage.append(
        h("p", { class: "ntrk-muted" }, fill(words.place, { n: at + 1, all: data.paper.length })),
        h("div", { class: "ntrk-paper" }, h("p", {}, h("strong", {}, paper.title)), h("p", {}, inline(paper.summary))),
        title,
      );
      if (draft.stage === 0) write(play, title, paper, draft);
      else compare(play, title, paper, draft);
      if (draft.stage === 1) tick(play, draft);
      return draft.stage === 2 ? finish(play, paper, draft) : title;
    },
  }).start();

  /** @param {Play} play @param {HTMLElement} title @param {Paper} paper @param {Draft} draft */
  function write(play, title, paper, draft) {
    const id = uniqueId("statement");
    const box = h("textarea", {
      id,
      rows: 4,
      oninput: () => {
        draft.words = box.value;
        play.save();
      },
    });
    box.value = draft.words;
    title.textContent = words.write;
    play.stage.append(
      h(
        "div",
        { class: "civic-fields" },
        paper.field.map(
          ({ label, option }, place) =>
            select({
              label,
              options: [
                { value: String(UNSET), text: words.unset },
                ...option.map(({ text }, at) => ({ value: String(at), text })),
              ],
              value: String(draft.picks[place]),
              change: (value) => {
                draft.picks[place] = Number(value);
                play.save();
              },
            }).element,
        ),
      ),
      h("div", { class: "ntrk-control" }, h("label", { for: id }, words.statement), box),
      ...play.commit(
        words.compare,
        () => {
          const n = draft.picks.filter((pick) => pick === UNSET).length;
          if (n) return fill(words.empty, { n, all: paper.field.length });
          return written(draft) ? "" : words.unwritten;
        },
        () => {
          draft.stage = 1;
          play.go();
          play.say(verdict(data, paper, draft.picks));
        },
      ),
    );
  }

  /** @param {Play} play @param {HTMLElement} title @param {Paper} paper @param {Draft} draft */
  function compare(play, title, paper, draft) {
    title.textContent = verdict(data, paper, draft.picks);
    play.stage.append(
      h("p", { class: "ntrk-muted" }, words.key),
      ...paper.field.map((field, place) => explain(field, draft.picks[place])),
      h("h4", {}, words.mine),
      h("blockquote", { class: "civic-words" }, draft.words),
    );
  }

  /** @param {Field} field @param {number} pick */
  function explain({ label, option }, pick) {
    const mine = option[pick];
    const others = option.filter((one) => one !== mine);
    const best = others.find(({ verdict }) => verdict === "best");
    const rest = others.filter((one) => one !== best);
    return h(
      "div",
      { class: `civic-field civic-${mine.verdict}` },
      h("p", {}, h("strong", {}, `${words[mine.verdict]} ${label}: ${mine.text}. `), why(mine)),
      best ? h("p", {}, h("strong", {}, `${fill(words.model, { entry: best.text })} `), why(best)) : null,
      rest.length === 0
        ? null
        : h(
            "details",
            {},
            h("summary", {}, words.others),
            h(
              "ul",
              {},
              rest.map((one) => h("li", {}, h("strong", {}, `${words[one.verdict]} ${one.text}. `), why(one))),
            ),
          ),
    );
  }

  /** @param {Play} play @param {Draft} draft */
  function tick(play, draft) {
    play.stage.append(
      checkboxes({
        legend: words.tick,
        options: points,
        checked: draft.ticks.flatMap((ticked, at) => (ticked ? [at] : [])),
        change: (checked) => {
          draft.ticks = points.map((_, at) => checked.includes(at));
          play.save();
        },
      }).element,
      primary(words.show, () => {
        draft.ticks = draft.ticks.map(Boolean);
        draft.stage = 2;
        play.go();
        play.say(held(draft));
      }),
    );
  }

  /** @param {Play} play @param {Paper} paper @param {Draft} draft */
  function finish(play, paper, draft) {
    const end = h("h4", { tabindex: -1 }, held(draft));
    play.stage.append(
      end,
      h(
        "ul",
        { class: "civic-points" },
        data.check.map(({ text, why: reason }, at) =>
          h("li", {}, h("strong", {}, `${draft.ticks[at] ? "✓" : "✗"} ${text}. `), draft.ticks[at] ? null : reason),
        ),
      ),
      h("h4", {}, words.model_statement),
      h("blockquote", { class: "civic-words" }, inline(paper.model)),
      h("p", {}, h("strong", {}, paper.moral)),
    );
    const next = play.said.at + 1;
    if (next < data.paper.length) play.stage.append(primary(words.next, () => play.go({ at: next })));
    return end;
  }

  /** @param {Draft} draft */
  function held({ ticks }) {
    return fill(words.held, { n: ticks.filter(Boolean).length, all: points.length });
  }
}

/** @param {Data} data @param {Paper} paper @param {number[]} picks */
function verdict({ words }, { field }, picks) {
  const judged = field.map(({ option }, place) => option[picks[place]].verdict);
  const number = (/** @type {Choice["verdict"]} */ wanted) => judged.filter((one) => one === wanted).length;
  return fill(words.score, { best: number("best"), all: field.length, defensible: number("defensible") });
}

/** @param {Choice} choice */
function why(choice) {
  return [choice.basis === "ours" ? h("em", {}, ui.ours) : null, inline(choice.why)];
}

/** @param {{ words: string }} draft */
function written({ words }) {
  return /\S/.test(words);
}

/** @param {Said} said */
function untouched({ drafts }) {
  return drafts.every(({ picks, words }) => !words && picks.every((pick) => pick === UNSET));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ paper, check }, value) {
  const isObject = (/** @type {any} */ one) => typeof one === "object" && one !== null;
  const given = isObject(value) && Array.isArray(value.drafts) ? value : { at: 0, drafts: [] };
  const drafts = paper.map(({ field }, place) => {
    const old = isObject(given.drafts[place]) ? given.drafts[place] : {};
    const [oldPicks, oldTicks] = [old.picks, old.ticks].map((list) => (Array.isArray(list) ? list : []));
    const picks = field.map(({ option }, at) => (isIndex(oldPicks[at], option.length) ? oldPicks[at] : UNSET));
    const words = typeof old.words === "string" ? old.words : "";
    const ticks = check.map((_, at) => (typeof oldTicks[at] === "boolean" ? oldTicks[at] : undefined));
    // As far as all that the stage rests on is still there.
    const most = picks.includes(UNSET) || !written({ words }) ? 0 : ticks.includes(undefined) ? 1 : 2;
    return { picks, words, stage: [1, 2].includes(old.stage) ? Math.min(old.stage, most) : 0, ticks };
  });
  let at = 0;
  while (at < given.at && at + 1 < paper.length && drafts[at].stage === 2) at += 1;
  return { at, drafts };
}

export default { render };
