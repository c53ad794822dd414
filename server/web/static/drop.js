// Files that are dropped anywhere on the page go into the form for files; without this, its button does the same.

const form = document.getElementById("drop");
const input = document.getElementById("files");
const tooMuch = document.getElementById("too-much");
const ROOM = 20_000; // bytes that the form itself takes

const holdsFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes("Files");

const fits = () => {
  const size = Array.from(input.files).reduce((sum, file) => sum + file.size, 0);
  tooMuch.hidden = size <= Number(form.dataset.most) - ROOM;
  return tooMuch.hidden;
};

const show = (event, name) => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  form.classList.toggle("near", name !== "");
  form.classList.toggle("over", name === "over");
};

document.addEventListener("dragover", (event) => show(event, form.contains(event.target) ? "over" : "near"));
document.addEventListener("dragleave", (event) => {
  if (event.relatedTarget === null) show(event, "");
});
document.addEventListener("drop", (event) => {
  if (!holdsFiles(event)) return;
  show(event, "");
  input.files = event.dataTransfer.files;
  if (fits()) form.requestSubmit();
});
input.addEventListener("change", fits);
form.addEventListener("submit", (event) => {
  if (!fits()) event.preventDefault();
});
