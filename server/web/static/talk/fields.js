// What is written down, as a flat map: "note:q12" to {text, at}. The same rule as on the server (pipeline/talk/marks.py):
// of each thing the later word counts.

const MANY = { ticks: "tick", notes: "note", cues: "cue", off: "off", asides: "aside" };
const ALONE = ["began", "nudges"];

export const keyOf = (what, of = "") => `${what}:${of}`;

export function parted(key) {
  const at = key.indexOf(":");
  return { what: key.slice(0, at), of: key.slice(at + 1) };
}

/** The sheet as the server tells it, as a flat map. */
export function flat(sheet) {
  const found = new Map();
  for (const what of ALONE) if (sheet[what].at) found.set(keyOf(what), sheet[what]);
  for (const [field, what] of Object.entries(MANY)) {
    for (const [of, written] of Object.entries(sheet[field])) found.set(keyOf(what, of), written);
  }
  return found;
}

/** The later of what is known and what the server has; at the same moment the server's, since all windows hear that. */
export const settled = (known, told) => (known && known.at > told.at ? known : { ...told, sent: true });

/** What is written over something is later than it, whatever the clock of this machine says. */
export const stamped = (known, text, now) => ({ text, at: Math.max(now, (known?.at ?? 0) + 1), sent: false });

/** What is sent to the server: no half of a character, which no JSON takes. */
export const marks = (entries) => entries.map(([key, { text, at }]) => ({ ...parted(key), text: text.toWellFormed?.() ?? text, at }));
