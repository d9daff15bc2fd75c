/* Shows the page as it is typed now beside its form, on wide screens. Without this script the
   button that saves and shows the preview does it. */
(function () {
  "use strict";

  const KEPT = "admin-preview-beside";
  // Milliseconds: making a page costs the site something, so it waits for a pause in typing.
  const PAUSE = 1500;
  const ROOM = window.matchMedia("(min-width: 64rem)");

  document.addEventListener("DOMContentLoaded", () => {
    const beside = document.querySelector("[data-preview-beside]");
    const toggle = document.querySelector("[data-preview-switch]");
    if (!beside || !toggle) return;
    const button = beside.querySelector("[data-show-preview]");
    const form = button.form;
    let waiting = null;

    function show() {
      clearTimeout(waiting);
      waiting = null;
      if (!beside.hidden) form.requestSubmit(button);
    }

    function later() {
      if (beside.hidden) return;
      clearTimeout(waiting);
      waiting = setTimeout(show, PAUSE);
    }

    function open(isOpen) {
      beside.hidden = !isOpen || !ROOM.matches;
      document.body.classList.toggle("has-preview-beside", !beside.hidden);
      toggle.setAttribute("aria-pressed", String(!beside.hidden));
      show();
    }

    function isWanted() {
      try {
        return localStorage.getItem(KEPT) === "yes";
      } catch {
        return false;
      }
    }

    toggle.hidden = !ROOM.matches;
    toggle.addEventListener("click", () => {
      const isOpen = beside.hidden;
      try {
        localStorage.setItem(KEPT, isOpen ? "yes" : "no");
      } catch {
        /* A browser that keeps nothing starts without the preview. */
      }
      open(isOpen);
    });
    ROOM.addEventListener("change", () => {
      toggle.hidden = !ROOM.matches;
      open(isWanted());
    });
    form.addEventListener("input", later);
    form.addEventListener("change", later);
    window.CKEDITOR?.on("instanceReady", ({ editor }) => editor.on("change", later));
    if (isWanted()) open(true);
  });
})();
