// The button prints where there is a script; the browser's own menu does it everywhere.
const button = document.querySelector(".print");
button.hidden = false;
button.addEventListener("click", () => window.print());
