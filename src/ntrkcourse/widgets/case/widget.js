// A branching case or conversation: decide, see what comes of it, and at the end what each decision was worth.

import { button, primary, radios, scrolling } from "../shared/controls.js";
import { fill, frame, h, inline, isIndex, liveRegion, paragraphs, plainText } from "../shared/dom.js";
import { keeper, mark, namesOf } from "../shared/kept.js";
import { rupees } from "../shared/numbers.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: Span[], to: number, consequence: Span[][], why: Span[], rank: number, earns: string[],
 *   costs: string, days: number, money: number, harm: string, knowledge: string }} Choice
 * @typedef {{ title: string, text: Span[][], ask: Span[], debrief: Span[][], choice: Choice[] }} Scene
 * @typedef {{ code: string, label: string, best: number }} Measure
 * @typedef {{ id: string, kind: "case" | "conversation", title: string, minutes: number, intro: Span[][],
 *   moral: Span[], measure: Measure[], best: { days: number, money: number, harms: number }, scene: Scene[],
 *   facts: string[] }} Case
 * @typedef {{ scene: Scene, choice: Choice }} Step one decision: its scene, and what was chosen there
 */

const words = ui.case;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Case} */
  const data = model.get("data");
  const manner = words[data.kind];
  const keep = keeper({
    model,
    el,
    id: data.id,
    shape: { taken: { out: (taken) => namesOnWay(data, taken), back: (names) => readNames(data, names) } },
    restore: (value) => state(readTaken(data, value?.taken)),
    follow: (now) => {
      if (now.taken.join() === taken.join()) return;
      taken = now.taken;
      show(false);
    },
  });
  let { taken } = keep.read();
  const story = h("div");
  const ledger = h("div", { class: "ntrk-case-ledger" });
  const stage = h("div");
  const said = liveRegion({ class: "ntrk-hidden" });
  frame(el, data.title);
  el.append(
    h("h3", {}, data.title),
    h("p", { class: "ntrk-muted" }, fill(words.about, { n: data.minutes, about: manner.about })),
    ...paragraphs(data.intro),
    story,
    ledger,
    stage,
    said,
  );

  /** @param {boolean} moved whether the reader came here just now */
  function show(moved) {
    const { steps, scene } = walk(data, taken);
    el.toggleAttribute("data-committed", scene.choice.length === 0);
    story.replaceChildren(...steps.map((step, index) => told(data, step, index)));
    if (data.kind === "case") ledger.replaceChildren(...account(steps));
    const heading = h("h4", { tabindex: -1 }, scene.title);
    stage.replaceChildren(
      heading,
      ...paragraphs(scene.text),
      ...(scene.choice.length ? question(scene) : debrief(data, steps, scene)),
    );
    if (!scene.choice.length)
      stage.append(
        h(
          "div",
          { class: "ntrk-row" },
          button(manner.again, () => decide([])),
        ),
      );
    if (!moved) return;
    // What the decision led to is read first; the next scene stands below it.
    heading.focus({ preventScroll: true });
    (story.lastElementChild ?? heading).scrollIntoView({ block: "start" });
  }

  /** @param {Scene} scene */
  function question(scene) {
    const hint = liveRegion();
    const choice = radios({
      legend: h("span", {}, inline(scene.ask)),
      options: scene.choice.map(({ text }, index) => ({ value: String(index), text: inline(text) })),
    });
    const press = primary(manner.press, () => {
      const chosen = choice.value();
      if (chosen === undefined) {
        hint.textContent = manner.missing;
        return;
      }
      decide([...taken, Number(chosen)]);
      said.textContent = plainText(scene.choice[Number(chosen)].consequence.flat());
    });
    return [choice.element, press, hint];
  }

  /** @param {number[]} all the decisions so far */
  function decide(all) {
    taken = all;
    if (ended(data, taken)) keep.add(fingerprint(data), namesOnWay(data, taken));
    keep.save(state(taken));
    show(true);
  }

  /** @param {number[]} now */
  function state(now) {
    return { taken: now, ended: ended(data, now) };
  }

  keep.share(state(taken));
  show(false);
  return keep.stop;
}

/** @param {Case} data */
function fingerprint({ scene }) {
  const texts = scene.flatMap(({ title, choice }) => [title, ...choice.map(({ text }) => plainText(text))]);
  return mark(texts.join(" "));
}

/** The choices on a way by name, as they are kept. @param {Case} data @param {number[]} taken */
function namesOnWay(data, taken) {
  return walk(data, taken).steps.map(({ scene, choice }) => choiceNames(scene)[scene.choice.indexOf(choice)]);
}

/**
 * The other way round: positions of the choices, as far as the case still has them.
 * @param {Case} data @param {any} names @returns {number[]}
 */
function readNames(data, names) {
  /** @type {number[]} */
  const taken = [];
  for (const name of Array.isArray(names) ? names : []) {
    const at = choiceNames(walk(data, taken).scene).indexOf(name);
    if (at < 0) break;
    taken.push(at);
  }
  return taken;
}

/** @param {Scene} scene */
function choiceNames({ choice }) {
  return namesOf(choice.map(({ text }) => text));
}

/** @param {Case} data @param {Step} step @param {number} index */
function told({ kind }, { scene, choice }, index) {
  const manner = words[kind];
  const n = index + 1;
  return h(
    "div",
    { class: "ntrk-case-step", role: "group", "aria-label": fill(manner.step, { n }) },
    h("details", {}, h("summary", {}, fill(words.numbered, { n, title: scene.title })), ...paragraphs(scene.text)),
    h("p", {}, h("strong", {}, manner.done), inline(choice.text)),
    ...paragraphs(choice.consequence),
    choice.costs ? h("p", { class: "ntrk-muted" }, choice.costs) : null,
  );
}

/** Where things stand: time, money, harm, knowledge. @param {Step[]} steps @returns {Node[]} */
function account(steps) {
  const entry = (/** @type {string} */ name, /** @type {string[]} */ values) =>
    h(
      "div",
      {},
      h("dt", {}, name),
      values.map((value) => h("dd", {}, value)),
    );
  const told = (/** @type {"harm" | "knowledge"} */ what) => steps.map(({ choice }) => choice[what]).filter(Boolean);
  const harms = told("harm");
  const known = told("knowledge");
  return [
    h(
      "dl",
      {},
      entry(words.time, [fill(words.day, { n: sum(steps, "days") })]),
      entry(words.rupees, [rupees(sum(steps, "money"))]),
      entry(words.harms, harms.length ? harms : [words.no_harms]),
      entry(words.known, known.length ? known : [words.no_known]),
    ),
  ];
}

/** @param {Case} data @param {Step[]} steps @param {Scene} ending @returns {Node[]} */
function debrief(data, steps, ending) {
  const head = [words.column_taught, words.column_mine, words.column_best];
  return [
    ...paragraphs(ending.debrief),
    h("h4", {}, words.worth),
    ...steps.map((step, index) => worth(data, step, index)),
    scrolling(
      words.points,
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((text) => h("th", { scope: "col" }, text)),
          ),
        ),
        h(
          "tbody",
          {},
          data.measure.map(({ code, label, best }) => row(label, points(steps, code), best)),
          data.kind === "case" ? balance(data, steps) : [],
        ),
      ),
    ),
    h("p", {}, h("strong", {}, inline(data.moral))),
  ];
}

/** What one decision was worth. @param {Case} data @param {Step} step @param {number} index */
function worth({ kind }, { scene, choice }, index) {
  const best = scene.choice.find(({ rank }) => rank === 1);
  const title = fill(words.numbered, { n: index + 1, title: scene.title.replace(/[^?]$/, "$&.") });
  const call = choice.rank ? words.strongest : words.not_strongest;
  return h(
    "section",
    { class: `ntrk-case-worth ${choice.rank ? "ntrk-is-right" : "ntrk-is-wrong"}` },
    h("p", {}, h("strong", {}, `${title} ${call}`)),
    h("p", {}, words[kind].done, h("em", {}, inline(choice.text))),
    h("p", {}, inline(choice.why)),
    best && best !== choice
      ? [h("p", {}, words.stronger, h("em", {}, inline(best.text))), h("p", {}, inline(best.why))]
      : [],
  );
}

/** @param {Case} data @param {Step[]} steps */
function balance({ best }, steps) {
  return [
    row(words.all_days, sum(steps, "days"), best.days),
    row(words.all_rupees, rupees(sum(steps, "money")), rupees(best.money)),
    row(words.harms, steps.filter(({ choice }) => choice.harm).length, best.harms),
  ];
}

/** @param {string} name @param {string | number} mine @param {string | number} best */
function row(name, mine, best) {
  return h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, mine), h("td", {}, best));
}

/** @param {Step[]} steps @param {string} code */
function points(steps, code) {
  return steps.reduce((total, { choice }) => total + choice.earns.filter((earned) => earned === code).length, 0);
}

/** @param {Step[]} steps @param {"days" | "money"} what */
function sum(steps, what) {
  return steps.reduce((total, { choice }) => total + choice[what], 0);
}

/** The decisions so far, and the scene where they lead. @param {Case} data @param {number[]} taken */
function walk(data, taken) {
  /** @type {Step[]} */
  const steps = [];
  let at = 0;
  for (const index of taken) {
    const scene = data.scene[at];
    const choice = scene.choice[index];
    steps.push({ scene, choice });
    at = choice.to;
  }
  return { steps, scene: data.scene[at] };
}

/** What the browser remembers, as far as it fits the case. @param {Case} data @param {any} value @returns {number[]} */
function readTaken(data, value) {
  const fits = [];
  let at = 0;
  for (const index of Array.isArray(value) ? value : []) {
    const { choice } = data.scene[at];
    if (!isIndex(index, choice.length)) return [];
    fits.push(index);
    at = choice[index].to;
  }
  return fits;
}

/** @param {Case} data @param {number[]} taken */
function ended(data, taken) {
  return walk(data, taken).scene.choice.length === 0;
}

export default { render };
