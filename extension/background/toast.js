/** A word on the page itself, for what was asked for without the popup. Read aloud, gone after a while. */
import { browser } from '../lib/browser.js'

const LASTS = 8000 // milliseconds

/** @param {number|undefined} tabId @param {string} said */
export async function say(tabId, said) {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: show, args: [said, LASTS] })
  } catch (error) {
    console.info('This page shows nothing of ours:', String(error))
  }
}

/* Runs in the page, so it brings all it needs. */
function show(said, lasts) {
  const id = 'groundwork-said'
  document.getElementById(id)?.remove()
  const host = document.createElement('div')
  host.id = id
  const box = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('div'))
  box.setAttribute('role', 'status')
  box.style.cssText = `position:fixed;right:16px;top:16px;z-index:2147483647;max-width:22rem;padding:12px 16px;border-radius:8px;
    background:#1d5a4c;color:#fff;font:500 15px/1.4 system-ui,sans-serif;box-shadow:0 4px 24px rgb(0 0 0/.25)`
  document.documentElement.append(host)
  box.textContent = said
  setTimeout(() => host.remove(), lasts)
}
