/** Whom a page is about, where it is nobody's yet: a name, which the page may tell, and what is wanted of them. */
import { whenLeaving } from '../lib/leaving.js'
import { one, text } from '../ui/dom.js'

let key = ''
let isAsked = false

/** Fill it for a clip, once: what is typed is never written over. */
export function showBegin(clip) {
  const isOpen = Boolean(clip?.key) && clip.state === 'sent' && !clip.interview && !clip.undo
  one('begin').hidden = !isOpen
  if (isOpen && key !== clip.key) {
    key = clip.key
    isAsked = false
    one('name').value = clip.facts.about ?? ''
    one('name_hint').hidden = !one('name').value
    propose(one('name').value ? [] : (clip.facts.proposed ?? []))
    one('name').focus()
  }
  leave()
}

/** @param {(given: {name: string, want: string}) => Promise<unknown>} begin */
export function watchBegin(begin) {
  one('begin').addEventListener('submit', (event) => {
    event.preventDefault()
    if (isAsked) return
    isAsked = true
    leave()
    begin(given()).catch(() => {
      isAsked = false
      leave()
    })
  })
  one('begin').addEventListener('input', leave)
  one('name').addEventListener('input', () => { one('name_hint').hidden = true })
}

/* Names that the page tells, of whom it need not be: pressed, not kept by themselves. */
function propose(names) {
  one('proposed').replaceChildren(...names.map((name) => {
    const made = text('button', 'quiet', name)
    made.type = 'button'
    made.addEventListener('click', () => {
      one('name').value = name
      one('begin').requestSubmit()
    })
    return made
  }))
}

const given = () => ({ name: one('name').value.trim(), want: one('want').value.trim() })

/* A name that stands there when the popup goes counts as one that was sent: as notes do. */
function leave() {
  const counts = !one('begin').hidden && !isAsked && given().name
  whenLeaving('begin', counts ? { key, ...given() } : null)
}
