// Cards judged one at a time: a verdict, for some sets also a rule, then ours with the evidence; a tally at the end.
import { h, inline, liveRegion, frame, isIndex, lowerFirst } from "../shared/dom.js";
import { radios, button, dataTable, primary } from "../shared/controls.js";
import { keeper, each, pick, tuple } from "../shared/kept.js";

/**
 * @typedef {import("../shared/dom.js").Span} Span
 * @typedef {{ text: string, answer: number, reasons: number[], why: Span[], unsure: Span[] }} Card
 * @typedef {{ id: string, noun: string, title: string, intro: string, caution: Span[], question: string, reasons_question: string, moral: string,
 *   verdicts: { text: string, short: string }[], reasons: { text: string, wrong: Span[] }[], cards: Card[],
 *   tally: { heading: string, rows: { text: string, cards: number[] }[] } | null }} Data
 * @typedef {{ at: number, answers: (number[] | undefined)[] }} Said answers: for each card the verdict, then the reason where it is asked
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render({ model, el }) {
  /** @type {Data} */
  const data = model.get("data");
  const cards = data.cards.map(({ text }) => text);
  const keep = keeper({
    model, el, id: data.id,
    shape: {
      at: pick([...cards, "the end"]),
      answers: each(cards, () => tuple(pick(data.verdicts.map(({ text }) => text)), pick(data.reasons.map(({ text }) => text)))),
    },
    restore: (value) => restore(data, value),
    follow: (now) => {
      said = now;
      show();
    },
  });
  const noun = data.noun.toLowerCase();
  let said = keep.read();
  const live = liveRegion({ class: "ntrk-hidden" });
  const stage = h("div");
  const previous = button(`Previous ${noun}`, () => go(said.at - 1));
  const restart = button("Start again", () => {
    said = restore(data, undefined);
    keep.wipe(said);
    show(true);
  });

  frame(el, data.title);
  el.append(h("h3", {}, data.title), h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.caution)),
    stage, h("div", {}, previous, restart), live);

  /** @param {number} place */
  function go(place) {
    said.at = place;
    keep.save(said);
    show(true);
  }

  /** @param {boolean} [moved] whether the reader came here just now */
  function show(moved) {
    const title = h("h4", { tabindex: -1 });
    previous.hidden = said.at === 0;
    restart.hidden = !said.answers.some(Boolean);
    stage.replaceChildren(title);
    if (said.at < data.cards.length) judge(title, data.cards[said.at], said.answers[said.at]);
    else close(title);
    if (moved) {
      live.textContent = "";
      title.focus();
    }
  }

  /** @param {HTMLElement} title @param {Card} card @param {number[] | undefined} given */
  function judge(title, card, given) {
    const hint = h("p");
    const asked = [
      radios({ legend: data.question, options: listed(data.verdicts) }),
      ...(data.reasons_question ? [radios({ legend: data.reasons_question, options: listed(data.reasons) })] : [])];
    title.textContent = `${data.noun} ${said.at + 1} of ${data.cards.length}`;
    stage.append(h("blockquote", { class: "judgement-card" }, card.text), ...asked.map(({ element }) => element));
    if (given) {
      asked.forEach((group, part) => {
        group.set(String(given[part]));
        group.element.disabled = true;
      });
      reveal(card, given, false);
      return;
    }
    const commit = primary("Commit to this", () => {
      const values = asked.map((group) => group.value());
      if (values.includes(undefined)) {
        hint.textContent = live.textContent = asked.length > 1 ? "Choose an answer and a rule first." : "Choose a verdict first.";
        return;
      }
      const answer = values.map(Number);
      said.answers[said.at] = answer;
      keep.save(said);
      asked.forEach((group) => {
        group.element.disabled = true;
      });
      commit.remove();
      hint.remove();
      restart.hidden = false;
      reveal(card, answer, true);
    });
    stage.append(commit, hint);
  }

  /** @param {Card} card @param {number[]} given @param {boolean} now */
  function reveal(card, given, now) {
    const name = (/** @type {number} */ at) => lead(data.verdicts[at].text);
    const same = given[0] === card.answer;
    const verdict = same ? `✓ We say the same: ${name(card.answer)}.` : `✗ We say: ${name(card.answer)}. You said: ${name(given[0])}.`;
    const first = h("p", { tabindex: -1 }, h("strong", {}, verdict));
    const last = said.at + 1 === data.cards.length;
    stage.append(h("div", { class: "judgement-answer" }, first, rule(card, given[1]),
      h("p", {}, inline(card.why)),
      card.unsure.length ? h("p", { class: "judgement-unsure" }, h("strong", {}, "Not confirmed: "), inline(card.unsure)) : null,
      primary(last ? "See how you judged" : `Next ${noun}`, () => go(said.at + 1))));
    if (now) {
      live.textContent = verdict;
      first.focus();
    }
  }

  /** What to say to the chosen rule. @param {Card} card @param {number | undefined} chosen */
  function rule(card, chosen) {
    if (chosen === undefined) return null;
    const text = (/** @type {number} */ at) => lowerFirst(data.reasons[at].text);
    if (card.reasons.includes(chosen)) {
      const other = card.reasons.filter((at) => at !== chosen).map((at) => ` One could also rest on ${text(at)}.`);
      return h("p", {}, "✓ The rule fits.", other);
    }
    return h("p", {}, `✗ The rule is ${card.reasons.map(text).join(", or ")}. `, inline(data.reasons[chosen].wrong));
  }

  /** @param {HTMLElement} title */
  function close(title) {
    const { cards, verdicts, tally } = data;
const answers = /** @type {number[][]} */ (said.answers);
        const same = cards.filter((card, at) => answers[at][0] === card.answer).length;
    const counts = verdicts.map((_, ours) => verdicts.map((__, yours) =>
      cards.filter((card, at) => card.answer === ours && answers[at][0] === yours).length));
    const table = dataTable("Your verdicts (across) against ours (down)", ["Ours", ...verdicts.map(({ short }) => short)],
      counts.map((row, ours) => [verdicts[ours].short, ...row.map((n, yours) => (n ? `${ours === yours ? "✓" : "✗"} ${n}` : "0"))]));
    table.open = true;
    title.textContent = `You judged ${same} of ${cards.length} as we do`;
    stage.append(h("p", {}, confusion(counts, verdicts)),
      data.reasons_question ? h("p", {}, `The rule fitted in ${cards.filter((card, at) => card.reasons.includes(answers[at][1])).length} of ${cards.length}.`) : "",
      table);
    if (tally) {
      stage.append(h("h4", {}, tally.heading), h("ul", {}, tally.rows.map((row) =>
        h("li", {}, h("strong", {}, `${row.text}: ${row.cards.length} of ${cards.length}`), ` (${noun}${row.cards.length > 1 ? "s" : ""} ${row.cards.join(", ")})`))));
    }
    stage.append(h("p", {}, h("strong", {}, data.moral)));
  }

  show();
  return keep.stop;
}

/** @param {{ text: string }[]} rows */
function listed(rows) {
  return rows.map(({ text }, at) => ({ value: String(at), text }));
}

/** The verdict itself, without what explains it. @param {string} text */
function lead(text) {
  return text.split(":")[0].toLowerCase();
}

/** Which two verdicts the reader mixes up most. @param {number[][]} counts @param {{ short: string }[]} verdicts */
function confusion(counts, verdicts) {
  const mixed = counts.flatMap((row, ours) => row.map((n, yours) => ({ n, ours, yours }))).filter(({ n, ours, yours }) => n && ours !== yours);
  const most = Math.max(0, ...mixed.map(({ n }) => n));
  if (most === 0) return "No two verdicts were mixed up.";
  if (most === 1) return "No two verdicts were mixed up more than once.";
  return mixed.filter(({ n }) => n === most).map(({ ours, yours }) => `Most often you said “${verdicts[yours].short}” where we say “${verdicts[ours].short}”: ${most} times.`).join(" ");
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const tops = [data.verdicts.length, ...(data.reasons_question ? [data.reasons.length] : [])];
  const answers = data.cards.map((_, at) => {
    const given = value?.answers?.[at];
    return Array.isArray(given) && tops.every((top, part) => isIndex(given[part], top)) ? given.slice(0, tops.length) : undefined;
  });
  const open = answers.includes(undefined) ? answers.indexOf(undefined) : answers.length;
  return { at: isIndex(value?.at, open + 1) ? value.at : open, answers };
}

export default { render };
