/* Shows a gallery's pictures one by one in a dialog: arrow keys, Escape, and the focus returns. */

function element(name, properties = {}, children = []) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function button(text, onclick) {
  return element("button", { type: "button", className: "button button--small", textContent: text, onclick });
}

export function openViewer(event, gallery) {
  const figures = [...gallery.querySelectorAll("figure")];
  let at = figures.findIndex((figure) => figure.querySelector("a") === event.target.closest("a"));
  if (at < 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();

  const picture = element("img");
  const caption = element("figcaption");
  const words = gallery.dataset;
  const show = (step) => {
    at = (at + step + figures.length) % figures.length;
    const link = figures[at].querySelector("a");
    picture.src = link.href;
    picture.alt = link.querySelector("img").alt;
    caption.replaceChildren(...figures[at].querySelector("figcaption").cloneNode(true).childNodes);
  };
  const dialog = element("dialog", { className: "viewer" }, [
    element("figure", { className: "figure", ariaLive: "polite" }, [picture, caption]),
    element("div", { className: "viewer__bar" }, [
      button(words.previous, () => show(-1)),
      button(words.next, () => show(1)),
      button(words.close, () => dialog.close()),
    ]),
  ]);
  dialog.ariaLabel = gallery.getAttribute("aria-label") ?? words.label;
  dialog.addEventListener("keydown", (key) => {
    const onward = getComputedStyle(dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = onward === "ArrowRight" ? "ArrowLeft" : "ArrowRight";
    if (key.key === onward) show(1);
    if (key.key === back) show(-1);
  });
  dialog.addEventListener("close", () => dialog.remove());
  show(0);
  document.body.append(dialog);
  dialog.showModal();
}
