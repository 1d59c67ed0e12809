// A fact box: two guesses of 100, then benefits and harms side by side, and what nobody has counted.
import { h, svg, inline, liveRegion, frame, lowerFirst } from "../shared/dom.js";
import { slider, button, primary, scrolling } from "../shared/controls.js";
import { keeper, asIs, each } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: string, fact: string, who: string, second: boolean, figure: string }} Line
 * @typedef {Line & { count: number, of100: string, bounds: string }} Counted
 * @typedef {{ id: string, title: string, control: string, guessed: [Counted, Counted], studied: string[], missing: string[], unknown: Span[][],
 *   rows: { benefit: Counted[], harm: Counted[], breast: Counted[], time: Line[], approval: Line[] } }} Data
 * @typedef {{ guess?: (number | undefined)[] }} Said
 */

const OF_100 = Array.from({ length: 101 }, (_, number) => number);
const CLOSE = 5;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const keep = keeper({
    model, el, id: data.id,
    shape: { guess: each(data.guessed.map(({ text, who }) => `${text} ${who}`), () => asIs) },
    restore,
    follow: (now) => {
      said = now;
      show();
    },
  });
  let said = keep.read();
  frame(el, data.title);
  const stage = h("div");
  const live = liveRegion({ class: "ntrk-hidden" });
  el.append(h("h3", {}, data.title), stage, live);

  function ask() {
    const mine = data.guessed.map((_, part) => said.guess?.[part] ?? 50);
    stage.replaceChildren(
      h("p", {}, "Guess one benefit and one harm before the box opens."),
      ...data.guessed.map((row, part) => [h("p", { class: "ntrk-box-asked" }, h("strong", {}, `${part === 0 ? "Benefit" : "Harm"}: ${lowerFirst(row.text)}`), ". ", h("span", { class: "ntrk-muted" }, row.who)),
        slider({ label: `Of 100 treated, how many? ${part === 0 ? "Benefit" : "Harm"}`, values: OF_100, start: mine[part], text: (value) => `${value} of 100`, change: (value) => { mine[part] = value; } }).element]).flat(),
      primary("Commit, and open the box", () => {
        said = { guess: mine };
        keep.save(said);
        open(mine);
        live.textContent = `The box is open. Benefit: ${data.guessed[0].of100}. Harm: ${data.guessed[1].of100}.`;
        /** @type {HTMLElement} */ (stage.querySelector("h4")).focus();
      }));
  }

  /** @param {number[]} mine */
  function open(mine) {
    stage.replaceChildren(
      h("h4", { tabindex: -1 }, "Your guesses against the counts"),
      h("ul", { class: "ntrk-box-verdict" }, data.guessed.map((row, part) => h("li", {}, h("strong", {}, `${row.text}: ${row.of100}. `), judged(mine[part], row.count, part === 0)))),
      h("h4", {}, "The fact box"),
      scrolling(`${data.title} The fact box`, h("table", { class: "ntrk-box" },
        h("thead", {}, h("tr", {}, ["What, and in whom", "Of 100 treated", "No drug"].map((head) => h("th", { scope: "col" }, head)))),
        body("Benefits", data.rows.benefit, true), body("Harms", data.rows.harm, false))),
      h("p", { class: "ntrk-muted ntrk-box-key" }, "Each small picture is 100 patients; the filled ones had the benefit (circles) or the harm (squares). Rows come from different groups of patients: do not subtract one from another."),
      h("h4", {}, "How many were studied"), h("ul", {}, data.studied.map((text) => h("li", {}, text))),
      h("h4", {}, "Breast cancer alone"),
      data.rows.breast.length > 0 ? lines(data.rows.breast) : h("p", {}, "Not found in what we read: neither how many had breast cancer nor how many of them responded."),
      h("h4", {}, "Over what time"), lines(data.rows.time),
      h("h4", {}, "Last approvals that we read"), lines(data.rows.approval),
      h("h4", {}, "What is unknown"), h("ul", {}, data.unknown.map((text) => h("li", {}, inline(text)))),
      h("h4", {}, "Not found in what we read"), h("ul", {}, data.missing.map((text) => h("li", {}, text))),
      h("p", {}, button("Start again", () => {
        said = {};
        keep.wipe(said);
        ask();
        live.textContent = "Started again; the box is closed.";
        stage.querySelector("input")?.focus();
      })));
  }

  /** Rows of one kind; the last cell stands for the control group that there was not. @param {string} name @param {Counted[]} rows @param {boolean} good */
  function body(name, rows, good) {
    return h("tbody", {}, h("tr", {}, h("th", { colspan: 3, scope: "rowgroup", class: "ntrk-box-kind" }, name)),
      rows.map((row, index) => h("tr", {},
        h("th", { scope: "row" }, row.text, h("span", { class: "ntrk-muted" }, row.who)),
        h("td", {}, h("strong", {}, row.of100), h("div", { class: "ntrk-box-count" }, picture(row, good), figure(row))),
        index === 0 ? h("td", { rowspan: rows.length, class: "ntrk-box-control" }, h("span", {}, data.control)) : null)));
  }

  function show() {
    const { guess } = said;
    if (guess?.every((one) => one !== undefined)) open(guess);
    else ask();
  }

  show();
  keep.share(said);
  return keep.stop;
}

/** @param {Line[]} rows */
function lines(rows) {
  return h("ul", {}, rows.map((row) => h("li", {}, `${row.text}: `, figure(row), ". ", h("span", { class: "ntrk-muted" }, row.who))));
}

/** The record's own figure, as a fact link. @param {Line & { bounds?: string }} row */
function figure(row) {
  const more = [row.bounds, row.second ? "second-hand" : ""].filter(Boolean).join("; ");
  return h("span", {}, inline([["fact", row.figure, row.fact]]), more ? `; ${more}` : "");
}

/** A hundred marks in ten rows, the first `count` filled. @param {Counted} row @param {boolean} good */
function picture({ text, count, of100 }, good) {
  const mark = (/** @type {number} */ place) => {
    const [x, y] = [4 + 8 * (place % 10), 4 + 8 * Math.floor(place / 10)];
    return good ? `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z` : `M${x - 3} ${y - 3}h6v6h-6z`;
  };
  const marks = OF_100.slice(0, 100).map(mark);
  return svg("svg", { width: 80, height: 80, viewBox: "0 0 80 80", role: "img", "aria-label": `${text}: ${of100}` },
    svg("path", { d: marks.slice(0, count).join(""), class: "ntrk-box-had" }), svg("path", { d: marks.slice(count).join(""), class: "ntrk-box-not" }));
}

/** @param {number} mine @param {number} count @param {boolean} good */
function judged(mine, count, good) {
  const said = `You said ${mine}. `;
  if (Math.abs(mine - count) <= CLOSE) return `${said}Close.`;
  if (mine > count) return said + (good ? "The record gives less hope than you did." : "It is rarer in the record than you feared.");
  return said + (good ? "The record is better than you expected." : "It is commoner than you thought: ask about it.");
}

/** The remembered guesses, each from 0 to 100; without one its question is asked again. @param {any} kept @returns {Said} */
function restore(kept) {
  const given = Array.isArray(kept?.guess) ? kept.guess : [];
  const guess = [0, 1].map((part) => (OF_100.includes(given[part]) ? given[part] : undefined));
  return guess.some((one) => one !== undefined) ? { guess } : {};
}

export default { render };
