// A table that a narrow screen cuts off, or squeezes into towers of words, becomes a list of its rows, each cell led
// by its column's name.
(function () {
  "use strict";

  const NARROW = 480;
  const TOWER = 200;
  let fitted = 0;

  function fit() {
    // A phone also sends "resize" whenever its address bar hides, and then no width has changed.
    if (window.innerWidth === fitted) return;
    fitted = window.innerWidth;
    for (const holder of document.querySelectorAll(".bd-article .pst-scrollable-table-container")) {
      const table = holder.querySelector("table");
      if (!table?.tHead) continue;
      table.classList.remove("stacked");
      const cutOff = holder.scrollWidth > holder.clientWidth + 1;
      const squeezed = holder.clientWidth < NARROW && [...table.rows].some((row) => row.offsetHeight > TOWER);
      if (!cutOff && !squeezed) continue;
      table.classList.add("stacked");
      label(table);
    }
  }

  /** Roles stand as attributes, since browsers drop them from rows and cells shown as blocks. @param {HTMLTableElement} table */
  function label(table) {
    const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => (cell.textContent ?? "").trim());
    table.setAttribute("role", "table");
    for (const group of [table.tHead, ...table.tBodies]) group?.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, index) => {
        cell.setAttribute("role", row.parentElement === table.tHead ? "columnheader" : "cell");
        cell.dataset.column = names[index] ?? "";
      });
    }
  }

  document.addEventListener("DOMContentLoaded", fit);
  window.addEventListener("resize", fit);
})();
