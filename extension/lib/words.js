/** The words on screens, in the person's language. */
import { browser } from './browser.js'

/** A message of _locales, with what stands in it. @param {string} key @param {...(string|number)} said */
export const words = (key, ...said) => browser.i18n.getMessage(key, said.map(String)) || key

/** A message that counts: its _none, _one or _many. */
export function counted(key, count, ...said) {
  const form = count === 0 ? 'none' : count === 1 ? 'one' : 'many'
  return words(`${key}_${form}`, count, ...said)
}

/** The language of the words here, which need not be that of the browser. */
export const language = () => words('language')

/** When, as people say it. @param {number} time milliseconds */
export function when(time, now = Date.now()) {
  const minutes = Math.round((time - now) / 60_000)
  const ago = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  if (minutes > -1) return words('just_now')
  if (minutes > -60) return ago.format(minutes, 'minute')
  if (minutes > -60 * 24) return ago.format(Math.round(minutes / 60), 'hour')
  if (minutes > -60 * 24 * 7) return ago.format(Math.round(minutes / 60 / 24), 'day')
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(time)
}

/** Fill a page: data-words is a text, data-label what is read aloud, data-hint a placeholder. */
export function fill(root = document) {
  for (const one of root.querySelectorAll('[data-words]')) one.textContent = words(one.dataset.words)
  for (const one of root.querySelectorAll('[data-label]')) one.setAttribute('aria-label', words(one.dataset.label))
  for (const one of root.querySelectorAll('[data-hint]')) one.setAttribute('placeholder', words(one.dataset.hint))
  document.documentElement.lang = language()
}
