/* Keys for the cards of the volunteer desk, which can be switched off (WCAG 2.2, 2.1.4), and one box
   that chooses all cards. Without this script everything is done by buttons. */
(function () {
  "use strict";

  const OFF = "volunteers.desk.keys-off";
  const desk = document.getElementById("desk");
  const useKeys = document.getElementById("use-keys");
  const all = document.getElementById("choose-all");
  const cards = () => [...desk.querySelectorAll(".desk__card")];
  let isSent = false;

  function current() {
    return document.activeElement.closest(".desk__card");
  }

  function move(step) {
    const list = cards();
    const place = list.indexOf(current());
    const next = list[place < 0 ? 0 : Math.min(Math.max(place + step, 0), list.length - 1)];
    if (next) {
      next.querySelector('[data-key="o"]').focus();
      next.scrollIntoView({ block: "nearest" });
    }
  }

  function press(key) {
    const place = key === "u" ? document.querySelector(".desk__undo") : current();
    const target = place && place.querySelector(`[data-key="${key}"]`);
    if (target) {
      target.click();
    }
    return Boolean(target);
  }

  function isTyping(element) {
    return element.matches("select, textarea, [contenteditable], input:not([type='checkbox'])");
  }

  document.querySelector(".desk__keys").hidden = false;
  document.querySelector(".desk__all").hidden = false;
  useKeys.checked = localStorage.getItem(OFF) === null;
  useKeys.addEventListener("change", () => {
    if (useKeys.checked) {
      localStorage.removeItem(OFF);
    } else {
      localStorage.setItem(OFF, "yes");
    }
  });

  all.addEventListener("change", () => {
    desk.querySelectorAll('[name="chosen"]').forEach((box) => {
      box.checked = all.checked;
    });
  });

  /* The second press of a double click would be told that somebody was faster. */
  desk.addEventListener("submit", (event) => {
    if (isSent) {
      event.preventDefault();
    } else if (!event.submitter || event.submitter.name !== "file") {
      isSent = true;
    }
  });
  window.addEventListener("pageshow", () => {
    isSent = false;
  });

  document.addEventListener("keydown", (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!useKeys.checked || !isPlain || event.repeat || isTyping(event.target)) {
      return;
    }
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    } else if ("xocpadu".includes(event.key) && event.key.length === 1 && press(event.key)) {
      event.preventDefault();
    }
  });
})();
