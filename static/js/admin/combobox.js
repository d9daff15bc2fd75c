/* A line that suggests what a server finds while somebody types: the combobox of
   https://www.w3.org/WAI/ARIA/apg/patterns/combobox/. The focus stays in the line; arrows move through
   the suggestions, Enter takes one, Esc closes. Other scripts call `officersCombobox`. */
(function () {
  "use strict";

  const PAUSE = 200;
  let lists = 0;

  /* options: address (of the JSON), found and none (words), choose(result), atLeast (letters). */
  window.officersCombobox = function (input, options) {
    const document = input.ownerDocument;
    const id = `suggestions-${(lists += 1)}`;
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let results = [];
    let active = -1;
    let latest = 0;
    let waiting;

    list.id = id;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") || options.label || "");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    input.after(list, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-expanded", "false");

    function close() {
      clearTimeout(waiting);
      latest += 1;
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = index;
      [...list.children].forEach((item, place) => {
        item.setAttribute("aria-selected", String(place === index));
        if (place === index) item.scrollIntoView({ block: "nearest" });
      });
      if (index < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[index].id);
    }

    function show(result, place) {
      const item = document.createElement("li");
      const facts = document.createElement("span");
      item.id = `${id}-${place}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      facts.className = "suggestions__facts";
      facts.textContent = [result.kind, result.state].filter(Boolean).join(", ");
      item.append(result.title, " ", facts);
      /* Before the line loses the focus */
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(place);
      });
      return item;
    }

    function take(place) {
      const result = results[place];
      close();
      options.choose(result);
    }

    async function load() {
      const turn = (latest += 1);
      const words = input.value.trim();
      if (words.length < (options.atLeast || 2)) {
        close();
        return;
      }
      try {
        const response = await fetch(`${options.address}?${new URLSearchParams({ q: words })}`, {
          headers: { Accept: "application/json" },
        });
        if (!response.ok) throw new Error(response.statusText);
        const answer = await response.json();
        if (turn !== latest) return;
        results = answer.results;
      } catch {
        /* The session has ended, or the server is away: Enter sends the form as ever. */
        if (turn === latest) close();
        return;
      }
      list.replaceChildren(...results.map(show));
      mark(-1);
      list.hidden = !results.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = results.length ? `${options.found} ${results.length}` : options.none;
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(load, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        const places = results.length + 1;
        const step = event.key === "ArrowDown" ? 1 : -1;
        mark(((active + 1 + step + places) % places) - 1);
      } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        take(active);
      }
    });
    input.addEventListener("blur", close);
    return { close };
  };
})();
