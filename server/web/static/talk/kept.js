// What is written stands in this browser at once, a line of its own for each thing, so that two windows never overwrite
// one another. Where the browser keeps nothing, it stands in this window.

import { settled, stamped } from "./fields.js";

export const OURS = "groundwork.";
export const CACHE = "groundwork-talk-1"; // as in worker.js
const OWNER = `${OURS}owner`;
const TALK = `${OURS}talk/`;

function storage() {
  try {
    localStorage.setItem(`${OURS}try`, "1");
    localStorage.removeItem(`${OURS}try`);
    return localStorage;
  } catch {
    return null;
  }
}

/** Nothing of anybody stays in this browser. */
export function clear(store = storage()) {
  for (const name of Object.keys(store ?? {})) if (name.startsWith(OURS)) store.removeItem(name);
}

/** The interviews something was written to in this browser. */
export function interviews(store = storage()) {
  const names = Object.keys(store ?? {}).filter((name) => name.startsWith(TALK));
  return [...new Set(names.map((name) => name.slice(TALK.length, name.indexOf("/", TALK.length))))];
}

export class Kept {
  constructor(interview) {
    this.store = storage();
    this.lost = new Map(); // for what the browser does not take
    this.prefix = `${TALK}${interview}/`;
  }

  /** Whose browser it is now: what is left of somebody else goes. */
  of(owner) {
    if (this.store && (this.store.getItem(OWNER) ?? owner) !== owner) clear(this.store);
    this.#set(OWNER, owner);
    return this;
  }

  /** The interview is no more. */
  drop() {
    for (const [key] of this.all()) this.store?.removeItem(this.prefix + key);
  }

  get(key) {
    return this.lost.get(key) ?? JSON.parse(this.store?.getItem(this.prefix + key) ?? "null") ?? undefined;
  }

  /** Everything, as [key, {text, at, sent}]. */
  all() {
    const names = Object.keys(this.store ?? {}).filter((name) => name.startsWith(this.prefix));
    const keys = new Set([...names.map((name) => name.slice(this.prefix.length)), ...this.lost.keys()]);
    return [...keys].map((key) => [key, this.get(key)]).filter(([, written]) => written);
  }

  unsent() {
    return this.all().filter(([, written]) => !written.sent && !written.refused);
  }

  /** Write over what is there. */
  write(key, text, now = Date.now()) {
    this.#put(key, stamped(this.get(key), text, now));
  }

  /** Lay what the server has over it. */
  fold(told) {
    for (const [key, written] of told) {
      const known = this.get(key);
      const next = settled(known, written);
      if (JSON.stringify(next) !== JSON.stringify(known)) this.#put(key, next);
    }
  }

  /** The server does not take it: it stays here. */
  refuse(key) {
    this.#put(key, { ...this.get(key), refused: true });
  }

  #put(key, written) {
    if (this.#set(this.prefix + key, JSON.stringify(written))) this.lost.delete(key);
    else this.lost.set(key, written);
  }

  #set(name, value) {
    try {
      this.store.setItem(name, value);
      return true;
    } catch {
      return false; // none, or full
    }
  }
}
