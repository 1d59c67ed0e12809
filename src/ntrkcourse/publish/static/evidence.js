// Search and filter of the evidence page. Without it the page shows every fact.
(function () {
  "use strict";
  function start() {
    var words = document.getElementById("evidence-words");
    var theme = document.getElementById("evidence-theme");
    var status = document.getElementById("evidence-status");
    var count = document.querySelector(".evidence-count");
    var facts = Array.from(document.querySelectorAll("article.fact"));
    var texts = facts.map(function (fact) { return fact.textContent.toLowerCase(); });

    function filter() {
      var wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      facts.forEach(function (fact, index) {
        var fits = (!theme.value || fact.dataset.themeTitle === theme.value)
          && (!status.value || fact.dataset.status === status.value)
          && wanted.every(function (word) { return texts[index].includes(word); });
        fact.hidden = !fits;
        if (fits) shown += 1;
      });
      document.querySelectorAll(".bd-article section section").forEach(function (section) {
        section.hidden = !section.querySelector("article.fact:not([hidden])");
      });
      count.textContent = shown === 1 ? "1 fact" : shown + " facts";
    }
    [words, theme, status].forEach(function (control) { control.addEventListener("input", filter); });
    words.form.addEventListener("submit", function (event) { event.preventDefault(); });
  }
  document.addEventListener("DOMContentLoaded", start);
})();
