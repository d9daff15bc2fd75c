// Shows the next dates beside the choices that make them. Without JavaScript they open in a tab
// of their own, from the same address.
const button = document.querySelector("[data-show-dates]");
const answer = document.getElementById("next-dates");

document.querySelector(".form-row.field-recurrence")?.after(button.parentElement);

button.addEventListener("click", async (event) => {
  event.preventDefault();
  const response = await fetch(button.formAction, {
    method: "POST",
    headers: { "X-Requested-With": "fetch" },
    body: new FormData(button.form),
  });
  if (response.ok) answer.innerHTML = await response.text();
  else answer.textContent = button.dataset.failed;
});
