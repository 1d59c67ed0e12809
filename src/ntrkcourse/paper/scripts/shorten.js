/** Takes the next thing from a handout that does not fit; false where nothing is left to take. */
() => {
  const rooms = document.querySelectorAll(".room.wide");
  if (rooms.length) {
    for (const room of rooms) room.classList.remove("wide");
    return true;
  }
  const rest = /** @type {HTMLElement} */ (document.querySelector(".rest"));
  const late = document.querySelectorAll(".late:not(.small)");
  if (late.length) {
    for (const question of late) question.classList.add("small");
    return true;
  }
  const last =
    [...document.querySelectorAll(".listed")].at(-1) ?? [...document.querySelectorAll(".ntrk-question")].at(-1);
  last?.remove();
  rest.hidden = false;
  return Boolean(last);
};
