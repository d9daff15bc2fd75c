/* The search in the head of every page: suggestions while somebody types, and Ctrl+K. No single
   letter leads there, since those get in the way of people who speak to their computer (WCAG 2.1.4). */
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const input = document.querySelector("#officers-search input");
    if (!input) return;
    window.officersCombobox(input, {
      address: input.dataset.suggestions,
      found: input.dataset.found,
      none: input.dataset.none,
      choose: (result) => {
        location.href = result.url;
      },
    });
    input.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
    document.addEventListener("keydown", (event) => {
      const isShortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isShortcut || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  });
})();
