// A reader in a live class: joins by a code, after a notice; sends answers as xAPI statements, which wait in this browser
// until the trainer's laptop has them; hears what the class votes on, and follows the trainer where the reader allows it.
// Nothing of this is there before the reader opens an address with `?class=CODE`.
(function () {
  "use strict";
  const { ui, course, h, fill, counted, button, primary, liveRegion, keyOf, store, uniqueId } = ntrk.shared;
  const words = ui.class;
  const root = document.documentElement;
  /** Of this browser alone: no file of a reader's progress holds it. */
  const KEY = "class/now";
  /** Parts of the entry: statements by their ids, and how many answers there were when a vote began. */
  const WAITING = "send/";
  const REFUSED = "refused/";
  const VOTE = "vote/";
  const MOST_AT_ONCE = 20;
  /** That the laptop has read a statement and will never take it: there is something else under its id, or it is none. */
  const REFUSALS = [400, 409, 413, 422];
  const PATIENCE = 10_000;
  const LONGEST_PAUSE = 30_000;
  /** A vote of which nothing was heard for so long is over: the room has gone home. */
  const FORGOTTEN = 10 * 60_000;

  /**
   * @typedef {{ name: string, key: string, class: string, code: string }} Member
   * @typedef {{ item: string | null, state: "open" | "closed" | "revealed", round: 1 | 2, follow: string | null }} Room
   * @typedef {{ question: string, answer: any, certainty?: 1 | 2 | 3, attempt: number }} Answered
   */

  /** @param {string} path within the book, which the class's server has at its root */
  const address = (path) => new URL(path, new URL(root.dataset.content_root || "./", location.href));
  /** @returns {Member | undefined} */
  const member = () => store.parts(KEY).member;
  /** @returns {Room | undefined} */
  const room = () => store.parts(KEY).room;
  /** @param {Member} me */
  const signed = (me) => ({ Authorization: `Basic ${me.key}` });

  /** @param {string} path @param {RequestInit} options */
  async function ask(path, options) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), PATIENCE);
    try {
      return await fetch(address(path), { ...options, signal: limit.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  /** By hand, since `crypto.randomUUID` is there only where the address is https, and a room's laptop has none. */
  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  /** What was chosen, as xAPI writes it. @param {any} answer names, or a number */
  function response(answer) {
    if (typeof answer !== "object") return String(answer);
    const parts = Array.isArray(answer) ? answer : Object.entries(answer).map((pair) => pair.join("[.]"));
    return parts.join("[,]");
  }

  /** @param {Member} me @param {Answered} answered */
  function statementOf(me, { question, answer, certainty, attempt }) {
    const urn = `urn:${course.name}`;
    const now = room();
    return {
      id: newId(),
      actor: { account: { homePage: urn, name: me.name } },
      verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
      object: {
        id: `${urn}:question:${question}`,
        definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction" },
      },
      result: {
        response: response(answer),
        extensions: { [`${urn}:attempt`]: attempt, ...(certainty ? { [`${urn}:certainty`]: certainty } : {}) },
      },
      context: {
        registration: me.class,
        extensions: { [`${urn}:round`]: now?.item === question ? now.round : 1 },
      },
      timestamp: new Date().toISOString(),
    };
  }

  /** Statements, the oldest first. @param {string} kind those that wait, or those that the laptop has refused @returns {any[]} */
  function kept(kind) {
    const parts = Object.entries(store.parts(KEY));
    return parts.flatMap(([part, statement]) => (part.startsWith(kind) ? [statement] : []));
  }

  /** @param {Event} event */
  function queue(event) {
    const me = member();
    /** @type {Answered} */
    const answered = /** @type {CustomEvent} */ (event).detail;
    const now = room();
    // Who answers once the class has been told would spoil what the class thought.
    if (!me || (now?.item === answered.question && now.state === "revealed")) return;
    const statement = statementOf(me, answered);
    store.set(KEY, { [WAITING + statement.id]: statement });
    send();
  }

  /** Whether statements are on their way from this page. */
  let sending = false;
  let failures = 0;
  /** Fewer, once one of many was refused: the others shall arrive. */
  let atOnce = MOST_AT_ONCE;
  let pause = 0;
  /** Whether the laptop does not know this learner's key any more. */
  let gone = false;

  async function send() {
    clearTimeout(pause);
    if (sending) return;
    sending = true;
    try {
      for (let me = member(); me && !gone && kept(WAITING).length; me = member()) {
        const statements = kept(WAITING).slice(0, atOnce);
        const { ok, status, headers } = await deliver(me, statements);
        const refused = REFUSALS.includes(status);
        if (status === 401 || status === 403) gone = true;
        else if (refused && statements.length > 1) atOnce = 1;
        else if (ok || refused) settle(statements, refused);
        else {
          later(Number(headers.get("Retry-After")) * 1000);
          break;
        }
      }
    } finally {
      sending = false;
      draw();
    }
  }

  /** @param {any[]} statements @param {boolean} refused */
  function settle(statements, refused) {
    failures = 0;
    if (refused) atOnce = MOST_AT_ONCE;
    const parts = statements.flatMap((one) => [
      [WAITING + one.id, null],
      ...(refused ? [[REFUSED + one.id, one]] : []),
    ]);
    // Not if the reader has left meanwhile.
    if (member()) store.set(KEY, Object.fromEntries(parts));
  }

  /** @param {Member} me @param {any[]} statements @returns {Promise<Response>} */
  async function deliver(me, statements) {
    try {
      return await ask("xAPI/statements", {
        method: "POST",
        headers: { ...signed(me), "Content-Type": "application/json", "X-Experience-API-Version": "1.0.3" },
        body: JSON.stringify(statements),
        // So that an answer arrives also when its page is left at once.
        keepalive: true,
      });
    } catch {
      return new Response(null, { status: 503 });
    }
  }

  /** @param {number} asked milliseconds for which the laptop asked; NaN or 0 where it did not */
  function later(asked) {
    failures += 1;
    // Forty phones that lost the same access point shall not all come back at the same moment.
    const own = Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.5 + Math.random());
    pause = window.setTimeout(send, Math.max(asked || 0, own));
  }

  /** @type {EventSource | undefined} */
  let source;
  let listening = 0;

  /** Only while the page is seen: a browser has six connections to a laptop, and a reader may have more tabs. */
  function listen() {
    clearTimeout(listening);
    const wanted = Boolean(member()) && !gone && document.visibilityState === "visible";
    if (!wanted || source?.readyState === EventSource.CLOSED) {
      source?.close();
      source = undefined;
    }
    if (!wanted || source) return;
    source = new EventSource(address("class/events"));
    source.addEventListener("message", ({ data }) => hear(JSON.parse(data)));
    source.addEventListener("open", send);
    source.addEventListener("error", () => {
      forget();
      if (source?.readyState === EventSource.CLOSED) listening = window.setTimeout(listen, 5000);
    });
  }

  /** @param {Room} said */
  function hear({ item, state, round, follow }) {
    if (!member()) return;
    /** @type {Record<string, any>} */
    const parts = { room: { item, state, round, follow } };
    const begun = `${VOTE}${item}/${round}`;
    if (item && state === "open" && store.parts(KEY)[begun] === undefined) {
      parts[begun] = store.read(keyOf(item)).log.length;
    }
    store.set(KEY, parts);
    goAlong();
  }

  function forget() {
    const heard = store.read(KEY).now.room;
    if (heard?.said && Date.now() - heard.at > FORGOTTEN) store.set(KEY, { room: null });
  }

  /** Where the trainer is, within this book; undefined where that is not said. @returns {URL | undefined} */
  function trainersPlace() {
    const { follow } = room() ?? {};
    const place = follow ? address(follow) : undefined;
    return place?.origin === location.origin ? place : undefined;
  }

  /** Once to each place, so that who looks something up elsewhere is left there. */
  function goAlong() {
    const place = trainersPlace();
    const { follows, followed } = store.parts(KEY);
    if (!follows || !place || followed === place.href) return;
    store.set(KEY, { followed: place.href });
    location.assign(place);
  }

  /** Tells the page's questions that they stand in a class, and on which it votes. */
  function tellQuestions() {
    const now = room();
    root.toggleAttribute("data-class", Boolean(member()));
    if (!member() || !now?.item || now.state === "revealed") {
      root.removeAttribute("data-vote");
      return;
    }
    // Who was not there when it was open has not voted.
    const from = store.parts(KEY)[`${VOTE}${now.item}/${now.round}`] ?? store.read(keyOf(now.item)).log.length;
    const vote = JSON.stringify({ question: now.item, from, open: now.state === "open" });
    // Else each answer would have every card drawn anew.
    if (root.getAttribute("data-vote") !== vote) root.setAttribute("data-vote", vote);
  }

  const where = h("span", { "aria-live": "polite" });
  const said = liveRegion({ class: "class-said" });
  const go = h("a", { class: "class-go" }, words.go);
  const follow = h("input", { type: "checkbox", onchange: allow });
  const unsaved = h("p", {}, words.unsaved);
  const leaving = button(words.leave, () => {
    sure.hidden = false;
    sure.querySelector("button")?.focus();
  });
  const sure = h(
    "div",
    { class: "class-row", hidden: true },
    button(words.leave_sure, leave),
    button(words.leave_not, () => {
      sure.hidden = true;
      leaving.focus();
    }),
  );
  const joined = h(
    "div",
    { class: "class-joined" },
    h(
      "details",
      {},
      h("summary", {}, where),
      h("label", { class: "class-row" }, follow, words.follow),
      unsaved,
      notice(),
      h("div", { class: "class-row" }, leaving),
      sure,
    ),
    go,
  );
  const code = h("input", { type: "text", id: uniqueId("code"), autocomplete: "off", autocapitalize: "characters" });
  const entering = primary(words.join, join);
  const door = h(
    "form",
    {
      class: "class-door",
      tabindex: -1,
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        join();
      },
    },
    h("h2", {}, words.title),
    notice(),
    h("div", { class: "class-row" }, h("label", { for: code.id }, words.code), code),
    h("div", { class: "class-row" }, entering, button(words.not_now, turnAway)),
  );
  const bar = h("aside", { class: "class-bar", "aria-label": words.bar }, door, joined, said);
  /** The code of the address, until the reader has joined or turned away. @type {string | null} */
  let asked = null;

  function notice() {
    const told = [words.recorded, words.why, words.place, words.until, words.rights, words.before];
    return h(
      "ul",
      { class: "class-notice" },
      told.map((text) => h("li", {}, text)),
    );
  }

  /** @param {string} text */
  function say(text) {
    said.replaceChildren(h("p", {}, text));
  }

  function draw() {
    const me = member();
    tellQuestions();
    door.hidden = asked === null;
    joined.hidden = !me || !door.hidden;
    if (me) {
      const text = gone ? words.gone : standing(me);
      if (where.textContent !== text) where.textContent = text;
      unsaved.hidden = store.works();
      follow.checked = Boolean(store.parts(KEY).follows);
      const place = trainersPlace();
      go.hidden = gone || !place || place.href === location.href;
      if (place) go.href = place.href;
    }
    const shown = !door.hidden || !joined.hidden || said.hasChildNodes();
    if (!shown) bar.remove();
    else if (!bar.isConnected) document.body.append(bar);
  }

  /** @param {Member} me */
  function standing(me) {
    const [waits, refused] = [WAITING, REFUSED].map((kind) => kept(kind).length);
    const votes = root.hasAttribute("data-vote") && room()?.state === "open";
    return [
      fill(words.where, { name: me.name }),
      ...(waits ? [counted(words, "waiting", waits)] : []),
      ...(refused ? [counted(words, "refused", refused)] : []),
      ...(votes ? [words.vote] : []),
    ].join(" · ");
  }

  function allow() {
    store.set(KEY, { follows: follow.checked });
    goAlong();
  }

  async function join() {
    // Pressed twice, it would make two learners of one.
    if (entering.disabled) return;
    entering.disabled = true;
    const typed = code.value.trim().toUpperCase();
    said.replaceChildren();
    try {
      const answer = await ask("class/join", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ code: typed }),
      });
      if (answer.status === 201) enter(typed, await answer.json());
      else say(answer.status === 404 ? fill(words.unknown, { code: typed }) : words.busy);
    } catch {
      say(words.unreachable);
    } finally {
      entering.disabled = false;
    }
  }

  /** @param {string} typed @param {{ name: string, key: string, class: string }} answer */
  function enter(typed, answer) {
    empty();
    gone = false;
    store.set(KEY, { member: { name: answer.name, key: answer.key, class: answer.class, code: typed } });
    turnAway();
    listen();
    joined.querySelector("summary")?.focus();
  }

  function turnAway() {
    asked = null;
    said.replaceChildren();
    // So that a reload asks no second time.
    const without = new URL(location.href);
    without.searchParams.delete("class");
    history.replaceState(history.state, "", without);
    draw();
  }

  async function leave() {
    const me = member();
    if (!me) return;
    try {
      const { status } = await ask("class/me", { method: "DELETE", headers: signed(me) });
      // A class that knows nothing of this learner holds nothing of theirs.
      if (![204, 401, 403, 404].includes(status)) throw new Error(String(status));
      empty();
      sure.hidden = true;
      say(words.left);
    } catch {
      say(words.not_left);
    }
    listen();
    draw();
  }

  function empty() {
    store.set(KEY, Object.fromEntries(Object.keys(store.parts(KEY)).map((part) => [part, null])));
  }

  function wake() {
    listen();
    send();
  }

  function start() {
    if (!location.protocol.startsWith("http")) return;
    asked = new URLSearchParams(location.search).get("class")?.toUpperCase() ?? null;
    code.value = asked ?? "";
    if (asked !== null && member()?.code === asked) turnAway();
    forget();
    document.addEventListener("ntrk:answered", queue);
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", send);
    addEventListener("hashchange", draw);
    // Another tab may have joined or left.
    store.watch(KEY, () => {
      draw();
      listen();
    });
    draw();
    door.focus();
    wake();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
