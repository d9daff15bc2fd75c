// Looks places up without leaving the form, and fills in the one that was chosen. Without
// JavaScript the same buttons show the form again.
const FIELDS = ["country", "latitude", "longitude", "time_zone"];

for (const finder of document.querySelectorAll("[data-place-finder]")) {
  const input = finder.querySelector("input");
  const status = finder.querySelector(".place-finder__said");
  const answer = finder.querySelector(".place-finder__answer");
  const words = finder.dataset;
  let asked = 0;

  const say = (...sentences) => {
    status.replaceChildren(...sentences.map((sentence) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = sentence;
      return paragraph;
    }));
  };

  const find = async () => {
    const number = ++asked;
    try {
      const address = `${words.placeFinder}?${new URLSearchParams({ place: input.value })}`;
      const response = await fetch(address);
      if (!response.ok || response.redirected) throw new Error(response.status);
      const html = await response.text();
      // What was asked later counts.
      if (number !== asked) return;
      answer.innerHTML = html;
      // A region that was there before is read out.
      const said = answer.querySelector("[data-said]");
      say(said.textContent);
      said.remove();
    } catch {
      answer.replaceChildren();
      say(words.failed);
    }
  };

  const labelOf = (field) => field.labels[0].textContent.trim().replace(/:$/, "");

  const shown = (field) => field.selectedOptions ? field.selectedOptions[0].textContent : field.value;

  const use = (place) => {
    const sentences = [];
    for (const name of FIELDS) {
      const field = input.form.elements.namedItem(name);
      const value = place.dataset[name];
      if (!field || !value || field.value === value) continue;
      const before = field.value && shown(field);
      field.value = value;
      for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      const parts = { field: labelOf(field), now: shown(field), before };
      const sentence = before ? words.replaced : words.filled;
      sentences.push(sentence.replace(/%\((\w+)\)s/g, (_all, part) => parts[part]));
    }
    answer.replaceChildren();
    input.value = "";
    input.focus();
    say(...(sentences.length ? sentences : [words.nothing]));
  };

  finder.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    event.preventDefault();
    if (button.name === "_use_place") use(button);
    else find();
  });
  // Enter looks up, where it would save the form.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    find();
  });
}
