/* A dialog that adds pictures to the library, one request each, from any form of the admin.
   Who wants it sends the event "picture-upload" with {several, files, done(pictures)}; its words and
   fields stand in templates/admin/_picture_upload.html, its answers in
   content/admin/library/picture_upload.py. */
(function () {
  "use strict";

  const template = document.getElementById("picture-upload");
  if (!template) return;
  const words = template.dataset;

  function token() {
    return document.querySelector("input[name=csrfmiddlewaretoken]").value;
  }

  /* One file with its description, until it is in the library. */
  class Row {
    constructor(file, list) {
      this.file = file;
      this.kept = {};
      this.element = template.content.querySelector(".picture-upload__one").cloneNode(true);
      this.alt = this.element.querySelector("input[name=alt]");
      this.errors = this.element.querySelector(".picture-upload__errors");
      this.choice = this.element.querySelector(".picture-upload__same");
      this.element.querySelector(".picture-upload__name").textContent = file.name;
      const reader = new FileReader();
      reader.addEventListener("load", () => {
        this.element.querySelector("img").src = reader.result;
      });
      reader.readAsDataURL(file);
      list.append(this.element);
    }

    body(shared, language) {
      const data = new FormData();
      Object.entries({ ...shared, ...this.kept }).forEach(([name, value]) => data.append(name, value));
      data.append(`alt_${language}`, this.alt.value);
      data.append("csrfmiddlewaretoken", token());
      if (!this.kept["file-staged"]) data.append("file", this.file);
      return data;
    }

    /* Returns the picture, or null and says what is wrong. */
    async send(shared, language) {
      this.errors.textContent = "";
      this.choice.hidden = true;
      let answer;
      try {
        const response = await fetch(words.address, {
          method: "POST",
          body: this.body(shared, language),
          headers: { Accept: "application/json" },
        });
        if (response.status === 413) {
          this.errors.textContent = words.large;
          return null;
        }
        answer = await response.json();
      } catch {
        this.errors.textContent = words.failed;
        return null;
      }
      if (answer.picture) return answer.picture;
      this.kept = answer.kept || {};
      this.errors.textContent = (answer.errors || [words.failed]).join(" ");
      this.same = (answer.same || [])[0];
      this.choice.hidden = !this.same;
      return null;
    }
  }

  /* The credit of the office's own photographs needs no typing. */
  async function fillIn(form) {
    const response = await fetch(words.address, { headers: { Accept: "application/json" } });
    if (!response.ok) return;
    Object.entries(await response.json()).forEach(([name, value]) => {
      const input = form.querySelector(`fieldset input[name="${CSS.escape(name)}"]`);
      if (input && !input.value) input.value = value;
    });
  }

  function open({ several, files, done }) {
    const dialog = template.content.querySelector("dialog").cloneNode(true);
    const form = dialog.querySelector("form");
    const chooser = dialog.querySelector("input[type=file]");
    const zone = dialog.querySelector(".picture-upload__drop");
    const list = dialog.querySelector(".picture-upload__list");
    const status = dialog.querySelector(".picture-upload__status");
    const language = dialog.querySelector("[data-language]");
    const added = [];
    let rows = [];
    chooser.multiple = several;

    function leave(row) {
      rows = rows.filter((one) => one !== row);
      row.element.remove();
    }

    function finish(row, picture) {
      added.push(picture);
      leave(row);
      if (!rows.length) dialog.close();
    }

    function take(chosen) {
      const fresh = [...chosen].slice(0, several ? undefined : 1);
      if (!several) rows.forEach(leave);
      const made = fresh.map((file) => new Row(file, list));
      made.forEach((row) => {
        row.element.querySelector("[data-remove]").addEventListener("click", () => {
          leave(row);
          chooser.focus();
        });
        row.element.querySelector("[data-use]").addEventListener("click", () => finish(row, row.same));
        row.element.querySelector("[data-anyway]").addEventListener("click", () => {
          row.kept["file-same"] = "anyway";
          form.requestSubmit();
        });
      });
      rows.push(...made);
      if (made.length) made[0].alt.focus();
    }

    async function send() {
      const shared = {};
      form.querySelectorAll("fieldset input[name]").forEach((input) => {
        shared[input.name] = input.value;
      });
      const button = form.querySelector("[type=submit]");
      button.disabled = true;
      for (const row of [...rows]) {
        status.textContent = `${row.file.name}: ${words.sending}`;
        const picture = await row.send(shared, language ? language.value : "0");
        if (picture) finish(row, picture);
      }
      button.disabled = false;
      status.textContent = added.length ? `${added.length}: ${words.done}` : "";
      const refused = rows.find((row) => row.errors.textContent);
      if (refused) refused.alt.focus();
    }

    chooser.addEventListener("change", () => {
      take(chooser.files);
      chooser.value = "";
    });
    window.pictureDrop(dialog, zone, take);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      // The form below the dialog must not hear of it.
      event.stopPropagation();
      send();
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (added.length) done(added);
    });
    document.body.append(dialog);
    dialog.showModal();
    take(files || []);
    fillIn(form);
  }

  /* Lets pictures be dropped on `target`; `zone` shows that. */
  window.pictureDrop = function (target, zone, take) {
    target.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      zone.classList.add("is-over");
    });
    target.addEventListener("dragleave", () => zone.classList.remove("is-over"));
    target.addEventListener("drop", (event) => {
      zone.classList.remove("is-over");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    });
  };

  document.addEventListener("picture-upload", (event) => open(event.detail));
})();
