/** The code that connects this browser: shown by Groundwork on a tab of its own, typed here. */
import { ask } from '../lib/ask.js'
import { CONNECT } from '../lib/pages.js'
import { words } from '../lib/words.js'
import { one, say } from '../ui/dom.js'
import { closeCode, showCode } from './code.js'

const LENGTH = 8 // letters and digits of a code
const WRONG = new Set(['code', 'too_often'])

let isCome = location.hash === CONNECT // they came to connect: the code is shown without a press, once
let isAsked = false

/** @param {() => Promise<unknown>} then shows how things stand after it */
export function watchPairing(then) {
  one('pairing').addEventListener('submit', (event) => {
    event.preventDefault()
    pair(then)
  })
  one('code').addEventListener('input', () => one('code').value.replace(/[^\p{L}\p{N}]/gu, '').length === LENGTH && pair(then))
  one('show_code').addEventListener('click', async () => showCode((await ask('connection')).address))
}

/** Show the box, or not. */
export async function showPairing(isOpen, address) {
  one('pairing').hidden = !isOpen
  if (!isOpen || !isCome) return
  isCome = false
  await showCode(address)
  one('code').focus()
}

async function pair(then) {
  if (isAsked) return
  isAsked = true
  const found = await ask('pair', { code: one('code').value }).finally(() => { isAsked = false })
  const isWrong = WRONG.has(found.cause)
  say(one('code_wrong'), isWrong ? words(`cause_${found.cause}`) : '')
  if (isWrong) return one('code').select()
  if (found.cause === 'ok') {
    one('code').value = ''
    closeCode()
  }
  await then()
}
