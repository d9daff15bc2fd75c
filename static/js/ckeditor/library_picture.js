/* Plugin of CKEditor 4: a picture of the library in a text, as <figure data-picture="12">.
   The list comes from the admin (content/admin/library/picture_library.py); the words and its address
   come in the editor's configuration (content/text/html/editor.py). */
(function () {
  "use strict";

  function make(tag, attributes, children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      element.setAttribute(name, value);
    }
    element.append(...(children || []));
    return element;
  }

  /* A dialog of the page itself: the browser keeps the focus inside and closes it with Esc. */
  function openLibrary(config, choose) {
    const words = config.words;
    const search = make("input", { type: "search", "aria-label": words.search, placeholder: words.search });
    const form = make("form", { class: "library__search", role: "search" }, [search]);
    const status = make("p", { class: "library__status", role: "status" });
    const list = make("ul", { class: "library__list", role: "list" });
    const more = make("button", { type: "button", class: "button", hidden: "" }, [words.more]);
    const close = make("button", { type: "button", class: "library__close" }, [words.close]);
    const uploads = document.getElementById("picture-upload");
    const upload = make("button", { type: "button", class: "button" }, [uploads ? uploads.dataset.several : ""]);
    upload.hidden = !uploads;
    const dialog = make("dialog", { class: "library", "aria-labelledby": "library-title" }, [
      make("div", { class: "library__head" }, [
        make("h2", { id: "library-title" }, [words.choose]),
        upload,
        close,
      ]),
      form,
      status,
      list,
      more,
    ]);
    let next = 1;
    let latest = 0;
    let waiting;

    function show(picture) {
      const button = make("button", { type: "button" }, [
        make("img", { src: picture.preview, alt: "", width: picture.width, height: picture.height, loading: "lazy" }),
        make("span", {}, [picture.title]),
      ]);
      button.addEventListener("click", () => {
        dialog.close();
        choose([picture]);
      });
      list.append(make("li", {}, [button]));
      return button;
    }

    async function load(fresh) {
      const turn = (latest += 1);
      const query = new URLSearchParams({ q: search.value, page: fresh ? 1 : next });
      let answer;
      try {
        const response = await fetch(`${config.list}?${query}`, { headers: { Accept: "application/json" } });
        if (!response.ok) throw new Error(response.statusText);
        answer = await response.json();
      } catch {
        status.textContent = words.failed;
        return;
      }
      if (turn !== latest) return;
      if (fresh) list.replaceChildren();
      const buttons = answer.pictures.map(show);
      next = answer.next;
      more.hidden = !next;
      status.textContent = list.children.length ? `${words.found} ${list.children.length}` : words.none;
      if (!fresh && buttons.length) buttons[0].focus();
    }

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      load(true);
    });
    search.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(load, 250, true);
    });
    more.addEventListener("click", () => load(false));
    /* What has just been uploaded goes into the text at once. */
    function uploadInto(files) {
      const done = (pictures) => {
        dialog.close();
        choose(pictures);
      };
      document.dispatchEvent(new CustomEvent("picture-upload", { detail: { several: true, files, done } }));
    }
    upload.addEventListener("click", () => uploadInto([]));
    if (uploads) window.pictureDrop(dialog, list, uploadInto);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    search.focus();
    load(true);
    return dialog;
  }

  function previewOf(editor, number) {
    return editor.config.libraryPicture.preview.replace("/0/", `/${number}/`);
  }

  /* A picture that stays selected swallows what is typed, and a table would replace it. */
  function goOnBelow(editor) {
    const picture = editor.widgets.focused;
    if (!picture) return;
    let next = picture.wrapper.getNext((node) => node.type === CKEDITOR.NODE_ELEMENT);
    if (!next || !next.is("p")) {
      next = editor.document.createElement("p");
      next.appendBogus();
      next.insertAfter(picture.wrapper);
    }
    const range = editor.createRange();
    range.moveToElementEditStart(next);
    range.select();
    range.scrollIntoView();
  }

  CKEDITOR.plugins.add("librarypicture", {
    requires: "widget",

    init(editor) {
      const config = editor.config.libraryPicture;

      editor.widgets.add("librarypicture", {
        allowedContent: "figure[!data-picture]",
        requiredContent: "figure[data-picture]",
        pathName: config.words.picture,

        upcast(element) {
          const number = element.attributes["data-picture"];
          if (element.name !== "figure" || !/^\d+$/.test(number || "")) return false;
          element.children.length = 0;
          element.add(
            new CKEDITOR.htmlParser.element("img", {
              src: previewOf(editor, number),
              alt: `${config.words.picture} ${number}`,
            }),
          );
          return true;
        },

        downcast(element) {
          return new CKEDITOR.htmlParser.element("figure", {
            "data-picture": element.attributes["data-picture"],
          });
        },
      });

      editor.addCommand("librarypicture", {
        allowedContent: "figure[!data-picture]",
        requiredContent: "figure[data-picture]",
        exec(instance) {
          let chosen = false;
          instance.lockSelection();
          const dialog = openLibrary(config, (pictures) => {
            chosen = true;
            instance.focus();
            instance.unlockSelection(true);
            pictures.forEach((picture) => {
              instance.insertHtml(`<figure data-picture="${Number(picture.id)}"></figure>`);
              goOnBelow(instance);
            });
          });
          dialog.addEventListener("close", () => {
            if (chosen) return;
            instance.focus();
            instance.unlockSelection(true);
          });
        },
      });

      editor.ui.addButton("LibraryPicture", {
        label: config.words.choose,
        command: "librarypicture",
        icon: config.icon,
      });
    },
  });

  /* A table has heads, and is as wide as what is in it. */
  CKEDITOR.on("dialogDefinition", (event) => {
    if (event.data.name !== "table") return;
    const info = event.data.definition.getContents("info");
    const heads = info && info.get("selHeaders");
    if (heads) heads.default = "row";
  });
})();
