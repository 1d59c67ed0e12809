/**
 * A page of the book as it is read without a screen: one XHTML element whose ids begin with the page's name.
 *
 * Pictures carry their own colours, so that they need no style sheet. What is folded moves to the end and is numbered,
 * except what a widget's answer opens on the screen. Links lead to `NAME.xhtml#NAME--id` of the pages in `names`.
 * @param {{ name: string, names: Record<string, string>, words: { answers: string, answer_at: string } }} given
 */
({ name, names, words }) => {
  const ON_SCREEN_ALONE = `.headerlink, .lesson-list, .lesson-onwards, #sources, .sd-summary-state-marker, .door-begin,
    .evidence-filters, .ntrk-steps, .ntrk-larger, .course-progress, .pst-js-only, script, noscript, style, form, button`;
  // Each with the value that a browser gives it by itself.
  const PAINT = {
    fill: "rgb(0, 0, 0)",
    "fill-opacity": "1",
    stroke: "none",
    "stroke-width": "1px",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-dasharray": "none",
    "paint-order": "normal",
    "font-size": "",
    "font-weight": "400",
  };
  const KEPT = new Set([
    "id",
    "class",
    "href",
    "role",
    "scope",
    "colspan",
    "rowspan",
    "start",
    "type",
    "lang",
    "title",
  ]);

  /** @param {string} tag @param {string} text */
  function made(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  /** @param {SVGElement} picture */
  function paint(picture) {
    const shapes = /** @type {SVGElement[]} */ ([...picture.querySelectorAll("*")]).filter(
      (shape) => !shape.matches("title, desc, g"),
    );
    const painted = shapes.map((shape) => {
      const style = getComputedStyle(shape);
      return Object.entries(PAINT)
        .map(([property, usual]) => [property, style.getPropertyValue(property), usual])
        .filter(
          ([property, value, usual]) => value !== usual && (!property.startsWith("font") || shape.matches("text")),
        );
    });
    shapes.forEach((shape, at) => {
      shape.removeAttribute("class");
      for (const [property, value] of painted[at]) shape.setAttribute(property, value);
    });
    for (const part of picture.querySelectorAll("g")) part.removeAttribute("class");
    picture.setAttribute("style", "background: #ffffff; font-family: sans-serif");
  }

  /** @param {Element} details */
  function unfolded(details) {
    const box = document.createElement("div");
    box.className = "told";
    const summary = details.querySelector(":scope > summary");
    const title = made("p", summary?.textContent?.trim() ?? "");
    title.className = "told-title";
    summary?.remove();
    box.append(title, ...details.childNodes);
    return box;
  }

  /** @param {Element} article */
  function moveAnswers(article) {
    const answers = document.createElement("section");
    answers.append(made("h2", words.answers));
    answers.id = "answers";
    const folded = [...article.querySelectorAll("details")].filter(
      (details) => !details.parentElement?.closest("details"),
    );
    for (const details of folded) {
      if (details.matches(".reveal, .clinic-card")) {
        details.replaceWith(unfolded(details));
        continue;
      }
      const number = answers.childElementCount;
      const note = document.createElement("p");
      note.className = "answer-at";
      const link = made("a", words.answer_at.replace("{n}", String(number)));
      link.setAttribute("href", `#answer-${number}`);
      note.append(link);
      details.replaceWith(note);
      const answer = document.createElement("section");
      answer.id = `answer-${number}`;
      answer.className = "answer";
      answer.append(made("h3", String(number)), unfolded(details));
      answers.append(answer);
    }
    if (answers.childElementCount > 1) article.append(answers);
  }

  /** @param {Element} link */
  function lead(link) {
    const record = link.getAttribute("data-fact");
    const given = link.getAttribute("href") ?? (record && `${document.documentElement.dataset.evidence}#${record}`);
    if (!given) return;
    const target = new URL(given, location.href);
    link.removeAttribute("href");
    if (target.protocol !== "file:") link.setAttribute("href", given);
    const page = names[target.pathname];
    if (page) link.setAttribute("href", `${page}.xhtml${target.hash && `#${page}--${target.hash.slice(1)}`}`);
  }

  const article = /** @type {Element} */ (document.querySelector("article.bd-article"));
  for (const picture of article.querySelectorAll("svg.ntrk-picture")) paint(/** @type {SVGElement} */ (picture));
  for (const part of article.querySelectorAll(ON_SCREEN_ALONE)) part.remove();
  for (const code of article.querySelectorAll("details.hide")) code.remove();
  for (const card of article.querySelectorAll("[hidden]")) card.remove();
  moveAnswers(article);
  for (const link of article.querySelectorAll("a")) lead(link);
  for (const element of article.querySelectorAll("*")) {
    if (element.id) element.id = `${name}--${element.id}`;
    if (element.closest("svg")) continue;
    for (const { name: attribute } of [...element.attributes]) {
      if (!KEPT.has(attribute)) element.removeAttribute(attribute);
    }
  }
  const page = document.createElement("section");
  page.id = name;
  page.className = "page";
  page.append(...article.childNodes);
  const headings = [...page.querySelectorAll(":scope > section > section > h2")].map((heading) => ({
    id: heading.parentElement?.id,
    title: heading.textContent,
  }));
  return {
    title: page.querySelector("h1")?.textContent,
    headings,
    xhtml: new XMLSerializer().serializeToString(page),
  };
};
