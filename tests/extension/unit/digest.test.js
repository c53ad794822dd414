import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { test } from 'node:test'

import { digest, pageHash, proofOf, randomHex } from '../../../extension/lib/digest.js'

const sha256 = (text) => createHash('sha256').update(text)

test('a digest is SHA-256 in hex', async () => {
  assert.equal(await digest('Dana'), sha256('Dana').digest('hex'))
})

test('a page is known by 16 signs of salt and address', async () => {
  assert.equal(await pageHash('salt', 'https://dana.example'), sha256('salthttps://dana.example').digest('hex').slice(0, 16))
})

test('the proof is an HMAC under the digest of the token, over host and nonce', async () => {
  const wanted = createHmac('sha256', sha256('t0k3n').digest()).update('groundwork-prove:127.0.0.1:8765:00ff').digest('hex')
  assert.equal(await proofOf('t0k3n', '127.0.0.1:8765', '00ff'), wanted)
})

test('random hex is as long as asked and never the same', () => {
  assert.match(randomHex(32), /^[0-9a-f]{64}$/)
  assert.notEqual(randomHex(32), randomHex(32))
})
