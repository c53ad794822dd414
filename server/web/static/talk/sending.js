// What is not at the server yet is sent until it is: at once, then after longer and longer waits, and whenever the window
// comes back. Sent twice, it is there once: every mark says of what it is and when it was made.

import { flat, marks } from "./fields.js";

const WAITS = [1000, 2000, 4000, 8000, 15000, 30000]; // milliseconds
const PATIENCE = 10000;

export class Sending {
  /** token is what our forms carry; tell is told "kept", "away" or "gone" with the number of things not sent. */
  constructor(kept, address, token, tell) {
    Object.assign(this, { kept, address, token, tell, failed: 0, busy: false, timer: 0 });
    for (const event of ["online", "focus", "pageshow"]) window.addEventListener(event, () => this.now());
    document.addEventListener("visibilitychange", () => document.hidden || this.now());
  }

  /** Soon, so that a word is not sent letter by letter. */
  soon() {
    this.#in(400);
  }

  async now() {
    clearTimeout(this.timer);
    if (this.busy) return this.#in(200);
    this.busy = true;
    const outcome = await this.#send(this.kept.unsent());
    this.busy = false;
    this.failed = outcome === "kept" ? 0 : this.failed + 1;
    const left = this.kept.unsent().length;
    this.tell(outcome, left);
    if (outcome !== "kept") this.#in(WAITS[Math.min(this.failed, WAITS.length) - 1]);
    else if (left) this.soon();
  }

  /** The window goes: what is not sent is sent without waiting for an answer, and again from the next page of ours. */
  last() {
    const entries = this.kept.unsent();
    if (entries.length) navigator.sendBeacon(this.address, form(entries, this.token));
  }

  #in(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  async #send(entries) {
    const outcome = await deliver(this.kept, entries, this.address, this.token);
    return outcome === 404 || outcome === 403 ? "gone" : outcome;
  }
}

/** One delivery, as it ended: "kept", "away", or what the server said instead: 403 and 404 are told. */
export async function deliver(kept, entries, address, token) {
  const answer = await post(entries, address, token);
  if (!answer) return "away";
  if (answer.ok) {
    kept.fold(flat(await answer.json()));
    return "kept";
  }
  if (answer.status === 422 && entries.length > 1) {
    for (const one of entries) if ((await deliver(kept, [one], address, token)) === "away") return "away";
    return "kept";
  }
  if (answer.status === 422) {
    for (const [key] of entries) kept.refuse(key);
    return "kept";
  }
  return { 401: 403, 403: 403, 404: 404 }[answer.status] ?? "away";
}

const form = (entries, token) => new URLSearchParams({ csrf_token: token, marks: JSON.stringify(marks(entries)) });

async function post(entries, address, token) {
  try {
    return await fetch(address, { method: "POST", body: form(entries, token), signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return null;
  }
}
