/** What pages of ours may ask. Content scripts run among strangers and are not heard. */
import { browser } from '../lib/browser.js'
import { openCard } from './card.js'
import { textOf } from './clips.js'
import { current, interviews, refresh } from './interviews.js'
import { giveBack, pressMany, survey } from './many.js'
import { amend, begin, drop, give, look, retry, undo, waiting } from './outcome.js'
import { diagnose, pair, setAddress, unpair } from './pairing.js'
import { press } from './press.js'
import { saveLink } from './press.js'
import { sync } from './saved.js'
import { send } from './sending.js'
import { Trouble, connection } from './server.js'
import { forgetAll, read, write } from './storage.js'
import { showCount } from './badge.js'

const OURS = browser.runtime.getURL('')

const TABLE = {
  press, look, amend, begin, undo, waiting, retry, give, drop, survey, pressMany, giveBack, openCard, diagnose, setAddress, unpair,
  text: textOf,
  pair: async (given) => {
    const outcome = await pair(given)
    if (outcome.cause === 'ok') await update()
    return outcome
  },
  people: async () => ({ all: await interviews(), current: await current() }),
  update: () => update(),
  link: async ({ url, title }) => saveLink(url, title, await current()),
  connection: async () => ({ ...(await connection()), token: undefined }),
  settings: () => read('settings', {}),
  set: async ({ settings }) => write('settings', { ...(await read('settings', {})), ...settings }),
  forget: async () => {
    await unpair()
    await forgetAll()
    await showCount()
  },
}

const isOurs = (sender) => sender.id === browser.runtime.id && sender.url?.startsWith(OURS)

/** A page of ours that goes has done what it left to do: it cannot ask any more then. */
export function onConnect(port) {
  if (!isOurs(port.sender)) return
  let left = []
  port.onMessage.addListener((said) => { left = said })
  port.onDisconnect.addListener(() => {
    for (const message of left) {
      Promise.resolve(TABLE[message.what](message)).catch((error) => console.warn('Left to do, and not done:', error))
    }
  })
}

export function onMessage(message, sender, reply) {
  const answer = TABLE[message?.what]
  if (!answer || !isOurs(sender)) return false
  Promise.resolve(answer(message)).then(
    (value) => reply({ value: value ?? null }),
    (error) => reply({ error: error instanceof Trouble ? error.cause : error.message }),
  )
  return true
}

/** Bring what is known here up to date, and send what waits. Raises Trouble. */
async function update() {
  await refresh()
  await sync()
  await send({ everything: true })
}
