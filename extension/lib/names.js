/** Whether a text names a person: a guess made before the server has read the page, so that many tabs can be told apart. */

const TITLES = new Set('dr prof professor mr mrs ms mx sir dame herr frau dipl ing phd mba jr sr'.split(' '))
const MARKS = /\p{M}/gu
const PLAIN = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', ð: 'd', þ: 'th', ı: 'i' }
const NEAR = 3 // words that may stand between a first and a last name

/** Lower case, without accents. @param {string} text */
export const fold = (text) =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/[ßæøœđłðþı]/g, (sign) => PLAIN[sign])

const NAME = /^\p{Lu}[\p{L}.'’-]*( (\p{Lu}[\p{L}.'’-]*|van|von|de|der|den|di|da|del|dos|la|le|al|bin|ibn))* \p{Lu}[\p{L}'’-]+$/u
const LONGEST = 60 // characters of a name

const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** What to call somebody on a screen. @param {string} name */
export function firstName(name) {
  const parts = name.trim().split(/\s+/)
  return parts.find((part) => !TITLES.has(fold(part).replace(/\W/g, ''))) ?? name
}

/**
 * Whether one of the names stands in the text: the whole of it, or first name (or its initial) and last name close together
 * in either order.
 * @param {string} text @param {string[]} names
 */
export function isNamed(text, names) {
  const words = wordsOf(text)
  return names.some((name) => stands(words, wordsOf(name).filter((word) => !TITLES.has(word))))
}

/**
 * Whom a page is about, where it says so twice: as data, and in its title, its heading or the name of its site. '' if it does not.
 * @param {{people?: string[], title: string, heading?: string, url: string}} page people: names told as data, the best first
 */
export function aboutWhom({ people, title, heading = '', url }) {
  const said = ` ${wordsOf(`${title} ${heading}`).join(' ')} `
  const site = fold(new URL(url).hostname).replace(/[^a-z0-9]/g, '')
  const isTwice = (words) => said.includes(` ${words.join(' ')} `) || site.includes(words.join(''))
  return namesAmong(people).find((name) => isTwice(wordsOf(name))) ?? ''
}

/** What looks like the name of a person, each once. @param {string[]} told */
export const namesAmong = (told = []) => [...new Set(told)].filter((name) => name.length <= LONGEST && NAME.test(name))

function stands(words, name) {
  if (!name.length) return false
  const [first, last] = [name[0], name[name.length - 1]]
  return words.some((word, at) => word === last && (name.length === 1 || isNear(words, at, first)))
}

function isNear(words, at, first) {
  const from = Math.max(0, at - NEAR)
  return words.slice(from, at + NEAR).some((word, place) => from + place !== at && (word === first || word === first[0]))
}
