// The reader's own sentence in each chapter, beside the first one, and all of them in the last.

import { button, primary, radios } from "../shared/controls.js";
import { fill, frame, h, inline, liveRegion, lowerFirst, uniqueId } from "../shared/dom.js";
import { asIs, keeper } from "../shared/kept.js";
import { canonical, store } from "../shared/store.js";

/**
 * @typedef {import("./data.js").Sitting & { id: string, begins: boolean, ends: boolean, sureness: string[],
 *   words: Record<string, string> }} Data
 * @typedef {{ text: string, sure?: string, again: boolean }} Draft what stands in the form, and whether a committed
 *   sentence is being written again
 * @typedef {{ chapter: string, text: string, sure: string }} Sentence
 */

const ASKED = "sentence";
const LONGEST = 280;

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const { words } = data;
  const entries = `widget/${el.dataset.widget}/`;
  const keep = keeper({
    model,
    el,
    id: data.id,
    shape: { text: asIs, sure: asIs, again: asIs },
    restore: (value) => restore(data, value),
    follow: (now) => {
      Object.assign(draft, { sure: undefined }, now);
      draw();
    },
  });
  const draft = keep.read();
  const before = h("div");
  const stage = h("div");
  const live = liveRegion({ class: "ntrk-hidden" });
  /** What the stage was drawn from, so that a sentence written elsewhere disturbs nobody who is writing here. */
  let drawn = "";

  const sure = (/** @type {Sentence} */ { sure }) => lowerFirst(data.sureness[Number(sure) - 1]);
  const by = (/** @type {string} */ text, /** @type {Sentence} */ one) =>
    h("p", { class: "own-told" }, fill(text, { chapter: one.chapter, sure: sure(one) }));

  function look() {
    const all = row(entries, data);
    return {
      all,
      mine: all.find(({ chapter }) => chapter === data.id),
      earlier: all.filter(({ chapter }) => chapter < data.id),
      // Else what the reader compares with would be what was said afterwards.
      closed: all.length > 1 && all[0].chapter === data.id,
    };
  }

  /** Everything anew. */
  function draw() {
    drawn = "";
    refresh();
  }

  /** Everything that the sentences kept now have changed. */
  function refresh() {
    const { all, mine, earlier, closed } = look();
    el.toggleAttribute("data-committed", mine !== undefined);
    // The host prints it then, in the last chapter the row alone too.
    if (all.length > 0) el.toggleAttribute("data-begun", true);
    before.replaceChildren(...written(earlier));
    const now = canonical([mine, closed, earlier.length > 0]);
    if (now === drawn) return;
    drawn = now;
    stage.replaceChildren(...(mine && (closed || !draft.again) ? shown(mine, closed) : form(earlier)));
  }

  /** What was written before: all of it in the last chapter, else the first, and the one before this where it differs. @param {Sentence[]} earlier @returns {Node[]} */
  function written(earlier) {
    if (earlier.length === 0) return data.begins ? [] : [h("p", {}, words.none)];
    const [first, last] = [earlier[0], earlier[earlier.length - 1]];
    const differs = last.text !== first.text || last.sure !== first.sure;
    const told = data.ends ? earlier : differs ? [first, last] : [first];
    return told.flatMap((one, at) => {
      const place = data.ends ? words.place : at === 0 ? words.first : words.latest;
      const same = at > 0 && told[at - 1].text === one.text;
      return [by(place, one), h("blockquote", {}, same ? h("em", {}, words.unchanged) : one.text)];
    });
  }

  /** @param {Sentence} mine @param {boolean} closed @returns {Node[]} */
  function shown(mine, closed) {
    const own = by(data.begins ? words.said : words.now, mine);
    own.tabIndex = -1;
    return [
      own,
      h("blockquote", { class: "own-now" }, mine.text),
      h("p", {}, inline(data.after)),
      closed
        ? h("p", { class: "ntrk-muted" }, words.closed)
        : h(
            "div",
            {},
            data.begins ? h("p", { class: "ntrk-muted" }, words.open) : null,
            button(words.again, () => {
              Object.assign(draft, { text: mine.text, sure: mine.sure, again: true });
              keep.save(draft);
              draw();
              stage.querySelector("textarea")?.focus();
            }),
          ),
    ];
  }

  /** @param {Sentence[]} earlier @returns {Node[]} */
  function form(earlier) {
    const id = uniqueId("own");
    const hint = h("p");
    const input = h("textarea", {
      id,
      rows: 2,
      maxlength: LONGEST,
      oninput: () => {
        draft.text = input.value;
        keep.save(draft);
      },
    });
    input.value = draft.text;
    const certainty = radios({
      legend: words.sure,
      options: data.sureness.map((text, at) => ({ value: String(at + 1), text })),
      value: draft.sure,
      change: (value) => {
        draft.sure = value;
        keep.save(draft);
      },
      class: "ntrk-scale",
    });
    const commit = (/** @type {string} */ text) => {
      const missing = text.trim() ? (draft.sure ? "" : words.missing_sure) : words.missing_text;
      if (missing) {
        hint.textContent = live.textContent = missing;
        return;
      }
      Object.assign(draft, { text: text.trim(), again: false });
      keep.add(ASKED, { text: draft.text, sure: draft.sure });
      keep.save(draft);
      draw();
      live.textContent = words.committed;
      /** @type {HTMLElement | null} */ (stage.querySelector("[tabindex]"))?.focus();
    };
    const last = earlier[earlier.length - 1];
    return [
      h("label", { class: "own-ask", for: id }, data.ask),
      input,
      certainty.element,
      h(
        "div",
        { class: "ntrk-row" },
        primary(words.commit, () => commit(input.value)),
        last ? button(words.same, () => commit(last.text)) : null,
      ),
      hint,
    ];
  }

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, inline(data.intro)), before, stage, live);
  draw();
  keep.share(draft);
  refresh();
  const stop = store.watch("", refresh);
  return () => {
    stop();
    keep.stop();
  };
}

/**
 * The sentences of all chapters that have one, in the chapters' order: of each the newest, but of the first the one
 * that stood when a later one was written.
 * @param {string} entries what their keys begin with @param {Data} data @returns {Sentence[]}
 */
function row(entries, data) {
  const written = store
    .keys(entries)
    .map((key) => ({
      chapter: key.slice(entries.length),
      acts: store.read(key).log.filter(({ asked, said }) => asked === ASKED && isSentence(data, said)),
    }))
    .filter(({ chapter, acts }) => /^\d\d$/.test(chapter) && acts.length > 0);
  const since = Math.min(...written.slice(1).map(({ acts }) => acts[0].at));
  return written.map(({ chapter, acts }, at) => {
    const standing = at === 0 ? acts.filter((act) => act.at < since) : acts;
    const { text, sure } = (standing[standing.length - 1] ?? acts[0]).said;
    return { chapter, text: text.slice(0, LONGEST), sure };
  });
}

/** @param {Data} data @param {any} said */
function isSentence({ sureness }, said) {
  return typeof said?.text === "string" && said.text.trim() !== "" && isSureness(sureness, said.sure);
}

/** @param {string[]} sureness @param {any} value */
function isSureness(sureness, value) {
  return sureness.some((_, at) => String(at + 1) === value);
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Draft} */
function restore({ sureness }, value) {
  return {
    text: typeof value?.text === "string" ? value.text.slice(0, LONGEST) : "",
    again: value?.again === true,
    ...(isSureness(sureness, value?.sure) ? { sure: value.sure } : {}),
  };
}

export default { render };
