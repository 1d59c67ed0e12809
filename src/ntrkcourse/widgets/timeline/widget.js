// Dated events on tracks. First questions, each answer committed; then any date can be set and read.

import { button, checkboxes, primary, select, slider } from "../shared/controls.js";
import { counted, fill, h, inline, lowerFirst, svg, uniqueId, upperFirst } from "../shared/dom.js";
import { asIs, each, pick, picks, valuesOf } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Line} Line
 * @typedef {"in force" | "announced" | "about" | "ended" | "not confirmed" | "unknown"} Standing
 * @typedef {import("./data.js").Event & { second: boolean, marks: [string, Standing][] }} Dated
 * @typedef {{ event: number, text: string, right: boolean, open: boolean, wrong: string, held: string }} Choice
 *   open: either answer stands
 * @typedef {Omit<Line["step"][number], "choices"> & { choices: Choice[] }} Step
 * @typedef {import("./data.js").Shared["words"]} Words
 * @typedef {Omit<Line, "step" | "place"> & { words: Words, as_of: string, today: string, event: Dated[],
 *   place: { event: number, year: number }[], step: Step[], facts: string[] }} Data
 * @typedef {{ at: number, answers: number[][], day: string }} Said answers: years placed, or choices ticked, for each
 *   step, or missing
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/** @type {Record<Standing, string>} */
const SIGNS = { ended: "×", "in force": "■", about: "≈", announced: "□", "not confirmed": "?", unknown: "○" };
const STANDINGS = /** @type {Standing[]} */ (Object.keys(SIGNS));
const LABELS = 305;
const ROW = 22;

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const total = stepsOf(data);
  const opened = new Set(["in force", "announced"]);
  const toPlace = data.place.map(({ event }) => data.event[event].title);
  // What is not ticked is an answer too, so a step is also what one could tick.
  const steps = [
    ...(toPlace.length ? [[...toPlace].sort().join("\n")] : []),
    ...data.step.map(({ title, ask, choices }) => [title, ask, ...choices.map(({ text }) => text).sort()].join("\n")),
  ];
  /** The track that is shown; "" is all. @type {string | undefined} */
  let track;
  const skip = button(words.skip, () => play.go({ at: total }));
  /** @type {Play} */
  const play = player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, data.note)],
    foot: [skip],
    id: data.id,
    shape: {
      at: pick([...steps, "any date"]),
      answers: each(steps, (at) => {
        const step = stepAt(at);
        return step ? picks(step.choices.map(({ text }) => text)) : valuesOf(toPlace, asIs);
      }),
      day: asIs,
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.at > 0 || Boolean(said.answers[0]),
    committed: ({ at, answers }) => at === total || steps.every((_, step) => answers[step]),
    draw: (_, moved) => show(moved),
  });
  return play.start();

  /** The situation or text that is judged there; none where years are placed. @param {number} at */
  function stepAt(at) {
    return data.step[at - (total - data.step.length)];
  }

  /** @param {boolean} moved */
  function show(moved) {
    if (moved) track = undefined;
    const { at, answers } = play.said;
    const title = h("h4", { tabindex: -1 });
    const answer = answers[at];
    const step = stepAt(at);
    skip.hidden = at === total;
    const number = at < total ? fill(words.question, { n: at + 1, all: total }) : "";
    play.stage.append(h("p", { class: "ntrk-muted" }, number), title);
    if (at === total) explore(title);
    else if (step) (answer ? judged : judge)(title, step, answer);
    else (answer ? placed : place)(title, answer);
    return title;
  }

  /** @param {number[]} answer */
  function take(answer) {
    play.said.answers[play.said.at] = answer;
    play.go();
  }

  /** What the reader got right, seen and heard. @param {HTMLElement} title @param {string} told */
  function tell(title, told) {
    title.textContent = told;
    play.say(told);
  }

  function next() {
    const at = play.said.at + 1;
    play.stage.append(primary(at < total ? words.next : words.next_any, () => play.go({ at })));
  }

  /** @param {HTMLElement} title */
  function place(title) {
    const from = Number(data.first.slice(0, 4));
    const years = Array.from({ length: Number(data.last.slice(0, 4)) - from + 1 }, (_, index) => String(from + index));
    const lists = data.place.map(({ event }) =>
      select({
        label: data.event[event].title,
        options: [{ value: "", text: words.choose }, ...years.map((year) => ({ value: year, text: year }))],
      }),
    );
    const chosen = () => lists.map((list) => Number(list.input.value));
    title.textContent = words.place;
    play.stage.append(
      h(
        "div",
        { class: "tl-years" },
        lists.map((list) => list.element),
      ),
      ...play.commit(
        words.commit_years,
        () => (chosen().includes(0) ? words.none : ""),
        () => take(chosen()),
      ),
    );
  }

  /** @param {HTMLElement} title @param {number[]} answer */
  function placed(title, answer) {
    tell(title, yearsOff(data, answer));
    const order = data.place
      .map((one, index) => ({ ...one, guess: answer[index] }))
      .sort((a, b) => (data.event[a.event].marks[0][0] < data.event[b.event].marks[0][0] ? -1 : 1));
    chart(
      order.map(({ event }) => event),
      null,
      order.map(({ guess }) => guess),
    );
    play.stage.append(
      h(
        "ol",
        { class: "tl-list tl-rail" },
        order.map(({ event, year, guess }) => {
          const off = Math.abs(guess - year);
          const shown = data.event[event];
          const { title: name, when } = shown;
          return h(
            "li",
            {},
            h("strong", {}, fill(off ? words.misplaced : words.placed, { title: name, when })),
            " ",
            off ? `${counted(words, guess < year ? "early" : "late", off, { guess })} ` : "",
            body(words, shown),
          );
        }),
      ),
    );
    next();
  }

  /** @param {HTMLElement} title @param {Step} step */
  function judge(title, step) {
    const boxes = checkboxes({ legend: step.ask, options: step.choices.map(({ text }) => text) });
    title.textContent = step.title;
    play.stage.append(
      boxes.element,
      primary(words.commit, () => take(boxes.value())),
    );
  }

  /** @param {HTMLElement} title @param {Step} step @param {number[]} answer */
  function judged(title, step, answer) {
    tell(title, verdict(words, step, answer));
    play.stage.append(
      h("p", {}, step.title),
      h(
        "ul",
        { class: "tl-list" },
        step.choices.map((choice, index) => {
          const event = data.event[choice.event];
          const ticked = answer.includes(index);
          const right = accepted(choice, ticked);
          const mine = [ticked ? words.ticked : words.left, right && !choice.open ? "" : choice.wrong];
          const when = choice.held
            ? fill(words.titled_when, { title: event.title, when: event.when })
            : fill(words.when, { when: upperFirst(event.when) });
          return h(
            "li",
            {},
            h("strong", {}, fill(right ? words.right : words.wrong, { text: choice.text })),
            h("span", { class: "tl-tag" }, choice.held || fill(words.standing, named(standingOn(event, step.day)))),
            h("p", {}, h("em", {}, mine.filter(Boolean).join(" ")), ` ${when} `, body(words, event)),
          );
        }),
      ),
    );
    chart(
      step.choices.map(({ event }) => event),
      step.day,
    );
    play.stage.append(h("p", {}, h("strong", {}, step.lesson)));
    next();
  }

  /** How an event stands, by sign and name. @param {Standing} standing */
  function named(standing) {
    return { sign: SIGNS[standing], label: data.labels[standing] };
  }

  /** @param {HTMLElement} title */
  function explore(title) {
    const months = monthsOf(data);
    const last = latest(data);
    const id = uniqueId("day");
    // A phone begins with one track, so that the list stays short.
    track ??= context.el.clientWidth < 600 ? data.tracks[0] : "";
    const tracks = select({
      label: words.show,
      value: track,
      options: [{ value: "", text: words.all_tracks }, ...data.tracks.map((text) => ({ value: text, text }))],
      change: (value) => {
        track = value;
        play.say(read());
      },
    });
    const picture = h("div");
    const groups = h("div");
    const exact = h("input", {
      type: "date",
      id,
      min: months[0],
      max: last,
      value: play.said.day,
      onchange: () => {
        if (exact.value && exact.value >= months[0] && exact.value <= last) set(exact.value);
      },
    });
    const month = slider({
      label: words.month,
      values: months,
      start: monthIndex(months, play.said.day),
      text: (day) => spoken(day).replace(/^\d+ /, ""),
      change: (day) => set(day),
    });
    /** @param {string} day */
    function set(day) {
      play.said.day = day;
      exact.value = day;
      month.set(monthIndex(months, day));
      play.save();
      play.say(read());
    }
    /** Draws what stands on the chosen day, and says it in a sentence. */
    function read() {
      const { day } = play.said;
      const shown = data.event
        .map((event, row) => ({ event, row, standing: standingOn(event, day) }))
        .filter(({ event }) => track === "" || event.track === track);
      play.drawn.stop();
      draw(
        shown.map(({ row }) => row),
        day,
        undefined,
        picture,
      );
      const present = STANDINGS.map((standing) => ({
        standing,
        events: shown.filter((one) => one.standing === standing).map(({ event }) => event),
      })).filter(({ events }) => events.length > 0);
      const tally = present.map(({ standing, events }) => `${events.length} ${lowerFirst(data.labels[standing])}`);
      const told = fill(words.on_day, { day: spoken(day), tally: tally.join(", ") });
      const later = present.find(({ standing }) => STANDINGS.indexOf(standing) > STANDINGS.indexOf("about"));
      groups.replaceChildren(
        h("p", {}, h("strong", {}, told), day > data.today ? ` ${fill(words.beyond, { as_of: data.as_of })}` : ""),
        ...present.flatMap((one) => [
          ...(one === later ? [h("p", { class: "tl-now" }, spoken(day))] : []),
          group(one.standing, one.events),
        ]),
      );
      return told;
    }
    /** @param {Standing} standing @param {Dated[]} events */
    function group(standing, events) {
      const past = standing === "in force" || standing === "ended";
      const box = h(
        "details",
        {
          class: "tl-group",
          open: opened.has(standing),
          ontoggle: () => {
            if (box.open) opened.add(standing);
            else opened.delete(standing);
          },
        },
        h("summary", {}, fill(words.group, { ...named(standing), n: events.length })),
        h(
          "ul",
          { class: "tl-list tl-rail" },
          events.map((event) =>
            h(
              "li",
              {},
              h("strong", {}, event.title),
              ` ${fill(words.in_brackets, { when: event.when })} `,
              body(words, event),
              event.stale && past ? h("em", {}, ` ${fill(words.made_stale, { sentence: event.stale })}`) : "",
            ),
          ),
        ),
      );
      return box;
    }
    title.textContent = data.any_date;
    const day = h("div", { class: "ntrk-control" }, h("label", { for: id }, words.exact_day), exact);
    play.stage.append(h("div", { class: "ntrk-row" }, tracks.element, day, month.element), picture, groups);
    read();
  }

  /** @param {number[]} rows @param {string | null} day @param {number[]} [guesses] */
  function chart(rows, day, guesses) {
    play.stage.append(draw(rows, day, guesses));
  }

  /** @param {number[]} rows @param {string | null} day @param {number[]} [guesses] @param {HTMLElement} [holder] */
  function draw(rows, day, guesses, holder) {
    // On a narrow screen the list alone is the line.
    return play.drawn.add(
      (width) => (width < 600 ? document.createDocumentFragment() : bars(data, rows, day, guesses, width)),
      holder,
    );
  }
}

/**
 * @param {Data} data @param {number[]} rows @param {string | null} day @param {number[] | undefined} guesses
 * @param {number} width
 */
function bars(data, rows, day, guesses, width) {
  const { words } = data;
  const to = Number(data.last.slice(0, 4));
  const end = Date.parse(`${to + 1}-01-01`);
  // A few events get a scale of their own, so that days beside each other can be told apart.
  const starts = rows.map((row) => Number(data.event[row].marks[0][0].slice(0, 4)));
  const axis = Math.max(data.axis, Math.min(...starts, ...(guesses ?? [])));
  const begin = Date.parse(`${axis}-01-01`);
  const x = (/** @type {string} */ date) => {
    const share = (Date.parse(date) - begin) / (end - begin);
    return LABELS + Math.max(0, Math.min(1, share)) * (width - LABELS - 12);
  };
  const years = Array.from({ length: to - axis + 1 }, (_, index) => axis + index);
  const every = (width - LABELS) / years.length < 36 ? 2 : 1;
  /** @type {(number | string)[]} */
  const lines =
    rows.length === data.event.length
      ? data.tracks.flatMap((track) => [track, ...rows.filter((row) => data.event[row].track === track)])
      : rows;
  const height = 44 + lines.length * ROW;
  const values = { n: rows.length, from: axis, to };
  const label = day ? fill(words.chart_day, { ...values, day: spoken(day) }) : fill(words.chart, values);
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  return svg(
    "svg",
    { role: "img", "aria-label": label, ...size, class: "tl-chart" },
    years
      .filter((year) => (year - axis) % every === 0)
      .flatMap((year) => {
        const at = x(`${year}-01-01`);
        return [
          svg("line", { x1: at, x2: at, y1: 38, y2: height, class: "tl-grid" }),
          svg("text", { x: at, y: 34, "text-anchor": "middle" }, year),
        ];
      }),
    lines.map((line, index) => {
      const y = 44 + index * ROW;
      if (typeof line === "string") return svg("text", { x: 0, y: y + 15, class: "tl-head" }, line);
      const { title, marks } = data.event[line];
      const ends = [...marks.slice(1).map(([from]) => x(from)), width - 12];
      const at = guesses && x(`${guesses[index]}-07-01`);
      return svg(
        "g",
        {},
        svg("text", { x: 0, y: y + 15 }, title),
        marks.map(([from, standing], number) => bar(standing, x(from), ends[number], y)),
        at ? svg("text", { x: at, y: y + 16, "text-anchor": "middle", class: "tl-guess" }, "◆") : null,
      );
    }),
    svg("text", guesses ? { x: LABELS, y: 14 } : { x: 0, y: 14 }, guesses ? words.key_guess : words.key),
    day ? dayLine(words, day, Date.parse(day) < begin, x(day), width, height) : [],
  );
}

/**
 * How an event stands for a while.
 * @param {Standing} standing @param {number} left @param {number} right @param {number} y
 */
function bar(standing, left, right, y) {
  if (standing === "ended") return svg("text", { x: left + 2, y: y + 16 }, SIGNS.ended);
  if (standing === "not confirmed") {
    return svg(
      "g",
      {},
      svg("line", { x1: left, x2: right, y1: y + 11, y2: y + 11, class: "tl-doubt" }),
      svg("text", { x: left + 2, y: y + 8 }, SIGNS["not confirmed"]),
    );
  }
  const [top, height] = standing === "about" ? [y + 9, 4] : [y + 6, 10];
  const kind = `tl-${standing.replace(" ", "-")}`;
  return svg("rect", { x: left, y: top, width: Math.max(2, right - left), height, class: kind });
}

/**
 * The chosen day, as a line where it lies within the drawing.
 * @param {Words} words @param {string} day @param {boolean} before @param {number} x @param {number} width
 * @param {number} height
 */
function dayLine(words, day, before, x, width, height) {
  const anchor = x > width - 70 ? "end" : x < LABELS + 70 ? "start" : "middle";
  const text = before ? fill(words.before, { day: spoken(day) }) : spoken(day);
  return [
    before ? null : svg("line", { x1: x, x2: x, y1: 20, y2: height, class: "tl-day" }),
    svg("text", { x, y: 14, "text-anchor": anchor, class: "tl-head" }, text),
  ];
}

/** @param {Words} words @param {Dated} event @returns {DocumentFragment} */
function body(words, event) {
  const text = inline(event.text);
  if (event.second) text.append(` ${words.second_hand}`);
  return text;
}

/** @param {Dated} event @param {string} day @returns {Standing} */
function standingOn(event, day) {
  return event.marks.filter(([from]) => from <= day).at(-1)?.[1] ?? "unknown";
}

/** @param {Data} data @param {number[]} answer */
function yearsOff({ place, words }, answer) {
  const off = place.map(({ year }, index) => Math.abs(answer[index] - year));
  const right = off.filter((one) => one === 0).length;
  return counted(
    words,
    "years_off",
    off.reduce((one, other) => one + other, 0),
    { right, all: off.length },
  );
}

/** @param {Choice} choice @param {boolean} ticked */
function accepted(choice, ticked) {
  return choice.open || ticked === choice.right;
}

/** @param {Words} words @param {Step} step @param {number[]} answer */
function verdict(words, { choices }, answer) {
  const right = choices.filter((choice, index) => accepted(choice, answer.includes(index))).length;
  return fill(words.verdict, { right, all: choices.length });
}

/** @param {Data} data */
function stepsOf({ place, step }) {
  return step.length + (place.length ? 1 : 0);
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
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  /** @type {Said} */
  const said = { at: 0, answers: [], day: data.today };
  if (typeof value !== "object" || value === null) return said;
  const total = stepsOf(data);
  const placing = data.place.length ? 1 : 0;
  const fits = (/** @type {any} */ answer, /** @type {number} */ at) => {
    if (!Array.isArray(answer) || !answer.every(Number.isInteger)) return false;
    if (at >= placing) return answer.every((one) => one >= 0 && one < data.step[at - placing].choices.length);
    return answer.length === data.place.length && answer.every((year) => year > 1900 && year < 2100);
  };
  const steps = Array.from({ length: total }, (_, at) => at);
  for (const at of steps) {
    if (Array.isArray(value.answers) && fits(value.answers[at], at)) said.answers[at] = value.answers[at];
  }
  const open = steps.find((at) => !said.answers[at]) ?? total - 1;
  if (Number.isInteger(value.at) && value.at >= 0) said.at = value.at === total ? total : Math.min(value.at, open);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value.day) && !Number.isNaN(Date.parse(value.day));
  if (isDay && value.day >= `${data.first}-01` && value.day <= latest(data)) said.day = value.day;
  return said;
}

export default { render };
