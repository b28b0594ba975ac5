"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

for (const tab of all(".tab")) {
  tab.addEventListener("click", () => {
    for (const other of all(".tab")) other.setAttribute("aria-selected", String(other === tab));
    for (const run of all(".run")) run.hidden = run.dataset.run !== tab.dataset.run;
  });
}

for (const run of all(".run")) {
  const cards = all(".card", run);
  const search = run.querySelector("input");
  const filter = () => {
    const on = { state: new Set(), type: new Set() };
    for (const chip of all(".chip", run)) {
      if (chip.getAttribute("aria-pressed") === "true") on[chip.dataset.group].add(chip.dataset.value);
    }
    const words = search.value.trim().toLowerCase();
    let shown = 0;
    for (const card of cards) {
      const fits = on.state.has(card.dataset.state) && on.type.has(card.dataset.type);
      card.hidden = !(fits && (!words || card.textContent.toLowerCase().includes(words)));
      shown += card.hidden ? 0 : 1;
    }
    run.querySelector("output").textContent = `${shown} / ${cards.length} 题`;
  };
  for (const chip of all(".chip", run)) {
    chip.addEventListener("click", () => {
      chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
      filter();
    });
    // A double click leaves only this one on in its group; another gives all back.
    chip.addEventListener("dblclick", () => {
      const group = all(`.chip[data-group="${chip.dataset.group}"]`, run);
      const alone = group.every((other) => (other.getAttribute("aria-pressed") === "true") === (other === chip));
      for (const other of group) other.setAttribute("aria-pressed", String(alone || other === chip));
      filter();
    });
  }
  search.addEventListener("input", filter);
  filter();
}

document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
