// What is not at the server yet is sent until it is: at once, then after longer and longer waits, and whenever the window
// comes back. Sent twice, it is there once: every mark says of what it is and when it was made.

import { flat, marks } from "./fields.js";

const WAITS = [1000, 2000, 4000, 8000, 15000, 30000]; // milliseconds
const PATIENCE = 10000;
const GONE = new Set([401, 403, 404]);

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

  #in(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  async #send(entries) {
    const answer = await this.#post(entries);
    if (!answer) return "away";
    if (answer.ok) {
      this.kept.fold(flat(await answer.json()));
      return "kept";
    }
    if (answer.status === 422 && entries.length > 1) {
      for (const one of entries) if ((await this.#send([one])) === "away") return "away";
      return "kept";
    }
    if (answer.status === 422) {
      for (const [key] of entries) this.kept.refuse(key);
      return "kept";
    }
    return GONE.has(answer.status) ? "gone" : "away";
  }

  async #post(entries) {
    const body = new URLSearchParams({ csrf_token: this.token, marks: JSON.stringify(marks(entries)) });
    try {
      return await fetch(this.address, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE), keepalive: true });
    } catch {
      return null;
    }
  }
}
