/**
 * The life of one clip, as pure steps from one state to the next.
 *
 * waiting   kept here; the server may or may not have it yet       sent      the server has it; the page is not kept here any more
 * refused   the server will never take it, and said why
 *
 * A change of mind (`changes`, `undo`) is noted on the clip at once and carried to the server in a step of its own, so
 * that what is posted under a key is the same however often it is posted.
 *
 * @typedef {{key: string, state: 'waiting'|'sent'|'refused', at: number, url: string, title: string, words: number,
 *   interview: string|null, note: string, body: object|null, tries: number, next: number, attempted: boolean,
 *   cause: string, id: string, reason: {code: string, message: string, hint: string}|null,
 *   changes: Record<string, any>, undo: boolean, facts: object}} Entry
 */

const SECOND = 1000
const PATIENCE = [30, 60, 120, 300, 600, 1800].map((seconds) => seconds * SECOND)
const AGAIN = new Set([408, 425, 429])

/**
 * A clip that was just taken. body is what will be posted; facts are what is shown of it and never sent.
 * @returns {Entry}
 */
export const made = (body, now, facts) => ({
  key: body.key, state: 'waiting', at: now, url: body.url, title: body.title, words: facts.words ?? 0,
  interview: body.interview_id, note: '', body, tries: 0, next: 0, attempted: false, cause: '', id: '',
  reason: null, changes: {}, undo: false, facts,
})

/** What the server is to be asked next. @param {Entry} entry @returns {'post'|'patch'|'delete'|null} */
export function task(entry) {
  if (entry.state === 'waiting') return 'post'
  if (entry.state === 'refused') return null
  if (entry.undo) return 'delete'
  return Object.keys(entry.changes).length ? 'patch' : null
}

/** Whether its next try is due. */
export const isDue = (entry, now) => task(entry) !== null && entry.next <= now

/** When the next of them is due; null if nothing waits. @param {Entry[]} entries */
export function nextDue(entries) {
  const times = entries.filter(task).map((entry) => entry.next)
  return times.length ? Math.min(...times) : null
}

/**
 * Noted before a post begins: from here on the server may have it, whatever we hear, and what is posted stays the same. A clip
 * that was taken before anybody could be chosen goes to the person of now.
 */
export function attempting(entry, interview) {
  if (entry.attempted || entry.interview !== null) return { ...entry, attempted: true }
  return { ...entry, attempted: true, interview, body: { ...entry.body, interview_id: interview } }
}

/** The server has it. */
export const accepted = (entry, id) => ({
  ...entry, state: 'sent', id, body: null, tries: 0, next: 0, cause: '', reason: null,
})

/** It did not get through; tried again with growing patience. cause is a word of `causes.js`. */
export const failed = (entry, cause, now) => ({
  ...entry, cause, tries: entry.tries + 1, next: now + PATIENCE[Math.min(entry.tries, PATIENCE.length - 1)],
})

/**
 * The server will not have it, and said why; what is refused of a clip it has is a change of mind, which is dropped. One that
 * was given to somebody else while it was asked is to be asked for them.
 */
export function refused(entry, reason) {
  if (entry.id) return { ...entry, changes: {}, undo: false, cause: '', reason }
  const told = { ...entry, state: 'refused', cause: '', reason }
  return entry.body && entry.body.interview_id !== entry.interview ? again(told) : told
}

/** Tried again because the person asks. A page that was refused was not kept there, so it may go to another interview now. */
export function again(entry) {
  const fresh = { ...entry, tries: 0, next: 0, cause: '' }
  if (entry.state !== 'refused') return fresh
  const body = { ...entry.body, interview_id: entry.interview }
  return { ...fresh, state: 'waiting', reason: null, body, changes: without(entry.changes, { interview_id: entry.interview }) }
}

/** A note, another interview, a verdict. */
export const amended = (entry, change) => ({
  ...entry,
  next: 0,
  note: change.note ?? entry.note,
  interview: 'interview_id' in change ? change.interview_id : entry.interview,
  changes: { ...entry.changes, ...change },
})

/** The server took these changes; what was changed again in the meantime stays to be told. */
export const told = (entry, sent) => ({ ...entry, changes: without(entry.changes, sent), tries: 0, next: 0, cause: '' })

/** Taken back: null if it never left this browser, else still to be told. @returns {Entry|null} */
export const undone = (entry) =>
  entry.id || (entry.attempted && entry.state === 'waiting') ? { ...entry, undo: true, next: 0 } : null

/** What an answer means for a clip. @param {number} status @returns {'taken'|'again'|'gone'|'refused'} */
export function meaning(status, asked) {
  if (status >= 200 && status < 300) return 'taken'
  if (status === 404 && asked !== 'post') return 'gone'
  return status >= 500 || AGAIN.has(status) ? 'again' : 'refused'
}

function without(changes, sent) {
  return Object.fromEntries(Object.entries(changes).filter(([name, value]) => !(name in sent) || sent[name] !== value))
}
