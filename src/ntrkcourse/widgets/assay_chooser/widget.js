// Which test: set the situation or take a case, commit to an assay, then see all of them ranked with reasons.
import { h, inline, liveRegion, frame } from "../shared/dom.js";
import { radios, button, select, primary } from "../shared/controls.js";
import { keeper, pick, tuple } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ id: string, title: string, assays: { name: string, sees: string, misses: Span[] }[], samples: string[],
 *   questions: string[], constraints: string[], cases: { name: string, story: string, at: number[] }[],
 *   start: { case: number, at: number[] }, ratings: string[], reasons: { ours: boolean, text: Span[] }[],
 *   judged: number[][][][][], note: Span[] }} Data
 * @typedef {{ case: number, at: number[], assay: number }} Chosen
 */

const SIGNS = ["✓", "○", "✗"];
const OWN = -1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const parts = [data.samples, data.questions, data.constraints];
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      case: pick(data.cases.map(({ name, story, at }) => [name, story, ...at.map((place, part) => parts[part][place])].join(" "))),
      at: tuple(...parts.map((texts) => pick(texts))),
      assay: pick(data.assays.map(({ name }) => name)),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      // A situation that is still being set here stays.
      if (now.assay === OWN) chosen.assay = OWN;
      else Object.assign(chosen, now);
      show();
    },
  });
  const chosen = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const story = h("p", { class: "assay-story" });
  const hint = h("p");
  const result = h("div");

  const cases = select({
    label: "Situation",
    options: [...data.cases.map(({ name }, index) => ({ value: String(index), text: `Constructed case: ${name}` })), { value: String(OWN), text: "Set your own" }],
    value: String(chosen.case),
    change: (value) => {
      chosen.case = Number(value);
      if (chosen.case !== OWN) chosen.at = [...data.cases[chosen.case].at];
      situation();
    },
  });
  const controls = ["Sample", "Question", "Constraint"].map((label, part) => select({
    label,
    options: parts[part].map((text, index) => ({ value: String(index), text })),
    change: (value) => {
      chosen.at[part] = Number(value);
      chosen.case = OWN;
      situation();
    },
  }));
  const choice = radios({
    legend: "The test you would ask for first",
    options: data.assays.map(({ name, sees }, index) => ({ value: String(index), text: [h("strong", {}, name), h("span", { class: "assay-sees" }, sees)] })),
  });
  const commit = primary("Commit to this test", () => {
    const value = choice.value();
    if (value === undefined) {
      hint.textContent = live.textContent = "Choose a test first.";
      return;
    }
    chosen.assay = Number(value);
    keep.save(chosen);
    reveal(true);
  });
  const again = button("Start again", () => {
    chosen.assay = OWN;
    keep.wipe(chosen);
    show();
    cases.input.focus();
  });
  const fields = h("fieldset", { class: "ntrk-choices" }, h("legend", { class: "ntrk-hidden" }, "The situation"), cases.element, story,
    h("div", { class: "assay-controls" }, controls.map(({ element }) => element)));

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, "Take a case or set your own, choose one test, then compare. All cases are constructed."),
    fields, choice.element, commit, hint, result, again, live);

  function situation() {
    cases.input.value = String(chosen.case);
    controls.forEach(({ input }, part) => { input.value = String(chosen.at[part]); });
    story.textContent = chosen.case === OWN ? "" : data.cases[chosen.case].story;
  }

  /** @param {boolean} locked */
  function lock(locked) {
    fields.disabled = choice.element.disabled = locked;
    choice.element.classList.toggle("assay-locked", locked);
    commit.hidden = locked;
    again.hidden = !locked;
    hint.textContent = "";
    if (!locked) result.replaceChildren();
  }

  /** @param {boolean} now whether the reader committed just now */
  function reveal(now) {
    const [sample, question, constraint] = chosen.at;
    const ranked = data.judged[sample][question][constraint];
    const verdict = compare(data, ranked, chosen.assay);
    const heading = h("h4", { tabindex: -1 }, verdict);
    lock(true);
    result.replaceChildren(heading,
      h("p", {}, h("strong", {}, "What your choice misses. "), inline(data.assays[chosen.assay].misses)),
      ...data.ratings.flatMap((rating, place) => {
        const these = ranked.filter((one) => one[1] === place);
        return these.length === 0 ? [] : [h("h4", {}, `${SIGNS[place]} ${rating}`), h("ul", { class: `assay-list assay-rating-${place}` }, these.map(([assay, , ...why]) =>
          h("li", {}, h("strong", {}, data.assays[assay].name), assay === chosen.assay ? h("span", { class: "assay-mine" }, "your choice") : null,
            h("div", {}, why.flatMap((reason) => [data.reasons[reason].ours ? h("em", {}, "Our reading: ") : null, inline(data.reasons[reason].text), " "])))))];
      }),
      h("p", { class: "ntrk-muted" }, inline(data.note)));
    if (now) {
      live.textContent = verdict;
      heading.focus();
    }
  }

  function show() {
    situation();
    if (chosen.assay !== OWN) {
      choice.set(String(chosen.assay));
      reveal(false);
    } else if (!again.hidden) {
      choice.set(undefined);
      lock(false);
    }
  }

  lock(false);
  show();
  return keep.stop;
}

/** The reader's choice against the best, in words. @param {Data} data @param {number[][]} ranked @param {number} assay */
function compare(data, ranked, assay) {
  const best = ranked[0][1];
  const mine = ranked.find((one) => one[0] === assay)?.[1] ?? best;
  const names = ranked.filter((one) => one[1] === best && one[0] !== assay).map((one) => data.assays[one[0]].name);
  const list = names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}` : names.join("");
  if (best === 2) return "No test can answer this from that sample. Ask for tissue before you ask for a test.";
  if (mine === best && best === 0) return list ? `A good choice. So is ${list}.` : "A good choice, and the only good one here.";
  if (mine === best) return list ? `Possible. Nothing here is a good choice; ${list} would be possible too.` : "Possible, and nothing here is better.";
  return `${mine === 1 ? "Possible, but there is better" : "A poor choice here"}: ${list}.`;
}

/** What is remembered, if it still fits; else the start. @param {Data} data @param {any} value @returns {Chosen} */
function restore(data, value) {
  const fresh = { case: data.start.case, at: [...data.start.at], assay: OWN };
  const fits = (/** @type {any} */ n, /** @type {number} */ low, /** @type {{ length: number }} */ list) => Number.isInteger(n) && n >= low && n < list.length;
  if (typeof value !== "object" || value === null || !Array.isArray(value.at) || value.at.length !== 3) return fresh;
  const lists = [data.samples, data.questions, data.constraints];
  // A case that is no more leaves its situation, an assay that is no more is asked again.
  const { at, case: given = OWN, assay = OWN } = value;
  const sound = fits(given, OWN, data.cases) && fits(assay, OWN, data.assays) && lists.every((list, part) => fits(at[part], 0, list));
  return sound ? { case: given, at: [...at], assay } : fresh;
}

export default { render };
