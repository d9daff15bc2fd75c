/* Puts a button that uploads beside each choice of a picture, and above the list of pictures. */
(function () {
  "use strict";

  const template = document.getElementById("picture-upload");
  const CHOICES = 'select.admin-autocomplete[data-field-name="picture"], select.admin-autocomplete[data-field-name="logo"]';
  if (!template) return;

  function ask(detail) {
    document.dispatchEvent(new CustomEvent("picture-upload", { detail }));
  }

  function buttonWith(words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button picture-upload-button";
    button.textContent = words;
    return button;
  }

  function choose(select, picture) {
    select.append(new Option(picture.title, picture.id, true, true));
    // Select2 hears of it through jQuery alone.
    window.django.jQuery(select).trigger("change");
  }

  /* The further pictures of one choice go into new rows below it. */
  function chooseAll(select, pictures) {
    choose(select, pictures[0]);
    const group = select.closest(".inline-group");
    pictures.slice(1).forEach((picture) => {
      group.querySelector(".add-row a").click();
      const rows = [...group.querySelectorAll(CHOICES)].filter((one) => !one.name.includes("__prefix__"));
      choose(rows[rows.length - 1], picture);
    });
  }

  function offer(select) {
    if (select.name.includes("__prefix__") || select.dataset.uploads) return;
    select.dataset.uploads = "yes";
    const several = Boolean(select.closest(".inline-group.tabular, .tabular"));
    const place = select.closest(".related-widget-wrapper") || select.parentElement;
    const button = buttonWith(several ? template.dataset.several : template.dataset.button);
    const upload = (files) => ask({ several, files, done: (pictures) => chooseAll(select, pictures) });
    button.addEventListener("click", () => upload([]));
    place.append(button);
    const row = select.closest("td, .form-row") || place;
    window.pictureDrop(row, place, upload);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(CHOICES).forEach(offer);
    document.addEventListener("formset:added", (event) => {
      event.target.querySelectorAll(CHOICES).forEach(offer);
    });
    const tools = document.querySelector(".model-picture.change-list .object-tools");
    if (!tools) return;
    const item = document.createElement("li");
    const button = buttonWith(template.dataset.several);
    button.addEventListener("click", () => {
      ask({ several: true, files: [], done: () => window.location.reload() });
    });
    item.append(button);
    tools.prepend(item);
  });
})();
