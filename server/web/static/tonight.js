// At most one quiet word while a question is typed. Without it, the button says the same and more.

const WAIT = 700; // milliseconds without a key
const form = document.getElementById("ask");
const box = document.getElementById("typed");
const said = document.getElementById("said");
let timer = 0;
let asked = "";

const look = async () => {
  const question = box.value.trim();
  if (question === asked) return;
  asked = question;
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.dataset.hint, { method: "POST", body });
    const { hint } = answer.ok ? await answer.json() : { hint: "" };
    if (question === box.value.trim()) said.textContent = hint;
  } catch {
    said.textContent = ""; // nobody there: typing goes on
  }
};

box.addEventListener("input", () => {
  clearTimeout(timer);
  if (!box.value.trim()) said.textContent = "";
  timer = setTimeout(look, WAIT);
});
