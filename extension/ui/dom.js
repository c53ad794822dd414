/** Small things that all pages of ours do with their elements. */

export const one = (id) => document.getElementById(id)

/** An element with a class and a text. */
export const text = (tag, kind, said) => Object.assign(document.createElement(tag), { className: kind, textContent: said })

/** Write a text where it changed, so that a screen reader says it once; an empty one hides its place. */
export function say(place, said) {
  if (place.textContent !== said) place.textContent = said
  place.hidden = !said
}
