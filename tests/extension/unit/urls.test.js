import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { isOfTheWeb, normalise } from '../../../extension/lib/urls.js'

const VECTORS = JSON.parse(readFileSync(new URL('../../urls/vectors.json', import.meta.url), 'utf8'))

for (const { url, normal, why } of VECTORS) {
  test(`${why}: ${url}`, () => assert.equal(normalise(url), normal))
}

test('only pages of the web can be saved', () => {
  assert.deepEqual(['https://a.example', 'HTTP://a.example', 'about:blank', 'file:///a', undefined].map(isOfTheWeb), [
    true, true, false, false, false,
  ])
})
