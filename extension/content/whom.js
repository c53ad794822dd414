/* Run in the page that is saved, before capture.js: who the page says it is by or about, as data and not as prose. */
globalThis.groundworkWhom = () => {
  const PROFILE = /\/(in|profile|profiles|people|person|team|staff|author)\/[^/]+/ // addresses of pages about one person
  const MOST = 20

  const meta = (name) => document.querySelector(`meta[name="${name}" i], meta[property="${name}" i]`)?.content?.trim() ?? ''
  const heading = document.querySelector('h1')?.textContent.replace(/\s+/g, ' ').trim() ?? ''

  /* Names of persons in structured data, wherever in it they stand. */
  function personsIn(told) {
    if (Array.isArray(told)) return told.flatMap(personsIn)
    if (!told || typeof told !== 'object') return []
    const isPerson = [told['@type']].flat().includes('Person') && typeof told.name === 'string'
    return [...(isPerson ? [told.name] : []), ...Object.values(told).flatMap(personsIn)]
  }

  function parsed(source) {
    try {
      return JSON.parse(source)
    } catch (error) {
      console.info('Structured data that cannot be read:', String(error))
      return null
    }
  }

  const data = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((one) => personsIn(parsed(one.textContent)))
  const profile = `${meta('profile:first_name')} ${meta('profile:last_name')}`.trim()
  const titled = PROFILE.test(location.pathname) || meta('og:type') === 'profile' ? [heading] : []
  const people = [...titled, profile, ...data, meta('author'), meta('article:author')].filter(Boolean)
  return { heading, people: people.slice(0, MOST) }
}
