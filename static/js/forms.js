/* Errors get the focus, and a second click on "send" sends nothing twice. */

document.querySelector("[data-error-summary]")?.focus();

for (const form of document.querySelectorAll("form[method=post]")) {
  let sentAt = -Infinity;
  form.addEventListener("submit", (event) => {
    // Only for a moment: when the connection breaks, pressing again has to work.
    if (event.timeStamp - sentAt < 2000) event.preventDefault();
    else sentAt = event.timeStamp;
  });
}
