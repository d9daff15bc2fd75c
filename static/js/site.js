/* What a page does better with script; without it every page is complete. */

for (const tools of document.querySelectorAll("[data-share-title]")) {
  const share = tools.querySelector("[data-share]");
  const print = tools.querySelector("[data-print]");
  const page = { title: tools.dataset.shareTitle, url: location.href };
  if (navigator.share && navigator.canShare?.(page)) {
    share.hidden = false;
    // Closing the share menu is no fault.
    share.addEventListener("click", () => navigator.share(page).catch(() => {}));
  }
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const { openViewer } = await import("./gallery.js");
  gallery.addEventListener("click", (event) => openViewer(event, gallery));
}

for (const clock of document.querySelectorAll("[data-clock]")) {
  const { showTime } = await import("./clock.js");
  showTime(clock);
}

// An open part of the menu closes by Escape, and when somebody goes on elsewhere.
const parts = document.querySelectorAll("details[name=main-menu]");
function closeMenu(event) {
  for (const part of parts) {
    if (part.open && !part.contains(event.target)) part.open = false;
  }
}
if (parts.length) {
  document.addEventListener("pointerdown", closeMenu);
  document.addEventListener("focusin", closeMenu);
  document.addEventListener("keydown", ({ key }) => {
    const part = key === "Escape" && [...parts].find(({ open }) => open);
    if (!part) return;
    part.open = false;
    if (part.contains(document.activeElement)) part.querySelector("summary").focus();
  });
}
