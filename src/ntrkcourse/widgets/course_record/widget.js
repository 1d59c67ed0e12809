// Form B against form A, guessed first; then a record of completion that can be printed or saved.
import { h, liveRegion, frame, uniqueId, isIndex, download } from "../shared/dom.js";
import { slider, button, primary, scrolling } from "../shared/controls.js";
import { store } from "../shared/store.js";
import { keeper, asIs } from "../shared/kept.js";
import { outcomeOf } from "../shared/outcome.js";

/**
 * @typedef {{ pre: string, post: string, chapter: string, section: string }} Pair
 * @typedef {{ title: string, claim: string, pairs: Pair[], gain: (number | null)[][],
 *   chapters: { title: string, questions: string[] }[], graded: Record<string, import("../shared/outcome.js").Graded>,
 *   cases: { id: string, title: string, ways: [string, number][][] }[] }} Data ways: for each scene, where each choice leads
 * @typedef {{ pair: Pair, before: boolean, after: boolean }} Both a pair of which both questions are answered
 */

const PRINTING = "ntrk-record-printing";

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const size = data.pairs.length;
  const middle = Math.floor(size / 2);
  /** @param {any} value */
  const restore = (value) => ({ before: isIndex(value?.before, size + 1) ? value.before : middle, after: isIndex(value?.after, size + 1) ? value.after : middle });
  const keep = keeper({
    model, el, shape: { before: asIs, after: asIs }, restore,
    follow: (now) => {
      Object.assign(guess, now);
      asked.forEach(({ when, slide }) => slide.set(guess[when]));
    },
  });
  const guess = keep.read();
  const marks = Array.from({ length: size + 1 }, (_, index) => index);
  const said = liveRegion();
  const name = h("input", { type: "text", id: uniqueId("name"), autocomplete: "off", maxlength: 80 });
  const asked = [["Before, in form A", "before"], ["Now, in form B", "after"]].map(([label, name]) => {
    const when = /** @type {"before" | "after"} */ (name);
    return { when, slide: slider({
      label, values: marks, start: guess[when], text: (value) => `${value} of ${size}`, change: (value) => { guess[when] = value; } }) };
  });

  frame(el, data.title);
  el.append(
    h("h3", {}, data.title),
    h("p", {}, "Guess first: of the questions in each form, how many did you answer right at the first try?"),
    ...asked.map(({ slide }) => slide.element),
    primary("Compare", compare), said,
    h("h4", {}, "Your record"),
    h("p", {}, data.claim),
    h("div", { class: "ntrk-control" }, h("label", { for: name.id }, "Name on the record, if you want one (it is not kept)"), name),
    h("div", { class: "ntrk-row" }, button("Print the record", print), button("Save it as a file", save)));

  function compare() {
    keep.save(guess);
    said.replaceChildren(...comparison(data, guess));
  }

  function print() {
    const sheet = h("div", { class: "ntrk-record-sheet" }, record(data, name.value));
    document.body.append(sheet);
    document.documentElement.classList.add(PRINTING);
    window.addEventListener("afterprint", () => {
      sheet.remove();
      document.documentElement.classList.remove(PRINTING);
    }, { once: true });
    window.print();
  }

  function save() {
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Record of completion</title>${record(data, name.value).outerHTML}</html>`;
    download("reading-the-rare-record.html", page, "text/html");
  }
}

/** Whether the question was right at the first try; undefined where it is not answered. @param {Data} data @param {string} id @returns {boolean | undefined} */
function firstTry({ graded }, id) {
  return outcomeOf(graded[id], store.read(`question/${id}`))?.first.right;
}

/** @param {Data} data @param {string[]} ids */
function tally(data, ids) {
  const tries = ids.map((id) => firstTry(data, id)).filter((right) => right !== undefined);
  return { answered: tries.length, right: tries.filter(Boolean).length };
}

/** Whether a run of this case has come to an end. @param {Data["cases"][number]} one */
function hasEnded({ id, ways }) {
  const { log, now } = store.read(`widget/case/${id}`);
  /** @param {any} run @param {(scene: [string, number][], choice: any) => [string, number] | undefined} find */
  const ends = (run, find) => {
    let at = 0;
    for (const choice of Array.isArray(run) ? run : []) {
      const taken = find(ways[at], choice);
      if (!taken) return false;
      at = taken[1];
    }
    return ways[at].length === 0;
  };
  return ends(now.v1?.said.first, (scene, position) => scene[position])
    || log.some(({ said }) => ends(said, (scene, name) => scene.find(([known]) => known === name)));
}

/** @param {Data} data @param {{ before: number, after: number }} guess @returns {Node[]} */
function comparison(data, guess) {
  const size = data.pairs.length;
  const before = tally(data, data.pairs.map(({ pre }) => pre));
  const after = tally(data, data.pairs.map(({ post }) => post));
  if (before.answered < size || after.answered < size) {
    return [h("p", {}, `Form A: ${before.answered} of ${size} answered. Form B: ${after.answered} of ${size} answered. Answer all of both, then compare again. Form A stands in chapter 00.`)];
  }
  /** @type {Both[]} */
  const both = data.pairs.map((pair) => ({ pair, before: firstTry(data, pair.pre) === true, after: firstTry(data, pair.post) === true }));
  const of = (/** @type {boolean} */ was, /** @type {boolean} */ is) => both.filter((one) => one.before === was && one.after === is);
  const gain = data.gain[before.right][after.right];
  return [
    h("p", { class: "ntrk-big" }, `Form A: ${before.right} of ${size}. Form B: ${after.right} of ${size}.`),
    h("p", {}, `You guessed ${guess.before} and ${guess.after}. ${judged(guess, before.right, after.right)}`),
    scrolling("Before against after",
      h("table", {}, h("thead", {}, h("tr", {}, ["", "Right in form B", "Wrong in form B"].map((text) => h("th", { scope: "col" }, text)))),
        h("tbody", {},
          h("tr", {}, h("th", { scope: "row" }, "Right in form A"), h("td", {}, of(true, true).length), h("td", {}, of(true, false).length)),
          h("tr", {}, h("th", { scope: "row" }, "Wrong in form A"), h("td", {}, of(false, true).length), h("td", {}, of(false, false).length))))),
    h("p", {}, gain === null
      ? "Form A left nothing to gain."
      : gain < 0
        ? "Form B went worse than form A. Two or three questions either way can be chance."
        : `Of what there was to gain after form A, you gained ${gain}%. One question is ${Math.round(100 / size)} points of a hundred, so a difference of two or three questions can be chance.`),
    ...revisit(both),
  ];
}

/** @param {{ before: number, after: number }} guess @param {number} before @param {number} after */
function judged(guess, before, after) {
  const off = Math.max(Math.abs(guess.before - before), Math.abs(guess.after - after));
  if (off <= 1) return "You know well what you know.";
  const over = guess.after > after + 1;
  const under = guess.after < after - 1;
  return over ? "You thought that you knew more than you do: start with what you were sure of." : under ? "You know more than you thought." : "You misjudged where you started; that is common.";
}

/** @param {Both[]} both @returns {Node[]} */
function revisit(both) {
  const missed = both.filter(({ after }) => !after);
  if (!missed.length) return [h("p", {}, "Nothing is left to revisit.")];
  return [h("p", {}, "To revisit, with the section that teaches it:"),
    h("ul", {}, missed.map(({ pair }) => h("li", {}, `Chapter ${pair.chapter}: ${pair.section}`)))];
}

/** @param {Data} data @param {string} name */
function record(data, name) {
  const size = data.pairs.length;
  /** @param {string} title @param {string[]} ids */
  const row = (title, ids) => {
    const { answered, right } = tally(data, ids);
    return h("tr", {}, h("th", { scope: "row" }, title), h("td", {}, `${answered} of ${ids.length} answered`), h("td", {}, `${right} right at the first try`));
  };
  const played = data.cases.filter(hasEnded);
  return h("article", { class: "ntrk-record" },
    h("h1", {}, "Reading the Rare"),
    h("p", {}, "Record of completion: NTRK fusion-positive breast cancer, an open course"),
    h("p", {}, `${name.trim() ? `${name.trim()}, ` : ""}${new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}`),
    h("table", {}, h("tbody", {},
      row(`Pre-test, form A (${size})`, data.pairs.map(({ pre }) => pre)),
      ...data.chapters.map((chapter) => row(`Chapter quiz ${chapter.title}`, chapter.questions)),
      row(`Post-test, form B (${size})`, data.pairs.map(({ post }) => post)),
      h("tr", {}, h("th", { scope: "row" }, "Tumour board"), h("td", {}, `${played.length} of ${data.cases.length} cases ended`), h("td", {}, played.map(({ id }) => id).join(", "))))),
    h("p", {}, data.claim));
}

export default { render };
