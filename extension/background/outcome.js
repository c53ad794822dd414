/** What became of a clip, as the popup shows it; and the person's changes of mind. */
import * as queue from '../lib/queue.js'
import * as clips from './clips.js'
import { byName, choose, current, interviews, nameOf, refresh } from './interviews.js'
import { arm, send } from './sending.js'
import { Trouble, call, get } from './server.js'

const UNSETTLED = new Set(['reading', 'to_read'])

/** The clip of a key with what the server says of it; null if it is gone. */
export async function look({ key }) {
  const entry = await clips.find(key)
  return entry && learnedFrom(entry)
}

/** A clip for the popup: who it is for, and what was found in it if the server can be asked. */
export async function learnedFrom(entry) {
  const person = await nameOf(entry.interview)
  const others = (await interviews()).filter((one) => entry.facts.others?.includes(one.id))
  const found = entry.state === 'sent' && !entry.undo ? await foundIn(entry) : null
  return { ...clips.shown(entry), person, others: others.map(({ id, name }) => ({ id, name })), found }
}

async function foundIn(entry) {
  try {
    const { status, body } = await call('GET', `/clips/${encodeURIComponent(entry.id)}`)
    if (status !== 200) return null
    const { quotes, adds, mentions, reason, status: state } = body
    return { settled: !UNSETTLED.has(state), state, quotes, adds, mentions, reason }
  } catch (error) {
    if (error instanceof Trouble) return null
    throw error
  }
}

/** Note, interview or verdict. A person who is `chosen`, and not only proposed for this page, is whom the next page goes to. */
export async function amend({ key, change, chosen = false }) {
  if (chosen) await choose(change.interview_id)
  const entry = await clips.step(key, (one) => queue.amended(one, change))
  await go()
  return entry && learnedFrom(entry)
}

/**
 * Begin an interview with whom a page is about, unless there is one with somebody called so (asked twice, it is one); the page
 * is theirs then. Raises Trouble, and Error with the server's own words.
 */
export async function begin({ key, name, want }) {
  await refresh()
  const { id } = (await byName(name)) ?? (await get('/interviews', 'POST', asked(name, want)))
  await refresh()
  return amend({ key, change: { interview_id: id }, chosen: true })
}

const asked = (name, want) => ({ interviewee: { name }, goals: want ? [{ id: 'g1', text: want }] : [] })

export async function undo({ key }) {
  await clips.step(key, queue.undone)
  await go()
}

/** Everything that is not with the server; `instead` names whom a page can go to whose own interview is gone. */
export async function waiting() {
  const open = (await clips.all()).filter((entry) => entry.state !== 'sent' || queue.task(entry))
  const now = await current()
  return Promise.all(open.map(async (entry) => {
    const person = await nameOf(entry.interview)
    const instead = entry.state === 'refused' && !person ? (now?.name ?? '') : ''
    return { ...clips.shown(entry), person, instead }
  }))
}

/** Have a page go to the person of now. */
export async function give({ key }) {
  const now = await current()
  await clips.step(key, (one) => queue.amended(one, { interview_id: now?.id ?? null }))
  return retry({ key })
}

export async function retry({ key }) {
  await clips.step(key, queue.again)
  await send({ everything: true })
  return waiting()
}

export async function drop({ key }) {
  await clips.step(key, () => null)
  await arm()
  return waiting()
}

async function go() {
  await arm()
  void send({ everything: true })
}
