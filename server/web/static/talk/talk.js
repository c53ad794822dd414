// The talk in a narrow window. What is pressed and typed is kept in this browser at once, shown, and sent when it can be.

import { clock } from "./clock.js";
import { flat } from "./fields.js";
import { CACHE, Kept } from "./kept.js";
import { paint } from "./paint.js";
import { Sending } from "./sending.js";

const root = document.getElementById("talk");
const { interview, owner, booked, send } = root.dataset;
const kept = new Kept(interview).of(owner);
const bar = root.querySelector(".bar");
const status = bar.querySelector(".status");
const title = document.title;
let away = false;
const sending = new Sending(kept, send, root.querySelector("[name=csrf_token]").value, (outcome, left) => {
  away = outcome !== "kept";
  say(outcome, left);
  paint(root, kept, away);
  turn();
});

function say(outcome, left) {
  const words = {
    kept: "",
    away: "Groundwork is not answering. What you write is kept in this browser, and sent when it does.",
    gone: "Kept in this browser only: open Groundwork from its link, then load this page again.",
  };
  const said = left || outcome === "gone" ? words[outcome] : "";
  if (status.textContent !== said) status.textContent = said;
}

function write(what, of, text) {
  kept.write(`${what}:${of}`, text);
  paint(root, kept, away);
  turn();
  sending.soon();
}

// The clock. It says nothing aloud and moves nothing, unless nudges are switched on.

function turn() {
  const now = clock(Number(booked), kept.get("began:")?.text ?? "", Date.now());
  show(bar.querySelector(".left"), now.shown);
  show(bar.querySelector(".word"), now.word);
  const loud = Boolean(kept.get("nudges:")?.text && now.word);
  bar.classList.toggle("loud", loud);
  bar.querySelector(".clock").setAttribute("role", loud ? "alert" : "timer");
  document.title = loud ? `${now.shown} · ${title}` : title;
}

function show(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// Forms do here what they do without a script.

const newId = () => `${String(Date.now()).padStart(13, "0")}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(16).padStart(8, "0")}`;

root.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const { what } = form.dataset;
  const of = form.elements.of?.value ?? "";
  const text = form.elements.text.value.trim();
  if (form.classList.contains("park")) {
    if (text) write(what, newId(), text);
    form.elements.text.value = "";
  } else if (what === "began") {
    write(what, of, text && new Date().toISOString());
  } else {
    write(what, of, text);
  }
});

root.addEventListener("input", (event) => {
  const form = event.target.form;
  if (["note", "cue"].includes(form?.dataset.what)) write(form.dataset.what, form.elements.of.value, event.target.value);
});

root.addEventListener("click", (event) => {
  const pen = event.target.closest(".pen");
  const beside = event.target.closest(".beside");
  if (pen) {
    event.preventDefault();
    pen.closest(".cued").querySelector("details").open = true;
    document.querySelector(pen.hash).focus();
  } else if (beside && window.open(beside.href, beside.target, "popup,width=360,height=800")) {
    event.preventDefault();
  }
});

window.addEventListener("storage", () => {
  paint(root, kept, away);
  turn();
});
// Whoever leaves while something cannot be sent is asked first; it stays in this browser all the same.
window.addEventListener("beforeunload", (event) => {
  if (away && kept.unsent().length) event.preventDefault();
});
window.addEventListener("pagehide", () => sending.last());
document.addEventListener("visibilitychange", turn);

document.documentElement.classList.add("scripted");
kept.fold(flat(JSON.parse(root.dataset.kept)));
paint(root, kept);
turn();
setInterval(turn, 1000);
sending.now();

// So that this page comes up again while the service does not answer (worker.js).
navigator.serviceWorker
  ?.register("/talk-worker.js", { scope: "/interviews/" })
  .then(() => navigator.serviceWorker.ready)
  .then(() => caches.open(CACHE))
  .then((cache) => cache.add(location.pathname))
  .catch(() => undefined); // private windows have none: then it needs the service to be loaded again
