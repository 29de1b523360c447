// One key per act, for whoever spends the day here. Everything works without this file.
// A key acts on the row that has the focus, else on the page; where neither can, it only moves to the first row. The keys can be switched off (WCAG 2.1.4).
"use strict";

(() => {
  const dialog = document.getElementById("toetsen");
  const opener = document.getElementById("toon-toetsen");
  const tick = document.getElementById("toetsen-aan");
  if (!dialog || !opener || !tick) return;
  const kept = { get: () => { try { return localStorage.getItem("toetsen"); } catch { return null; } },
                 set: (value) => { try { localStorage.setItem("toetsen", value); } catch { /* nothing is kept */ } } };

  tick.checked = kept.get() !== "uit";
  tick.addEventListener("change", () => kept.set(tick.checked ? "aan" : "uit"));
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());

  const rows = () => [...document.querySelectorAll("[data-row]")];
  const current = () => document.activeElement?.closest("[data-row]");
  const handle = (row) => (row?.matches("section") ? row : row?.querySelector("[data-key]") ?? row);

  function move(by) {
    const all = rows();
    if (!all.length) return;
    const here = all.indexOf(current());
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
    handle(all[next]).focus();
    all[next].scrollIntoView({ block: "nearest" });
  }

  function act(key) {
    const wanted = `[data-key="${key}"]`;
    const row = current();
    const outside = [...document.querySelectorAll(wanted)].find((each) => !each.closest("[data-row]"));
    const target = row?.querySelector(wanted) ?? outside;
    if (target) press(target); else if (!row) move(1);
  }

  function press(target) {
    target.click();
    if (target.matches("summary") && target.parentElement.open) target.parentElement.querySelector("input").focus();
  }

  function choose(place) {
    const choice = current()?.querySelectorAll("[data-choice]")[place - 1];
    if (!choice) return;
    if (choice.matches("[type=radio]")) choice.click();
    choice.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
    if (event.key === "?") {
      if (dialog.open) dialog.close(); else dialog.showModal();
      event.preventDefault();
      return;
    }
    if (dialog.open || !tick.checked) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (/^[1-9]$/.test(event.key)) choose(Number(event.key));
    else if (/^[a-z]$/.test(event.key) && document.querySelector(`[data-key="${event.key}"]`)) act(event.key);
    else return;
    event.preventDefault();
  });
})();
