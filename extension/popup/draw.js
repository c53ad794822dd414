/** Puts a view on the screen. */
import { firstName } from '../lib/names.js'
import { words } from '../lib/words.js'
import { one, say, text } from '../ui/dom.js'
import { viewOf } from './view.js'

const LOUD = new Set(['card', 'begin', 'connect', 'allow_site'])

/** A button; what it says stands in _locales as act_<name>. */
export function button(act, pressed, { name = '' } = {}) {
  const made = text('button', LOUD.has(act) ? '' : 'quiet', words(`act_${act}`, name))
  made.type = 'button'
  made.dataset.act = act
  made.addEventListener('click', pressed)
  return made
}

/** @param {object|null} clip @param {(act: string, given: object) => HTMLElement} buttonFor */
export function draw(clip, buttonFor) {
  const view = viewOf(clip)
  one('mark').dataset.kind = view.kind
  say(one('title'), view.title)
  say(one('line'), view.line)
  say(one('page'), clip?.key ? clip.title || clip.url : '')
  put(one('acts'), view.acts.map((act) => ({ act, name: clip?.person ? firstName(clip.person) : '' })), buttonFor)
  one('warning').hidden = !view.warning
  say(one('warning_words'), view.warning?.words ?? '')
  put(one('warning_acts'), view.warning?.acts ?? [], buttonFor)
  one('told').replaceChildren(...view.told.map((said) => text('li', '', said)))
}

function put(place, acts, buttonFor) {
  const wanted = JSON.stringify(acts)
  if (place.dataset.shown === wanted) return
  place.dataset.shown = wanted
  place.replaceChildren(...acts.map((given) => buttonFor(given.act, given)))
}
