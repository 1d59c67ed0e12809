// A calendar file (RFC 5545) with a whole-day event for each day on which something is due.
(function () {
  "use strict";
  /** Octets that a line may have; a longer one goes on in the next, after a space. */
  const LINE = 75;
  const DAY = 86_400_000;

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  }

  /** Cut between characters, since a character may have several octets. @param {string} line */
  function folded(line) {
    const size = (/** @type {string} */ text) => new TextEncoder().encode(text).length;
    const lines = [""];
    for (const character of line) {
      const last = lines.length - 1;
      if (size(lines[last] + character) > LINE) lines.push(` ${character}`);
      else lines[last] += character;
    }
    return lines.join("\r\n");
  }

  /** "20261205" @param {number} time */
  const date = (time) => new Date(time).toISOString().slice(0, 10).replaceAll("-", "");

  ntrk.calendarOf = (name, days) => {
    const made = `${date(Date.now())}T${new Date().toISOString().slice(11, 19).replaceAll(":", "")}Z`;
    const events = days.flatMap(({ day, summary, description }) => [
      "BEGIN:VEVENT",
      `UID:review-${date(day * DAY)}@${name}`,
      `DTSTAMP:${made}`,
      `DTSTART;VALUE=DATE:${date(day * DAY)}`,
      `DTEND;VALUE=DATE:${date((day + 1) * DAY)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]);
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${name}//review//EN`, ...events, "END:VCALENDAR"];
    return lines.map((line) => `${folded(line)}\r\n`).join("");
  };
})();
