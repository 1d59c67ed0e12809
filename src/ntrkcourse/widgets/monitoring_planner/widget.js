// A first year on a drug: each check gets a rhythm, a few at a time, and is replied to; the plan meets the labels as a
// calendar; then events to answer.

import { dataTable, primary, radios } from "../shared/controls.js";
import { fill, h, inline, isIndex, lowerFirst, picture, svg } from "../shared/dom.js";
import { asIs, each, pick } from "../shared/kept.js";
import { player } from "../shared/player.js";
import ui from "../shared/words.json";

/**
 * @typedef {import("./data.js").Slot} Slot
 * @typedef {import("./data.js").Check} Check
 * @typedef {import("./data.js").Event} Happening
 * @typedef {import("./data.js").Year & { id: string, months: number, facts: string[] }} Data
 * @typedef {{ plan: number[], told: (true | undefined)[], placed: boolean, at: number,
 *   answers: (number | undefined)[] }} Said plan: for each check the position of its slot; told: whether it was replied
 *   to; at: the event that is open, -1 is the plan
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const UNSET = -1;
/** So many checks are asked at a time. */
const STEP = 3;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const stories = data.event.map(({ story }) => story);
  const names = data.check.map(({ name }) => name);
  // The check whose reply has just come.
  let newest = UNSET;
  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: {
      plan: each(names, () => pick(data.slot.map(({ label }) => label))),
      told: each(names, () => asIs),
      placed: asIs,
      at: pick(stories),
      answers: each(stories, (at) => pick(data.event[at].option.map(({ text }) => text))),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.placed || said.plan.some((slot) => slot !== UNSET),
    committed: ({ placed, answers }) => placed && !answers.includes(undefined),
    draw(play) {
      const title = h("h4", { tabindex: -1 });
      play.stage.append(title);
      if (!play.said.placed) return plan(play, title);
      if (play.said.at === -1) compare(play, title);
      else live(play, title);
      return title;
    },
  }).start();

  /** The checks that were replied to, and the next few. @param {Play} play @param {HTMLElement} title */
  function plan(play, title) {
    const { plan, told } = play.said;
    const open = data.check.flatMap((_, place) => (told[place] ? [] : [place])).slice(0, STEP);
    const done = data.check.flatMap((_, place) => (told[place] ? [place] : []));
    const replies = done.map((place) => reply(place, plan[place]));
    const last = done.length + open.length === data.check.length;
    title.textContent = words.plan;
    play.stage.append(
      h("p", { class: "year-patient" }, data.patient),
      h("div", {}, replies),
      h("p", { class: "ntrk-muted" }, fill(words.so_far, { n: done.length, all: data.check.length })),
      ...open.map((place) => rhythm(play, place)),
      ...play.commit(
        last ? words.compare : fill(words.step, { n: open.length }),
        () => {
          const n = open.filter((place) => plan[place] === UNSET).length;
          return n ? fill(words.unplanned, { n, all: open.length }) : "";
        },
        () => {
          for (const place of open) told[place] = true;
          newest = last ? UNSET : open[0];
          play.go({ placed: last });
          play.say(last ? agreement(data, plan) : open.map((place) => `${names[place]}. ${judged(place)}`).join(" "));
        },
      ),
    );
    /** @param {number} place */
    const judged = (place) => verdict(data, data.check[place], plan[place]).text;
    return replies[done.indexOf(newest)]?.querySelector("summary") ?? title;
  }

  /** How often a check is done. @param {Play} play @param {number} place */
  function rhythm(play, place) {
    const chosen = play.said.plan[place];
    return radios({
      legend: names[place],
      value: chosen === UNSET ? undefined : String(chosen),
      options: data.slot.map(({ label }, slot) => ({ value: String(slot), text: label })),
      change: (value) => {
        play.said.plan[place] = Number(value);
        play.save();
      },
    }).element;
  }

  /** What is said of the rhythm of a check. @param {number} place @param {number} mine */
  function reply(place, mine) {
    const check = data.check[place];
    const label = (/** @type {string} */ id) => data.slot[slotOf(data, id)].label;
    const others = `${words.others} ${check.accepts.map((id) => lowerFirst(label(id))).join("; ")}`;
    return h(
      "details",
      { class: "year-check" },
      h("summary", {}, h("strong", {}, check.name), ". ", verdict(data, check, mine).text),
      h(
        "p",
        {},
        h("strong", {}, check.basis === "ours" ? ui.ours : words.source),
        label(check.slot),
        ".",
        check.accepts.length ? ` ${others}.` : null,
      ),
      h("p", {}, inline(check.why)),
      h("p", {}, h("strong", {}, `${words.elsewhere}. `), inline(check.elsewhere)),
    );
  }

  /** @param {Play} play @param {HTMLElement} title */
  function compare(play, title) {
    const mine = play.said.plan;
    const label = (/** @type {string} */ id) => data.slot[slotOf(data, id)].label;
    const answer = (/** @type {Check} */ { slot, basis }) =>
      basis === "ours" ? fill(words.slot_ours, { slot: label(slot) }) : label(slot);
    title.textContent = agreement(data, mine);
    play.stage.append(
      h("p", {}, words.key),
      play.drawn.add((width) => calendar(data, mine, width), h("div", { class: "year-grid" })),
      dataTable(
        words.table,
        [words.column_check, words.table_answer, words.table_mine],
        data.check.map((check, place) => [check.name, answer(check), data.slot[mine[place]].label]),
      ),
      h("h4", {}, words.checks),
      ...mine.map((slot, place) => reply(place, slot)),
      primary(words.year, () => play.go({ at: 0 })),
    );
  }

  /** An event of the year. @param {Play} play @param {HTMLElement} title */
  function live(play, title) {
    const { at, answers } = play.said;
    const now = data.event[at];
    const answer = answers[at];
    title.textContent = `${now.when}. ${now.title}`;
    play.stage.prepend(h("p", { class: "ntrk-muted" }, fill(words.place, { n: at + 1, all: data.event.length })));
    play.stage.append(h("p", {}, now.story));
    if (answer === undefined) ask(play, now);
    else explain(play, now, answer);
  }

  /** @param {Play} play @param {Happening} now */
  function ask(play, now) {
    const choice = radios({
      legend: words.question,
      options: now.option.map(({ text }, at) => ({ value: String(at), text })),
    });
    play.stage.append(
      choice.element,
      ...play.commit(
        words.commit,
        () => (choice.value() ? "" : words.none),
        () => {
          const answer = Number(choice.value());
          play.said.answers[play.said.at] = answer;
          play.go();
          play.say(judgement(now, answer));
        },
      ),
    );
  }

  /** @param {Play} play @param {Happening} now @param {number} answer */
  function explain(play, now, answer) {
    const { at, answers } = play.said;
    const all = data.event.length;
    const best = data.event.filter(({ option }, place) => option[answers[place] ?? UNSET]?.right).length;
    play.stage.append(
      h("p", { class: "ntrk-big" }, judgement(now, answer)),
      h(
        "ul",
        { class: "year-options" },
        now.option.map(({ text, right, basis, why }, place) =>
          h(
            "li",
            {},
            h("strong", {}, `${right ? "✓" : "✗"} ${text}`),
            place === answer ? h("span", { class: "year-mine" }, words.mine) : null,
            h("p", {}, basis === "ours" ? h("em", {}, ui.ours) : null, inline(why)),
          ),
        ),
      ),
      h("p", {}, h("strong", {}, now.moral)),
      at + 1 === all
        ? h("p", {}, fill(words.score, { n: best, all }))
        : primary(words.next, () => play.go({ at: at + 1 })),
    );
  }

  /** @param {Happening} now @param {number} answer */
  function judgement({ option }, answer) {
    return option[answer].right ? words.best : words.worse;
  }
}

/** @param {Data} data @param {string} wanted */
function slotOf({ slot }, wanted) {
  return slot.findIndex(({ id }) => id === wanted);
}

/** How the reader's slot stands to the answer. @param {Data} data @param {Check} check @param {number} mine */
function verdict(data, { slot, accepts, basis }, mine) {
  const { words } = data;
  const answer = slotOf(data, slot);
  if (mine === answer) return { fits: true, text: words.agree };
  if (accepts.includes(data.slot[mine].id)) return { fits: true, text: words.defensible };
  const [more, less] = basis === "ours" ? [words.more_ours, words.less_ours] : [words.more_source, words.less_source];
  return { fits: false, text: mine > answer ? more : less };
}

/** @param {Data} data @param {number[]} plan */
function agreement(data, plan) {
  const n = data.check.filter((check, place) => verdict(data, check, plan[place]).fits).length;
  return fill(data.words.agreement, { n, all: data.check.length });
}

/**
 * The year as a grid, months as columns; for each check the answer's lane above the reader's.
 * @param {Data} data @param {number[]} plan @param {number} width
 */
function calendar(data, plan, width) {
  const { words, months: last } = data;
  const [left, lane, row, top] = [58, 17, 62, 24];
  const step = (width - left - 6) / (last + 1);
  const x = (/** @type {number} */ month) => left + step * (month + 0.5);
  const bottom = top + row * data.check.length;
  /** @param {number} at @param {number} y @param {string | number} text @param {string} [anchor] */
  const small = (at, y, text, anchor = "start") =>
    svg("text", { x: at, y, "text-anchor": anchor, class: "year-small" }, text);
  const rule = (/** @type {number} */ y) => svg("line", { x1: 0, x2: width, y1: y, y2: y, class: "year-rule" });
  const axis = (/** @type {number} */ y) => [
    small(0, y, words.month),
    ...Array.from({ length: last + 1 }, (_, month) =>
      step < 20 && month % 2 ? null : small(x(month), y, month, "middle"),
    ),
  ];
  const marks = (/** @type {Slot} */ { months, open }, /** @type {number} */ y, /** @type {string} */ kind) => {
    if (months.length === 0) return [small(left + 6, y + 4, words.never)];
    const size = Math.min(10, step * 0.6);
    const drawn = months.map((month, at) => {
      const twin = months.filter((one) => one === month).length > 1;
      const shift = twin ? (months[at - 1] === month ? 0.26 : -0.26) * step : 0;
      const side = twin ? Math.min(size, step * 0.42) : size;
      const centre = x(month) + shift;
      const corner = { x: centre - side / 2, y: y - side / 2, width: side, height: side };
      return kind === "mine"
        ? svg("circle", { cx: centre, cy: y, r: side / 2, class: "year-mine-mark" })
        : svg("rect", { ...corner, class: `year-${kind}-mark` });
    });
    const ends = { x1: x(0) + size, x2: x(last) + size / 2, y1: y, y2: y };
    return open ? [...drawn, svg("line", { ...ends, class: "year-open" })] : drawn;
  };
  const label = fill(words.calendar, { months: last, n: data.check.length, agreement: agreement(data, plan) });
  const height = bottom + 20;
  return picture(
    { width, height, label },
    axis(14),
    data.check.flatMap((check, place) => {
      const y = top + row * place;
      const { fits, text } = verdict(data, check, plan[place]);
      return [
        rule(y),
        svg("text", { x: 0, y: y + 17, class: fits ? "year-name" : "year-name year-off" }, `${text[0]} ${check.name}`),
        small(0, y + 34, check.basis === "ours" ? words.lane_ours : words.lane_source),
        ...marks(data.slot[slotOf(data, check.slot)], y + 30, check.basis),
        small(0, y + 34 + lane, words.lane_mine),
        ...marks(data.slot[plan[place]], y + 30 + lane, "mine"),
      ];
    }),
    rule(bottom),
    axis(bottom + 15),
  );
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ check, slot, event }, value) {
  /** @type {Said} */
  const said = { plan: check.map(() => UNSET), told: [], placed: false, at: -1, answers: event.map(() => undefined) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.plan)) return said;
  said.plan = check.map((_, place) => (isIndex(value.plan[place], slot.length) ? value.plan[place] : UNSET));
  said.placed = value.placed === true && !said.plan.includes(UNSET);
  said.told = check.map((_, place) => (value.told?.[place] === true && said.plan[place] !== UNSET ? true : undefined));
  if (Array.isArray(value.answers)) {
    const given = (/** @type {number} */ at) => value.answers[at];
    said.answers = event.map(({ option }, at) => (isIndex(given(at), option.length) ? given(at) : undefined));
  }
  // Not past an event that still has no answer.
  const open = [...said.answers, undefined].indexOf(undefined);
  if (said.placed && isIndex(value.at, event.length)) said.at = Math.min(value.at, open);
  return said;
}

export default { render };
