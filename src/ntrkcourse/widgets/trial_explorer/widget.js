// Response rates of the TRK inhibitors: three guesses, each shown after it is made, then a forest with filters.
import { h, svg, inline, liveRegion, frame, paragraphs, upperFirst } from "../shared/dom.js";
import { slider, select, radios, button, dataTable, primary } from "../shared/controls.js";
import { axisX, axisGrid, axisTicks, axisWhisker, markPath, drawings } from "../shared/axis.js";
import { keeper, pick, about, fields, asIs } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ fact: string, name: string, drug: string, reader: string, family: string, site: string, before: string,
 *   year: number, figure: string, worked: string, total: number | null, point: number, percent: string,
 *   interval: [number, number] | null, bounds: string, shared: string, second: boolean }} Row
 * @typedef {{ question: string, shown: string[], told: Span[][] }} Task
 * @typedef {Task & { studied: number[], widths: number[], total: number, width: number }} Breast
 * @typedef {Task & { options: { value: string, text: string }[], feedback: Record<string, Span[]>, again: string[] }} Better
 * @typedef {Task & { low: number, high: number }} Sites
 * @typedef {{ key: "drug" | "site" | "reader" | "before", label: string, options: { value: string, text: string }[] }} Filter
 * @typedef {{ id: string, title: string, intro: string, rows: Row[], families: { id: string, name: string, note: string }[],
 *   filters: Filter[], years: number[], axis: import("../shared/axis.js").Axis, tasks: [Breast, Better, Sites] }} Data
 * @typedef {{ at: number, breast?: number[], better?: string, sites?: number[], filter: Record<string, string | number> }} Said
 */

const HEIGHT = 28;
const SHARES = Array.from({ length: 21 }, (_, step) => 5 * step);
/** @type {Record<string, "square" | "diamond" | "ring">} */
const MARKS = { independent: "square", investigators: "diamond", unstated: "ring" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const [breast, better, sites] = data.tasks;
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick([...data.tasks.map(({ question }) => question), "all rows"]),
      breast: about(breast.question, asIs),
      better: about(better.question, asIs),
      sites: about(sites.question, asIs),
      filter: fields({ ...Object.fromEntries(data.filters.map((filter) => [filter.key, asIs])), year: asIs }),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show(false);
    },
  });
  const drawn = drawings();
  let said = keep.read();
  frame(el, data.title);
  const stage = h("div");
  const live = liveRegion({ class: "ntrk-hidden" });
  const restart = button("Start again", () => {
    said = restore(data, undefined);
    keep.wipe(said);
    show(true);
    live.textContent = "Started again.";
  });
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), stage, h("p", { class: "ntrk-trials-again" }, restart), live);
  const rowOf = (/** @type {string} */ fact) => /** @type {Row} */ (data.rows.find((row) => row.fact === fact));
  const drugOf = (/** @type {Row} */ row) => data.filters[0].options.find(({ value }) => value === row.drug)?.text ?? row.drug;
  const readBy = (/** @type {Row} */ row) => (row.reader === "unstated" ? "who read the scans: " : "read by ") + data.filters[2].options.find(({ value }) => value === row.reader)?.text;

  /** Rows above one axis; `open` draws intervals and says all. @param {Row[]} rows @param {{ open: boolean, drug: boolean }} how */
  function forest(rows, { open, drug }) {
    const list = h("ul", { class: "ntrk-trials" }, rows.map((row) => {
      const name = drug ? `${drugOf(row)}, ${row.name}` : upperFirst(row.name);
      return h("li", {}, h("p", {}, h("strong", {}, open ? `${name}, ${row.year}: ` : `${drugOf(row)}: `),
        open ? inline([["fact", row.figure, row.fact]]) : row.percent,
        open && row.worked ? ` = ${row.worked}, worked out here` : open && !row.figure.includes("%") ? ` = ${row.percent}` : ""), drawn.add((width) => draw(row, width, open)),
      open ? h("p", { class: "ntrk-muted" }, `${bounds(row)}; ${readBy(row)}${row.second ? "; second-hand" : ""}. ${row.shared}`) : null);
    }));
    return h("div", {}, list, drawn.add((width) => axisTicks(data.axis, "linear", width)));
  }

  /** @param {Row} row @param {number} width @param {boolean} open */
  function draw(row, width, open) {
    const x = axisX(row.point, data.axis, "linear", width);
    const left = row.point > 0.5;
    return svg("svg", { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, role: "img",
      "aria-label": `${drugOf(row)}, ${row.name}: ${row.percent}.${open ? ` ${bounds(row)}.` : ""}` },
    axisGrid(data.axis, "linear", width, HEIGHT), open && row.interval ? axisWhisker(row.interval, data.axis, "linear", width, HEIGHT / 2) : null,
    svg("path", { d: markPath(open ? MARKS[row.reader] : "square", x, HEIGHT / 2), class: open && row.reader === "unstated" ? "ntrk-trials-open" : "ntrk-trials-mark" }),
    open && !row.interval ? svg("text", { x: x + (left ? -14 : 14), y: HEIGHT / 2 + 5, "font-size": 14, "text-anchor": left ? "end" : "start" }, "no interval") : null);
  }

  /** @param {string[]} facts @param {boolean} open */
  const shown = (facts, open) => forest(facts.map(rowOf), { open, drug: true });
  const shapes = () => h("p", { class: "ntrk-muted" }, "Of 100 patients, how many responded. Square: independent reviewers. Diamond: the treating investigators. Ring: reader not stated. Line: 95% interval.");

  /** Asks, and hands the answer over once it is committed. @type {(() => Node[])[]} */
  const asks = [
    () => {
      const answer = [breast.studied[Math.floor(breast.studied.length / 2)], breast.widths[4]];
      return [h("p", {}, "First: in the larotrectinib trial that reports breast cancer apart, how many such patients were there? And how wide is the interval of their response rate?"),
        slider({ label: "Patients with breast cancer", values: breast.studied, start: breast.studied.indexOf(answer[0]), text: String, change: (value) => { answer[0] = value; } }).element,
        slider({ label: "Width of the 95% interval", values: breast.widths, start: breast.widths.indexOf(answer[1]), text: (value) => `${value} points, as from ${50 - Math.ceil(value / 2)}% to ${50 + Math.floor(value / 2)}%`, change: (value) => { answer[1] = value; } }).element,
        primary("Commit, and show the breast row", () => { said.breast = answer; reveal(`${breast.total} patients; the interval is ${breast.width} points wide.`); })];
    },
    () => {
      const missing = h("p");
      const group = radios({ legend: better.question, options: better.options });
      return [h("p", {}, "One response rate from each drug's own trials, all read by independent reviewers. Repotrectinib's is from patients who had not had a TRK inhibitor."),
        shown(better.shown, false), group.element,
        primary("Commit, and show the intervals", () => {
          const value = group.value();
          if (value === undefined) {
            missing.textContent = live.textContent = "Choose an answer first.";
            return;
          }
          said.better = value;
          reveal("It cannot be told: the trials differ, and their intervals overlap.");
        }), missing];
    },
    () => {
      const answer = [50, 75];
      return [h("p", {}, "Larotrectinib again. Take five tumours by themselves: breast, salivary gland, thyroid, stomach and bowel, and tumours that began in the brain. How low is the lowest response rate, and how high the highest?"),
        ...["Lowest of the five", "Highest of the five"].map((label, end) => slider({ label, values: SHARES, start: SHARES.indexOf(answer[end]), text: (value) => `${value} of 100 respond`, change: (value) => { answer[end] = value; } }).element),
        primary("Commit, and show the five", () => { said.sites = answer.sort((a, b) => a - b); reveal(`From ${sites.low}% to ${sites.high}%.`); })];
    },
  ];

  /** What is said of an answer, with the rows. @type {(() => Node[])[]} */
  const tells = [
    () => {
      const [total, width] = /** @type {number[]} */ (said.breast);
      const times = Math.max(total / breast.total, breast.total / total);
      return [h("p", { class: "ntrk-trials-verdict" }, h("strong", {}, `${breast.total} patients, ${breast.width} points wide. `),
        `You said ${total} and ${width} points. `, times === 1 ? "You had the number. " : times < 2 ? "Near in number. " : `That is about ${Math.round(times)} times too ${total > breast.total ? "many" : "few"} patients. `,
        width < breast.width - 10 ? "Small numbers leave more room than most of us feel." : width > breast.width + 10 ? "It is not quite as wide as you feared." : "Your width is close: you know how little so few can say."), shown(breast.shown, true), ...paragraphs(breast.told)];
    },
    () => [h("p", { class: "ntrk-trials-verdict" }, h("strong", {}, `You said: “${better.options.find(({ value }) => value === said.better)?.text}”. `), inline(better.feedback[String(said.better)])),
      shown(better.shown, true), ...paragraphs(better.told), h("h4", {}, "One drug against itself"), shown(better.again, true)],
    () => {
      const [low, high] = /** @type {number[]} */ (said.sites);
      const mine = high - low;
      const real = sites.high - sites.low;
      return [h("p", { class: "ntrk-trials-verdict" }, h("strong", {}, `From ${sites.low}% to ${sites.high}%. `), `You said from ${low}% to ${high}%. `,
        mine < real - 15 ? "The tumours lie further apart than the word agnostic suggests." : mine > real + 15 ? "They lie less far apart than you said." : "You saw that they do not respond alike."), shown(sites.shown, true), ...paragraphs(sites.told)];
    },
  ];
  const answers = () => [said.breast, said.better, said.sites];

  /** @param {string} words */
  function reveal(words) {
    keep.save(said);
    show(true);
    live.textContent = words;
  }

  /** @param {boolean} moved */
  function explore(moved) {
    const chart = h("div");
    const filter = said.filter;
    const update = () => {
      drawn.stop();
      const fits = data.rows.filter((row) => row.year <= Number(filter.year) && data.filters.every((one) => filter[one.key] === "any" || filter[one.key] === row[one.key]));
      chart.replaceChildren(h("p", {}, h("strong", {}, `${fits.length} of ${data.rows.length} rows. `), "Rows of one trial share patients: never add them."),
        fits.length === 0 ? h("p", { class: "ntrk-trials-verdict" }, "Nothing that we read gives this. An empty place is a finding too.") : "",
        ...data.families.flatMap((family) => {
          const rows = fits.filter((row) => row.family === family.id);
          return rows.length === 0 ? [] : [h("section", { class: `ntrk-trials-family${family.id === "warning" ? " ntrk-trials-warning" : ""}` },
            h("h4", {}, family.id === "warning" ? "⚠ " : "", family.name), h("p", { class: "ntrk-muted" }, family.note), forest(rows, { open: true, drug: family.id === "outside" }))];
        }),
        dataTable("These rows as a table", ["Row", "Patients", "Rate", "95% interval", "Read by"], fits.map((row) => [`${drugOf(row)}, ${row.name}, ${row.year}`, row.total ?? "not given", row.percent, row.bounds, readBy(row)])));
      return `${fits.length} of ${data.rows.length} rows are shown.`;
    };
    const change = (/** @type {string} */ name, /** @type {string | number} */ value) => {
      filter[name] = value;
      keep.save(said);
      live.textContent = update();
    };
    stage.append(h("h4", { tabindex: -1 }, "All that we read: choose what to see"), h("div", { class: "ntrk-trials-filters" },
      data.filters.map(({ key: name, label, options }) => select({ label, options, value: String(filter[name]), change: (value) => change(name, value) }).element),
      slider({ label: "Data cut or report, up to", values: data.years, start: data.years.indexOf(Number(filter.year)), text: String, change: (value) => change("year", value) }).element),
    shapes(), chart);
    const words = update();
    if (moved) live.textContent = words;
  }

  /** @param {boolean} moved whether the reader came here just now */
  function show(moved) {
    drawn.stop();
    stage.replaceChildren();
    restart.hidden = answers().every((answer) => answer === undefined);
    if (said.at === 3) {
      explore(moved);
    } else {
      const open = answers()[said.at] !== undefined;
      stage.append(h("p", { class: "ntrk-muted" }, `Guess ${said.at + 1} of 3`), h("h4", { tabindex: -1 }, data.tasks[said.at].question),
        ...(open ? [...tells[said.at](), shapes()] : asks[said.at]()));
      if (open) {
        stage.append(primary(said.at === 2 ? "Now explore all rows" : "Next guess", () => {
          said.at += 1;
          keep.save(said);
          show(true);
        }));
      }
    }
    if (moved) stage.querySelector("h4")?.focus();
  }

  show(false);
  keep.share(said);
  return () => {
    drawn.stop();
    keep.stop();
  };
}

/** @param {Row} row */
function bounds(row) {
  return row.interval ? `95% interval: ${row.bounds}` : `N${row.bounds.slice(1)}`;
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Said} */
function restore({ tasks: [breast, better], filters, years }, kept) {
  /** @type {Said} */
  const said = { at: 0, filter: { drug: "any", site: "all", reader: "any", before: "any", year: years[years.length - 1] } };
  if (typeof kept !== "object" || kept === null) return said;
  if (Array.isArray(kept.breast) && breast.studied.includes(kept.breast[0]) && breast.widths.includes(kept.breast[1])) said.breast = kept.breast.slice(0, 2);
  if (better.options.some(({ value }) => value === kept.better)) said.better = kept.better;
  if (Array.isArray(kept.sites) && kept.sites.length === 2 && kept.sites.every((/** @type {any} */ value) => SHARES.includes(value)) && kept.sites[0] <= kept.sites[1]) said.sites = kept.sites;
  const open = [said.breast, said.better, said.sites].indexOf(undefined);
  if (Number.isInteger(kept.at) && kept.at >= 0) said.at = Math.min(kept.at, open < 0 ? 3 : open);
  for (const { key, options } of filters) {
    if (options.some(({ value }) => value === kept.filter?.[key])) said.filter[key] = kept.filter[key];
  }
  if (years.includes(kept.filter?.year)) said.filter.year = kept.filter.year;
  return said;
}

export default { render };
