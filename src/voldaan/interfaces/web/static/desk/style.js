// The form of a house style: a colour can be picked, and the example follows what is filled in.
// Everything works without this file: the button shows the example.
"use strict";

(() => {
  const form = document.querySelector("form.style-form");
  let asked = 0;
  let later;

  document.querySelectorAll("input[data-colour]").forEach((picker) => {
    const field = document.getElementById(picker.dataset.colour);
    const follow = () => { if (/^#[0-9a-f]{6}$/i.test(field.value)) picker.value = field.value.toLowerCase(); };
    picker.hidden = false;
    follow();
    field.addEventListener("input", follow);
    picker.addEventListener("input", () => { field.value = picker.value; });
  });

  // Only the newest answer counts: an earlier one can come in later.
  async function look() {
    const number = ++asked;
    const filled = new FormData(form);
    filled.set("doe", "kijk");
    const answer = await fetch(form.action, { method: "POST", body: filled });
    if (number !== asked || !answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of ["voorbeeld", "fouten"]) {
      document.getElementById(part).replaceWith(document.adoptNode(page.getElementById(part)));
    }
    const wrong = page.querySelectorAll("form.style-form .field .wrong");
    form.querySelectorAll(".field .wrong").forEach((each, place) => each.replaceChildren(...wrong[place].childNodes));
  }

  form.addEventListener("change", (event) => {
    if (event.target.id === "toelichting") return;
    clearTimeout(later);
    later = setTimeout(look, 150);
  });
})();
