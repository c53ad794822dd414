import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const messages = (language) =>
  JSON.parse(readFileSync(new URL(`../../../extension/_locales/${language}/messages.json`, import.meta.url), 'utf8'))
const ENGLISH = messages('en')
let spoken = ENGLISH
globalThis.chrome = {
  i18n: {
    getMessage: (key, said) => spoken[key]?.message.replace(/\$(\d)/g, (_, at) => said[at - 1]) ?? '',
    getUILanguage: () => 'en',
  },
}
const { viewOf } = await import('../../../extension/popup/view.js')

const facts = { words: 3, seen: 4, mentions: true, others: [], before: null, link: false, selected: false }
const clip = (more = {}) => ({ key: 'k', state: 'sent', person: 'Dana Whitlock', others: [], found: null, cause: '', ...more, facts: { ...facts, ...more.facts } })
const read = (more = {}) => ({ settled: true, state: 'used', quotes: 3, adds: 2, mentions: true, reason: '', ...more })

test('a clip that was read says whose it is and how many quotes it gave', () => {
  const view = viewOf(clip({ found: read() }))
  assert.equal(`${view.title} ${view.line}`, 'Saved for Dana. 3 quotes.')
  assert.deepEqual(view.acts, ['undo', 'card'])
  assert.deepEqual(view.told, ['2 quotes stand on no other page of yours.'])
  assert.equal(view.warning, null)
})

test('one quote is one quote', () => assert.equal(viewOf(clip({ found: read({ quotes: 1 }) })).line, '1 quote.'))

test('a page without quotes says why, in the words of the server', () => {
  assert.equal(viewOf(clip({ found: read({ quotes: 0, reason: 'Dana is not on it.' }) })).line, 'Dana is not on it.')
})

test('a page that is being read says so', () => assert.equal(viewOf(clip({ found: read({ settled: false }) })).line, 'Reading it…'))

test('a clip that waits says why and that it is safe', () => {
  for (const cause of ['down', 'other', 'stranger', 'version', 'unknown', 'token', 'permission', 'unpaired', 'busy']) {
    const view = viewOf(clip({ state: 'waiting', cause }))
    assert.equal(view.title, 'Kept for Dana.')
    assert.match(view.line, /safe/)
    assert.ok(view.acts.includes('undo'))
  }
})

test('a page that names nobody asks whether to keep it', () => {
  const view = viewOf(clip({ found: read({ mentions: false, quotes: 0 }) }))
  assert.match(view.warning.words, /^Dana is not named/)
  assert.deepEqual(view.warning.acts, [{ act: 'keep' }])
})

test('a page that names another person of theirs offers to move it', () => {
  const view = viewOf(clip({ facts: { mentions: false }, others: [{ id: 'ravi', name: 'Ravi Menon' }] }))
  assert.equal(view.warning.words, 'This page names Ravi, not Dana.')
  assert.deepEqual(view.warning.acts[0], { act: 'move', id: 'ravi', name: 'Ravi' })
})

test('what the server read counts for more than what was guessed here', () => {
  assert.equal(viewOf(clip({ facts: { mentions: false }, found: read({ mentions: true }) })).warning, null)
})

test('a page somebody spoke a word on is not warned about again', () => {
  assert.equal(viewOf(clip({ verdict: 'context', facts: { mentions: false } })).warning, null)
})

test('a page that is saved already says since when', () => {
  const view = viewOf(clip({ already: { at: Date.now() - 2 * 86_400_000, changed: false }, found: read() }))
  assert.equal(view.title, 'Already saved for Dana.')
  assert.equal(view.line, 'It was saved 2 days ago. 3 quotes.')
  assert.ok(view.told.includes('It has not changed since.'))
  assert.ok(view.acts.includes('again'))
})

test('a page that changed since is saved again and says so', () => {
  const view = viewOf(clip({ facts: { before: { at: Date.now() - 86_400_000, changed: true } }, found: read() }))
  assert.equal(view.title, 'Saved again for Dana.')
  assert.ok(view.told.some((one) => /changed since/.test(one)))
})

test('a clip for nobody is saved, and whom it is about is asked below', () => {
  const view = viewOf(clip({ person: '', interview: null }))
  assert.equal(view.title, 'Saved.')
  assert.deepEqual(view.acts, ['undo', 'begin'])
})

test('a refusal stands there with its reason and what to do', () => {
  const view = viewOf(clip({ state: 'refused', reason: { message: 'The body is too large.', hint: 'It may have 25 MB.' } }))
  assert.equal(view.line, 'The body is too large. It may have 25 MB.')
})

test('pages that cannot be had are refused politely, each with what to do', () => {
  for (const why of ['internal', 'ours', 'kept_back', 'pdf', 'pdf_kept', 'large_pdf', 'large']) {
    const view = viewOf({ cannot: why })
    assert.equal(view.kind, 'no')
    assert.ok(view.line.length > 40)
  }
})

test('what the server says in English is said in our own words to who reads German', () => {
  spoken = messages('de')
  const of = (more) => viewOf(clip(more)).line
  assert.equal(of({ found: read({ quotes: 0, state: 'thin', reason: 'There are only 9 words on this page.' }) }), 'Auf dieser Seite steht kaum Text.')
  assert.equal(of({ state: 'refused', reason: { code: 'too_large', message: 'The body is too large.', hint: '' } }), 'Sie ist zu groß.')
  assert.match(of({ state: 'refused', reason: { code: '418', message: 'I am a teapot.', hint: '' } }), /^Das hat nicht geklappt/)
  assert.equal(of({ found: read() }), '3 Zitate.')
  spoken = ENGLISH
})

test('both languages have the same messages with the same places in them', () => {
  const german = messages('de')
  assert.deepEqual(Object.keys(german), Object.keys(ENGLISH))
  const places = (text) => [...text.matchAll(/\$\d|#/g)].map(([place]) => place).sort().join()
  for (const [key, { message }] of Object.entries(ENGLISH)) assert.equal(places(german[key].message), places(message), key)
})
