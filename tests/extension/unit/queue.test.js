import assert from 'node:assert/strict'
import { test } from 'node:test'

import * as queue from '../../../extension/lib/queue.js'

const NOW = 1_800_000_000_000
const BODY = { key: 'k', interview_id: 'dana', url: 'https://dana.example', title: 'Notes', html: '<p>', note: '' }
const made = (more = {}) => queue.made({ ...BODY, ...more }, NOW, { words: 3 })
const sent = () => queue.accepted(queue.attempting(made(), null), 'c1')

test('a clip that was just taken is to be posted at once', () => {
  assert.equal(queue.task(made()), 'post')
  assert.ok(queue.isDue(made(), NOW))
})

test('each failure is waited out longer, up to half an hour', () => {
  const waits = []
  let entry = made()
  for (let tries = 0; tries < 8; tries += 1) {
    entry = queue.failed(entry, 'down', NOW)
    waits.push((entry.next - NOW) / 1000)
  }
  assert.deepEqual(waits, [30, 60, 120, 300, 600, 1800, 1800, 1800])
  assert.equal(entry.cause, 'down')
  assert.ok(!queue.isDue(entry, NOW + 1_799_000))
  assert.ok(queue.isDue(entry, NOW + 1_800_000))
})

test('the page is not kept here once the server has it', () => {
  assert.equal(sent().body, null)
  assert.equal(sent().id, 'c1')
  assert.equal(queue.task(sent()), null)
})

test('what is posted under a key never changes once a post was begun', () => {
  const begun = queue.attempting(made(), null)
  const changed = queue.amended(begun, { note: 'Ask her', interview_id: 'ravi' })
  assert.deepEqual(changed.body, begun.body)
  assert.deepEqual(queue.attempting(changed, 'olga').body, begun.body)
})

test('a change of mind follows the post as a step of its own', () => {
  const entry = queue.accepted(queue.amended(queue.attempting(made(), null), { note: 'Ask her' }), 'c1')
  assert.equal(queue.task(entry), 'patch')
  assert.equal(queue.task(queue.told(entry, { note: 'Ask her' })), null)
})

test('a note that was typed while another was being told is told too', () => {
  const first = queue.amended(sent(), { note: 'Ask' })
  const second = queue.amended(first, { note: 'Ask her' })
  assert.deepEqual(queue.told(second, first.changes).changes, { note: 'Ask her' })
})

test('a clip taken before anybody was known goes to the person of now, unless one was begun to be posted', () => {
  const nobody = made({ interview_id: null })
  assert.equal(queue.attempting(nobody, 'dana').body.interview_id, 'dana')
  assert.equal(queue.attempting({ ...nobody, attempted: true }, 'dana').body.interview_id, null)
})

test('taken back before it left, nothing stays', () => assert.equal(queue.undone(made()), null))

test('taken back while the server may have it, it is posted under its key once more to learn its id, then deleted', () => {
  const entry = queue.undone(queue.attempting(made(), null))
  assert.equal(queue.task(entry), 'post')
  assert.equal(queue.task(queue.accepted(entry, 'c1')), 'delete')
})

test('taken back after it was refused, nothing stays', () => {
  assert.equal(queue.undone(queue.refused(queue.attempting(made(), null), { message: 'no' })), null)
})

test('what is refused is listed with its reason and tried again only when asked', () => {
  const entry = queue.refused(queue.attempting(made(), null), { code: 'not_found', message: 'No such interview.', hint: '' })
  assert.equal(queue.task(entry), null)
  assert.equal(queue.nextDue([entry]), null)
  const again = queue.again(queue.amended(entry, { interview_id: 'ravi' }))
  assert.equal(queue.task(again), 'post')
  assert.equal(again.body.interview_id, 'ravi')
  assert.deepEqual(again.changes, {})
})

test('what was given to somebody else while it was refused is posted for them', () => {
  const given = queue.amended(queue.attempting(made(), null), { interview_id: 'ravi' })
  const entry = queue.refused(given, { code: 'not_found', message: 'No such interview.', hint: '' })
  assert.equal(queue.task(entry), 'post')
  assert.equal(entry.body.interview_id, 'ravi')
  assert.equal(queue.refused(entry, { code: 'not_found', message: 'Nor this one.', hint: '' }).state, 'refused')
})

test('a change that is refused is dropped and the clip stays', () => {
  const entry = queue.refused(queue.amended(sent(), { interview_id: 'gone' }), { message: 'No such interview.' })
  assert.equal(entry.state, 'sent')
  assert.equal(queue.task(entry), null)
})

test('the alarm stands at the next of all tries', () => {
  const waiting = queue.failed(made(), 'down', NOW)
  const longer = queue.failed(queue.failed(made(), 'down', NOW), 'down', NOW)
  assert.equal(queue.nextDue([longer, sent(), waiting]), NOW + 30_000)
  assert.equal(queue.nextDue([sent()]), null)
})

test('answers that pass are waited out, others are final, and what is gone already is gone', () => {
  const of = (status, asked = 'post') => queue.meaning(status, asked)
  assert.deepEqual([200, 201, 204].map((one) => of(one)), ['taken', 'taken', 'taken'])
  assert.deepEqual([408, 425, 429, 500, 503].map((one) => of(one)), ['again', 'again', 'again', 'again', 'again'])
  assert.deepEqual([400, 404, 409, 413, 415, 422].map((one) => of(one)), Array(6).fill('refused'))
  assert.deepEqual([of(404, 'delete'), of(404, 'patch')], ['gone', 'gone'])
})

test('a run of chance never posts two contents under a key, and ends with the server and here of one mind', () => {
  for (let seed = 1; seed <= 300; seed += 1) trial(random(seed))
})

/* A server that may lose a request or its answer, and a person who changes their mind at any point. */
function trial(chance) {
  const server = new Map()
  const posted = new Set()
  let [entry, now] = [made(), NOW]
  for (let turn = 0; turn < 60; turn += 1) {
    if (entry && turn < 12 && chance() < 0.3) entry = change(entry, chance)
    if (!entry) break
    now += 3_600_000
    const begun = queue.task(entry) === 'post' ? queue.attempting(entry, null) : entry
    if (!queue.task(begun)) { entry = begun; continue }
    if (begun.state === 'waiting') posted.add(JSON.stringify(begun.body))
    const lost = turn < 40 && chance() < 0.4
    if (lost && chance() < 0.5) { entry = queue.failed(begun, 'down', now); continue }
    const after = told(server, begun)
    entry = lost ? queue.failed(begun, 'down', now) : after
  }
  assert.ok(posted.size <= 1)
  assert.equal(server.size, entry ? 1 : 0)
  if (entry) assert.deepEqual(server.get('k'), { note: entry.note, interview_id: entry.interview })
}

function change(entry, chance) {
  if (chance() < 0.2) return queue.undone(entry)
  return queue.amended(entry, chance() < 0.5 ? { note: `note ${chance()}` } : { interview_id: `i${chance()}` })
}

function told(server, entry) {
  const kept = server.get('k')
  switch (queue.task(entry)) {
    case 'post':
      if (!kept) server.set('k', { note: entry.body.note, interview_id: entry.body.interview_id })
      return queue.accepted(entry, 'c1')
    case 'patch':
      if (!kept) return null
      Object.assign(kept, entry.changes)
      return queue.told(entry, entry.changes)
    default:
      server.delete('k')
      return null
  }
}

function random(seed) {
  let state = seed * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) >>> 0
    return state / 2 ** 32
  }
}
