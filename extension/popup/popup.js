/** The popup: opening it is the press. It shows what the background keeps and passes on what the person wants. */
import { patternOf } from '../lib/address.js'
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { openToConnect } from '../lib/pages.js'
import { fill } from '../lib/words.js'
import { one, say } from '../ui/dom.js'
import { troubleWords } from '../ui/reasons.js'
import { showWaiting } from '../ui/waiting.js'
import { showBegin, watchBegin } from './begin.js'
import { button, draw } from './draw.js'
import { showMore, watchMore } from './more.js'

const SOON = 150 // milliseconds until the next look; grows by half each time
const LATE = 2000
const settings = () => browser.runtime.openOptionsPage().then(close)

let clip = null
let tab = null
let key = ''
let looking = 0

const ACTS = {
  undo: () => ask('undo', { key: clip.key }).then(() => { clip = { ...clip, undo: true } }).then(show),
  card: () => ask('openCard', { interview_id: clip.interview }).then(close),
  again: () => press({ again: true }),
  begin: () => one('begin').requestSubmit(),
  allow_site: () => browser.permissions.request({ origins: [patternOf(tab.url)] }).then((allowed) => allowed && press()),
  link: () => ask('link', { url: tab.url, title: tab.title }).then(take),
  connect: () => openToConnect().then(close),
  mend: settings,
  keep: () => amend({ verdict: 'context' }),
  move: ({ id }) => amend({ interview_id: id }),
}

fill()
one('mark').dataset.kind = 'busy'
one('settings').addEventListener('click', settings)
one('several').addEventListener('click', () => browser.tabs.create({ url: browser.runtime.getURL('tabs/tabs.html') }).then(close))
watchMore(amend)
watchBegin(begin)
tab = await tabOfPress()
await press()
await ask('update').catch((error) => console.info('Not up to date:', error.message))
await looked()
document.body.dataset.ready = 'yes'

/* The tab the button was pressed in; tests that open the popup in a tab of its own name another. */
async function tabOfPress() {
  const given = Number(new URLSearchParams(location.search).get('tab'))
  if (given) return browser.tabs.get(given)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active
}

async function press(more = {}) {
  key = crypto.randomUUID()
  take(await ask('press', { key, tabId: tab.id, ...more }))
}

function take(given) {
  clip = given
  document.body.dataset.kept = clip?.key ?? ''
  show()
  if (clip?.key) follow(SOON)
}

async function amend(change, more = {}) {
  const changed = await ask('amend', { key: clip.key, change, ...more })
  clip = changed && { ...changed, already: clip.already, verdict: change.verdict ?? clip.verdict }
  show()
  follow(SOON)
}

async function begin(given) {
  try {
    take(await ask('begin', { key: clip.key, ...given }))
  } catch (error) {
    say(one('line'), troubleWords(error.message))
    throw error
  }
}

function show() {
  draw(clip, (act, given) => button(act, () => run(act, given), given))
  showBegin(clip)
  showMore(clip)
  showWaiting(clip?.key)
}

async function run(act, given) {
  try {
    await ACTS[act](given)
  } catch (error) {
    say(one('line'), troubleWords(error.message))
  }
}

function follow(wait) {
  clearTimeout(looking)
  looking = setTimeout(async () => (await looked()) || follow(Math.min(wait * 1.5, LATE)), wait)
}

async function looked() {
  try {
    return await look()
  } catch (error) {
    console.info('Not told now:', error.message)
    return false
  }
}

/* True when nothing more is to be expected. */
async function look() {
  if (!clip?.key || clip.undo) return true
  const before = clip
  const { already, verdict } = before
  const now = await ask('look', { key: before.key })
  if (clip !== before) return false // the person did something meanwhile: what was looked at is old
  clip = now && { ...now, already, verdict }
  show()
  return !now || now.state === 'refused' || (now.state === 'sent' && Boolean(now.found?.settled))
}
