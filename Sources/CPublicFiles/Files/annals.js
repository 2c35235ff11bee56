// Comfort for the pages; all of them work without it.
"use strict";

// A passage under the pointer or the focus lights its note, wherever that stands, and back.
for (const link of document.querySelectorAll("mark a[data-passage]")) {
  const name = link.dataset.passage;
  const note = document.getElementById("n" + name);
  if (!note) continue;
  const mark = link.parentElement;
  const light = (on) => () => {
    note.classList.toggle("lit", on);
    mark.classList.toggle("lit", on);
  };
  for (const element of [link, note]) {
    element.addEventListener("mouseenter", light(true));
    element.addEventListener("mouseleave", light(false));
    element.addEventListener("focusin", light(true));
    element.addEventListener("focusout", light(false));
  }
}

// A form sends only what was filled in, so that addresses stay short enough to be read aloud.
for (const form of document.querySelectorAll("form[method=get]")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) {
      if (field.name && field.value === "") field.disabled = true;
    }
  });
}
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[method=get] :disabled")) {
    field.disabled = false;
  }
});

// On the timeline the arrow keys, + and - do what the buttons with those marks do.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest("input, select, textarea, button, summary")) return;
  for (const link of document.querySelectorAll("nav.zoom a[data-key]")) {
    if (link.dataset.key === event.key) {
      event.preventDefault();
      link.click();
      return;
    }
  }
});
