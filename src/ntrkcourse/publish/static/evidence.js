// Search and filter of the evidence page. Without it the page shows every fact.
(function () {
  "use strict";
  const { ui, counted } = ntrk.shared;

  /** @param {string} id */
  function control(id) {
    return /** @type {HTMLInputElement | HTMLSelectElement} */ (document.getElementById(id));
  }

  function start() {
    const words = control("evidence-words");
    const theme = control("evidence-theme");
    const status = control("evidence-status");
    const count = /** @type {HTMLElement} */ (document.querySelector(".evidence-count"));
    const facts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("article.fact")]);
    const texts = facts.map((fact) => String(fact.textContent).toLowerCase());
    const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".bd-article section section")]);

    function filter() {
      const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      facts.forEach((fact, index) => {
        const fits =
          (!theme.value || fact.dataset.themeTitle === theme.value) &&
          (!status.value || fact.dataset.status === status.value) &&
          wanted.every((word) => texts[index].includes(word));
        fact.hidden = !fits;
        if (fits) shown += 1;
      });
      for (const section of sections) section.hidden = !section.querySelector("article.fact:not([hidden])");
      count.textContent = counted(ui.evidence, "shown", shown);
    }
    for (const one of [words, theme, status]) one.addEventListener("input", filter);
    words.form?.addEventListener("submit", (event) => event.preventDefault());
  }
  document.addEventListener("DOMContentLoaded", start);
})();
