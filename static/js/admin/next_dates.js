// Shows the next dates beside the choices that make them, as soon as they are typed. Without
// JavaScript they open in a tab of their own, from the same address.
const PAUSE = 600;
const button = document.querySelector("[data-show-dates]");
const answer = document.getElementById("next-dates");
const form = button.form;
let waiting = 0;
let asked = 0;

const row = document.querySelector(".form-row.field-recurrence") ||
  document.querySelector(".form-row.field-repeats");
row?.after(button.parentElement);

async function show() {
  const number = ++asked;
  try {
    const response = await fetch(button.formAction, {
      method: "POST",
      headers: { "X-Requested-With": "fetch" },
      body: new FormData(form),
    });
    // What was asked later counts.
    if (number !== asked) return;
    if (response.ok) answer.innerHTML = await response.text();
    else answer.textContent = button.dataset.failed;
  } catch {
    answer.textContent = button.dataset.failed;
  }
}

function soon() {
  clearTimeout(waiting);
  const named = (name) => form.elements.namedItem(name)?.value;
  const hasEnd = form.elements.namedItem("ends_time") || named("ends_at_0");
  if (named("starts_at_0") && hasEnd && named("repeats")) waiting = setTimeout(show, PAUSE);
}

button.addEventListener("click", (event) => {
  event.preventDefault();
  show();
});
const DATES = '[name^="starts_at_"], [name^="ends_"], [name^="repeats"], [name="recurrence"], [name="is_all_day"], [name="time_zone"]';
for (const kind of ["input", "change"]) {
  form.addEventListener(kind, (event) => {
    if (event.target.matches(DATES)) soon();
  });
}
// The calendar of Django's admin tells nobody of the day that was chosen in it.
document.addEventListener("click", (event) => {
  if (event.target.closest(".calendarbox, .clockbox, .datetimeshortcuts")) soon();
});
