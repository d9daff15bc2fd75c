/* One language at a time in forms with texts in several languages, a translation beside the
   original. Without this script all languages stand one below the other, each under its name. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;
  const KEPT = "admin-language";
  const KEPT_BESIDE = "admin-language-beside";
  const ALL = "*";

  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
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
    const original = boxes[0].dataset.language;
    const kept = remembered(KEPT);
    let shown = languages.some(([code]) => code === kept) ? kept : original;
    let isBeside = remembered(KEPT_BESIDE) !== "no";
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
        remember(KEPT, code);
        apply();
      });
      bar.append(button);
      return [code, button];
    });
    const beside = document.createElement("button");
    beside.type = "button";
    beside.className = "language-bar__beside";
    beside.textContent = words.beside;
    beside.addEventListener("click", () => {
      isBeside = !isBeside;
      remember(KEPT_BESIDE, isBeside ? "yes" : "no");
      apply();
    });
    bar.append(beside);

    /* How much of each language has to be looked at */
    for (const [code, button] of buttons) {
      const marks = form.querySelectorAll(`[data-language="${code}"] .languages__mark`);
      const count = [...marks].filter((mark) => !mark.closest(".empty-form")).length;
      if (!count) continue;
      const sign = document.createElement("span");
      sign.className = "language-bar__count";
      sign.textContent = count;
      sign.title = words.open;
      const text = document.createElement("span");
      text.className = "visually-hidden";
      text.textContent = ` ${words.open}`;
      sign.append(text);
      button.append(" ", sign);
    }

    function apply() {
      const codes = shown === ALL ? languages.map(([code]) => code) : [shown];
      if (isBeside && shown !== ALL && shown !== original) codes.unshift(original);
      for (const box of form.querySelectorAll(".languages__box")) {
        box.hidden = !codes.includes(box.dataset.language);
      }
      beside.hidden = shown === ALL || shown === original;
      beside.setAttribute("aria-pressed", String(isBeside));
      for (const [code, button] of buttons) {
        button.setAttribute("aria-pressed", String(code === shown));
      }
      form.classList.toggle("one-language", codes.length === 1);
      form.classList.toggle("several-languages", codes.length > 1);
    }

    form.prepend(bar);
    document.addEventListener("formset:added", apply);
    apply();
  });
})();
