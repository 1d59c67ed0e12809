// A constructed consent form: mark what is missing from it or spoilt in it, then see each thing explained.
import { h, inline, liveRegion, frame, lowerFirst } from "../shared/dom.js";
import { button, primary, checkboxes } from "../shared/controls.js";
import { keeper, about, asIs, namesOf, picks } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: string, state: "missing" | "defective" | "present", paragraph: number, why: Span[], ours: boolean, mend: string }} Element
 * @typedef {{ id: string, title: string, intro: string, caution: Span[], head: string, moral: string, paragraphs: string[], elements: Element[] }} Data
 * @typedef {{ marks: number[], done: boolean }} Said marks: positions of the marked elements, in order
 */

const STATES = { missing: "Missing", defective: "There, but not good enough", present: "There" };

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const elements = data.elements.map(({ text, paragraph }) => `${text} ${data.paragraphs[paragraph - 1] ?? ""}`);
  const keep = keeper({
    model, el, id: data.id,
    // An element that is new or has changed has not been judged, so then the marks are not done.
    shape: { marks: picks(elements), done: about(namesOf(elements).sort().join(), asIs) },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  let said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const restart = button("Start again", () => {
    said = restore(data, undefined);
    keep.wipe(said);
    show();
    live.textContent = "";
    stage.querySelector("input")?.focus();
  });

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.caution)), stage, restart, live);

  /** @param {boolean} [now] whether the reader committed just now */
  function show(now) {
    restart.hidden = !said.done && said.marks.length === 0;
    stage.replaceChildren();
    if (said.done) explain(now);
    else ask();
  }

  function ask() {
    const hint = h("p", {}, tally());
    const change = (/** @type {number[]} */ marks) => {
      said.marks = marks;
      keep.save(said);
      hint.textContent = tally();
      restart.hidden = said.marks.length === 0;
    };
    stage.append(paper(data, false),
      checkboxes({ legend: "Mark what is missing, or there but not good enough", options: data.elements.map(({ text }) => text), checked: said.marks, change }).element,
      hint,
      primary("Commit to these marks", () => {
        if (said.marks.length === 0) {
          hint.textContent = live.textContent = "Mark at least one first.";
          return;
        }
        said.done = true;
        keep.save(said);
        show(true);
      }));
  }

  function tally() {
    return `Marked: ${said.marks.length} of ${faults(data).length}.`;
  }

  /** @param {boolean} [now] */
  function explain(now) {
    const title = h("h4", { tabindex: -1 }, score(data, said.marks));
    const told = data.elements.map((one, at) => ({ one, marked: said.marks.includes(at), item: explained(data, one, said.marks.includes(at)) }));
    const quiet = told.filter(({ one, marked }) => one.state === "present" && !marked);
    stage.append(title, h("p", {}, h("strong", {}, data.moral)),
      h("ul", { class: "consent-list" }, told.filter((row) => !quiet.includes(row)).map(({ item }) => item)),
      quiet.length ? h("details", {}, h("summary", {}, `Rightly left unmarked: ${quiet.length}`), h("ul", { class: "consent-list" }, quiet.map(({ item }) => item))) : "",
      h("details", {}, h("summary", {}, "The form again, with its faults marked"), paper(data, true)));
    if (now) {
      live.textContent = score(data, said.marks);
      title.focus();
    }
  }

  show();
  return keep.stop;
}

/** The form; with notes, what each paragraph holds or spoils. @param {Data} data @param {boolean} noted */
function paper({ head, paragraphs, elements }, noted) {
  return h("section", { class: "ntrk-paper consent-paper", "aria-label": "The form" }, h("p", { class: "consent-head" }, head), h("ol", {}, paragraphs.map((text, at) => {
    const here = noted ? elements.filter((one) => one.paragraph === at + 1) : [];
    return h("li", {}, clause(text, here.some(spoilt)), here.map((one) => h("p", { class: "consent-note" }, `${spoilt(one) ? "✗ Not good enough" : "✓ There"}: ${lowerFirst(one.text)}`)));
  })));
}

/** One element with the reader's mark, its place and the reason. @param {Data} data @param {Element} one @param {boolean} marked */
function explained(data, one, marked) {
  const call = one.state === "present" ? (marked ? "✗ False alarm" : "✓ Left unmarked") : marked ? "✓ Found" : "✗ Missed";
  return h("li", {}, h("strong", {}, one.text),
    h("p", {}, h("span", { class: "consent-tag" }, call), ` ${STATES[one.state]}${one.paragraph ? `, in paragraph ${one.paragraph}:` : "."}`),
    one.paragraph ? h("blockquote", {}, clause(data.paragraphs[one.paragraph - 1], spoilt(one))) : null,
    h("p", {}, one.ours ? h("em", {}, "Our reading: ") : null, inline(one.why)),
    one.mend ? h("p", { class: "consent-mend" }, h("strong", {}, "This would mend it: "), `“${one.mend}”`) : null);
}

/** @param {Element} one */
function spoilt(one) {
  return one.state === "defective";
}

/** A paragraph with its heading, which ends at the first full stop. @param {string} text @param {boolean} fault */
function clause(text, fault) {
  const end = text.indexOf(".") + 1;
  const parts = [h("strong", {}, text.slice(0, end)), text.slice(end)];
  return fault ? h("mark", {}, parts) : h("span", {}, parts);
}

/** Positions of what should be marked. @param {Data} data */
function faults({ elements }) {
  return elements.flatMap((one, at) => (one.state === "present" ? [] : [at]));
}

/** @param {Data} data @param {number[]} marks */
function score(data, marks) {
  const wanted = faults(data);
  const found = wanted.filter((at) => marks.includes(at)).length;
  const alarms = marks.length - found;
  const missed = wanted.length - found;
  return `You found ${found} of ${wanted.length}, missed ${missed || "none"} and raised ${alarms === 0 ? "no false alarm" : alarms === 1 ? "1 false alarm" : `${alarms} false alarms`}`;
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore({ elements }, value) {
  const given = typeof value === "object" && value !== null && Array.isArray(value.marks) ? value.marks : [];
  const marks = elements.flatMap((_, at) => (given.includes(at) ? [at] : []));
  return { marks, done: marks.length > 0 && value.done === true };
}

export default { render };
