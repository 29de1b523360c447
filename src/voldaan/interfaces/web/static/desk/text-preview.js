// The preview of a text beside its form: it follows what is typed, and a click on a word puts it where one was typing.
// Everything works without this file: the button under the preview does the same.
"use strict";

(() => {
  const form = document.querySelector("form[data-preview]");
  const shown = document.getElementById("voorbeeld");
  const PAUSE = 400;
  let waiting = 0, asked = 0, last = null;

  async function look() {
    const number = ++asked;
    const answer = await fetch(form.dataset.preview, { method: "POST", body: new FormData(form) });
    // An older answer that comes later says what stood there before.
    if (number !== asked || !answer.ok) return;
    // What was folded or unfolded stays so; what is new stands as it came.
    const open = new Map([...shown.querySelectorAll("details")].map((one) => [one.dataset.what, one.open]));
    shown.innerHTML = await answer.text();
    for (const one of shown.querySelectorAll("details")) one.open = open.get(one.dataset.what) ?? one.open;
    shown.dataset.number = String(number);
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  }

  form.addEventListener("input", (event) => {
    if (event.target.name !== "toelichting" && event.target.name !== "toch") later();
  });
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) last = event.target;
  });
  form.addEventListener("click", (event) => {
    const word = event.target.dataset?.word;
    if (!word) return;
    const field = last ?? form.querySelector("textarea");
    field.setRangeText(`{${word}}`, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    later();
  });
})();
