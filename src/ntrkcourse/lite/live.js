// Joins JupyterLite to the book beside it: what a chapter's links lead to in the book opens there, in a tab of its own, and
// a chapter that was asked for is run, so that its widgets are alive.
(function () {
  "use strict";
  const book = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const OFTEN = 200;

  /** The book's page behind a link; JupyterLab takes it for a file that lies beside the chapter. @param {string} address */
  function pageOfBook(address) {
    const { href, hash, pathname } = new URL(address);
    if (href.startsWith(new URL("book/", book).href)) return href;
    const file = /\/(?:files|lab)\/(.+)\.md$/.exec(decodeURIComponent(pathname))?.[1];
    if (!file) return null;
    const fact = /^evidence\/(.+)$/.exec(file);
    return new URL(fact ? `book/evidence.html#${fact[1]}` : `${file}.html${hash}`, book).href;
  }

  /** @param {MouseEvent} event */
  function follow(event) {
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    const page = link && pageOfBook(/** @type {HTMLAnchorElement} */ (link).href);
    if (!page) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open(page, "_blank", "noopener");
  }

  /** @param {any} app JupyterLab @param {any} notebook */
  function run(app, notebook) {
    app.commands.execute("notebook:run-all-cells");
    // Which leads to the last cell.
    notebook.activeCellIndex = 0;
    notebook.scrollToItem(0);
  }

  document.addEventListener("click", follow, true);
  if (new URLSearchParams(location.search).has("path")) {
    // JupyterLab tells no script of a page when a kernel is there.
    const waiting = setInterval(() => {
      const app = /** @type {any} */ (window).jupyterapp;
      const opened = app?.shell.currentWidget;
      if (!opened?.sessionContext?.session?.kernel) return;
      clearInterval(waiting);
      run(app, opened.content);
    }, OFTEN);
  }
})();
