/* Starts a preview on a phone in the width of a phone. Without this script it starts in that of a
   desk, and another one is chosen. */
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const narrowest = document.querySelector(".preview-widths [name=width]");
    if (narrowest && window.matchMedia("(max-width: 40rem)").matches) narrowest.checked = true;
  });
})();
