/* One language at a time in forms with texts in several languages. Without this script all
   languages stand one below the other, each under its name. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;
  const KEPT = "admin-language";
  const ALL = "*";

  function remembered() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  }

  function remember(code) {
    try {
      localStorage.setItem(KEPT, code);
    } catch {
      /* A browser that keeps nothing starts with the first language again. */
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.querySelector("#content-main form");
    const first = form && form.querySelector(".languages");
    const boxes = first ? [...first.querySelectorAll(".languages__box")] : [];
    if (boxes.length < 2) return;

    const languages = boxes.map((box) => [
      box.dataset.language,
      box.querySelector(".languages__name").textContent,
    ]);
    languages.push([ALL, words.all]);
    let shown = languages.some(([code]) => code === remembered()) ? remembered() : boxes[0].dataset.language;
    // A mistake may be in a language that is not shown.
    if (form.querySelector(".errorlist")) shown = ALL;

    const bar = document.createElement("div");
    bar.className = "language-bar";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.label);
    const title = document.createElement("span");
    title.textContent = words.label;
    title.setAttribute("aria-hidden", "true");
    bar.append(title);
    const buttons = languages.map(([code, name]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      if (code !== ALL) button.lang = code;
      button.addEventListener("click", () => {
        shown = code;
        remember(code);
        apply();
      });
      bar.append(button);
      return [code, button];
    });

    function apply() {
      for (const box of form.querySelectorAll(".languages__box")) {
        box.hidden = shown !== ALL && box.dataset.language !== shown;
      }
      for (const [code, button] of buttons) {
        button.setAttribute("aria-pressed", String(code === shown));
      }
      form.classList.toggle("one-language", shown !== ALL);
    }

    form.prepend(bar);
    document.addEventListener("formset:added", apply);
    apply();
  });
})();
