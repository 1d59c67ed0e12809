/**
 * What a deck holds for the room's own hands, as HTML: no notes, no answers, of the widgets the questions alone.
 * @param {string} lead What stands before the room for an answer.
 */
(lead) => {
  const sheet = document.createElement("div");
  const [first, ...slides] = document.querySelectorAll(".slides > section:not(.answer)");
  let claim = first.querySelector("h2")?.textContent;
  /** @type {HTMLElement} */
  let section = sheet;

  /** @param {Element} question */
  function ask(question) {
    for (const answer of question.querySelectorAll("details")) answer.remove();
    const room = document.createElement("p");
    room.className = "room";
    room.textContent = lead;
    question.append(room);
    section.append(question);
  }

  for (const slide of slides) {
    const [heading, ...parts] = slide.querySelectorAll(":scope > :not(.notes)");
    if (heading.textContent !== claim) {
      claim = heading.textContent;
      section = document.createElement("section");
      section.append(heading);
      sheet.append(section);
    }
    for (const part of parts) {
      const questions = part.querySelectorAll(".ntrk-question");
      const pictures = part.matches(".ntrk-figure") ? [part] : part.querySelectorAll(".ntrk-figure");
      if (questions.length) questions.forEach(ask);
      else if (pictures.length) section.append(...pictures);
      else if (!part.querySelector("[data-ntrk-model]")) {
        part.classList.add("listed");
        section.append(part);
      }
    }
  }
  const questions = [...sheet.querySelectorAll(".ntrk-question")];
  for (const late of questions.slice(Math.floor(questions.length / 2))) late.classList.add("late");
  return sheet.innerHTML;
};
