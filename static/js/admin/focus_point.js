/* A click on a picture says which part of it must stay in view; arrow keys move the mark.
   What is chosen goes into the two lists of the form, which work without this script. */
(function () {
  "use strict";

  const STEP = 10;
  const MOVES = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  function inside(percent) {
    return Math.min(100, Math.max(0, Math.round(percent / STEP) * STEP));
  }

  function start(chooser) {
    const lists = [document.getElementById("id_focus_x"), document.getElementById("id_focus_y")];
    const file = document.getElementById("id_file");
    const plane = chooser.querySelector(".focus-point__plane");
    const mark = chooser.querySelector(".focus-point__mark");
    const pictures = chooser.querySelectorAll("img");
    if (lists.includes(null)) return;

    function show() {
      const [x, y] = lists.map((list) => Number(list.value));
      mark.style.insetInlineStart = "auto";
      mark.style.left = `${x}%`;
      mark.style.top = `${y}%`;
      mark.setAttribute("aria-label", chooser.dataset.label.replace("{x}", x).replace("{y}", y));
      chooser.querySelectorAll(".focus-point__crop").forEach((picture) => {
        picture.style.objectPosition = `${x}% ${y}%`;
      });
    }

    function choose(x, y) {
      [x, y].forEach((percent, index) => {
        lists[index].value = inside(percent);
        lists[index].dispatchEvent(new Event("change", { bubbles: true }));
      });
    }

    plane.addEventListener("click", (event) => {
      // A key that presses the mark has no place.
      if (event.detail === 0) return;
      const box = plane.getBoundingClientRect();
      choose(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
      mark.focus();
    });

    mark.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      choose(Number(lists[0].value) + move[0], Number(lists[1].value) + move[1]);
    });

    lists.forEach((list) => list.addEventListener("change", show));

    /* A new file is seen before it is sent. */
    if (file) {
      file.addEventListener("change", () => {
        if (!file.files.length) return;
        const reader = new FileReader();
        reader.addEventListener("load", () => {
          pictures.forEach((picture) => {
            picture.src = reader.result;
          });
        });
        reader.readAsDataURL(file.files[0]);
      });
    }
    pictures[0].addEventListener("load", () => {
      chooser.hidden = false;
    });
    pictures[0].addEventListener("error", () => {
      chooser.hidden = true;
    });

    chooser.hidden = !pictures[0].getAttribute("src");
    show();
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".focus-point").forEach(start);
  });
})();
