// Cards, on hover, focus or first tap: of a fact link its record, as it stands in the page's list of sources; of a
// glossary term its definition.
(function () {
  "use strict";
  const card = document.createElement("div");
  card.className = "fact-card";
  card.id = "ntrk-fact-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  /** The link whose card is open. @type {HTMLElement | null} */
  let owner = null;
  let closing = 0;

  /** @param {HTMLElement} link */
  function recordOf(link) {
    return document.getElementById(link.dataset.card ?? `source-${link.dataset.fact}`);
  }

  /** @param {HTMLElement} link */
  function open(link) {
    const record = recordOf(link);
    clearTimeout(closing);
    if (!record || owner === link) return;
    close();
    owner = link;
    card.replaceChildren(...record.cloneNode(true).childNodes);
    for (const details of card.querySelectorAll("details")) details.open = true;
    link.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    place(link);
  }

  /** Below the link where there is room, else above; never past the window's edges. @param {HTMLElement} link */
  function place(link) {
    const at = link.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const below = at.bottom + size.height + 8 < window.innerHeight || at.top < size.height + 8;
    card.style.left = `${Math.max(8, Math.min(at.left, width - size.width - 8)) + window.scrollX}px`;
    card.style.top = `${(below ? at.bottom + 6 : at.top - size.height - 6) + window.scrollY}px`;
  }

  function close() {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  /** Leaves time to move the pointer onto the card. */
  function closeSoon() {
    clearTimeout(closing);
    closing = window.setTimeout(close, 250);
  }

  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  function linkAt(target) {
    return target instanceof Element ? target.closest(".fact-link[data-fact], .term[data-card]") : null;
  }

  /** @param {EventTarget | null} target */
  function onCard(target) {
    return target instanceof Node && card.contains(target);
  }

  document.addEventListener("DOMContentLoaded", () => document.body.append(card));
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link) open(link);
    else if (onCard(event.target)) clearTimeout(closing);
    else if (owner && document.activeElement !== owner) closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link) open(link);
    else if (!onCard(event.target)) close();
  });
  // With a finger the first tap shows the card, the second follows the link.
  document.addEventListener("pointerdown", (event) => {
    const link = linkAt(event.target);
    if (event.pointerType === "touch" && link && recordOf(link))
      link.dataset.shown = owner === link ? "again" : "first";
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link) {
      if (!onCard(event.target)) close();
      return;
    }
    if (link.dataset.shown === "first") {
      event.preventDefault();
      open(link);
    }
    delete link.dataset.shown;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
