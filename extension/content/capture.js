/* Run in the page that is saved, after together.js and whom.js: the copy without what is nobody's business. The page itself is left as it is. */
(() => {
  const NEVER = `script:not([type="application/ld+json"]), noscript, template, style, link, iframe, object, embed, canvas, svg,
    frame, audio, video, input, textarea, select, option, datalist, [contenteditable]:not([contenteditable="false" i]), [role="textbox"],
    meta[name*="csrf" i], meta[name*="token" i], meta[name*="nonce" i], meta[http-equiv]`
  const AROUND = 'nav, [role="navigation"], [role="menu"], [role="menubar"], [role="search"]'
  const MESSAGES = `[role="log"], [aria-label^="messag" i], [aria-label^="nachricht" i], [id*="messaging" i],
    [class*="messaging" i], [class*="msg-overlay" i], [class*="chat-window" i], [class*="chat-widget" i], [id*="chat-widget" i],
    #intercom-container, #intercom-frame, .intercom-lightweight-app`
  const OTHERS = new RegExp(
    '^(people|others|more (people|profiles)|(similar|other|related|suggested) (people|profiles|members)|explore .*profiles)' +
      '( also viewed| you may know| you might know| like| similar|$)|^(also viewed|viewers also viewed)|^suggested for you' +
      '|^(andere|personen).*(angesehen|kennen)|^(weitere|ähnliche) (profile|personen)', 'i')
  const AUTHOR = 'meta[name="author" i], meta[property="article:author" i], meta[property="og:title" i]' // where a name can stand unseen
  const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, blockquote, pre, figcaption, caption, summary, address, div, section, article, main, header, footer, aside, body'
  const ATTRIBUTES = /^(on|data-)|^(style|value|srcset|nonce|integrity|ping)$/
  const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden/i // what nobody sees is told apart from the text by it

  const { inert, copy, seen, selection, wordsIn } = globalThis.groundworkTogether()
  const gone = (selector) => copy.querySelectorAll(selector).forEach((one) => one.remove())

  function dropOthers() {
    for (const heading of copy.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')) {
      if (OTHERS.test(heading.textContent.trim())) boxOf(heading).remove()
    }
    for (const box of copy.querySelectorAll('section[aria-label], aside[aria-label]')) {
      if (OTHERS.test(box.getAttribute('aria-label').trim())) box.remove()
    }
  }

  /* The largest box around a heading that has no other heading of its rank in it. */
  function boxOf(heading) {
    let box = heading
    for (let up = box.parentElement; up && !up.matches('body, main, article'); up = up.parentElement) {
      if (up.querySelectorAll(heading.tagName).length > 1) break
      if (up.querySelector('h1, main, article') && !heading.matches('h1')) break
      box = up
    }
    return box
  }

  function dropSiteHeaders() {
    for (const one of copy.querySelectorAll('header, [role="banner"]')) {
      if (!one.closest('main, article') && !one.querySelector('h1')) one.remove()
    }
  }

  function bare() {
    const notes = inert.createNodeIterator(copy, NodeFilter.SHOW_COMMENT)
    for (let one = notes.nextNode(); one; one = notes.nextNode()) one.remove()
    for (const one of [copy, ...copy.querySelectorAll('*')]) {
      for (const { name } of [...one.attributes]) {
        if (ATTRIBUTES.test(name) && !(name === 'style' && HIDES.test(one.getAttribute(name)))) one.removeAttribute(name)
      }
    }
  }

  function text() {
    const parts = []
    const leaves = inert.createTreeWalker(copy.querySelector('body') ?? copy, NodeFilter.SHOW_TEXT)
    let last
    for (let leaf = leaves.nextNode(); leaf; leaf = leaves.nextNode()) {
      const said = leaf.data.replace(/\s+/g, ' ')
      if (!said.trim() || leaf.parentElement.closest('script')) continue
      const block = leaf.parentElement.closest(BLOCK)
      parts.push(block === last ? said : `\n${said.trimStart()}`)
      last = block
    }
    return parts.join('').trim()
  }

  gone(NEVER)
  gone(AROUND)
  gone(MESSAGES)
  dropSiteHeaders()
  dropOthers()
  bare()
  const kept = text()
  return {
    type: document.contentType,
    html: `<!DOCTYPE html>\n${copy.outerHTML}`,
    text: kept,
    words: wordsIn(kept),
    seen: Math.max(seen, wordsIn(kept)),
    selection,
    title: document.title,
    ...globalThis.groundworkWhom(),
    by: [...copy.querySelectorAll(AUTHOR)].map((one) => one.content).join('\n'),
    url: location.href,
    language: document.documentElement.lang,
  }
})()
