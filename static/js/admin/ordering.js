/* Rows with a position are put in order by buttons or by their handle (WCAG 2.2, 2.5.7): rows
   below a form, and lists that are shown whole. Without this script the position is a number. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;
  const POSITION = 'input[name$="-position"]';
  const status = document.createElement("p");
  let dragged = null;

  /* The rows that `row` can change places with, itself among them. */
  function rowsBeside(row) {
    const place = placeOf(row);
    return [...row.parentElement.children].filter(
      (other) => other.querySelector(".order-buttons") && placeOf(other) === place,
    );
  }

  /* Pages are ordered within the place where they are listed. */
  function placeOf(row) {
    const cell = row.querySelector(":scope > .field-place");
    return cell ? cell.textContent : "";
  }

  function nameOf(row) {
    const shown = row.querySelector(".inline_label, .original p, :scope > th a");
    const typed = [...row.querySelectorAll('input[type="text"]')].find((input) => input.value);
    return ((typed && !row.matches(".has_original") && typed.value) ||
      (shown && shown.firstChild.textContent.trim()) || (typed && typed.value) || words.entry);
  }

  function isBlank(row) {
    if (row.matches(".has_original") || row.closest("#result_list")) return false;
    const fields = row.querySelectorAll('input:not([type="hidden"], [type="checkbox"]), textarea, select');
    return ![...fields].some((field) => !field.matches(POSITION) && field.value);
  }

  /* An editor does not survive being moved, so it is taken down and set up again. */
  function withoutEditors(row, step) {
    const areas = [...row.querySelectorAll("textarea[data-type=ckeditortype]")].filter(
      (area) => window.CKEDITOR && window.CKEDITOR.instances[area.id],
    );
    for (const area of areas) window.CKEDITOR.instances[area.id].destroy();
    step();
    for (const area of areas) window.CKEDITOR.replace(area.id, JSON.parse(area.dataset.config));
  }

  function put(row, before) {
    const errors = row.previousElementSibling;
    withoutEditors(row, () => {
      row.parentElement.insertBefore(row, before);
      if (errors && errors.matches(".row-form-errors")) row.before(errors);
    });
  }

  function move(row, to) {
    const rows = rowsBeside(row);
    const from = rows.indexOf(row);
    if (to < 0 || to >= rows.length || to === from) return;
    put(row, to < from ? rows[to] : rows[to].nextSibling);
    const ordered = rowsBeside(row);
    ordered.forEach((one, index) => {
      if (!isBlank(one)) one.querySelector(POSITION).value = index + 1;
    });
    ordered.forEach(refresh);
    status.textContent = words.moved
      .replace("{name}", nameOf(row))
      .replace("{place}", to + 1)
      .replace("{count}", ordered.length);
    row.querySelector(POSITION).dispatchEvent(new Event("change", { bubbles: true }));
  }

  function refresh(row) {
    const rows = rowsBeside(row);
    const index = rows.indexOf(row);
    const enabled = { first: index > 1, up: index > 0, down: index < rows.length - 1 };
    for (const button of row.querySelectorAll(".order-buttons button")) {
      button.disabled = !enabled[button.dataset.move];
      button.setAttribute("aria-label", `${words[button.dataset.move]}: ${nameOf(row)}`);
    }
  }

  function press(button, row) {
    const rows = rowsBeside(row);
    const index = rows.indexOf(row);
    move(row, { first: 0, up: index - 1, down: index + 1 }[button.dataset.move]);
    const next = button.disabled ? row.querySelector(".order-buttons button:enabled") : button;
    if (next) next.focus();
  }

  function addButtons(row) {
    const position = row.querySelector(POSITION);
    if (!position || row.matches(".empty-form") || row.querySelector(".order-buttons")) return;
    const box = document.createElement("div");
    box.className = "order-buttons";
    const handle = document.createElement("span");
    handle.className = "order-buttons__handle";
    handle.textContent = "⠿";
    handle.title = words.drag;
    handle.setAttribute("aria-hidden", "true");
    handle.addEventListener("pointerdown", (event) => startDrag(event, row, handle));
    box.append(handle);
    for (const [name, sign] of [["first", "⤒"], ["up", "↑"], ["down", "↓"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = words[name];
      button.dataset.move = name;
      button.addEventListener("click", () => press(button, row));
      box.append(button);
    }
    const line = position.closest("td") || position.closest(".form-row");
    if (line.matches("td")) line.append(box);
    else row.querySelector("h3").after(box);
    (line.matches("td") ? position : line).hidden = true;
  }

  function startDrag(event, row, handle) {
    event.preventDefault();
    dragged = { row, to: null };
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (moved) => {
      const rows = rowsBeside(row);
      const over = rows.findIndex((one) => moved.clientY < one.getBoundingClientRect().bottom);
      dragged.to = over < 0 ? rows.length - 1 : over;
      rows.forEach((one, index) => one.classList.toggle("is-drop-place", index === dragged.to));
      row.classList.add("is-dragged");
    };
    handle.onpointerup = handle.onpointercancel = (end) => {
      handle.onpointermove = handle.onpointerup = handle.onpointercancel = null;
      rowsBeside(row).forEach((one) => one.classList.remove("is-drop-place", "is-dragged"));
      if (end.type === "pointerup" && dragged.to !== null) move(row, dragged.to);
      dragged = null;
    };
  }

  /* Django numbers the rows anew by their order when a new one is removed: stored ones first. */
  function keepNumbers(event) {
    const link = event.target.closest(".inline-deletelink");
    const group = link && link.closest(".inline-group");
    if (!group || !group.querySelector(".order-buttons")) return;
    const gone = link.closest(".inline-related:not(.tabular), tr");
    const shown = rowsBeside(gone);
    const number = (row) => Number(row.id.slice(row.id.lastIndexOf("-") + 1));
    const end = shown.at(-1).nextSibling;
    [...shown].sort((a, b) => number(a) - number(b)).forEach((row) => put(row, end));
    setTimeout(() => {
      shown.filter((row) => row !== gone).forEach((row) => put(row, end));
      shown.filter((row) => row !== gone).forEach(refresh);
    });
  }

  /* What is left out by a filter, or is on another page, would lose its place. */
  function isShownWhole(list) {
    const names = [...new URLSearchParams(location.search).keys()];
    return (names.every((name) => name === "place__exact" || name === "_changelist_filters") &&
      list.querySelector("th.column-position.sorted.ascending") &&
      !document.querySelector(".paginator a"));
  }

  function addAll() {
    const list = document.getElementById("result_list");
    const rows = list && isShownWhole(list) ? [...list.tBodies[0].rows] : [];
    rows.push(...document.querySelectorAll(".inline-group .inline-related:not(.tabular), .inline-group tbody > tr, .arrangement > tbody > tr"));
    rows.forEach(addButtons);
    rows.filter((row) => row.querySelector(".order-buttons")).forEach(refresh);
  }

  document.addEventListener("DOMContentLoaded", () => {
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    const main = document.getElementById("content-main");
    if (main) main.append(status);
    addAll();
    document.addEventListener("formset:added", addAll);
    document.addEventListener("click", keepNumbers, true);
    document.addEventListener("change", (event) => {
      const row = event.target.closest("tr, .inline-related:not(.tabular)");
      if (row && row.querySelector(".order-buttons")) refresh(row);
    });
  });
})();
