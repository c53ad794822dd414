/** What a clip looks like: from what the background says of it to words and buttons. No DOM, so that every state can be tried. */
import { firstName } from '../lib/names.js'
import { counted, when, words } from '../lib/words.js'
import { foundWords, reasonWords } from '../ui/reasons.js'

const TO_CONNECT = new Set(['unpaired', 'token', 'unknown']) // troubles that end by connecting anew
const WAYS = { pdf: ['allow_site', 'link'], kept_back: ['link'], pdf_kept: ['link'], large_pdf: ['link'] } // where this browser keeps a page back

/**
 * @typedef {{kind: 'busy'|'done'|'kept'|'no'|'back', title: string, line: string, acts: string[],
 *   warning: null | {words: string, acts: {act: string, id?: string, name?: string}[]}, told: string[]}} View
 *   acts are names of buttons: undo, card, begin, again, connect, mend, link, allow_site
 */

/** @param {object|null} clip as `press` and `look` give it @returns {View} */
export function viewOf(clip) {
  if (!clip || clip.undo) return view('back', words('taken_back'), words('taken_back_line'), ['again'])
  if (clip.cannot) return cannot(clip)
  if (clip.state === 'refused') return view('no', words('refused_title'), reasonWords(clip.reason))
  const who = clip.person ? firstName(clip.person) : ''
  const warning = warningOf(clip, who)
  if (clip.state === 'waiting') return { ...kept(clip, who), warning, told: toldOf(clip) }
  const acts = ['undo', ...(who ? ['card'] : clip.interview ? [] : ['begin']), ...(clip.already ? ['again'] : [])]
  return { ...view('done', doneTitle(clip, who), foundLine(clip, who), acts), warning, told: toldOf(clip) }
}

const view = (kind, title, line, acts = []) => ({ kind, title, line, acts, warning: null, told: [] })

const named = (key, who, ...said) => (who ? words(key, who, ...said) : words(`${key}_nobody`, ...said))

function cannot({ cannot: why }) {
  return view('no', words('cannot_title'), words(`cannot_${why}`), WAYS[why] ?? [])
}

function kept(clip, who) {
  if (!clip.cause) return view('kept', named('kept_title', who), words('sending_line'), ['undo'])
  const acts = TO_CONNECT.has(clip.cause) ? ['connect', 'undo'] : ['undo', 'mend']
  return view('kept', named('kept_title', who), words(`kept_${clip.cause}`), acts)
}

function doneTitle({ already, facts }, who) {
  if (already) return named('already_title', who)
  if (facts.link) return named('link_title', who)
  return named(facts.before?.changed ? 'again_title' : 'saved_title', who)
}

function foundLine({ found, facts, already }, who) {
  const before = already ? `${words('already_line', when(already.at))} ` : ''
  if (facts.link && !found?.settled) return words('link_line')
  if (!found) return before.trim()
  if (!who) return before.trim()
  if (!found.settled) return before + words('reading_line')
  if (found.quotes) return before + counted('quotes', found.quotes)
  return before + foundWords(found, who)
}

function warningOf({ facts, found, others, verdict }, who) {
  const mentions = found?.mentions ?? facts.mentions
  if (!who || mentions !== false || verdict) return null
  const moves = others.map(({ id, name }) => ({ act: 'move', id, name: firstName(name) }))
  if (moves.length) return { words: words('names_other', who, moves[0].name), acts: [...moves.slice(0, 2), { act: 'keep' }] }
  return { words: words('names_nobody', who), acts: [{ act: 'keep' }] }
}

function toldOf({ found, facts, already }) {
  const told = []
  if (found?.settled && found.quotes) told.push(counted('adds', found.adds))
  if (facts.selected) told.push(words('selected'))
  if (facts.before && !already) told.push(words(facts.before.changed ? 'before_changed' : 'before', when(facts.before.at)))
  if (already?.changed === false) told.push(words('unchanged'))
  return told
}
