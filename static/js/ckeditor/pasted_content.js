/* Plugin of CKEditor 4: what is pasted keeps its order of headings, its tables get heads, and the
   officer is told what cannot stand in a text (content/text/html/editor.py has the words). */
(function () {
  "use strict";

  /* As content/text/html/dropped_content.py counts; the editor drops them before anything is sent. */
  const DROPPED = {
    pictures: "img, svg, canvas",
    embedded: "video, audio, iframe, object, embed, applet",
    fields: "input:not([type=hidden]), select, textarea, button",
  };

  /* The page has the h1. */
  function lowerHeadings(root) {
    for (const heading of root.querySelectorAll("h1, h5, h6")) {
      const lower = root.ownerDocument.createElement(heading.matches("h1") ? "h2" : "h4");
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
  }

  function isBold(cell) {
    const words = cell.textContent.trim();
    const bold = [...cell.querySelectorAll("b, strong")].map((part) => part.textContent).join("");
    return words === bold.trim() || parseInt(cell.style.fontWeight, 10) >= 600 || cell.style.fontWeight === "bold";
  }

  /* Word marks no heads. Elsewhere a first row is one if it alone is bold. */
  function makeHead(table) {
    const [first, second] = table.rows;
    const cells = first ? [...first.cells] : [];
    if (!second || table.querySelector("th, thead, table") || table.parentElement.closest("table")) return;
    if (cells.some((cell) => cell.colSpan > 1 || cell.rowSpan > 1)) return;
    const isMarked = cells.every(isBold) && first.textContent.trim() && ![...second.cells].every(isBold);
    if (!isMarked && !/\bMso/.test(table.className)) return;
    for (const cell of cells) {
      const head = table.ownerDocument.createElement("th");
      head.scope = "col";
      head.append(...cell.childNodes);
      cell.replaceWith(head);
    }
    table.createTHead().append(first);
  }

  function isSeen(element) {
    const sizes = [element.getAttribute("width"), element.getAttribute("height")];
    return !sizes.includes("0") && !sizes.includes("1") && !element.closest("[hidden], figure[data-picture]");
  }

  function noticeOf(root, words) {
    const lost = Object.entries(DROPPED)
      .map(([kind, selector]) => [kind, [...root.querySelectorAll(selector)].filter(isSeen).length])
      .filter(([, count]) => count)
      .map(([kind, count]) => `${words[kind]}: ${count}.`);
    return lost.length ? [words.left, ...lost, words.instead].join(" ") : "";
  }

  CKEDITOR.plugins.add("pastedcontent", {
    requires: "clipboard,notification",

    init(editor) {
      /* After the filter for Word (3), before what is not allowed is dropped (6) */
      editor.on("paste", (event) => {
        const { dataTransfer, dataValue } = event.data;
        if (!dataValue || dataTransfer.getTransferType(editor) !== CKEDITOR.DATA_TRANSFER_EXTERNAL) return;
        const root = new DOMParser().parseFromString(dataValue, "text/html").body;
        lowerHeadings(root);
        root.querySelectorAll("table").forEach(makeHead);
        event.data.dataValue = root.innerHTML;
        const notice = noticeOf(root, editor.config.pastedContent);
        /* Until it is closed: nobody reads and pastes at once. */
        if (notice) editor.showNotification(CKEDITOR.tools.htmlEncode(notice), "warning", 0);
      }, null, null, 4);
    },
  });
})();
