/* A file that was chosen, or dropped on the form, is sent at once. */
(function () {
  "use strict";

  document.querySelectorAll(".file-drop").forEach((form) => {
    const chooser = form.querySelector("input[type=file]");
    const send = () => {
      if (chooser.files.length) form.requestSubmit();
    };
    chooser.addEventListener("change", send);
    form.addEventListener("dragover", (event) => {
      event.preventDefault();
      form.classList.add("is-over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("is-over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("is-over");
      chooser.files = event.dataTransfer.files;
      send();
    });
  });
})();
