/** The popup: opening it is the press. It shows what the background keeps and passes on what the person wants. */
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { fill } from '../lib/words.js'
import { one, say } from '../ui/dom.js'
import { troubleWords } from '../ui/reasons.js'
import { showWaiting } from '../ui/waiting.js'
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
  open: () => ask('openCard').then(close),
  again: () => press({ again: true }),
  link: () => ask('link', { url: tab.url, title: tab.title }).then(take),
  connect: settings,
  mend: settings,
  keep: () => amend({ verdict: 'context' }),
  move: ({ id }) => amend({ interview_id: id }),
}

fill()
one('mark').dataset.kind = 'busy'
one('settings').addEventListener('click', settings)
one('several').addEventListener('click', () => browser.tabs.create({ url: browser.runtime.getURL('tabs/tabs.html') }).then(close))
watchMore(amend)
tab = await tabOfPress()
await press()
await ask('update').catch((error) => console.info('Not up to date:', error.message))
await look()
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

function show() {
  draw(clip, (act, given) => button(act, () => run(act, given), given))
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
  looking = setTimeout(() => look().then((settled) => settled || follow(Math.min(wait * 1.5, LATE))), wait)
}

/* True when nothing more is to be expected. */
async function look() {
  if (!clip?.key || clip.undo) return true
  const { already, verdict } = clip
  const now = await ask('look', { key: clip.key })
  clip = now && { ...now, already, verdict }
  show()
  return !now || now.state === 'refused' || (now.state === 'sent' && Boolean(now.found?.settled))
}
