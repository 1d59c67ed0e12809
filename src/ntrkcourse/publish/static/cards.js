// The card of a fact link: its record, as it stands in the page's list of sources, on hover, focus or first tap.
(function () {
  "use strict";
  var card = document.createElement("div");
  card.className = "fact-card";
  card.id = "ntrk-fact-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  var owner = null;
  var closing = 0;

  function recordOf(link) {
    return document.getElementById("source-" + link.dataset.fact);
  }

  function open(link) {
    var record = recordOf(link);
    clearTimeout(closing);
    if (!record || owner === link) return;
    close();
    owner = link;
    card.replaceChildren.apply(card, Array.from(record.cloneNode(true).childNodes));
    card.querySelectorAll("details").forEach(function (details) { details.open = true; });
    link.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    place(link);
  }

  /** Below the link where there is room, else above; never past the window's edges. */
  function place(link) {
    var at = link.getBoundingClientRect();
    var size = card.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var below = at.bottom + size.height + 8 < window.innerHeight || at.top < size.height + 8;
    card.style.left = Math.max(8, Math.min(at.left, width - size.width - 8)) + window.scrollX + "px";
    card.style.top = (below ? at.bottom + 6 : at.top - size.height - 6) + window.scrollY + "px";
  }

  function close() {
    if (owner) owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  /** Leaves time to move the pointer onto the card. */
  function closeSoon() {
    clearTimeout(closing);
    closing = setTimeout(close, 250);
  }

  function linkAt(target) {
    return target instanceof Element ? target.closest(".fact-link[data-fact]") : null;
  }

  document.addEventListener("DOMContentLoaded", function () { document.body.append(card); });
  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = linkAt(event.target);
    if (link) open(link);
    else if (card.contains(event.target)) clearTimeout(closing);
    else if (owner && document.activeElement !== owner) closeSoon();
  });
  document.addEventListener("focusin", function (event) {
    var link = linkAt(event.target);
    if (link) open(link);
    else if (!card.contains(event.target)) close();
  });
  // With a finger the first tap shows the card, the second follows the link.
  document.addEventListener("pointerdown", function (event) {
    var link = linkAt(event.target);
    if (event.pointerType === "touch" && link && recordOf(link)) link.dataset.shown = owner === link ? "again" : "first";
  });
  document.addEventListener("click", function (event) {
    var link = linkAt(event.target);
    if (!link) {
      if (!card.contains(event.target)) close();
      return;
    }
    if (link.dataset.shown === "first") {
      event.preventDefault();
      open(link);
    }
    delete link.dataset.shown;
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
})();
