// Response rates of some drugs: three guesses, each shown after it is made, then a forest with filters.

import { axisGrid, axisTicks, axisWhisker, axisX, markPath } from "../shared/axis.js";
import { dataTable, guess, primary, radios, select, slider } from "../shared/controls.js";
import { fill, h, inline, paragraphs, picture, svg, upperFirst } from "../shared/dom.js";
import { about, asIs, fields, pick } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Trials} Trials
 * @typedef {import("./data.js").Row & { year: number, figure: string, worked: string, total: number | null,
 *   point: number, percent: string, interval: [number, number] | null, bounds: string, second: boolean }} Row
 * @typedef {Omit<import("./data.js").Family, "row"> & { row: Row[] }} Family
 * @typedef {Trials["breast"] & { total: number, width: number }} Breast
 * @typedef {Trials["better"] & { shown: string[] }} Better
 * @typedef {Trials["sites"] & { low: number, high: number }} Sites
 * @typedef {Omit<Trials, "breast" | "better" | "sites" | "family"> & { id: string, breast: Breast, better: Better,
 *   sites: Sites, family: Family[], years: number[], axis: import("../shared/axis.js").Axis, facts: string[] }} Data
 * @typedef {{ at: number, breast?: number[], better?: string, sites?: number[],
 *   filter: Record<string, string | number> }} Said
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

const HEIGHT = 28;
const WIDTHS = Array.from({ length: 19 }, (_, step) => 5 + 5 * step);
const SHARES = Array.from({ length: 21 }, (_, step) => 5 * step);
/** @type {Record<string, "square" | "diamond" | "ring">} */
const MARKS = { independent: "square", investigators: "diamond", unstated: "ring" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words, breast, better, sites } = data;
  const tasks = [breast, better, sites];
  const rows = data.family.flatMap(({ row }) => row);
  const textOf = (/** @type {string} */ key, /** @type {string} */ value) =>
    data.filter.find((one) => one.key === key)?.option.find((choice) => choice.value === value)?.text ?? value;
  const answers = (/** @type {Said} */ said) => [said.breast, said.better, said.sites];

  /** The controls of a guess, and the button that commits to it. @type {((play: Play) => Node[])[]} */
  const asks = [
    (play) => {
      const { studied } = breast;
      return guesses(
        play,
        [
          { label: words.patients, values: studied, start: Math.floor(studied.length / 2), text: String },
          {
            label: words.width,
            values: WIDTHS,
            start: 4,
            text: (width) =>
              fill(words.width_as, { width, low: 50 - Math.ceil(width / 2), high: 50 + Math.floor(width / 2) }),
          },
        ],
        breast.commit,
        (answer) => play.go({ breast: answer }),
      );
    },
    (play) => {
      const group = radios({ legend: better.question, options: better.option });
      const missing = () => (group.value() ? "" : words.choose);
      return [
        shown(play, better.shown, false),
        group.element,
        ...play.commit(better.commit, missing, () => play.go({ better: group.value() })),
      ];
    },
    (play) =>
      guesses(
        play,
        [words.lowest, words.highest].map((label, end) => ({
          label,
          values: SHARES,
          start: SHARES.indexOf([50, 75][end]),
          text: (n) => fill(words.respond, { n }),
        })),
        sites.commit,
        (answer) => play.go({ sites: answer.sort((a, b) => a - b) }),
      ),
  ];

  /** What is said of an answer, with the rows. @type {((play: Play) => Node[])[]} */
  const tells = [
    (play) => {
      const [n, width] = play.said.breast ?? [];
      const right = { n: breast.total, width: breast.width };
      play.say(fill(words.breast_told, right));
      return [
        verdict(fill(words.breast_is, right), fill(words.breast_said, { n, width }), numbered(n), widened(width)),
        shown(play, [breast.fact], true),
        ...paragraphs(breast.told),
      ];
    },
    (play) => {
      const chosen = better.option.find(({ value }) => value === play.said.better) ?? better.option[0];
      play.say(words.better_told);
      return [
        verdict(fill(words.better_said, { choice: chosen.text }), inline(chosen.feedback)),
        shown(play, better.shown, true),
        ...paragraphs(better.told),
        h("h4", {}, words.better_again),
        shown(play, better.again, true),
      ];
    },
    (play) => {
      const [low, high] = play.said.sites ?? [];
      const mine = high - low;
      const real = sites.high - sites.low;
      const told = fill(words.sites_are, { low: sites.low, high: sites.high });
      play.say(told);
      return [
        verdict(
          told,
          fill(words.sites_said, { low, high }),
          mine < real - 15 ? words.sites_narrow : mine > real + 15 ? words.sites_wide : words.sites_close,
        ),
        shown(play, sites.shown, true),
        ...paragraphs(sites.told),
      ];
    },
  ];

  return player(context, {
    title: data.title,
    lead: [h("p", {}, data.intro)],
    id: data.id,
    shape: {
      at: pick([...tasks.map(({ question }) => question), "all rows"]),
      breast: about(breast.question, asIs),
      better: about(better.question, asIs),
      sites: about(sites.question, asIs),
      filter: fields({ ...Object.fromEntries(data.filter.map(({ key }) => [key, asIs])), year: asIs }),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => answers(said).some((answer) => answer !== undefined),
    committed: (said) => answers(said).every((answer) => answer !== undefined),
    draw: (play) => {
      const { at } = play.said;
      if (at === tasks.length) return explore(play);
      const open = answers(play.said)[at] !== undefined;
      play.stage.append(
        h("p", { class: "ntrk-muted" }, fill(words.step, { n: at + 1, all: tasks.length })),
        h("h4", { tabindex: -1 }, tasks[at].question),
      );
      if (!open) return play.stage.append(h("p", {}, tasks[at].ask), ...asks[at](play));
      const next = at === tasks.length - 1 ? words.to_all : words.next;
      play.stage.append(
        ...tells[at](play),
        shapes(),
        primary(next, () => play.go({ at: at + 1 })),
      );
    },
  }).start();

  /** @param {number} n patients, as guessed */
  function numbered(n) {
    const times = Math.max(n / breast.total, breast.total / n);
    if (times === 1) return words.number_right;
    if (times < 2) return words.number_near;
    return fill(n > breast.total ? words.number_many : words.number_few, { times: Math.round(times) });
  }

  /** @param {number} width of the interval, as guessed */
  function widened(width) {
    if (width < breast.width - 10) return words.width_narrow;
    return width > breast.width + 10 ? words.width_wide : words.width_close;
  }

  /** @param {Play} play @param {string[]} facts @param {boolean} open */
  function shown(play, facts, open) {
    return forest(
      play,
      facts.flatMap((fact) => rows.filter((row) => row.fact === fact)),
      { open, drug: true },
    );
  }

  function shapes() {
    return h("p", { class: "ntrk-muted" }, words.key);
  }

  /**
   * Guesses, and the button that commits to all of them.
   * @param {Play} play @param {Omit<Parameters<typeof guess<number>>[0], "given">[]} about @param {string} press
   * @param {(answer: number[]) => void} done
   */
  function guesses(play, about, press, done) {
    const asked = about.map((one) => guess(one));
    const missing = () => asked.map((one) => one.missing()).find(Boolean) ?? "";
    return [
      ...asked.map(({ element }) => element),
      ...play.commit(press, missing, () => done(asked.map((one) => one.value()))),
    ];
  }

  /** @param {Row} row */
  function readBy(row) {
    const reader = textOf("reader", row.reader);
    return fill(row.reader === "unstated" ? words.read_unstated : words.read_by, { reader });
  }

  /** @param {Row} row */
  function bounds(row) {
    return row.interval ? fill(words.interval, { bounds: row.bounds }) : upperFirst(row.bounds);
  }

  /**
   * Rows above one axis; `open` draws intervals and says all.
   * @param {Play} play @param {Row[]} some @param {{ open: boolean, drug: boolean }} how
   */
  function forest({ drawn }, some, { open, drug }) {
    const list = h(
      "ul",
      { class: "ntrk-trials" },
      some.map((row) => {
        const of = textOf("drug", row.drug);
        const chart = drawn.add((width) => draw(row, width, open));
        if (!open) return h("li", {}, h("p", {}, h("strong", {}, `${of}: `), row.percent), chart);
        const name = drug ? `${of}, ${row.name}` : upperFirst(row.name);
        const more = row.worked || (row.figure.includes("%") ? "" : row.percent);
        const second = row.second ? `; ${words.second_hand}` : "";
        return h(
          "li",
          {},
          h(
            "p",
            {},
            h("strong", {}, `${name}, ${row.year}: `),
            inline([["fact", row.figure, row.fact]]),
            more ? ` = ${more}` : "",
          ),
          chart,
          h("p", { class: "ntrk-muted" }, `${bounds(row)}; ${readBy(row)}${second}. ${row.shared}`),
        );
      }),
    );
    return h(
      "div",
      {},
      list,
      drawn.add((width) => axisTicks(data.axis, "linear", width)),
    );
  }

  /** @param {Row} row @param {number} width @param {boolean} open */
  function draw(row, width, open) {
    const { axis } = data;
    const y = HEIGHT / 2;
    const x = axisX(row.point, axis, "linear", width);
    const left = row.point > 0.5;
    const hollow = open && row.reader === "unstated";
    const none = { x: x + (left ? -14 : 14), y: y + 5, "font-size": 14, "text-anchor": left ? "end" : "start" };
    const label = `${textOf("drug", row.drug)}, ${row.name}: ${row.percent}.${open ? ` ${bounds(row)}.` : ""}`;
    return picture(
      { width, height: HEIGHT, label },
      axisGrid(axis, "linear", width, HEIGHT),
      open && row.interval ? axisWhisker(row.interval, axis, "linear", width, y) : null,
      svg("path", {
        d: markPath(open ? MARKS[row.reader] : "square", x, y),
        class: hollow ? "ntrk-trials-open" : "ntrk-trials-mark",
      }),
      open && !row.interval ? svg("text", none, words.no_interval) : null,
    );
  }

  /** @param {Play} play */
  function explore(play) {
    const { filter } = play.said;
    const chart = h("div");
    const update = () => {
      play.drawn.stop();
      const fits = rows.filter(
        (row) =>
          row.year <= Number(filter.year) &&
          data.filter.every(({ key }) => filter[key] === "any" || filter[key] === row[key]),
      );
      const counts = { n: fits.length, all: rows.length };
      chart.replaceChildren(
        h("p", {}, h("strong", {}, `${fill(words.rows, counts)} `), words.never_add),
        fits.length === 0 ? h("p", { class: "ntrk-trials-verdict" }, words.empty) : "",
        ...data.family.map((family) => section(play, family, fits)),
        table(fits),
      );
      play.say(fill(words.rows_told, counts));
    };
    const change = (/** @type {string} */ name, /** @type {string | number} */ value) => {
      filter[name] = value;
      play.save();
      update();
    };
    play.stage.append(
      h("h4", { tabindex: -1 }, words.all),
      h(
        "div",
        { class: "ntrk-trials-filters" },
        data.filter.map(
          ({ key, label, option }) =>
            select({ label, options: option, value: String(filter[key]), change: (value) => change(key, value) })
              .element,
        ),
        slider({
          label: words.year,
          values: data.years,
          start: data.years.indexOf(Number(filter.year)),
          text: String,
          change: (value) => change("year", value),
        }).element,
      ),
      shapes(),
      chart,
    );
    update();
  }

  /** Those of a family's rows that fit. @param {Play} play @param {Family} family @param {Row[]} fits */
  function section(play, family, fits) {
    const some = family.row.filter((row) => fits.includes(row));
    if (some.length === 0) return "";
    return h(
      "section",
      { class: `ntrk-trials-family${family.warning ? " ntrk-trials-warning" : ""}` },
      h("h4", {}, family.warning ? "⚠ " : "", family.name),
      h("p", { class: "ntrk-muted" }, family.note),
      forest(play, some, { open: true, drug: family.mixed }),
    );
  }

  /** @param {Row[]} fits */
  function table(fits) {
    const heads = [
      words.column_row,
      words.column_patients,
      words.column_rate,
      words.column_interval,
      words.column_reader,
    ];
    return dataTable(
      words.table,
      heads,
      fits.map((row) => [
        `${textOf("drug", row.drug)}, ${row.name}, ${row.year}`,
        row.total ?? words.not_given,
        row.percent,
        row.bounds,
        readBy(row),
      ]),
    );
  }
}

/** What was right, and what is said of the guess. @param {string} right @param {...(string | Node)} said */
function verdict(right, ...said) {
  return h(
    "p",
    { class: "ntrk-trials-verdict" },
    h("strong", {}, right),
    said.flatMap((part) => [" ", part]),
  );
}

/** What the browser remembers, as far as it still fits. @param {Data} data @param {any} kept @returns {Said} */
function restore({ breast, better, filter, years }, kept) {
  /** @type {Said} */
  const said = {
    at: 0,
    filter: { drug: "any", site: "all", reader: "any", before: "any", year: years[years.length - 1] },
  };
  if (typeof kept !== "object" || kept === null) return said;
  if (Array.isArray(kept.breast) && breast.studied.includes(kept.breast[0]) && WIDTHS.includes(kept.breast[1])) {
    said.breast = kept.breast.slice(0, 2);
  }
  if (better.option.some(({ value }) => value === kept.better)) said.better = kept.better;
  if (
    Array.isArray(kept.sites) &&
    kept.sites.length === 2 &&
    kept.sites[0] <= kept.sites[1] &&
    kept.sites.every((/** @type {any} */ value) => SHARES.includes(value))
  )
    said.sites = kept.sites;
  const open = [said.breast, said.better, said.sites].indexOf(undefined);
  if (Number.isInteger(kept.at) && kept.at >= 0) said.at = Math.min(kept.at, open < 0 ? 3 : open);
  for (const { key, option } of filter) {
    if (option.some(({ value }) => value === kept.filter?.[key])) said.filter[key] = kept.filter[key];
  }
  if (years.includes(kept.filter?.year)) said.filter.year = kept.filter.year;
  return said;
}

export default { render };
