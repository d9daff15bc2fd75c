/* Shows at each change what visitors will read. Without it a button does, on the same page. */
(function () {
  "use strict";

  const PAUSE = 500;

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("event_dates_form");
    const answer = document.getElementById("planned-dates");
    const button = form.querySelector("button[value=preview]");
    if (!answer || !button) return;
    button.parentElement.hidden = true;
    let waiting = 0;
    let asked = 0;

    async function show() {
      const number = ++asked;
      const body = new FormData(form);
      body.set("do", "preview");
      try {
        const response = await fetch(location.href, {
          method: "POST",
          headers: { "X-Requested-With": "fetch" },
          body,
        });
        // What was asked later counts.
        if (response.ok && number === asked) answer.innerHTML = await response.text();
      } catch {
        button.parentElement.hidden = false;
      }
    }

    function soon() {
      clearTimeout(waiting);
      waiting = setTimeout(show, PAUSE);
    }

    form.addEventListener("input", soon);
    form.addEventListener("change", soon);
    // The calendar of Django's admin tells nobody of the day that was chosen in it.
    document.addEventListener("click", (event) => {
      if (event.target.closest(".calendarbox, .clockbox, .datetimeshortcuts")) soon();
    });
  });
})();
