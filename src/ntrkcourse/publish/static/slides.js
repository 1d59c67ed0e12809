// A deck: one slide at a time, each widget drawn when its slide is first shown.
(function () {
  "use strict";
  addEventListener("DOMContentLoaded", () => {
    const { Reveal, RevealNotes } = /** @type {any} */ (window);
    const deck = new Reveal({
      plugins: [RevealNotes],
      // The slides are laid out by the page's own styles: a widget measures itself, and would mistake a scaled one.
      disableLayout: true,
      hash: true,
      transition: "none",
      controlsTutorial: false,
      slideNumber: "c/t",
    });
    /** @param {{ currentSlide: Element }} event */
    const draw = ({ currentSlide }) => {
      ntrk.mountIn(currentSlide);
      // Whoever turns to the slide of an answer asks for it.
      if (currentSlide.classList.contains("answer")) {
        for (const answer of currentSlide.querySelectorAll("details")) answer.open = true;
      }
    };
    deck.on("ready", draw);
    deck.on("slidechanged", draw);
    deck.initialize();
    addEventListener("beforeprint", () => ntrk.mountIn(document.body));
  });
})();
