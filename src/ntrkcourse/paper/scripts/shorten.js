/** Takes the next thing from a handout that does not fit; false where nothing is left to take. */
() => {
  const rest = /** @type {HTMLElement} */ (document.querySelector(".rest"));
  const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)];
  for (const part of [".room", ".ntrk-figure", ".late"]) {
    const large = all(`${part}:not(.small)`);
    for (const element of large) element.classList.add("small");
    if (large.length) return true;
  }
  const last = [".listed", ".ntrk-question", ".ntrk-figure"].map((part) => all(part).at(-1)).find(Boolean);
  last?.remove();
  rest.hidden = false;
  return Boolean(last);
};
