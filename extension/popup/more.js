/** Under "more": a note, another person, what was sent. Each change amends the clip at once. */
import { ask } from '../lib/ask.js'
import { whenLeaving } from '../lib/leaving.js'
import { counted, words } from '../lib/words.js'
import { one } from '../ui/dom.js'

const PAUSE = 400 // milliseconds without typing

let shownFor = ''
let typing = 0

/** Fill it for a clip, once: what is typed is never written over. */
export async function showMore(clip) {
  one('more').hidden = !clip?.key || clip.undo || clip.state === 'refused'
  if (one('more').hidden || shownFor === clip.key) return
  shownFor = clip.key
  one('note').value = clip.note
  await showPeople(clip.interview)
  one('amount').textContent = amountOf(clip.facts)
  one('text').textContent = await ask('text', { key: clip.key })
  one('text').hidden = !one('text').textContent
}

/** @param {(change: object, more?: object) => Promise<void>} amend */
export function watchMore(amend) {
  const note = async () => {
    const said = one('note').value
    await amend({ note: said })
    if (one('note').value === said) whenLeaving('amend', null)
    one('noted').textContent = words('noted')
  }
  one('note').addEventListener('input', () => {
    whenLeaving('amend', { key: shownFor, change: { note: one('note').value } })
    clearTimeout(typing)
    typing = setTimeout(note, PAUSE)
  })
  one('who').addEventListener('change', () => amend({ interview_id: one('who').value || null }, { chosen: true }))
}

async function showPeople(chosen) {
  const { all } = await ask('people')
  const options = [...all].reverse().map(({ id, name }) => new Option(name, id, false, id === chosen))
  if (!all.some((one) => one.id === chosen)) options.unshift(new Option(words('nobody_yet'), '', false, true))
  one('who').replaceChildren(...options)
}

function amountOf({ words: kept, seen, link }) {
  if (link) return words('amount_link')
  if (!kept) return words('amount_pdf')
  return `${counted('amount', kept)} ${words('amount_of', seen)}`
}
