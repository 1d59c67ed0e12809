// The progress page: what this browser remembers of the questions, by chapter; save, load and wipe.
(function () {
  "use strict";
  var h = ntrk.shared.h;
  var store = ntrk.shared.store;
  var FORMAT = "reading-the-rare-progress";

  /** Outcomes by question id; entries that are damaged or belong to no question are left out. */
  function outcomes(known) {
    return store.keys("question/").flatMap(function (key) {
      var id = key.slice("question/".length);
      var outcome = store.read(key);
      return known[id] !== undefined && outcome && typeof outcome.correct === "boolean" ? [{ id: id, outcome: outcome }] : [];
    });
  }

  function table(chapters) {
    var rows = {};
    Object.values(chapters).forEach(function (title) {
      rows[title] = rows[title] || { all: 0, answered: 0, first: 0, sureAndWrong: 0 };
      rows[title].all += 1;
    });
    outcomes(chapters).forEach(function (entry) {
      var row = rows[chapters[entry.id]];
      row.answered += 1;
      if (entry.outcome.firstCorrect) row.first += 1;
      else if (entry.outcome.firstCertainty === "3") row.sureAndWrong += 1;
    });
    var head = ["Chapter", "Answered", "Right at the first try", "Sure and wrong"];
    return h("div", { class: "ntrk-scroll", tabindex: 0, role: "group", "aria-label": "Progress by chapter" }, h("table", { class: "table" },
      h("thead", {}, h("tr", {}, head.map(function (text) { return h("th", { scope: "col" }, text); }))),
      h("tbody", {}, Object.keys(rows).sort().map(function (title) {
        var row = rows[title];
        return h("tr", {}, h("th", { scope: "row" }, title), h("td", {}, row.answered + " of " + row.all),
          h("td", {}, row.first), h("td", {}, row.sureAndWrong));
      }))));
  }

  function everything() {
    var values = {};
    store.keys().forEach(function (key) {
      var value = store.read(key);
      if (value !== undefined) values[key] = value;
    });
    return { format: FORMAT, version: 1, values: values };
  }

  function start() {
    var root = document.querySelector(".course-progress");
    var chapters = JSON.parse(document.getElementById("progress-data").textContent).chapters;
    var shown = h("div", {});
    var said = ntrk.shared.liveRegion();
    var wipe = ntrk.shared.button("Wipe everything", askToWipe);
    var sure = h("div", { class: "ntrk-row", hidden: true }, h("span", {}, "This cannot be undone."),
      ntrk.shared.button("Yes, wipe it", wipeAll), ntrk.shared.button("Keep it", function () { sure.hidden = true; wipe.focus(); }));
    var file = h("input", { type: "file", id: "progress-file", accept: "application/json,.json", onchange: load });

    function draw() { shown.replaceChildren(table(chapters)); }
    function say(text) { said.replaceChildren(h("p", {}, text)); }

    function save() {
      var blob = new Blob([JSON.stringify(everything(), null, 1)], { type: "application/json" });
      var link = h("a", { href: URL.createObjectURL(blob), download: "reading-the-rare-progress.json" });
      link.click();
      URL.revokeObjectURL(link.href);
      say("Saved to a file.");
    }

    async function load() {
      if (!file.files || !file.files[0]) return;
      var name = file.files[0].name;
      var content;
      try { content = JSON.parse(await file.files[0].text()); } catch { content = null; }
      file.value = "";
      if (!content || content.format !== FORMAT || typeof content.values !== "object" || content.values === null) {
        say(name + " is no progress file of this course. Nothing was changed.");
        return;
      }
      var failed = Object.keys(content.values).filter(function (key) { return !store.write(key, content.values[key]); });
      draw();
      say(failed.length ? "This browser would not store " + failed.length + " of the entries; it may be full." : "Loaded " + name + ".");
    }

    function askToWipe() { sure.hidden = false; sure.querySelector("button").focus(); }
    function wipeAll() {
      store.keys().forEach(function (key) { store.remove(key); });
      sure.hidden = true;
      draw();
      say("Everything was wiped.");
      wipe.focus();
    }

    draw();
    root.classList.add("ntrk");
    root.replaceChildren(shown, h("div", { class: "ntrk-row" }, ntrk.shared.button("Save to a file", save), wipe), sure,
      h("p", {}, h("label", { for: "progress-file" }, "Load from a file: "), file), said);
  }
  document.addEventListener("DOMContentLoaded", start);
})();
