// Which test: set the situation or take a case, commit to an assay, then see all of them ranked with reasons.

import { radios, select } from "../shared/controls.js";
import { fill, h, inline, isIndex } from "../shared/dom.js";
import { pick, tuple } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Judgement["rating"]} Rating
 * @typedef {"sample" | "question" | "constraint"} Part
 * @typedef {{ assay: string, rating: Rating, why: number[] }} Judged `why`: places among the fits and then the limits
 * @typedef {import("./data.js").AssayGuide & { id: string,
 *   judged: Record<string, Record<string, Record<string, Judged[]>>>, facts: string[] }} Data
 * @typedef {{ case: number, at: number[], assay: number }} Said
 */

/** @type {Rating[]} */
const RATINGS = ["good", "possible", "poor"];
const SIGNS = { good: "✓", possible: "○", poor: "✗" };
/** @type {Part[]} */
const PARTS = ["sample", "question", "constraint"];
const OWN = -1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  // Where nothing is kept, a situation that is still being set here stays.
  let here = { case: 0, at: situation(data, 0) };
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: {
      case: pick(
        data.case.map(({ name, story }, at) => {
          const parts = situation(data, at).map((place, part) => data[PARTS[part]][place].name);
          return [name, story, ...parts].join(" ");
        }),
      ),
      at: tuple(...PARTS.map((part) => pick(data[part].map(({ name }) => name)))),
      assay: pick(data.assay.map(({ name }) => name)),
    },
    restore: (value) => restore(data, value) ?? { case: here.case, at: [...here.at], assay: OWN },
    begun: ({ assay }) => assay !== OWN,
    committed: ({ assay }) => assay !== OWN,
    draw(/** @type {import("../shared/player.js").Player<Said>} */ play) {
      const { said, stage } = play;
      here = said;
      const choice = radios({
        legend: words.choose_assay,
        value: String(said.assay),
        options: data.assay.map(({ name, sees }, at) => ({
          value: String(at),
          text: [h("strong", {}, name), h("span", { class: "assay-sees" }, sees)],
        })),
      });
      const fields = controls(data, said);
      stage.append(fields, choice.element);
      if (said.assay === OWN) {
        const missing = () => (choice.value() === undefined ? words.choose_first : "");
        stage.append(...play.commit(words.commit, missing, () => play.go({ assay: Number(choice.value()) })));
        return null;
      }
      fields.disabled = choice.element.disabled = true;
      choice.element.classList.add("assay-locked");
      return explain(play);
    },
  }).start();

  /** @param {import("../shared/player.js").Player<Said>} play */
  function explain({ said, stage, say }) {
    const [sample, question, constraint] = PARTS.map((part, at) => data[part][said.at[at]].id);
    const ranked = data.judged[sample][question][constraint];
    const mine = data.assay[said.assay];
    const verdict = compare(data, ranked, mine.id);
    const heading = h("h4", { tabindex: -1 }, verdict);
    const rules = [...data.fit, ...data.limit];
    stage.append(heading, h("p", {}, h("strong", {}, words.your_misses), inline(mine.misses)));
    RATINGS.forEach((rating, place) => {
      const these = ranked.filter((one) => one.rating === rating);
      if (these.length === 0) return;
      stage.append(
        h("h4", {}, `${SIGNS[rating]} ${words[rating]}`),
        h(
          "ul",
          { class: `assay-list assay-rating-${place}` },
          these.map(({ assay, why }) =>
            h(
              "li",
              {},
              h("strong", {}, nameOf(data, assay)),
              assay === mine.id ? h("span", { class: "assay-mine" }, words.your_choice) : null,
              h(
                "div",
                {},
                why
                  .map((at) => rules[at])
                  .flatMap(({ basis, reason }) => [
                    basis === "ours" ? h("em", {}, ui.ours) : null,
                    inline(reason),
                    " ",
                  ]),
              ),
            ),
          ),
        ),
      );
    });
    stage.append(h("p", { class: "ntrk-muted" }, inline(data.note)));
    say(verdict);
    return heading;
  }
}

/** The case and its situation, which what is set here changes in place. @param {Data} data @param {Said} said */
function controls(data, said) {
  const { words } = data;
  const story = h("p", { class: "assay-story" });
  const cases = select({
    label: words.choose_case,
    options: [
      ...data.case.map(({ name }, at) => ({ value: String(at), text: fill(words.constructed, { name }) })),
      { value: String(OWN), text: words.own_case },
    ],
    change: (value) => {
      said.case = Number(value);
      if (said.case !== OWN) said.at = situation(data, said.case);
      show();
    },
  });
  const parts = PARTS.map((part, at) =>
    select({
      label: words[part],
      options: data[part].map(({ name }, place) => ({ value: String(place), text: name })),
      change: (value) => {
        said.at[at] = Number(value);
        said.case = OWN;
        show();
      },
    }),
  );
  show();
  return h(
    "fieldset",
    { class: "ntrk-choices" },
    h("legend", { class: "ntrk-hidden" }, words.situation),
    cases.element,
    story,
    h(
      "div",
      { class: "assay-controls" },
      parts.map(({ element }) => element),
    ),
  );

  function show() {
    cases.set(String(said.case));
    parts.forEach((part, at) => {
      part.set(String(said.at[at]));
    });
    story.textContent = said.case === OWN ? "" : data.case[said.case].story;
  }
}

/** Positions of a case's sample, question and constraint. @param {Data} data @param {number} at */
function situation(data, at) {
  return PARTS.map((part) => data[part].findIndex(({ id }) => id === data.case[at][part]));
}

/** @param {Data} data @param {string} assay */
function nameOf(data, assay) {
  return data.assay.find(({ id }) => id === assay)?.name ?? "";
}

/** The reader's choice against the best. @param {Data} data @param {Judged[]} ranked @param {string} assay */
function compare(data, ranked, assay) {
  const { words } = data;
  const best = ranked[0].rating;
  const mine = ranked.find((one) => one.assay === assay)?.rating ?? best;
  const equal = ranked.filter((one) => one.rating === best && one.assay !== assay);
  const names = equal.map((one) => nameOf(data, one.assay));
  const first = names.slice(0, -1).join(", ");
  const last = names[names.length - 1];
  const others = first ? fill(words.or, { first, last }) : last;
  if (best === "poor") return words.none_can;
  if (mine === best) {
    const [some, alone] =
      best === "good" ? [words.said_good, words.said_good_alone] : [words.said_possible, words.said_possible_alone];
    return others ? fill(some, { others }) : alone;
  }
  return fill(mine === "possible" ? words.better_than_possible : words.better_than_poor, { others });
}

/** What is remembered, if it still fits. @param {Data} data @param {any} value @returns {Said | undefined} */
function restore(data, value) {
  if (!Array.isArray(value?.at) || value.at.length !== PARTS.length) return undefined;
  // A case that is no more leaves its situation, an assay that is no more is asked again.
  const { at, case: given = OWN, assay = OWN } = value;
  /** @param {any} place @param {unknown[]} list */
  const fits = (place, list) => place === OWN || isIndex(place, list.length);
  const sound = PARTS.every((part, place) => isIndex(at[place], data[part].length));
  return sound && fits(given, data.case) && fits(assay, data.assay) ? { case: given, at: [...at], assay } : undefined;
}

export default { render };
