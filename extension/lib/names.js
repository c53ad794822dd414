/** Whether a text names a person: a guess made before the server has read the page, so that many tabs can be told apart. */

const TITLES = new Set('dr prof professor mr mrs ms mx sir dame herr frau dipl ing phd mba jr sr'.split(' '))
const MARKS = /\p{M}/gu
const PLAIN = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', ð: 'd', þ: 'th', ı: 'i' }
const NEAR = 3 // words that may stand between a first and a last name

/** Lower case, without accents. @param {string} text */
export const fold = (text) =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/[ßæøœđłðþı]/g, (sign) => PLAIN[sign])

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

function stands(words, name) {
  if (!name.length) return false
  const [first, last] = [name[0], name[name.length - 1]]
  return words.some((word, at) => word === last && (name.length === 1 || isNear(words, at, first)))
}

function isNear(words, at, first) {
  const from = Math.max(0, at - NEAR)
  return words.slice(from, at + NEAR).some((word, place) => from + place !== at && (word === first || word === first[0]))
}
