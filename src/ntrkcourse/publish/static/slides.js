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
    /** The next key brings the next question in place of this one. @param {Element} slide */
    const oneQuestionAtATime = (slide) => {
      const later = slide.querySelectorAll('[data-widget="quiz"] .ntrk-card ~ .ntrk-card:not(.fragment)');
      for (const card of later) card.classList.add("fragment");
      if (later.length) deck.syncFragments(slide);
    };
    /** @param {{ currentSlide: Element }} event */
    const draw = ({ currentSlide }) => {
      ntrk.mountIn(currentSlide);
      oneQuestionAtATime(currentSlide);
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
