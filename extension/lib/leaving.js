/** What is to be done when this page goes. A page that goes cannot ask any more: so it is told beforehand, and taken back when it was done. */
import { browser } from './browser.js'

const left = new Map()
let port = null

/** @param {string} what as for `ask` @param {object|null} more null: nothing of that kind is left to do */
export function whenLeaving(what, more) {
  if (!more && !left.has(what)) return
  if (more) left.set(what, { what, ...more })
  else left.delete(what)
  tell()
}

function tell() {
  port ??= connected()
  port.postMessage([...left.values()])
}

function connected() {
  const made = browser.runtime.connect()
  made.onDisconnect.addListener(() => { // the background ended, not we
    port = null
    if (left.size) tell()
  })
  return made
}
