/* Shows the picture that is chosen in a form beside its name. */
(function () {
  "use strict";

  const address = document.currentScript.dataset.preview;
  const CHOICES = 'select.admin-autocomplete[data-field-name="picture"], select.admin-autocomplete[data-field-name="logo"]';

  function show(select) {
    const row = select.closest("td, .form-row, .fieldBox") || select.parentElement;
    let image = row.querySelector(":scope .chosen-picture");
    if (!/^\d+$/.test(select.value)) {
      if (image) image.remove();
      return;
    }
    if (!image) {
      image = document.createElement("img");
      image.className = "chosen-picture";
      image.alt = "";
      row.append(image);
    }
    image.src = address.replace("/0/", `/${select.value}/`);
  }

  function showAll(root) {
    root.querySelectorAll(CHOICES).forEach((select) => {
      if (!select.name.includes("__prefix__")) show(select);
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    showAll(document);
    document.addEventListener("formset:added", (event) => showAll(event.target));
    // Select2 tells of a choice through jQuery alone.
    if (window.django && window.django.jQuery) {
      window.django.jQuery(document).on("change", CHOICES, (event) => show(event.target));
    }
  });
})();
