/** The shortcut as the browser has it, and what can be switched on; the browser is asked for its leave then. */
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { ANY_PAGE } from '../lib/urls.js'
import { words } from '../lib/words.js'
import { one, text } from '../ui/dom.js'

const NEEDS = { toolbar: { permissions: ['webNavigation'] }, bookmarks: { permissions: ['bookmarks'], ...ANY_PAGE } }
const COMMAND = '_execute_action'

export async function showChoices() {
  for (const name of Object.keys(NEEDS)) one(name).addEventListener('change', () => choose(name))
  await showShortcut()
  await showChosen()
}

/** What is switched on now. */
export async function showChosen() {
  const settings = await ask('settings')
  for (const name of Object.keys(NEEDS)) {
    one(name).checked = Boolean(settings[name]) && (await browser.permissions.contains(NEEDS[name]))
  }
}

/** The key as the browser has it; '' if it has none. */
export async function shortcut() {
  return (await browser.commands.getAll()).find(({ name }) => name === COMMAND)?.shortcut ?? ''
}

async function showShortcut() {
  const key = await shortcut()
  const [before, after] = words(key ? 'shortcut' : 'shortcut_none').split('#')
  one('shortcut').replaceChildren(before, ...(key ? [text('kbd', '', key), after] : []))
  const isFirefox = Boolean(browser.commands.openShortcutSettings) || navigator.userAgent.includes('Firefox/')
  one('shortcut_change').textContent = words(isFirefox ? 'shortcut_firefox' : 'shortcut_chrome')
}

async function choose(name) {
  const wanted = one(name).checked
  const allowed = wanted && (await browser.permissions.request(NEEDS[name]))
  if (!wanted) await browser.permissions.remove(NEEDS[name])
  one(name).checked = allowed
  await ask('set', { settings: { [name]: allowed } })
}
