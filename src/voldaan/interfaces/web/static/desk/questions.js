// The question list: how much is still to place while amounts are typed, and Enter that means what stands beside it.
// Everything works without this file; the server counts again.
"use strict";

(() => {
  const language = document.documentElement.lang;
  const shown = new Intl.NumberFormat(language === "en" ? "en" : "nl", { minimumFractionDigits: 2 });

  const notation = language === "en" ? /^(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?$/
    : /^(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?:,[0-9]{1,2})?$|^[0-9]+\.[0-9]{2}$/;

  // "1.250,50" (in English "1,250.50") and "12.50" in cents; NaN where the server would refuse it.
  function cents(text) {
    const typed = text.replace(/[€\s]/g, "");
    if (!typed) return 0;
    if (!notation.test(typed)) return NaN;
    const [, euros, rest] = /^(.*?)(?:[.,]([0-9]{1,2}))?$/.exec(typed);
    return Number(euros.replace(/[.,]/g, "")) * 100 + Number((rest ?? "").padEnd(2, "0"));
  }

  function count(split) {
    const typed = [...split.querySelectorAll("input[inputmode=decimal]")].map((field) => cents(field.value));
    const left = Number(split.dataset.split) - typed.reduce((sum, each) => sum + each, 0);
    const output = split.querySelector("output");
    output.textContent = Number.isNaN(left) ? "?" : `${left < 0 ? "-" : ""}€ ${shown.format(Math.abs(left) / 100)}`;
    output.classList.toggle("wrong", !(left >= 0));
  }

  function fill(form, choice) {
    const split = form.querySelector("[data-split]");
    split.querySelectorAll("[data-way]").forEach((field) => {
      field.value = field.dataset.way === choice ? field.dataset.gets ?? "" : "";
    });
    count(split);
  }

  document.querySelectorAll("[data-split]").forEach(count);
  document.addEventListener("input", (event) => {
    const split = event.target.closest("[data-split]");
    if (split) count(split);
  });
  document.addEventListener("change", (event) => {
    if (event.target.name === "manier") fill(event.target.form, event.target.value);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("details input")) return;
    event.preventDefault();
    event.target.closest("details").querySelector("[data-enter]").click();
  });
})();
