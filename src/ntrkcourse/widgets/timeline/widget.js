// Dated events on tracks. First questions, each answer committed; then any date can be set and read.
import { h, svg, inline, liveRegion, frame, uniqueId, upperFirst } from "../shared/dom.js";
import { slider, select, button, primary, checkboxes } from "../shared/controls.js";
import { drawings } from "../shared/axis.js";
import { keeper, each, pick, picks, valuesOf, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {"in force" | "announced" | "about" | "ended" | "not confirmed" | "unknown"} Standing
 * @typedef {{ title: string, track: number, when: string, text: Span[], second: boolean, stale?: string, marks: [string, Standing][] }} Dated
 * @typedef {{ event: number, text: string, right: boolean, open?: true, wrong: string, held: string }} Choice open: either answer stands
 * @typedef {{ title: string, day: string, ask: string, choices: Choice[], lesson: string }} Step
 * @typedef {{ id: string, kind: string, title: string, intro: string, note: string, asOf: string, today: string,
 *   first: string, last: string, axis: number, labels: Record<Standing, string>, tracks: string[], events: Dated[],
 *   place: { event: number, year: number }[], steps: Step[] }} Data
 * @typedef {{ at: number, answers: number[][], day: string }} Said answers: years placed, or choices ticked, for each step, or missing
 */

/** @type {Record<Standing, string>} */
const SIGNS = { ended: "×", "in force": "■", about: "≈", announced: "□", "not confirmed": "?", unknown: "○" };
const STANDINGS = /** @type {Standing[]} */ (Object.keys(SIGNS));
const LABELS = 305;
const ROW = 22;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const total = stepsOf(data);
  const opened = new Set(["in force", "announced"]);
  const toPlace = data.place.map(({ event }) => data.events[event].title);
  // What is not ticked is an answer too, so a step is also what one could tick.
  const steps = [
    ...(toPlace.length ? [[...toPlace].sort().join("\n")] : []),
    ...data.steps.map(({ title, ask, choices }) => [title, ask, ...choices.map(({ text }) => text).sort()].join("\n"))];
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick([...steps, "any date"]),
      answers: each(steps, (at) => {
        const step = data.steps[at - (total - data.steps.length)];
        return step ? picks(step.choices.map(({ text }) => text)) : valuesOf(toPlace, asIs);
      }),
      day: asIs,
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  const drawn = drawings();
  let said = keep.read();
  /** The track that is shown; "" is all. @type {string | undefined} */
  let track;
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const skip = button("Skip to any date", () => go(total));
  const restart = button("Start again", () => {
    said = restore(data, undefined);
    keep.wipe(said);
    show(true);
  });

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, data.note), stage, skip, restart, live);

  /** @param {number} at */
  function go(at) {
    said.at = at;
    keep.save(said);
    show(true);
  }

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    drawn.stop();
    if (moved) track = undefined;
    const title = h("h4", { tabindex: -1 });
    const answer = said.answers[said.at];
    const step = data.steps[said.at - (total - data.steps.length)];
    skip.hidden = said.at === total;
    restart.hidden = said.at === 0 && !answer;
    stage.replaceChildren(h("p", { class: "ntrk-muted" }, said.at < total ? `Question ${said.at + 1} of ${total}.` : ""), title);
    if (said.at === total) explore(title);
    else if (step) (answer ? judged : judge)(title, step, answer);
    else (answer ? placed : place)(title, answer);
    if (moved) title.focus();
  }

  /** @param {number[]} answer @param {string} told */
  function commit(answer, told) {
    said.answers[said.at] = answer;
    keep.save(said);
    show(true);
    live.textContent = told;
  }

  function next() {
    stage.append(primary(said.at + 1 < total ? "Next question" : "Now set any date", () => go(said.at + 1)));
  }

  /** @param {HTMLElement} title */
  function place(title) {
    const hint = h("p");
    const from = Number(data.first.slice(0, 4));
    const years = Array.from({ length: Number(data.last.slice(0, 4)) - from + 1 }, (_, index) => String(from + index));
    const lists = data.place.map(({ event }) => select({
      label: data.events[event].title,
      options: [{ value: "", text: "Choose a year" }, ...years.map((year) => ({ value: year, text: year }))],
      change: () => {},
    }));
    title.textContent = "In which year did each happen?";
    stage.append(h("div", { class: "tl-years" }, lists.map((list) => list.element)), primary("Commit to these years", () => {
      const answer = lists.map((list) => Number(list.input.value));
      if (answer.includes(0)) {
        hint.textContent = live.textContent = "Choose a year for every event.";
        return;
      }
      commit(answer, yearsOff(data, answer));
    }), hint);
  }

  /** @param {HTMLElement} title @param {number[]} answer */
  function placed(title, answer) {
    title.textContent = yearsOff(data, answer);
    const order = data.place.map((one, index) => ({ ...one, guess: answer[index] }))
      .sort((a, b) => data.events[a.event].marks[0][0] < data.events[b.event].marks[0][0] ? -1 : 1);
    chart(order.map(({ event }) => event), null, order.map(({ guess }) => guess));
    stage.append(h("ol", { class: "tl-list tl-rail" }, order.map(({ event, year, guess }) => {
      const off = Math.abs(guess - year);
      const shown = data.events[event];
      return h("li", {}, h("strong", {}, `${off ? "✗" : "✓"} ${shown.title}: ${shown.when}.`),
        off ? ` You said ${guess}, ${off} ${off === 1 ? "year" : "years"} too ${guess < year ? "early" : "late"}. ` : " ", body(shown));
    })));
    next();
  }

  /** @param {HTMLElement} title @param {Step} step */
  function judge(title, step) {
    const boxes = checkboxes({ legend: step.ask, options: step.choices.map(({ text }) => text) });
    title.textContent = step.title;
    stage.append(boxes.element, primary("Commit", () => commit(boxes.value(), verdict(step, boxes.value()))));
  }

  /** @param {HTMLElement} title @param {Step} step @param {number[]} answer */
  function judged(title, step, answer) {
    title.textContent = verdict(step, answer);
    stage.append(h("p", {}, step.title), h("ul", { class: "tl-list" }, step.choices.map((choice, index) => {
      const event = data.events[choice.event];
      const standing = standingOn(event, step.day);
      const ticked = answer.includes(index);
      const right = accepted(choice, ticked);
      return h("li", {}, h("strong", {}, `${right ? "✓" : "✗"} ${choice.text}`),
        h("span", { class: "tl-tag" }, choice.held || `${SIGNS[standing]} ${data.labels[standing]}`),
        h("p", {}, h("em", {}, `You ${ticked ? "ticked" : "left"} it. ${right && !choice.open ? "" : `${choice.wrong} `}`),
          choice.held ? `${event.title}: ${event.when}. ` : `${upperFirst(event.when)}. `, body(event)));
    })));
    chart(step.choices.map(({ event }) => event), step.day);
    stage.append(h("p", {}, h("strong", {}, step.lesson)));
    next();
  }

  /** @param {HTMLElement} title */
  function explore(title) {
    const months = monthsOf(data);
    const last = latest(data);
    const id = uniqueId("day");
    // A phone begins with one track, so that the list stays short.
    track ??= el.clientWidth < 600 ? "0" : "";
    const tracks = select({
      label: "Show", value: track, options: [{ value: "", text: "All tracks" }, ...data.tracks.map((text, index) => ({ value: String(index), text }))],
      change: (value) => {
        track = value;
        live.textContent = read();
      },
    });
    const picture = h("div");
    const groups = h("div");
    const exact = h("input", { type: "date", id, min: months[0], max: last, value: said.day, onchange: () => {
      if (exact.value && exact.value >= months[0] && exact.value <= last) set(exact.value);
    } });
    const month = slider({
      label: "Month", values: months, start: monthIndex(months, said.day), text: (day) => spoken(day).replace(/^\d+ /, ""),
      change: (day) => set(day),
    });
    /** @param {string} day */
    function set(day) {
      said.day = day;
      exact.value = day;
      month.set(monthIndex(months, day));
      keep.save(said);
      live.textContent = read();
    }
    /** Draws what stands on the chosen day, and says it in a sentence. */
    function read() {
      const rows = data.events.map((_, index) => index).filter((row) => track === "" || data.events[row].track === Number(track));
      const by = rows.map((row) => standingOn(data.events[row], said.day));
      drawn.stop();
      draw(rows, said.day, undefined, picture);
      const present = STANDINGS.filter((one) => by.includes(one));
      const tally = present.map((one) => `${by.filter((other) => other === one).length} ${data.labels[one].toLowerCase()}`);
      const later = present.find((one) => STANDINGS.indexOf(one) > STANDINGS.indexOf("about"));
      groups.replaceChildren(
        h("p", {}, h("strong", {}, `${spoken(said.day)}: ${tally.join(", ")}.`),
          said.day > data.today ? ` This lies beyond ${data.asOf}: it is what had been announced by then, and it may change.` : ""),
        ...present.flatMap((one) => [
          ...(one === later ? [h("p", { class: "tl-now" }, spoken(said.day))] : []),
          group(one, rows.filter((_, index) => by[index] === one).map((row) => data.events[row]))]));
      return `${spoken(said.day)}: ${tally.join(", ")}.`;
    }
    /** @param {Standing} standing @param {Dated[]} events */
    function group(standing, events) {
      const box = h("details", { class: "tl-group", open: opened.has(standing), ontoggle: () => {
        if (box.open) opened.add(standing);
        else opened.delete(standing);
      } }, h("summary", {}, `${SIGNS[standing]} ${data.labels[standing]} (${events.length})`),
      h("ul", { class: "tl-list tl-rail" }, events.map((event) => h("li", {}, h("strong", {}, event.title), ` (${event.when}). `, body(event),
        event.stale && (standing === "in force" || standing === "ended") ? h("em", {}, ` Made stale: “${event.stale}”`) : ""))));
      return box;
    }
    title.textContent = data.kind === "policy" ? "Set any date: what holds?" : "As known on any date";
    stage.append(h("div", { class: "ntrk-row" }, month.element, h("div", { class: "ntrk-control" }, h("label", { for: id }, "Exact day"), exact), tracks.element), picture, groups);
    read();
  }

  /** @param {number[]} rows @param {string | null} day @param {number[]} [guesses] */
  function chart(rows, day, guesses) {
    stage.append(draw(rows, day, guesses));
  }

  /** @param {number[]} rows @param {string | null} day @param {number[]} [guesses] @param {HTMLElement} [holder] */
  function draw(rows, day, guesses, holder) {
    // On a narrow screen the list alone is the line.
    return drawn.add((width) => width < 600 ? document.createDocumentFragment() : bars(data, rows, day, guesses, width), holder);
  }

  show();
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/** @param {Data} data @param {number[]} rows @param {string | null} day @param {number[] | undefined} guesses @param {number} width */
function bars(data, rows, day, guesses, width) {
  const end = Date.parse(`${Number(data.last.slice(0, 4)) + 1}-01-01`);
  // A few events get a scale of their own, so that days beside each other can be told apart.
  const axis = Math.max(data.axis, Math.min(...rows.map((row) => Number(data.events[row].marks[0][0].slice(0, 4))), ...(guesses ?? [])));
  const begin = Date.parse(`${axis}-01-01`);
  const x = (/** @type {string} */ date) => LABELS + Math.max(0, Math.min(1, (Date.parse(date) - begin) / (end - begin))) * (width - LABELS - 12);
  const years = Array.from({ length: Number(data.last.slice(0, 4)) - axis + 1 }, (_, index) => axis + index);
  const every = (width - LABELS) / years.length < 36 ? 2 : 1;
  const tracks = rows.length === data.events.length ? data.tracks.map((_, track) => track) : [];
  /** @type {(number | string)[]} */
  const lines = tracks.length
    ? tracks.flatMap((track) => [data.tracks[track], ...rows.filter((row) => data.events[row].track === track)])
    : rows;
  const height = 44 + lines.length * ROW;
  const label = `${rows.length} events as bars from ${axis} to ${data.last.slice(0, 4)}${day ? `, with a line at ${spoken(day)}` : ""}. The list says the same in words.`;
  return svg("svg", { role: "img", "aria-label": label, width, height, viewBox: `0 0 ${width} ${height}`, class: "tl-chart" },
    years.filter((year) => (year - axis) % every === 0).map((year) => [
      svg("line", { x1: x(`${year}-01-01`), x2: x(`${year}-01-01`), y1: 38, y2: height, class: "tl-grid" }),
      svg("text", { x: x(`${year}-01-01`), y: 34, "text-anchor": "middle" }, year)]).flat(),
    lines.map((line, index) => {
      const y = 44 + index * ROW;
      if (typeof line === "string") return svg("text", { x: 0, y: y + 15, class: "tl-head" }, line);
      return svg("g", {}, svg("text", { x: 0, y: y + 15 }, data.events[line].title), data.events[line].marks.map(([from, standing], number, marks) => {
        const left = x(from);
        const right = marks[number + 1] ? x(marks[number + 1][0]) : width - 12;
        if (standing === "ended") return svg("text", { x: left + 2, y: y + 16 }, "×");
        if (standing === "not confirmed") return svg("g", {}, svg("line", { x1: left, x2: right, y1: y + 11, y2: y + 11, class: "tl-doubt" }), svg("text", { x: left + 2, y: y + 8 }, "?"));
        return svg("rect", { x: left, y: standing === "about" ? y + 9 : y + 6, width: Math.max(2, right - left), height: standing === "about" ? 4 : 10, class: `tl-${standing.replace(" ", "-")}` });
      }), guesses ? svg("text", { x: x(`${guesses[index]}-07-01`), y: y + 16, "text-anchor": "middle", class: "tl-guess" }, "◆") : null);
    }),
    guesses ? svg("text", { x: LABELS, y: 14 }, "◆ your year") : svg("text", { x: 0, y: 14 }, "■ holds  □ announced  ? unsure  × ended"),
    day ? [Date.parse(day) < begin ? null : svg("line", { x1: x(day), x2: x(day), y1: 20, y2: height, class: "tl-day" }),
      svg("text", { x: x(day), y: 14, "text-anchor": x(day) > width - 70 ? "end" : x(day) < LABELS + 70 ? "start" : "middle", class: "tl-head" },
        `${Date.parse(day) < begin ? "← " : ""}${spoken(day)}`)] : []);
}

/** @param {Dated} event @returns {DocumentFragment} */
function body(event) {
  const text = inline(event.text);
  if (event.second) text.append(" Read second-hand.");
  return text;
}

/** @param {Dated} event @param {string} day @returns {Standing} */
function standingOn(event, day) {
  return event.marks.filter(([from]) => from <= day).at(-1)?.[1] ?? "unknown";
}

/** @param {Data} data @param {number[]} answer */
function yearsOff(data, answer) {
  const off = data.place.map(({ year }, index) => Math.abs(answer[index] - year));
  const right = off.filter((one) => one === 0).length;
  const sum = off.reduce((one, other) => one + other, 0);
  return `You put ${right} of ${off.length} in the right year${sum ? `; ${sum} ${sum === 1 ? "year" : "years"} off in all` : ""}`;
}

/** @param {Choice} choice @param {boolean} ticked */
function accepted(choice, ticked) {
  return Boolean(choice.open) || ticked === choice.right;
}

/** @param {Step} step @param {number[]} answer */
function verdict({ choices }, answer) {
  const right = choices.filter((choice, index) => accepted(choice, answer.includes(index))).length;
  return `You judged ${right} of ${choices.length} as the record does`;
}

/** @param {Data} data */
function stepsOf({ place, steps }) {
  return steps.length + (place.length ? 1 : 0);
}

/** The first days of the months from `first` to `last`. @param {Data} data */
function monthsOf({ first, last }) {
  const months = [];
  const day = new Date(`${first}-01T00:00:00Z`);
  while (day.toISOString().slice(0, 7) <= last) {
    months.push(day.toISOString().slice(0, 10));
    day.setUTCMonth(day.getUTCMonth() + 1);
  }
  return months;
}

/** @param {string[]} months @param {string} day */
function monthIndex(months, day) {
  return months.findIndex((month) => month.slice(0, 7) === day.slice(0, 7));
}

/** Last day that can be read: of the last month, or the day of the search. @param {Data} data */
function latest({ last, today }) {
  return last === today.slice(0, 7) ? today : `${last}-31`;
}

/** @param {string} day */
function spoken(day) {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { at: 0, answers: [], day: data.today };
  if (typeof value !== "object" || value === null) return said;
  const total = stepsOf(data);
  const placing = data.place.length ? 1 : 0;
  const fits = (/** @type {any} */ answer, /** @type {number} */ at) => Array.isArray(answer) && answer.every(Number.isInteger)
    && (at < placing ? answer.length === data.place.length && answer.every((year) => year > 1900 && year < 2100)
      : answer.every((index) => index >= 0 && index < data.steps[at - placing].choices.length));
  const steps = Array.from({ length: total }, (_, at) => at);
  for (const at of steps) if (Array.isArray(value.answers) && fits(value.answers[at], at)) said.answers[at] = value.answers[at];
  const open = steps.find((at) => !said.answers[at]) ?? total - 1;
  if (Number.isInteger(value.at) && value.at >= 0) said.at = value.at === total ? total : Math.min(value.at, open);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value.day) && !Number.isNaN(Date.parse(value.day)) && value.day >= `${data.first}-01` && value.day <= latest(data)) said.day = value.day;
  return said;
}

export default { render };
