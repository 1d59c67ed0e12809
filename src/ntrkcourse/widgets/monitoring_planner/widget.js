// A first year on a TRK inhibitor: each check gets a rhythm, the plan meets the labels, then events to answer.
import { h, svg, inline, liveRegion, frame, isIndex, lowerFirst } from "../shared/dom.js";
import { radios, button, select, dataTable, primary } from "../shared/controls.js";
import { drawings } from "../shared/axis.js";
import { keeper, asIs, each, pick } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ label: string, months: number[], open: boolean }} Slot
 * @typedef {{ name: string, slot: number, accepts: number[], ours: boolean, why: Span[], elsewhere: Span[] }} Check
 * @typedef {{ when: string, title: string, story: string, moral: string, right: number, options: { text: string, ours: boolean, why: Span[] }[] }} Happening
 * @typedef {{ id: string, title: string, intro: string, patient: string, months: number, slots: Slot[], checks: Check[], events: Happening[] }} Data
 * @typedef {{ plan: number[], placed: boolean, at: number, answers: (number | undefined)[] }} Said at: the event that is open; -1 is the plan
 */

const UNSET = -1;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const events = data.events.map(({ story }) => story);
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      plan: each(data.checks.map(({ name }) => name), () => pick(data.slots.map(({ label }) => label))),
      placed: asIs,
      at: pick(events),
      answers: each(events, (at) => pick(data.events[at].options.map(({ text }) => text))),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  const drawn = drawings();
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
    const title = h("h4", { tabindex: -1 });
    drawn.stop();
    restart.hidden = !said.placed && said.plan.every((slot) => slot === UNSET);
    stage.replaceChildren(title);
    if (!said.placed) plan(title);
    else if (said.at === -1) compare(title);
    else event(title, data.events[said.at]);
    if (moved) title.focus();
  }

  /** @param {HTMLElement} title */
  function plan(title) {
    const hint = h("p");
    title.textContent = "Before the first dose: your plan";
    stage.append(
      h("p", { class: "year-patient" }, data.patient),
      h("div", { class: "year-lists" }, data.checks.map(({ name }, place) => select({
        label: name,
        options: [{ value: String(UNSET), text: "Choose a rhythm" }, ...data.slots.map(({ label }, slot) => ({ value: String(slot), text: label }))],
        value: String(said.plan[place]),
        change: (value) => {
          said.plan[place] = Number(value);
          restart.hidden = false;
          keep.save(said);
        },
      }).element)),
      primary("Compare my plan", () => {
        const left = said.plan.filter((slot) => slot === UNSET).length;
        if (left) {
          hint.textContent = live.textContent = `${left} of ${data.checks.length} checks still have no rhythm.`;
          return;
        }
        said.placed = true;
        keep.save(said);
        live.textContent = agreement(data, said.plan);
        show(true);
      }), hint);
  }

  /** @param {HTMLElement} title */
  function compare(title) {
    title.textContent = agreement(data, said.plan);
    stage.append(
      h("p", {}, "Filled squares: a source asks for it. Hollow squares: our reading, because no source that we read sets a rhythm. Circles: your plan. Dashed: whenever something calls."),
      drawn.add((width) => calendar(data, said.plan, width), h("div", { class: "year-grid" })),
      dataTable("The calendar as a table", ["Check", "Source or our reading", "Your plan"], data.checks.map((check, place) =>
        [check.name, `${data.slots[check.slot].label}${check.ours ? " (our reading)" : ""}`, data.slots[said.plan[place]].label])),
      h("h4", {}, "Check by check"),
      ...data.checks.map((check, place) => h("details", { class: "year-check" },
        h("summary", {}, h("strong", {}, check.name), ". ", verdict(check, said.plan[place]).text),
        h("p", {}, h("strong", {}, check.ours ? "Our reading: " : "A source asks: "), data.slots[check.slot].label, ".",
          check.accepts.length ? ` Defensible: ${check.accepts.map((slot) => lowerFirst(data.slots[slot].label)).join("; ")}.` : null),
        h("p", {}, inline(check.why)),
        h("p", {}, h("strong", {}, "On entrectinib. "), inline(check.elsewhere)))),
      primary("Go on to the year", () => open(0)));
  }

  /** @param {number} at */
  function open(at) {
    said.at = at;
    keep.save(said);
    show(true);
  }

  /** @param {HTMLElement} title @param {Happening} now */
  function event(title, now) {
    const answer = said.answers[said.at];
    const answered = answer !== undefined;
    title.textContent = `${now.when}. ${now.title}`;
    stage.prepend(h("p", { class: "ntrk-muted" }, `Event ${said.at + 1} of ${data.events.length}`));
    stage.append(h("p", {}, now.story));
    if (!answered) ask(now);
    else explain(now, answer);
  }

  /** @param {Happening} now */
  function ask(now) {
    const hint = h("p");
    const choice = radios({ legend: "What is the best of these?", options: now.options.map(({ text }, at) => ({ value: String(at), text })) });
    stage.append(choice.element, primary("Commit to this", () => {
      const value = choice.value();
      if (value === undefined) {
        hint.textContent = live.textContent = "Choose one first.";
        return;
      }
      said.answers[said.at] = Number(value);
      keep.save(said);
      live.textContent = judgement(now, Number(value));
      show(true);
    }), hint);
  }

  /** @param {Happening} now @param {number} answer */
  function explain(now, answer) {
    const last = said.at + 1 === data.events.length;
    stage.append(
      h("p", { class: "ntrk-big" }, judgement(now, answer)),
      h("ul", { class: "year-options" }, now.options.map((option, at) => h("li", {},
        h("strong", {}, `${at === now.right ? "✓" : "✗"} ${option.text}`), at === answer ? h("span", { class: "year-mine" }, "your choice") : null,
        h("p", {}, option.ours ? h("em", {}, "Our reading: ") : null, inline(option.why))))),
      h("p", {}, h("strong", {}, now.moral)),
      last ? h("p", {}, score(data, said.answers))
        : primary("Next event", () => open(said.at + 1)));
  }

  show();
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/** How the reader's slot stands to the answer. @param {Check} check @param {number} mine */
function verdict(check, mine) {
  if (mine === check.slot) return { fits: true, text: "✓ You agree." };
  if (check.accepts.includes(mine)) return { fits: true, text: "○ Yours can be defended." };
  const more = mine > check.slot;
  const who = check.ours ? "we would do" : "the source asks";
  return { fits: false, text: `✗ Yours is ${more ? "more" : "less"} than ${who}.` };
}

/** @param {Data} data @param {number[]} plan */
function agreement({ checks }, plan) {
  const fits = checks.filter((check, place) => verdict(check, plan[place]).fits).length;
  return `Your plan agrees, or can be defended, on ${fits} of ${checks.length} checks`;
}

/** @param {Happening} now @param {number} answer */
function judgement(now, answer) {
  return answer === now.right ? "That is the best of these." : "Another is better.";
}

/** @param {Data} data @param {(number | undefined)[]} answers */
function score({ events }, answers) {
  const right = events.filter((event, at) => answers[at] === event.right).length;
  return `The year is over. You chose the best action at ${right} of ${events.length} events.`;
}

/**
 * The year as a grid, months as columns; for each check the answer's lane above the reader's.
 * @param {Data} data @param {number[]} plan @param {number} width
 */
function calendar(data, plan, width) {
  const [left, lane, row, top] = [58, 17, 62, 24];
  const step = (width - left - 6) / (data.months + 1);
  const x = (/** @type {number} */ month) => left + step * (month + 0.5);
  const bottom = top + row * data.checks.length;
  const axis = (/** @type {number} */ y) => [svg("text", { x: 0, y, class: "year-small" }, "Month"),
    Array.from({ length: data.months + 1 }, (_, month) => step < 20 && month % 2 ? null : svg("text", { x: x(month), y, "text-anchor": "middle", class: "year-small" }, month))].flat();
  const marks = (/** @type {Slot} */ { months, open }, /** @type {number} */ y, /** @type {string} */ kind) => {
    if (months.length === 0) return [svg("text", { x: left + 6, y: y + 4, class: "year-small" }, "none")];
    const size = Math.min(10, step * 0.6);
    const drawn = months.map((month, at) => {
      const twin = months.filter((one) => one === month).length > 1;
      const shift = twin ? (months[at - 1] === month ? 0.26 : -0.26) * step : 0;
      const side = twin ? Math.min(size, step * 0.42) : size;
      return kind === "mine" ? svg("circle", { cx: x(month) + shift, cy: y, r: side / 2, class: "year-mine-mark" })
        : svg("rect", { x: x(month) + shift - side / 2, y: y - side / 2, width: side, height: side, class: `year-${kind}-mark` });
    });
    return open ? [...drawn, svg("line", { x1: x(0) + size, x2: x(data.months) + size / 2, y1: y, y2: y, class: "year-open" })] : drawn;
  };
  return svg("svg", { width, height: bottom + 20, viewBox: `0 0 ${width} ${bottom + 20}`, role: "img",
    "aria-label": `Calendar of the year, months 0 to ${data.months} as columns, one row for each of ${data.checks.length} checks: the source's or our marks above, yours below. ${agreement(data, plan)}.` },
    axis(14),
    data.checks.map((check, place) => {
      const y = top + row * place;
      const [fits, sign] = [verdict(check, plan[place]).fits, verdict(check, plan[place]).text[0]];
      return [
        svg("line", { x1: 0, x2: width, y1: y, y2: y, class: "year-rule" }),
        svg("text", { x: 0, y: y + 17, class: fits ? "year-name" : "year-name year-off" }, `${sign} ${check.name}`),
        svg("text", { x: 0, y: y + 34, class: "year-small" }, check.ours ? "Ours" : "Source"),
        marks(data.slots[check.slot], y + 30, check.ours ? "ours" : "source"),
        svg("text", { x: 0, y: y + 34 + lane, class: "year-small" }, "You"),
        marks(data.slots[plan[place]], y + 30 + lane, "mine"),
      ].flat();
    }).flat(),
    svg("line", { x1: 0, x2: width, y1: bottom, y2: bottom, class: "year-rule" }), axis(bottom + 15));
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ checks, slots, events }, value) {
  /** @type {Said} */
  const said = { plan: checks.map(() => UNSET), placed: false, at: -1, answers: events.map(() => undefined) };
  if (typeof value !== "object" || value === null || !Array.isArray(value.plan)) return said;
  said.plan = checks.map((_, place) => isIndex(value.plan[place], slots.length) ? value.plan[place] : UNSET);
  said.placed = value.placed === true && !said.plan.includes(UNSET);
  if (Array.isArray(value.answers)) {
    said.answers = events.map(({ options }, at) => isIndex(value.answers[at], options.length) ? value.answers[at] : undefined);
  }
  // Not past an event that still has no answer.
  if (said.placed && isIndex(value.at, events.length)) said.at = Math.min(value.at, [...said.answers, undefined].indexOf(undefined));
  return said;
}

export default { render };
