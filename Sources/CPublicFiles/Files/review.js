// The review by keyboard: comfort only, each key presses what is on the page anyway.
"use strict";

(() => {
  const store = "annals.review.keys";
  const panel = document.getElementById("keys");
  const heading = document.getElementById("proposal");
  if (!panel || !heading) return;
  const fields = [...panel.querySelectorAll("input[data-keys]")];
  const switched = document.getElementById("keys-on");
  const wrong = document.getElementById("keys-wrong");
  const usual = Object.fromEntries(fields.map((field) => [field.dataset.keys, field.value]));
  const keys = { ...usual };

  // What was chosen earlier in this browser. Some browsers keep nothing, and that is no error.
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(store)) ?? {};
    } catch {
      return {};
    }
  };
  const keep = () => {
    try {
      localStorage.setItem(store, JSON.stringify({ on: switched.checked, keys }));
    } catch {
      // The choice then holds for this page.
    }
  };
  const isKey = (key) => typeof key === "string" && [...key].length === 1 && key.trim() !== "";
  const kept = read();
  switched.checked = kept.on !== false;
  for (const name of Object.keys(usual)) {
    if (isKey(kept.keys?.[name])) keys[name] = kept.keys[name];
  }

  // What is pressed for a key: a button, a link, or what opens.
  const target = (name) => {
    if (name === "help") return panel;
    const found = document.querySelector(`[data-key="${name}"]`);
    // On the last proposal there is no next one to skip to.
    return found ?? (name === "skip" ? document.querySelector('[data-key="next"]') : null);
  };
  const press = (name) => {
    const element = target(name);
    if (!element) return false;
    if (element instanceof HTMLDetailsElement) {
      element.open = true;
      (element.querySelector("form input:not([type=hidden])") ?? element.querySelector("summary"))
        .focus();
    } else {
      element.click();
    }
    return true;
  };

  // Each button and link shows its key.
  const show = () => {
    for (const field of fields) field.value = keys[field.dataset.keys];
    for (const hint of document.querySelectorAll("kbd.hint")) hint.remove();
    for (const name of switched.checked ? Object.keys(keys) : []) {
      const element = target(name);
      const place = element instanceof HTMLDetailsElement ? element.querySelector("summary") : element;
      if (!place) continue;
      const hint = document.createElement("kbd");
      hint.className = "hint";
      // What a key is called is said by aria-keyshortcuts.
      hint.ariaHidden = "true";
      hint.textContent = keys[name];
      place.append(hint);
      place.setAttribute("aria-keyshortcuts", keys[name]);
    }
    if (!switched.checked) {
      for (const place of document.querySelectorAll("[aria-keyshortcuts]")) {
        place.removeAttribute("aria-keyshortcuts");
      }
    }
  };

  document.addEventListener("keydown", (event) => {
    if (!switched.checked || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest("input, select, textarea, [contenteditable]")) return;
    const name = Object.keys(keys).find((name) => keys[name] === event.key);
    if (name && press(name)) event.preventDefault();
  });

  // Escape closes what a key opened and leads back to the proposal.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = event.target.closest("details.amend, details.keys");
    if (!open) return;
    open.open = false;
    heading.focus();
  });

  for (const field of fields) {
    field.addEventListener("change", () => {
      const name = field.dataset.keys;
      const isTaken = Object.keys(keys).some((other) => other !== name && keys[other] === field.value);
      const isWrong = !isKey(field.value) || isTaken;
      wrong.hidden = !isWrong;
      field.ariaInvalid = isWrong ? "true" : null;
      if (isWrong) return;
      keys[name] = field.value;
      keep();
      show();
    });
  }
  switched.addEventListener("change", () => {
    keep();
    show();
  });
  document.getElementById("keys-usual").addEventListener("click", () => {
    Object.assign(keys, usual);
    wrong.hidden = true;
    for (const field of fields) field.ariaInvalid = null;
    keep();
    show();
  });
  panel.hidden = false;
  show();

  // A form is sent once, however often its button is pressed.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });

  // Who comes from a proposal is led to the next one, which is read out with what was done before.
  const comesFromReview = (() => {
    try {
      const from = new URL(document.referrer);
      return from.origin === location.origin && from.pathname.startsWith("/review");
    } catch {
      return false;
    }
  })();
  if (!location.hash) document.getElementById("passage")?.scrollIntoView({ block: "center" });
  const error = document.querySelector(".amend [aria-invalid=true], .proposal > .error");
  if (error) {
    if (error.tabIndex < 0) error.tabIndex = -1;
    error.focus();
  } else if (comesFromReview) {
    const lead = () => {
      heading.focus({ preventScroll: true });
      const box = heading.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) heading.scrollIntoView({ block: "nearest" });
      const live = document.getElementById("said");
      const parts = [...document.querySelectorAll(".notice p, #status p")]
        .map((part) => part.textContent.trim());
      // A region tells what changes in it after it was read.
      setTimeout(() => {
        live.textContent = [...parts, heading.textContent.trim()].join(". ");
      }, 150);
    };
    // Going to the passage that the address names takes the focus away, and comes with the first
    // frame that is drawn after loading.
    const later = () => requestAnimationFrame(() => requestAnimationFrame(lead));
    if (document.readyState === "complete") later();
    else window.addEventListener("load", later);
  }
})();
