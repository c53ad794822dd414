/**
 * Run in the page that is saved, before capture.js: a copy of the page as it is put together on the screen, with open shadow
 * roots and frames of the same site in the places where the eye sees them. The page is left as it is.
 */
globalThis.groundworkTogether = () => {
  const NAMES = ['id', 'class', 'name', 'title', 'role', 'aria-label'] // of a frame
  const OF_OTHERS = ['chat', 'messag', 'messeng', 'nachricht', 'advert', 'google_ads', 'aswift'] // in its names: no part of the page
  const SMALLEST = 16 // pixels; a smaller frame is there to count visits

  const inert = document.implementation.createHTMLDocument('') // no script of the page runs in it, nothing is loaded by it
  let seen = 0 // words on the screen
  let selection = selected(document)

  function selected(page) {
    return String(page.getSelection() ?? '').trim()
  }

  function wordsIn(said) {
    return (said?.match(/\S+/g) ?? []).length
  }

  function copyOf(page) {
    const copy = inert.importNode(page.documentElement, true)
    seen += wordsIn(page.body?.innerText)
    fill(page.documentElement, copy)
    giveBody(copy)
    return copy
  }

  /* Gives what became of each element below the root. */
  function fill(root, copy) {
    const copies = copy.querySelectorAll('*')
    const twins = new Map([...root.querySelectorAll('*')].map((one, at) => [one, copies[at]]))
    for (const [one, twin] of twins) {
      if (one.shadowRoot) putShadow(one, twin)
      else if (one.matches('iframe, frame')) putFrame(one, twin)
    }
    return twins
  }

  function putShadow(host, twin) {
    const light = new Map([...host.childNodes].map((one, at) => [one, twin.childNodes[at]]))
    const box = inert.createElement('div')
    box.append(...[...host.shadowRoot.childNodes].map((one) => inert.importNode(one, true)))
    for (const one of host.shadowRoot.children) seen += wordsIn(one.innerText)
    for (const [slot, place] of fill(host.shadowRoot, box)) {
      const given = slot.matches('slot') ? slot.assignedNodes() : []
      if (given.length) place.replaceWith(...given.map((one) => light.get(one)))
    }
    twin.replaceChildren(...box.childNodes)
  }

  /* A frame of another site has no document for us; one that is written in, or that nobody sees, stays out too. */
  function putFrame(frame, twin) {
    const page = frame.contentDocument
    const { width, height } = frame.getBoundingClientRect()
    if (!page?.body || page.designMode === 'on' || page.body.isContentEditable || Math.min(width, height) < SMALLEST) return
    const box = named('div', frame)
    const names = [...box.attributes].map(({ value }) => value.toLowerCase())
    if (names.some((name) => OF_OTHERS.some((part) => name.includes(part)))) return
    const body = copyOf(page).querySelector('body')
    const inside = box.appendChild(named('div', page.body))
    inside.append(...body.childNodes)
    selection ||= selected(page)
    twin.replaceWith(box)
  }

  /* An element with the names of another: by them it can be told what is a menu or a chat. */
  function named(tag, like) {
    const made = inert.createElement(tag)
    for (const name of NAMES) if (like.hasAttribute(name)) made.setAttribute(name, like.getAttribute(name))
    return made
  }

  /* A page made of frames has no body; it gets one, or a reader would find nothing in it. */
  function giveBody(copy) {
    const frames = copy.querySelector('frameset')
    if (!frames) return
    const body = inert.createElement('body')
    body.append(...frames.childNodes)
    frames.replaceWith(body)
  }

  return { inert, copy: copyOf(document), seen, selection, wordsIn }
}
