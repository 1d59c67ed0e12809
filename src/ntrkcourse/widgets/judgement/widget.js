// Cards judged one at a time: a verdict, for some sets also a rule, then ours with the evidence; a tally at the end.

import { button, dataTable, primary, radios } from "../shared/controls.js";
import { counted, drawing, fill, h, inline, isIndex, lowerFirst, pieces } from "../shared/dom.js";
import { each, pick, tuple } from "../shared/kept.js";
import { player } from "../shared/player.js";

/**
 * @typedef {import("./data.js").Card} Card
 * @typedef {import("./data.js").JudgementSet & Pick<import("./data.js").Judgements, "words"> & {
 *   faults: { text: string, cards: number[] }[], facts: string[] }} Data
 * @typedef {{ at: number, answers: (number[] | undefined)[] }} Said answers: for each card the verdict, then the
 *   reason where it is asked
 * @typedef {import("../shared/player.js").Player<Said>} Play
 */

/** @param {import("../shared/dom.js").RenderContext} context */
function render(context) {
  /** @type {Data} */
  const data = context.model.get("data");
  const { words } = data;
  const noun = data.noun.toLowerCase();
  const cards = textsOf(data.card);
  const previous = button(fill(words.previous, { noun }), () => self.go({ at: self.said.at - 1 }));
  const opening = h("div", {}, h("p", {}, data.intro), h("p", { class: "ntrk-muted" }, inline(data.caution)));
  /** @type {Play} */
  const self = player(context, {
    title: data.title,
    lead: [opening],
    foot: [previous],
    id: data.id,
    shape: {
      at: pick([...cards, "the end"]),
      answers: each(cards, () => tuple(pick(textsOf(data.verdict)), pick(textsOf(data.reason)))),
    },
    restore: (value) => restore(data, value),
    begun: (/** @type {Said} */ said) => said.answers.some(Boolean),
    committed: ({ answers }) => answers.every(Boolean),
    draw(play) {
      const { at, answers } = play.said;
      const title = h("h4", { tabindex: -1 });
      previous.hidden = at === 0;
      // Said once: on a phone it would push every further card off the screen.
      opening.hidden = at > 0;
      play.stage.append(title);
      play.say("");
      if (at < cards.length) judge(play, title, data.card[at], answers[at]);
      else close(play, title, /** @type {number[][]} */ (answers));
      return title;
    },
  });
  return self.start();

  /** @param {Play} play @param {HTMLElement} title @param {Card} card @param {number[] | undefined} given */
  function judge(play, title, card, given) {
    const { at } = play.said;
    const asked = [radios({ legend: data.question, options: listed(data.verdict) })];
    if (data.reasons_question) asked.push(radios({ legend: data.reasons_question, options: listed(data.reason) }));
    const freeze = () =>
      asked.forEach(({ element }) => {
        element.disabled = true;
      });
    title.textContent = fill(words.place, { noun: data.noun, n: at + 1, all: cards.length });
    play.stage.append(
      h("blockquote", { class: "judgement-card" }, card.picture && drawing(card.picture), card.text),
      ...asked.map(({ element }) => element),
    );
    if (given) {
      asked.forEach((group, part) => group.set(String(given[part])));
      freeze();
      reveal(play, card, given);
      return;
    }
    const commit = play.commit(
      words.commit,
      () => (asked.every((group) => group.value()) ? "" : asked.length > 1 ? words.none_rule : words.none_verdict),
      () => {
        const answer = asked.map((group) => Number(group.value()));
        play.said.answers[at] = answer;
        play.save();
        freeze();
        commit.forEach((one) => one.remove());
        const verdict = reveal(play, card, answer);
        play.say(String(verdict.textContent));
        verdict.focus();
      },
    );
    play.stage.append(...commit);
  }

  /** @param {Play} play @param {Card} card @param {number[]} given */
  function reveal(play, card, [chosen, rule]) {
    const ours = data.verdict.findIndex(({ id }) => id === card.verdict);
    const verdict = h(
      "p",
      { tabindex: -1 },
      h(
        "strong",
        {},
        fill(chosen === ours ? words.same : words.other, {
          verdict: lead(data.verdict[ours].text),
          mine: lead(data.verdict[chosen].text),
        }),
      ),
    );
    const last = play.said.at + 1 === cards.length;
    play.stage.append(
      h(
        "div",
        { class: "judgement-answer" },
        verdict,
        rule === undefined ? null : h("p", {}, onRule(card, rule)),
        h("p", {}, inline(card.why)),
        card.unsure.length
          ? h("p", { class: "judgement-unsure" }, h("strong", {}, `${words.unsure} `), inline(card.unsure))
          : null,
        primary(last ? words.end : fill(words.next, { noun }), () => play.go({ at: play.said.at + 1 })),
      ),
    );
    return verdict;
  }

  /** What to say to the chosen rule. @param {Card} card @param {number} chosen */
  function onRule(card, chosen) {
    const { id, wrong } = data.reason[chosen];
    const rules = card.reasons
      .filter((one) => one !== id)
      .map((one) => lowerFirst(data.reason.find((reason) => reason.id === one)?.text ?? ""));
    if (rules.length === card.reasons.length) {
      return pieces(words.misfit, { rules: rules.join(words.or), why: inline(wrong) });
    }
    return [words.fits, ...rules.map((rule) => ` ${fill(words.also, { rule })}`)];
  }

  /** @param {Play} play @param {HTMLElement} title @param {number[][]} answers */
  function close(play, title, answers) {
    const { card, verdict, reason } = data;
    const all = card.length;
    const counts = verdict.map(({ id }) =>
      verdict.map((_, yours) => card.filter((one, at) => one.verdict === id && answers[at][0] === yours).length),
    );
    const cell = (/** @type {number} */ n, /** @type {boolean} */ same) => (n ? `${same ? "✓" : "✗"} ${n}` : "0");
    const table = dataTable(
      words.table,
      [words.table_ours, ...verdict.map(({ short }) => short)],
      counts.map((row, ours) => [verdict[ours].short, ...row.map((n, yours) => cell(n, ours === yours))]),
    );
    table.open = true;
    title.textContent = fill(words.score, { n: counts.reduce((sum, row, ours) => sum + row[ours], 0), all });
    play.stage.append(h("p", {}, confusion(data, counts)));
    if (data.reasons_question) {
      const n = card.filter(({ reasons }, at) => reasons.includes(reason[answers[at][1]].id)).length;
      play.stage.append(h("p", {}, fill(words.fitted, { n, all })));
    }
    play.stage.append(table);
    if (data.tally) {
      play.stage.append(
        h("h4", {}, data.tally),
        h(
          "ul",
          {},
          data.faults.map(({ text, cards: list }) =>
            h(
              "li",
              {},
              h("strong", {}, fill(words.fault, { fault: text, n: list.length, all })),
              " ",
              counted(words, "fault_where", list.length, { noun, list: list.join(", ") }),
            ),
          ),
        ),
      );
    }
    play.stage.append(h("p", {}, h("strong", {}, data.moral)));
  }
}

/** @param {{ text: string }[]} rows */
function textsOf(rows) {
  return rows.map(({ text }) => text);
}

/** @param {{ text: string }[]} rows */
function listed(rows) {
  return rows.map(({ text }, at) => ({ value: String(at), text }));
}

/** The verdict itself, without what explains it. @param {string} text */
function lead(text) {
  return text.split(":")[0].toLowerCase();
}

/** Which two verdicts the reader mixes up most. @param {Data} data @param {number[][]} counts */
function confusion({ verdict, words }, counts) {
  const mixed = counts.flatMap((row, ours) => row.map((n, mine) => ({ n: ours === mine ? 0 : n, ours, mine })));
  const most = Math.max(...mixed.map(({ n }) => n));
  const told = mixed
    .filter(({ n }) => n === most)
    .map(({ ours, mine }) => counted(words, "mixed", most, { ours: verdict[ours].short, mine: verdict[mine].short }));
  return most > 1 ? told.join(" ") : told[0];
}

/** Whatever of the remembered value still makes sense. @param {Data} data @param {any} value @returns {Said} */
function restore(data, value) {
  const tops = [data.verdict.length, ...(data.reasons_question ? [data.reason.length] : [])];
  const answers = data.card.map((_, at) => {
    const given = value?.answers?.[at];
    const whole = Array.isArray(given) && tops.every((top, part) => isIndex(given[part], top));
    return whole ? given.slice(0, tops.length) : undefined;
  });
  const open = answers.includes(undefined) ? answers.indexOf(undefined) : answers.length;
  return { at: isIndex(value?.at, open + 1) ? value.at : open, answers };
}

export default { render };
