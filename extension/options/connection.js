/** How this browser stands with Groundwork, in words; another address. */
import { isElsewhere, patternOf, readAddress } from '../lib/address.js'
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { words } from '../lib/words.js'
import { one, say, text } from '../ui/dom.js'
import { showWaiting } from '../ui/waiting.js'
import { shortcut } from './choices.js'
import { showPairing, watchPairing } from './pairing.js'

const TO_PAIR = new Set(['unpaired', 'unknown', 'token', 'stranger'])
const FOUND = new Set(['wrong_port', 'taken'])

const ACTS = {
  check: () => ask('diagnose'),
  allow: ({ address }) => browser.permissions.request({ origins: [patternOf(address)] }).then(() => ask('diagnose')),
  use_found: ({ found }) => ask('setAddress', { address: found }),
  unpair: () => ask('unpair').then(() => ask('diagnose')),
  open: () => ask('openCard', {}).then(() => null),
}

export async function showConnection() {
  watchPairing(lookAgain)
  one('place').addEventListener('submit', move)
  await lookAgain()
}

export const lookAgain = async () => show(await ask('diagnose'))

async function show(found) {
  if (!found) return
  const { cause, address } = found
  one('light').dataset.kind = cause === 'ok' ? 'ok' : cause === 'unpaired' ? '' : 'wrong'
  say(one('cause'), words(`cause_${cause}`, address))
  say(one('cause_line'), words(`cause_${cause}_line`, found.found || address))
  await showPairing(TO_PAIR.has(cause), address)
  one('where').textContent = address
  if (document.activeElement !== one('address')) one('address').value = address
  one('connection_acts').replaceChildren(...actsFor(cause).map((act) => buttonFor(act, found)))
  await showNext(cause === 'ok')
  if (cause === 'ok') await ask('update')
  await showWaiting()
}

/* What to do once it is connected. */
async function showNext(isConnected) {
  const key = isConnected && (await shortcut())
  say(one('next'), isConnected ? words(key ? 'next' : 'next_no_key', key) : '')
}

function actsFor(cause) {
  if (cause === 'ok') return ['open', 'unpair']
  if (cause === 'permission') return ['allow']
  if (FOUND.has(cause)) return ['use_found', 'check']
  return TO_PAIR.has(cause) ? [] : ['check']
}

function buttonFor(act, found) {
  const made = text('button', act === 'unpair' || act === 'check' ? 'quiet' : '', words(`act_${act}`))
  made.type = 'button'
  made.dataset.act = act
  made.addEventListener('click', async () => show(await ACTS[act](found)))
  return made
}

async function move(event) {
  event.preventDefault()
  const { origin, wrong } = readAddress(one('address').value)
  const allowed = wrong || !isElsewhere(origin) || (await browser.permissions.request({ origins: [patternOf(origin)] }))
  say(one('address_wrong'), wrong ? words(`wrong_${wrong}`) : allowed ? '' : words('wrong_permission'))
  if (wrong || !allowed) return
  one('address').value = origin
  await show(await ask('setAddress', { address: origin }))
}
