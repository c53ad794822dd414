/** How this browser stands with Groundwork, in words; the code that connects them; another address. */
import { isElsewhere, patternOf, readAddress } from '../lib/address.js'
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { words } from '../lib/words.js'
import { one, say, text } from '../ui/dom.js'
import { showWaiting } from '../ui/waiting.js'

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
  one('pairing').addEventListener('submit', pair)
  one('place').addEventListener('submit', move)
  one('browsers').addEventListener('click', openBrowsers)
  await lookAgain()
}

export const lookAgain = async () => show(await ask('diagnose'))

async function show(found) {
  if (!found) return
  const { cause, address } = found
  one('light').dataset.kind = cause === 'ok' ? 'ok' : cause === 'unpaired' ? '' : 'wrong'
  say(one('cause'), words(`cause_${cause}`, address))
  say(one('cause_line'), words(`cause_${cause}_line`, found.found || address))
  one('pairing').hidden = !TO_PAIR.has(cause)
  one('where').textContent = address
  if (document.activeElement !== one('address')) one('address').value = address
  one('connection_acts').replaceChildren(...actsFor(cause).map((act) => buttonFor(act, found)))
  if (cause === 'ok') await ask('update')
  await showWaiting()
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

async function pair(event) {
  event.preventDefault()
  const found = await ask('pair', { code: one('code').value })
  if (found.cause === 'ok') one('code').value = ''
  const isCode = found.cause === 'code' || found.cause === 'too_often'
  say(one('code_wrong'), isCode ? words(`cause_${found.cause}`) : '')
  if (!isCode) await show(await ask('diagnose'))
}

/* By tabs.create: a link from here would arrive as one from another site. */
async function openBrowsers() {
  const { address } = await ask('connection')
  await browser.tabs.create({ url: `${address}/browsers` })
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
