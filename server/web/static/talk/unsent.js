// On every page of ours: what a talk left unsent in this browser is sent, and what is of an interview that is no more goes.

import { CACHE, interviews, Kept } from "./kept.js";
import { deliver } from "./sending.js";

const LEAVING = "Something you wrote in a talk is not sent yet. If you leave, it goes from this browser. Leave all the same?";
const token = document.querySelector("[name=csrf_token]")?.value;
const here = document.getElementById("talk")?.dataset.interview; // sends for itself
const shown = new Set([...document.querySelectorAll("a[href^='/interviews/']")].map((one) => one.pathname.split("/")[2]));

for (const form of document.querySelectorAll("form.leaves")) {
  form.addEventListener("submit", (event) => {
    const lost = interviews().some((one) => new Kept(one).unsent().length);
    if (lost && !window.confirm(LEAVING)) event.preventDefault();
  });
}

for (const interview of token ? interviews() : []) {
  const kept = new Kept(interview);
  const unsent = kept.unsent();
  if (interview === here || (shown.has(interview) && !unsent.length)) continue;
  const outcome = await deliver(kept, unsent, `/interviews/${interview}/talk/marks`, token);
  if (outcome !== 404) continue;
  kept.drop();
  const cache = await globalThis.caches?.open(CACHE);
  for (const page of (await cache?.keys()) ?? []) {
    if (new URL(page.url).pathname.startsWith(`/interviews/${interview}/`)) await cache.delete(page);
  }
}
