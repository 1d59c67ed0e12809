// A printed sheet for patients says where it came from. A page opened from a folder has no address for others.
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    if (!location.protocol.startsWith("http")) return;
    for (const sheet of document.querySelectorAll(".patient-sheet")) {
      sheet.setAttribute("data-address", location.origin + location.pathname);
    }
  });
})();
