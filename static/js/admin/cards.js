/* Gives the cells of a list the names of their columns, with which a phone shows them as cards.
   The roles say that it is still a table, whatever its layout is. */
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", () => {
    const list = document.getElementById("result_list");
    if (!list || !list.tHead) return;
    const names = [...list.tHead.rows[0].cells].map((head) => {
      const text = head.querySelector(".text");
      return (text || head).textContent.trim();
    });
    list.setAttribute("role", "table");
    for (const part of [list.tHead, ...list.tBodies]) part.setAttribute("role", "rowgroup");
    for (const row of list.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, index) => {
        if (row.parentElement === list.tHead) cell.setAttribute("role", "columnheader");
        else {
          cell.setAttribute("role", cell.matches("th") ? "rowheader" : "cell");
          if (names[index] && !cell.matches(".action-checkbox, th")) cell.dataset.label = names[index];
        }
      });
    }
  });
})();
