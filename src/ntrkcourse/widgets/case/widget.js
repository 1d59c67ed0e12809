// A branching case or conversation: decide, see what comes of it, and at the end what each decision was worth.
import { rupees } from "../shared/numbers.js";
import { h, inline, liveRegion, frame, isIndex, plainText, paragraphs } from "../shared/dom.js";
import { radios, button, primary, scrolling } from "../shared/controls.js";
import { keeper, namesOf, mark } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: Span[], to: number, consequence: Span[][], why: Span[], rank: number, earns: string[],
 *   costs: string, days: number, money: number, harm: string, knowledge: string }} Choice
 * @typedef {{ title: string, text: Span[][], ask: Span[], debrief: Span[][], choices: Choice[] }} Scene
 * @typedef {{ code: string, label: string, best: number }} Measure
 * @typedef {{ id: string, kind: "case" | "conversation", title: string, minutes: number, intro: Span[][], moral: Span[],
 *   measures: Measure[], best: { days: number, money: number, harms: number }, scenes: Scene[] }} Case
 * @typedef {{ scene: Scene, choice: Choice }} Step one decision: its scene, and what was chosen there
 */

const WORDS = {
  case: { about: "What is done cannot be undone. Days and rupees are made up.", press: "Decide", done: "You decided", none: "Choose what to do first.", name: "Decision", again: "Begin the case again" },
  conversation: { about: "What is said cannot be unsaid.", press: "Say it", done: "You said", none: "Choose what to say first.", name: "Turn", again: "Begin the conversation again" },
};

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Case} */
  const data = model.get("data");
  const words = WORDS[data.kind];
  const keep = keeper({
    model, el, id: data.id,
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
    h("p", { class: "ntrk-muted" }, `Constructed. About ${data.minutes} minutes. ${words.about}`),
    ...paragraphs(data.intro), story, ledger, stage, said);

  /** @param {boolean} moved whether the reader came here just now */
  function show(moved) {
    const { steps, scene } = walk(data, taken);
    story.replaceChildren(...steps.map((step, index) => told(step, index, words)));
    if (data.kind === "case") ledger.replaceChildren(...account(steps));
    const heading = h("h4", { tabindex: -1 }, scene.title);
    stage.replaceChildren(heading, ...paragraphs(scene.text), ...(scene.choices.length ? question(scene) : debrief(data, steps, scene)));
    if (!scene.choices.length) stage.append(h("div", { class: "ntrk-row" }, button(words.again, () => decide([]))));
    if (moved) heading.focus();
  }

  /** @param {Scene} scene */
  function question(scene) {
    const hint = liveRegion();
    const choice = radios({
      legend: h("span", {}, inline(scene.ask)),
      options: scene.choices.map(({ text }, index) => ({ value: String(index), text: inline(text) })),
    });
    const press = primary(words.press, () => {
      const chosen = choice.value();
      if (chosen === undefined) {
        hint.textContent = words.none;
        return;
      }
      decide([...taken, Number(chosen)]);
      said.textContent = plainText(scene.choices[Number(chosen)].consequence.flat());
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
function fingerprint({ scenes }) {
  return mark(scenes.map(({ title, choices }) => [title, ...choices.map(({ text }) => plainText(text))].join(" ")).join(" "));
}

/** The choices on a way by name, as they are kept. @param {Case} data @param {number[]} taken */
function namesOnWay(data, taken) {
  return walk(data, taken).steps.map(({ scene, choice }) => choiceNames(scene)[scene.choices.indexOf(choice)]);
}

/** The other way round: positions of the choices, as far as the case still has them. @param {Case} data @param {any} names @returns {number[]} */
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
function choiceNames({ choices }) {
  return namesOf(choices.map(({ text }) => text));
}

/** @param {Step} step @param {number} index @param {typeof WORDS["case"]} words */
function told({ scene, choice }, index, words) {
  return h("div", { class: "ntrk-case-step", role: "group", "aria-label": `${words.name} ${index + 1}` },
    h("details", {}, h("summary", {}, `${index + 1}. ${scene.title}`), ...paragraphs(scene.text)),
    h("p", {}, h("strong", {}, `${words.done}: `), inline(choice.text)),
    ...paragraphs(choice.consequence),
    choice.costs ? h("p", { class: "ntrk-muted" }, choice.costs) : null);
}

/** Where things stand: time, money, harm, knowledge. @param {Step[]} steps @returns {Node[]} */
function account(steps) {
  const entry = (/** @type {string} */ name, /** @type {string[]} */ values) =>
    h("div", {}, h("dt", {}, name), values.map((value) => h("dd", {}, value)));
  const told = (/** @type {"harm" | "knowledge"} */ what) => steps.map(({ choice }) => choice[what]).filter(Boolean);
  const harms = told("harm");
  const known = told("knowledge");
  return [h("dl", {},
    entry("Time", [`day ${sum(steps, "days")}`]), entry("Money", [rupees(sum(steps, "money"))]),
    entry("Harms", harms.length ? harms : ["none so far"]), entry("Known", known.length ? known : ["nothing new yet"]))];
}

/** @param {Case} data @param {Step[]} steps @param {Scene} ending @returns {Node[]} */
function debrief(data, steps, ending) {
  const words = WORDS[data.kind];
  /** @type {Node[]} */
  const out = [...paragraphs(ending.debrief), h("h4", {}, "What each decision was worth")];
  steps.forEach(({ scene, choice }, index) => {
    const best = scene.choices.find(({ rank }) => rank === 1);
    out.push(h("section", { class: `ntrk-case-worth ${choice.rank ? "ntrk-is-right" : "ntrk-is-wrong"}` },
      h("p", {}, h("strong", {}, `${index + 1}. ${scene.title.replace(/[^?]$/, "$&.")} ${choice.rank ? "The strongest choice. " : "There was a stronger choice. "}`)),
      h("p", {}, `${words.done}: `, h("em", {}, inline(choice.text))),
      h("p", {}, inline(choice.why)),
      ...(best && best !== choice ? [h("p", {}, "Stronger: ", h("em", {}, inline(best.text))), h("p", {}, inline(best.why))] : [])));
  });
  out.push(scrolling("Points", h("table", {}, h("thead", {}, h("tr", {}, ["What this taught", "You", "Strongest way"].map((text) => h("th", { scope: "col" }, text)))),
    h("tbody", {}, data.measures.map((measure) => h("tr", {}, h("th", { scope: "row" }, measure.label),
      h("td", {}, points(steps, measure.code)), h("td", {}, measure.best))),
    ...(data.kind === "case" ? balance(data, steps) : [])))),
  h("p", {}, h("strong", {}, inline(data.moral))));
  return out;
}

/** @param {Case} data @param {Step[]} steps */
function balance(data, steps) {
  /** @type {[string, string | number, string | number][]} */
  const rows = [
    ["Days (made up)", sum(steps, "days"), data.best.days],
    ["Rupees (made up)", rupees(sum(steps, "money")), rupees(data.best.money)],
    ["Harms", steps.filter(({ choice }) => choice.harm).length, data.best.harms],
  ];
  return rows.map(([name, mine, best]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, mine), h("td", {}, best)));
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
    const scene = data.scenes[at];
    steps.push({ scene, choice: scene.choices[index] });
    at = scene.choices[index].to;
  }
  return { steps, scene: data.scenes[at] };
}

/** What the browser remembers, as far as it fits the case. @param {Case} data @param {any} value @returns {number[]} */
function readTaken(data, value) {
  const fits = [];
  let at = 0;
  for (const index of Array.isArray(value) ? value : []) {
    const { choices } = data.scenes[at];
    if (!isIndex(index, choices.length)) return [];
    fits.push(index);
    at = choices[index].to;
  }
  return fits;
}

/** @param {Case} data @param {number[]} taken */
function ended(data, taken) {
  return walk(data, taken).scene.choices.length === 0;
}

export default { render };
