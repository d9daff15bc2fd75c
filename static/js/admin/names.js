/* Gives names for screen readers to what Django's admin and Select2 leave without one:
   boxes to choose from, the two parts of a moment, the first column of a table of parts. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;

  /* The label of a field: beside it in a form, above it in a table. */
  function nameOf(field) {
    const cell = field.closest("td");
    if (cell) {
      const column = [...cell.classList].find((name) => name.startsWith("field-"));
      const head = cell.closest("table").querySelector(`th.column-${(column || "").slice(6)}`);
      if (head) return head.textContent.trim();
    }
    const row = field.closest(".fieldBox") || field.closest(".form-row");
    const label = row && row.querySelector("label");
    return label ? label.textContent.trim().replace(/:$/, "") : "";
  }

  function nameAll() {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const name = nameOf(select);
      const box = select.nextElementSibling;
      if (!name || !box) continue;
      for (const part of box.querySelectorAll("[role=textbox], [role=searchbox]")) {
        part.setAttribute("aria-label", name);
      }
      const opener = box.querySelector("[role=combobox][aria-labelledby]");
      if (opener) {
        const chosen = opener.querySelector(".select2-selection__rendered");
        opener.setAttribute("aria-label", `${name}: ${(chosen && chosen.title) || ""}`);
        opener.removeAttribute("aria-labelledby");
      }
    }
    /* The head of the boxes that delete a row, where there are none. */
    for (const head of document.querySelectorAll("thead th:not(.original):empty")) {
      head.setAttribute("role", "presentation");
    }
    /* Select2 puts the cross that empties a box into its list of what is chosen. */
    for (const cross of document.querySelectorAll("ul > .select2-selection__clear")) {
      cross.setAttribute("role", "listitem");
    }
    for (const moment of document.querySelectorAll("p.datetime")) {
      moment.setAttribute("role", "group");
      moment.setAttribute("aria-label", nameOf(moment));
    }
    for (const head of document.querySelectorAll("th.original:empty")) {
      const text = document.createElement("span");
      text.className = "visually-hidden";
      text.textContent = words.entry;
      head.append(text);
    }
  }

  /* After the scripts that build those boxes. */
  function soon() {
    setTimeout(nameAll);
  }

  window.addEventListener("load", () => {
    nameAll();
    document.addEventListener("formset:added", soon);
    if (window.django && window.django.jQuery) {
      window.django.jQuery(document).on("change", "select.admin-autocomplete", soon);
    }
  });
})();
