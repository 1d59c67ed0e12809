// A widget in stages: one stage at a time is drawn from what the reader has said, who can go on, come back to it after
// a reload, and start again.

import { drawings } from "./axis.js";
import { button, draftsIn, primary } from "./controls.js";
import { frame, h, liveRegion } from "./dom.js";
import { asIs, keeper, mark } from "./kept.js";
import ui from "./words.json";

/** @typedef {{ asked: string, given: Record<string, string[]> }} Given a draft, and what was asked then */

/**
 * @template T
 * @typedef {object} Player
 * @property {T} said what the reader has said; change it in place or anew, then `save` or `go`
 * @property {HTMLElement} stage where `draw` puts the present stage; it begins empty
 * @property {ReturnType<typeof drawings>} drawn drawings of the present stage, which end with it
 * @property {() => void} save keeps what was said, and draws nothing
 * @property {(change?: Partial<T>) => void} go takes the change over, keeps it, and draws the stage that the reader has come to
 * @property {(text: string) => void} say tells screen readers
 * @property {(text: string, missing: () => string, done: () => void) => HTMLElement[]} commit the button that commits;
 *   where `missing` names something that is missing, that is shown and said, and nothing is done
 * @property {() => () => void} start draws the first time; returns what ends the widget
 */

/**
 * @template {Record<string, any>} T
 * @param {import("./dom.js").RenderContext} context
 * @param {object} about
 * @param {string} about.title
 * @param {Node[]} [about.lead] between the title and the stage
 * @param {Node[]} [about.foot] between the stage and *Start again*
 * @param {string} about.id tells two widgets of one kind apart
 * @param {Record<string, import("./kept.js").Shape | import("./kept.js").Parts>} about.shape of what is kept
 * @param {(value: any) => T} about.restore makes of a kept value whatever of it still makes sense; undefined begins afresh
 * @param {(said: T) => boolean} about.begun whether there is something to start again from
 * @param {(said: T) => boolean} about.committed whether the reader has made the last prediction of the widget's main way;
 *   the page then opens the text that tells what was asked
 * @param {(player: Player<T>, moved: boolean) => HTMLElement | null | void} about.draw fills the stage; returns what takes
 *   the focus when the reader has moved to this stage, by default the first thing there that can
 * @returns {Player<T>}
 */
export function player({ model, el }, { title, lead = [], foot = [], id, shape, restore, begun, committed, draw }) {
  // What stands in the controls of a stage before the reader commits, as long as the stage asks the same.
  const keep = keeper({
    model,
    el,
    id,
    shape: { ...shape, draft: asIs },
    restore: restored,
    follow: (now) => {
      self.said = now;
      show(false);
    },
  });
  const live = liveRegion({ class: "ntrk-hidden" });
  const restart = button(ui.again, () => {
    self.said = restored(undefined);
    keep.wipe(self.said);
    live.textContent = "";
    show(true);
  });
  /** What the present stage asked when it was drawn. */
  let asked = "";
  // What another tab did, or what was there when the page opened, is shown and not said.
  let silent = false;
  /** @type {Player<T>} */
  const self = {
    said: keep.read(),
    stage: h("div"),
    drawn: drawings(),
    save() {
      keep.save(self.said);
      stand();
    },
    go(change = {}) {
      Object.assign(self.said, change, { draft: undefined });
      keep.save(self.said);
      show(true);
    },
    say(text) {
      if (!silent) live.textContent = text;
    },
    commit(text, missing, done) {
      const hint = h("p");
      const press = primary(text, () => {
        const told = missing();
        if (told) hint.textContent = live.textContent = told;
        else done();
      });
      return [press, hint];
    },
    start() {
      frame(el, title);
      self.stage.addEventListener("change", keepDraft);
      el.append(h("h3", {}, title), ...lead, self.stage, h("div", {}, ...foot, restart), live);
      show(false);
      keep.share(self.said);
      return () => {
        self.drawn.stop();
        keep.stop();
      };
    },
  };

  /** How far the reader is, for what stands beside the stage and for the page. */
  function stand() {
    restart.hidden = !begun(self.said);
    el.toggleAttribute("data-committed", committed(self.said));
  }

  /** @param {any} value */
  function restored(value) {
    return /** @type {T} */ ({ ...restore(value), draft: draftOf(value?.draft) });
  }

  /** @param {Event} event */
  function keepDraft({ target }) {
    const controls = draftsIn(self.stage);
    // What a change has just drawn anew has nothing of the reader's yet.
    if (!(target instanceof Element && self.stage.contains(target) && target.closest("[data-draft]"))) return;
    const given = Object.fromEntries(controls.map(({ name, read }) => [name, read()]));
    Object.assign(self.said, { draft: { asked, given } });
    keep.save(self.said);
  }

  /** @param {boolean} moved */
  function show(moved) {
    self.drawn.stop();
    stand();
    self.stage.replaceChildren();
    silent = !moved;
    const first = draw(self, moved);
    asked = questionOf(self.stage);
    const { draft } = /** @type {{ draft?: Given }} */ (self.said);
    if (draft?.asked === asked) {
      for (const { name, write } of draftsIn(self.stage)) if (draft.given[name]) write(draft.given[name]);
    }
    silent = false;
    if (!moved) return;
    const focus = first ?? self.stage.querySelector("[tabindex], input, button, select, textarea");
    if (focus instanceof HTMLElement) focus.focus();
  }

  return self;
}

/** What a stage says, without drawings, which come when the browser gets to them. @param {HTMLElement} stage */
function questionOf(stage) {
  const copy = /** @type {HTMLElement} */ (stage.cloneNode(true));
  for (const drawing of copy.querySelectorAll("svg")) drawing.remove();
  return mark(copy.textContent ?? "");
}

/** A kept draft, if it is one. @param {any} value @returns {Given | undefined} */
function draftOf(value) {
  const { asked, given } = value ?? {};
  if (typeof asked !== "string" || typeof given !== "object" || given === null) return undefined;
  const lists = Object.entries(given).filter(([, list]) => Array.isArray(list));
  return { asked, given: Object.fromEntries(lists) };
}
