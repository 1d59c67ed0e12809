// Tells a SCORM 1.2 platform of the book: completed when every counted lesson is done, the score by the chapters' quizzes.
(function () {
  "use strict";
  /** @typedef {Record<"LMSInitialize" | "LMSFinish" | "LMSCommit" | "LMSGetValue", (text: string) => string> & { LMSSetValue(name: string, value: string): string }} Api */
  const MOST_PARENTS = 500;
  const DONE = ["completed", "passed"];
  /** What the platform keeps of a place at the most. */
  const LONGEST = 255;

  /** The platform's API in a window or one around it. @param {any} start @returns {Api | null} */
  function apiAbove(start) {
    let found = start;
    try {
      for (let n = 0; n < MOST_PARENTS && !found.API && found.parent !== found; n += 1) found = found.parent;
      return found.API ?? null;
    } catch {
      // A window of another host around the platform's.
      return null;
    }
  }

  const api = apiAbove(window) ?? (window.opener ? apiAbove(window.opener) : null);
  if (api?.LMSInitialize("") !== "true") {
    courseFrame.open("");
    return;
  }
  const begun = Date.now();
  let over = false;
  let isDone = DONE.includes(api.LMSGetValue("cmi.core.lesson_status"));
  let best = Number(api.LMSGetValue("cmi.core.score.raw")) || 0;

  /** @param {string} name @param {string | number} value */
  const set = (name, value) => api?.LMSSetValue(`cmi.${name}`, String(value));

  function tell() {
    if (over) return;
    const { done, lessons, answered, right, asked } = courseFrame.standing();
    // Another browser of the same learner may hold less: what the platform has stays.
    isDone ||= lessons > 0 && done === lessons;
    best = Math.max(best, Math.round((100 * right) / asked) || 0);
    set("core.lesson_status", isDone ? "completed" : "incomplete");
    if (answered > 0) {
      set("core.score.min", 0);
      set("core.score.max", 100);
      set("core.score.raw", best);
    }
    set("core.lesson_location", courseFrame.place().slice(0, LONGEST));
    set("suspend_data", JSON.stringify({ done, lessons }));
    api?.LMSCommit("");
  }

  /** "0001:02:03.45" @param {number} milliseconds */
  function span(milliseconds) {
    const seconds = milliseconds / 1000;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60].map(String);
    return `${parts[0].padStart(4, "0")}:${parts[1].padStart(2, "0")}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
  }

  function finish() {
    if (over) return;
    tell();
    over = true;
    set("core.session_time", span(Date.now() - begun));
    set("core.exit", isDone ? "" : "suspend");
    api?.LMSFinish("");
  }

  courseFrame.open(api.LMSGetValue("cmi.core.lesson_location"));
  courseFrame.follow(tell);
  addEventListener("pagehide", finish);
})();
