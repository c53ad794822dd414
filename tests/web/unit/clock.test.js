import assert from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { clock } from "../../../server/web/static/talk/clock.js";

const cases = JSON.parse(readFileSync(new URL("../../clock.json", import.meta.url)));
const now = Date.parse("2026-12-03T10:00:00Z");

for (const { says, booked, gone, ...told } of cases) {
  test(`the clock says: ${says}`, () => {
    const began = gone === null ? "" : new Date(now - gone * 1000).toISOString();
    assert.deepStrictEqual(clock(booked, began, now), told);
  });
}

test("there are cases", () => assert.ok(cases.length > 5));
