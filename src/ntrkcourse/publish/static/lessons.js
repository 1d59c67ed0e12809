// One lesson of a chapter at a time. The page holds the whole chapter; what is not open is `hidden="until-found"`, so
// that find-in-page and every link open the lesson that they lead into. Addresses say which one: there is no other state.
(function () {
  "use strict";
  const { ui, h, fill, button, keyOf, store, outcomeOf, FORMS, fixFirst, countIn, endOf, firstForm, formOf } =
    ntrk.shared;
  const words = ui.lessons;
  const root = document.documentElement;
  /** Where the reader was last, anywhere in the course. */
  const PLACE = "widget/place/course";

  /** @returns {{ page: string, id: string, name: string } | undefined} */
  function lastPlace() {
    const { at } = store.parts(PLACE);
    const texts = at && [at.page, at.id, at.name];
    return texts?.every((/** @type {unknown} */ text) => typeof text === "string") ? at : undefined;
  }

  /** @param {HTMLElement[]} lessons */
  function chapter(lessons) {
    const top = /** @type {HTMLElement} */ (lessons[0].parentElement);
    const title = /** @type {HTMLElement} */ (top.querySelector("h1"));
    const list = /** @type {HTMLElement} */ (top.querySelector(".lesson-list"));
    begin(title, list, lessons);
    const front = /** @type {HTMLElement[]} */ ([...top.children]).filter(
      (one) => one !== title && one.id !== "sources" && !lessons.includes(one),
    );
    const counted = lessons.filter((one) => !one.classList.contains("lesson-optional"));
    const name = (title.firstChild?.textContent ?? "").trim();
    /** The open lesson; null on the front. @type {HTMLElement | null} */
    let open = null;
    const asked = new URLSearchParams(location.search);
    let whole = asked.has("whole");

    const where = h("span", { class: "lesson-where" });
    const bar = h(
      "nav",
      { class: "lesson-bar", "aria-label": words.place },
      h("a", { href: `#${list.id}` }, name),
      where,
      h("span", { class: "lesson-read", "aria-hidden": "true" }),
    );
    document.querySelector(".bd-header-article")?.after(bar);
    /** @type {HTMLElement | null} */ (list.querySelector(".lesson-whole button"))?.addEventListener("click", () => {
      whole = true;
      draw();
    });

    function draw() {
      for (const one of lessons) show(one, whole || one === open);
      for (const one of front) show(one, whole || open === null);
      root.dataset.lesson = whole ? "whole" : open ? "one" : "front";
      bar.hidden = !whole && open === null;
      where.replaceChildren(...place());
      ntrk.mountIn(top);
      read();
    }

    /** @returns {(Node | string)[]} */
    function place() {
      if (whole) return [button(words.one_at_a_time, oneAtATime)];
      const at = open ? counted.indexOf(open) : -1;
      return [at < 0 ? words.beside : fill(words.at, { n: at + 1, all: counted.length })];
    }

    function oneAtATime() {
      // The lesson in view stays.
      const inView = lessons.find((one) => one.getBoundingClientRect().bottom > innerHeight / 3) ?? null;
      whole = false;
      open = inView;
      draw();
      open?.scrollIntoView();
    }

    /** How much of the lesson is above the window's lower edge. */
    function read() {
      if (!open) return;
      const { top: from, height } = open.getBoundingClientRect();
      const share = Math.min(1, Math.max(0, (innerHeight - from) / height));
      bar.style.setProperty("--read", String(share));
    }

    /** @param {HTMLElement | null} lesson */
    function go(lesson) {
      open = lesson;
      draw();
      if (!lesson) return;
      const heading = /** @type {HTMLElement} */ (lesson.querySelector("h2"));
      const said = (heading.firstChild?.textContent ?? "").trim();
      store.set(PLACE, { at: { page: root.dataset.page, id: lesson.id, name: `${name.slice(0, 2)} · ${said}` } });
    }

    /** Opens what the address names. */
    function follow() {
      const target = targetOf(location.hash);
      if (!target) {
        if (!location.hash) go(null);
        return;
      }
      const lesson = lessons.find((one) => one.contains(target));
      if (lesson && (lesson !== open || whole)) go(lesson);
      else if (front.some((one) => one.contains(target)) && open) go(null);
      // Once more: a widget that is drawn only now has taken the place of its readable equivalent.
      const place = targetOf(location.hash) ?? target;
      unfold(place);
      place.scrollIntoView();
      const heading = lesson === target ? lesson?.querySelector("h2") : null;
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    }

    for (const one of [...lessons, ...front]) {
      one.addEventListener("beforematch", () => go(lessons.includes(one) ? one : null));
    }
    addEventListener("hashchange", follow);
    // A second press on the same link changes no address.
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && link.hash === location.hash && link.getAttribute("href")?.startsWith("#")) follow();
    });
    addEventListener("scroll", read, { passive: true });
    addEventListener("resize", read);

    if (asked.has("short")) root.dataset.short = "";
    marks(list, lessons);
    follow();
    // The search marks its words, wherever they stand.
    const found = location.hash ? null : document.querySelector(".highlighted");
    const marked = lessons.find((one) => found && one.contains(found));
    if (marked) {
      go(marked);
      found?.scrollIntoView({ block: "center" });
    }
  }

  /** @param {HTMLElement} one @param {boolean} shown */
  function show(one, shown) {
    if (shown) one.removeAttribute("hidden");
    else one.setAttribute("hidden", "until-found");
  }

  /** @param {string} hash @returns {HTMLElement | null} */
  function targetOf(hash) {
    try {
      return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    } catch {
      return null;
    }
  }

  /** @param {Element} target */
  function unfold(target) {
    for (let one = target.closest("details"); one; one = one.parentElement?.closest("details") ?? null) one.open = true;
  }

  /**
   * The way in: to the first lesson, after the opening; or to where the reader was, before it.
   * @param {HTMLElement} title @param {HTMLElement} list @param {HTMLElement[]} lessons
   */
  function begin(title, list, lessons) {
    const last = lastPlace();
    const known = last?.page === root.dataset.page && lessons.some((one) => one.id === last?.id) ? last : undefined;
    const first = (lessons[0].querySelector("h2")?.firstChild?.textContent ?? "").trim();
    const link = h(
      "a",
      { class: "lesson-next lesson-begin", href: `#${known?.id ?? lessons[0].id}` },
      h("span", {}, known ? words.go_on : words.begin),
      " ",
      known ? known.name.slice(5) : first,
    );
    if (known) title.after(link);
    else list.prepend(link);
  }

  /** How many questions a widget asks, and how many of them are answered. @param {Element} place */
  function answersIn(place) {
    const data = ntrk.dataOf(place);
    if (place.getAttribute("data-ntrk-name") === "quiz") {
      const { questions } = data;
      const done = questions.filter((/** @type {any} */ one) => outcomeOf(one, store.read(keyOf(one.id))));
      return { n: done.length, all: questions.length };
    }
    const all = data.asked.A.length;
    const { sitting } = data;
    if (endOf(sitting)) return { n: all, all };
    if (sitting > 1 && !endOf(1)) return { n: 0, all };
    // A look at the list tosses no coin: of the two forms, one is answered.
    const forms = sitting === 1 ? FORMS : [formOf(sitting, firstForm(data.forms.A))];
    const ids = forms.flatMap((form) => data.asked[form].map((/** @type {any} */ one) => one.id));
    return { n: Math.min(all, countIn(sitting, ids)), all };
  }

  /** How many of each lesson's questions are answered. @param {HTMLElement} list @param {HTMLElement[]} lessons */
  function marks(list, lessons) {
    /** @type {[HTMLElement, Element[]][]} */
    const entries = lessons.map((lesson) => [
      /** @type {HTMLElement} */ (list.querySelector(`a[href="#${lesson.id}"] ~ .lesson-done`)),
      [...lesson.querySelectorAll('[data-ntrk-name="quiz"], [data-ntrk-name="sitting"]')],
    ]);
    const draw = () => {
      for (const [mark, places] of entries) {
        const counts = places.map(answersIn);
        const n = counts.reduce((sum, one) => sum + one.n, 0);
        const all = counts.reduce((sum, one) => sum + one.all, 0);
        mark.textContent = n === 0 ? "" : n < all ? fill(words.answered, { n, all }) : words.done;
        mark.toggleAttribute("data-done", all > 0 && n === all);
      }
    };
    draw();
    store.watch("", draw);
  }

  /** What answers a prompt opens when the reader has committed; until then a reader may open it, and is told what that is. */
  function reveals() {
    /** @type {Element | null} */
    let place = null;
    for (const one of document.querySelectorAll("[data-ntrk-model], details.reveal")) {
      if (!(one instanceof HTMLDetailsElement)) place = one;
      else if (place) reveal(one, place);
    }
  }

  /** @param {HTMLDetailsElement} details @param {Element} place */
  function reveal(details, place) {
    const hint = h("span", { class: "reveal-hint" }, words.show);
    details.querySelector(".sd-summary-text")?.append(" ", hint);
    details.open = false;
    let told = false;
    const look = () => {
      const now = Boolean(place.querySelector("[data-committed]")) || place.hasAttribute("data-failed");
      if (now && !told) details.open = true;
      told = now;
      hint.hidden = now;
    };
    new MutationObserver(look).observe(place, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ["data-committed", "data-failed"],
    });
    look();
  }

  /** Links that lead to where the reader was last. */
  function continues() {
    const last = lastPlace();
    if (!last) return;
    for (const link of document.querySelectorAll("a[data-continue]")) {
      link.setAttribute("href", `${root.dataset.content_root ?? ""}${last.page}.html#${last.id}`);
      link.replaceChildren(h("span", {}, words.go_on), " ", last.name);
    }
  }

  function start() {
    fixFirst(new URLSearchParams(location.search).get("form"));
    reveals();
    continues();
    const lessons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".bd-article section.lesson")]);
    if (lessons.length) chapter(lessons);
    else ntrk.mountIn(document);
  }

  document.addEventListener("DOMContentLoaded", start);
})();
