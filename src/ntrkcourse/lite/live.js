// Joins JupyterLite to the book beside it: what a chapter's links lead to in the book opens there, in a tab of its own, and
// a chapter that is opened is run, so that its widgets are alive.
(function () {
  "use strict";
  /** The book's page behind a link. JupyterLab takes it for a file that lies beside the chapter. @param {string} address */
  function pageOfBook(address) {
    const book = new URL("../", /** @type {HTMLScriptElement} */ (script).src);
    const { href, hash, pathname } = new URL(address, location.href);
    if (href.startsWith(new URL("book/", book).href)) return href;
    const file = /\/files\/(.+)\.md$/.exec(decodeURIComponent(pathname))?.[1];
    if (!file) return null;
    const fact = /^evidence\/(.+)$/.exec(file);
    return new URL(fact ? `book/evidence.html#${fact[1]}` : `${file}.html${hash}`, book).href;
  }

  const script = document.currentScript;
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element && event.target.closest("a[href]");
      const page = link && pageOfBook(/** @type {HTMLAnchorElement} */ (link).href);
      if (!page) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open(page, "_blank", "noopener");
    },
    true,
  );
})();
