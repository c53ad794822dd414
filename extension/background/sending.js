/** Carries clips to the server: now, and again by an alarm until each is there, or refused for good. */
import { browser } from '../lib/browser.js'
import * as queue from '../lib/queue.js'
import { showCount } from './badge.js'
import * as clips from './clips.js'
import { current } from './interviews.js'
import { learn, unlearn } from './saved.js'
import { Trouble, call, ready } from './server.js'

const ALARM = 'send'
const SOONEST = 30_000 // milliseconds; browsers wake nobody more often

const DUE = 1
const EVERYTHING = 2

let running = null
let wanted = 0

/** Send what is due; with everything, what would be tried later too. Never two at a time: what comes meanwhile is sent after. */
export function send({ everything = false } = {}) {
  wanted = Math.max(wanted, everything ? EVERYTHING : DUE)
  running ??= rounds()
  return running
}

/** Wake up for what waits, whatever happens to this worker. */
export async function arm() {
  const due = queue.nextDue(await clips.all())
  await showCount()
  if (due === null) return browser.alarms.clear(ALARM)
  const at = Math.max(due, Date.now() + SOONEST)
  const set = await browser.alarms.get(ALARM)
  if (!set || set.scheduledTime > at || set.scheduledTime < Date.now()) await browser.alarms.create(ALARM, { when: at })
}

export const onAlarm = ({ name }) => name === ALARM && send()

async function rounds() {
  try {
    while (wanted) {
      const everything = wanted === EVERYTHING
      wanted = 0
      await round(everything)
      await clips.prune()
      await arm()
    }
  } finally {
    running = null
  }
}

async function round(everything) {
  const tried = new Set()
  const next = async () => (await clips.all()).find(
    (entry) => !tried.has(nameOf(entry)) && (everything ? queue.task(entry) : queue.isDue(entry, Date.now())),
  )
  for (let entry = await next(); entry; entry = await next()) {
    tried.add(nameOf(entry))
    const cause = await carry(entry)
    if (cause) return hold(cause)
  }
}

const nameOf = (entry) => `${entry.key} ${queue.task(entry)}`

/* What holds one up holds up all. */
async function hold(cause) {
  for (const { key } of await clips.all()) await clips.step(key, (one) => (queue.task(one) ? { ...one, cause } : one))
}

/** One request for one clip. Returns why, if the server cannot be asked at all; else nothing. */
async function carry({ key }) {
  try {
    await ready()
    const person = await current()
    const entry = await clips.step(key, (one) => (one.state === 'waiting' ? queue.attempting(one, person?.id ?? null) : one))
    if (entry && queue.task(entry)) await hear(entry, queue.task(entry), await ask(entry))
    return ''
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    await clips.step(key, (one) => queue.failed(one, error.cause, Date.now()))
    return error.cause
  }
}

function ask(entry) {
  const path = `/clips/${encodeURIComponent(entry.id)}`
  switch (queue.task(entry)) {
    case 'post': return call('POST', '/clips', entry.body)
    case 'patch': return call('PATCH', path, entry.changes)
    default: return call('DELETE', path)
  }
}

async function hear(entry, task, { status, body }) {
  const meaning = queue.meaning(status, task)
  if (meaning === 'again') return clips.step(entry.key, (one) => queue.failed(one, 'busy', Date.now()))
  if (meaning === 'refused') return clips.step(entry.key, (one) => (wasAsked(one, entry) ? queue.refused(one, reasonOf(status, body)) : one))
  if (task === 'delete' || meaning === 'gone') {
    await unlearn(entry)
    return clips.step(entry.key, () => null)
  }
  if (task === 'patch') return clips.step(entry.key, (one) => queue.told(one, entry.changes))
  if (!body?.id) throw new Trouble('other')
  const sent = await clips.step(entry.key, (one) => queue.accepted(one, body.id))
  if (sent) await learn(sent)
  return sent
}

/* Not where the person gave it to somebody else meanwhile: then it is to be asked anew. */
const wasAsked = (entry, asked) => entry.body?.interview_id === asked.body?.interview_id

function reasonOf(status, body) {
  const { code, message = `HTTP ${status}`, hint = '' } = body?.error ?? {}
  return { code: status === 413 ? 'too_large' : (code ?? String(status)), message, hint }
}
