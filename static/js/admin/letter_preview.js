/* Shows a letter as its reader will see it while it is typed. Without this script a button does. */
(function () {
  "use strict";

  const box = document.getElementById("id_text");
  const page = document.getElementById("letter-preview");
  const button = document.querySelector('[name="_preview"]');

  function paragraph(text) {
    const element = document.createElement("p");
    text.split("\n").forEach((line, number) => {
      element.append(...(number ? [document.createElement("br"), line] : [line]));
    });
    return element;
  }

  if (box && page) {
    box.addEventListener("input", () => {
      page.replaceChildren(...box.value.trim().split(/\n{2,}/).map(paragraph));
    });
    button.hidden = true;
  }
})();
