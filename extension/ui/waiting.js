/** What is not with the server yet, or was refused: with the reason, another try and a way to be rid of it. */
import { ask } from '../lib/ask.js'
import { firstName } from '../lib/names.js'
import { when, words } from '../lib/words.js'
import { one, text } from './dom.js'
import { causeWords, reasonWords } from './reasons.js'

let shown = ''

/** @param {string} [but] the clip that the popup shows already */
export async function showWaiting(but) {
  list((await ask('waiting')).filter((entry) => entry.key !== but || entry.state === 'refused'))
}

function list(entries) {
  const now = JSON.stringify(entries)
  if (now === shown) return
  shown = now
  one('queue').hidden = !entries.length
  one('waiting').replaceChildren(...entries.map(line))
}

function line(entry) {
  const item = document.createElement('li')
  const who = entry.person ? `${firstName(entry.person)} · ` : ''
  const why = entry.state === 'refused' ? words('refused', reasonWords(entry.reason)) : causeWords(entry.cause)
  item.append(text('span', 'name', entry.title || entry.url), text('span', 'soft', `${who}${when(entry.at)} · ${why}`))
  const acts = text('div', 'acts', '')
  if (entry.instead) acts.append(act('give', entry, firstName(entry.instead)))
  acts.append(act('retry', entry), act('drop', entry))
  item.append(acts)
  return item
}

function act(name, { key, title, url }, who = '') {
  const made = text('button', 'link', words(`act_${name}`, who))
  made.type = 'button'
  made.dataset.act = name
  made.setAttribute('aria-label', `${made.textContent}: ${title || url}`)
  made.addEventListener('click', async () => list(await ask(name, { key })))
  return made
}
