// Tells a cmi5 platform of the book, as statements to its learning record store: initialized; completed when every counted
// lesson is done; passed or failed when every quiz question is answered; terminated.
(function () {
  "use strict";
  /** @typedef {{ contextTemplate: any, launchMode: string, masteryScore?: number }} Launch */
  const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
  const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";
  const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
  const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
  const VERBS = {
    initialized: "http://adlnet.gov/expapi/verbs/initialized",
    completed: "http://adlnet.gov/expapi/verbs/completed",
    passed: "http://adlnet.gov/expapi/verbs/passed",
    failed: "http://adlnet.gov/expapi/verbs/failed",
    terminated: "http://adlnet.gov/expapi/verbs/terminated",
  };
  /** The document in which the store keeps what was told, for the next session: each is told once. */
  const TOLD = "told";

  const launched = new URLSearchParams(location.search);
  /** @param {string} name */
  const given = (name) => launched.get(name) ?? "";
  const begun = Date.now();
  /** @type {Record<string, string>} */
  const headers = { "Content-Type": "application/json", "X-Experience-API-Version": "1.0.3" };
  /** @type {Launch} */
  let launch;
  /** @type {{ completed?: boolean, judged?: boolean, place?: string }} */
  let told = {};
  let over = false;
  /** Each request waits for the one before, so that the store has them in order. */
  let turn = Promise.resolve();

  /** @param {string} path @param {Record<string, string>} query @param {RequestInit} [options] */
  function ask(path, query, options) {
    const address = new URL(path, given("endpoint").replace(/\/?$/, "/"));
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return fetch(address, { headers, ...options });
  }

  /** @param {string} id of a document that the store keeps for this learner and this launch */
  function state(id) {
    const { activityId, registration } = Object.fromEntries(launched);
    return { stateId: id, activityId, registration, agent: given("actor") };
  }

  /** @param {string} path @param {Record<string, string>} query */
  async function read(path, query) {
    const answer = await ask(path, query);
    return answer.ok ? answer.json() : {};
  }

  function duration() {
    return `PT${((Date.now() - begun) / 1000).toFixed(2)}S`;
  }

  /** @param {keyof typeof VERBS} verb @param {any} [result] */
  function statement(verb, result) {
    const { contextTemplate: template, masteryScore } = launch;
    const moves = ["completed", "passed", "failed"].includes(verb);
    const judges = verb === "passed" || verb === "failed";
    const activities = template.contextActivities ?? {};
    return {
      id: crypto.randomUUID(),
      actor: JSON.parse(given("actor")),
      verb: { id: VERBS[verb], display: { en: verb } },
      object: { id: given("activityId"), objectType: "Activity" },
      ...(result && { result }),
      context: {
        ...template,
        registration: given("registration"),
        contextActivities: {
          ...activities,
          category: [...(activities.category ?? []), { id: CMI5 }, ...(moves ? [{ id: MOVE_ON }] : [])],
        },
        extensions: {
          ...template.extensions,
          ...(judges && masteryScore !== undefined && { [MASTERY]: masteryScore }),
        },
      },
      timestamp: new Date().toISOString(),
    };
  }

  /** @param {any[]} statements */
  function send(statements) {
    const body = JSON.stringify(statements);
    // A page that is closed lets what it has begun go on.
    turn = turn.then(() => ask("statements", {}, { method: "POST", body, keepalive: true })).then(() => {});
  }

  /** Statements of what has come about and was not told yet. */
  function news() {
    const { done, lessons, answered, right, asked } = courseFrame.standing();
    const all = [];
    if (!told.completed && lessons > 0 && done === lessons) {
      told.completed = true;
      all.push(statement("completed", { completion: true, duration: duration() }));
    }
    if (!told.judged && asked > 0 && answered === asked) {
      told.judged = true;
      const scaled = right / asked;
      const success = scaled >= (launch.masteryScore ?? 0);
      const result = { success, score: { scaled, raw: right, min: 0, max: asked }, duration: duration() };
      all.push(statement(success ? "passed" : "failed", result));
    }
    return all;
  }

  function tell() {
    if (over) return;
    const statements = launch.launchMode === "Normal" ? news() : [];
    const place = courseFrame.place();
    if (statements.length > 0) send(statements);
    if (statements.length === 0 && told.place === place) return;
    told.place = place;
    const body = JSON.stringify(told);
    turn = turn
      .then(() => ask("activities/state", state(TOLD), { method: "PUT", body, keepalive: true }))
      .then(() => {});
  }

  function finish() {
    if (over) return;
    const { done, lessons } = courseFrame.standing();
    over = true;
    const progress = { [PROGRESS]: lessons ? Math.floor((100 * done) / lessons) : 0 };
    const last = statement("terminated", { duration: duration(), extensions: progress });
    // At once: no later turn comes in a page that is closed.
    ask("statements", {}, { method: "POST", body: JSON.stringify([last]), keepalive: true });
  }

  async function start() {
    // Opened by hand.
    if (!given("fetch")) return;
    const answer = await fetch(given("fetch"), { method: "POST" });
    headers.Authorization = `Basic ${(await answer.json())["auth-token"]}`;
    launch = await read("activities/state", state("LMS.LaunchData"));
    if (!launch.contextTemplate) throw new Error("The platform gave no launch data.");
    // The standard wants them read; the book has no setting that they could change.
    await read("agents/profile", { profileId: "cmi5LearnerPreferences", agent: given("actor") });
    told = await read("activities/state", state(TOLD));
    send([statement("initialized")]);
    courseFrame.follow(tell);
    addEventListener("pagehide", finish);
  }

  start()
    .catch((error) => console.error("The platform hears nothing of what is read here:", error))
    .finally(() => courseFrame.open(told.place ?? ""));
})();
