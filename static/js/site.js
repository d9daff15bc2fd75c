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
