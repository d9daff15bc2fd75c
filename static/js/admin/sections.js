/* Opens the folded part of a form to which a link leads. */
(function () {
  "use strict";

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".form-sections a");
    const heading = link && document.getElementById(link.hash.slice(1));
    const folded = heading && heading.closest("details");
    if (folded) folded.open = true;
  });
})();
