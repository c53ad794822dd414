// A note that is changed in its box opens changed in the mail program, and its words are counted as one types.
"use strict";

const BELOW = "\n\n– – –\n\n";

const link = (subject, body) =>
  `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\r?\n/g, "\r\n"))}`;

const words = (text) => (text.trim() ? text.trim().split(/\s+/).length : 0);

const all = document.getElementById("mail-all");

const freshen = (box) => {
  const mail = document.getElementById(box.dataset.mail);
  if (mail) mail.href = link(box.dataset.subject, box.value);
  const count = document.querySelector(`[data-count="${box.id}"]`);
  if (count) count.textContent = String(words(box.value));
  if (!all) return;
  const boxes = all.dataset.parts.split(" ").map((id) => document.getElementById(id));
  all.href = link(all.dataset.subject, boxes.map((one) => one.value).join(BELOW));
};

for (const box of document.querySelectorAll("textarea[data-mail]")) {
  box.addEventListener("input", () => freshen(box));
}
