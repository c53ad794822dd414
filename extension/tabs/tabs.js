/** Several tabs: they are looked at here, those that name the person are ticked, and only a press sends any. */
import { ask } from '../lib/ask.js'
import { browser } from '../lib/browser.js'
import { whenLeaving } from '../lib/leaving.js'
import { firstName } from '../lib/names.js'
import { ANY_PAGE } from '../lib/urls.js'
import { counted, fill, words } from '../lib/words.js'
import { one, say, text } from '../ui/dom.js'

fill()
one('allow').addEventListener('click', async () => {
  const allowed = await browser.permissions.request(ANY_PAGE)
  say(one('refused'), allowed ? '' : words('tabs_refused'))
  if (allowed) await show()
})
one('list').addEventListener('change', count)
one('list').addEventListener('submit', save)
if (await browser.permissions.contains(ANY_PAGE)) await show()
document.body.dataset.ready = 'yes'

async function show() {
  whenLeaving('giveBack', {})
  one('asking').hidden = true
  say(one('looking'), words('tabs_looking'))
  await ask('update').catch((error) => console.info('Not up to date:', error.message))
  const { person, tabs } = await ask('survey')
  say(one('looking'), tabs.length ? '' : words('tabs_empty'))
  if (!tabs.length) return
  const named = tabs.filter((tab) => tab.named).length
  one('found').textContent = person ? counted('tabs_found', named, firstName(person)) : words('tabs_nobody')
  one('tabs').replaceChildren(...tabs.map(line))
  one('list').hidden = false
  count()
}

function line({ id, title, host, named, saved }) {
  const label = text('label', 'choice', '')
  const box = Object.assign(document.createElement('input'), { type: 'checkbox', value: id, checked: named && !saved })
  const said = document.createElement('span')
  said.append(text('b', '', title), text('span', 'soft', saved ? `${host} · ${words('tabs_saved')}` : host))
  label.append(box, said)
  const item = document.createElement('li')
  item.append(label)
  return item
}

function ticked() {
  return [...one('tabs').querySelectorAll('input:checked')].map((box) => Number(box.value))
}

function count() {
  one('save').textContent = counted('tabs_save', ticked().length)
  one('save').disabled = !ticked().length
}

async function save(event) {
  event.preventDefault()
  one('save').disabled = true
  const tabs = ticked().map((tabId) => ({ key: crypto.randomUUID(), tabId }))
  const { saved, left } = await ask('pressMany', { tabs })
  one('list').hidden = true
  one('done').textContent = `${counted('tabs_done', saved)} ${left ? counted('tabs_left', left) : ''}`.trim()
  await ask('giveBack')
}
