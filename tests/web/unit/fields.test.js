import assert from "node:assert";
import { test } from "node:test";

import { flat, marks, parted, settled, stamped } from "../../../server/web/static/talk/fields.js";

const nothing = { began: { text: "", at: 0 }, nudges: { text: "", at: 0 }, ticks: {}, notes: {}, cues: {}, off: {}, asides: {} };

test("the sheet is a flat map by what and of which", () => {
  const told = flat({ ...nothing, began: { text: "2026", at: 3 }, notes: { q1: { text: "a", at: 1 } } });
  assert.deepStrictEqual([...told.keys()], ["began:", "note:q1"]);
});

test("the later word counts, and at the same moment the server's", () => {
  const mine = { text: "mine", at: 5, sent: false };
  assert.deepStrictEqual(settled(mine, { text: "theirs", at: 4 }), mine);
  assert.deepStrictEqual(settled(mine, { text: "theirs", at: 5 }), { text: "theirs", at: 5, sent: true });
  assert.deepStrictEqual(settled(undefined, { text: "theirs", at: 1 }), { text: "theirs", at: 1, sent: true });
});

test("what is written over something is later than it", () => {
  assert.deepStrictEqual(stamped({ text: "a", at: 90, sent: true }, "b", 40), { text: "b", at: 91, sent: false });
  assert.deepStrictEqual(stamped(undefined, "b", 40), { text: "b", at: 40, sent: false });
});

test("an id with a colon in it is an id", () => {
  assert.deepStrictEqual(parted("note:a:b"), { what: "note", of: "a:b" });
  assert.deepStrictEqual(marks([["tick:q1", { text: "yes", at: 2, sent: false }]]), [{ what: "tick", of: "q1", text: "yes", at: 2 }]);
});
