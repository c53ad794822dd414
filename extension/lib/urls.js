/**
 * One address for one page: the rules of server/pipeline/clip/urls.py, so that it can be told here whether a page is
 * saved. Both are held to tests/urls/vectors.json.
 */

const TRACKING = new Set(
  `fbclid gclid gclsrc gbraid wbraid gad_source gad_campaignid dclid srsltid msclkid yclid twclid ttclid epik
  li_fat_id igsh igshid mibextid mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id
  vero_conv oly_anon_id oly_enc_id rb_clickid s_cid wickedid ck_subscriber_id ref ref_src ref_url referrer share
  shared sharesource si cmpid icid ncid trk trkinfo trackingid lipi rcm spm xtor at_medium at_campaign _ga _gl`.split(/\s+/),
)
const TRACKING_PREFIXES = ['utm_', 'pk_', 'piwik_', 'mtm_', 'matomo_', 'hsa_', 'stm_']
const MOBILE = new Set(['m', 'mobile', 'amp']) // labels of a host that serve the same pages to small screens
const AMP = new Set(['amp', 'amp=1', 'amp=true', 'outputtype=amp'])
const AMP_VIEWER = /^\/amp\/(?:s\/)?([^/]+\.[^/]+(?:\/.*)?)$/ // www.google.com/amp/s/HOST/PATH
const AMP_CACHE = /^\/[a-z]\/(?:s\/)?([^/]+\.[^/]+(?:\/.*)?)$/ // HOST.cdn.ampproject.org/c/s/HOST/PATH
const PORTS = new Set(['', '80', '443']) // the usual ones: http and https show one page
const PLAIN = /[A-Za-z0-9\-._~!$&'()*+,;=:@]/ // RFC 3986, pchar
const NOT_PLAIN = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/%]/gu

/**
 * The permission to read pages without a press on each; asked for when it is needed. Not http: Chromium, told to take that back, takes
 * 127.0.0.1 with it, and no page would come to Groundwork any more.
 */
export const ANY_PAGE = { origins: ['https://*/*'] }

/** Whether a page of this address can be saved at all. @param {string | undefined} url */
export const isOfTheWeb = (url) => /^https?:\/\//i.test(url ?? '')

/**
 * The address without what does not change the page; text that is no web address comes back without blanks around it.
 * @param {string} address
 * @returns {string}
 */
export function normalise(address) {
  const stripped = address.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '')
  let url = parsed(stripped)
  while (url && insideAmp(url)) url = parsed(insideAmp(url))
  if (!url) return stripped
  const port = PORTS.has(url.port) ? '' : `:${url.port}`
  return `https://${plainHost(url.hostname)}${port}${page(escaped(url.pathname))}${query(url.searchParams)}${route(url.hash)}`
}

function parsed(text) {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return isOfTheWeb(url.href) ? url : null
}

function insideAmp({ hostname, pathname, search }) {
  const isViewer = hostname === 'google.com' || hostname === 'www.google.com'
  const shown = isViewer ? AMP_VIEWER.exec(pathname) : hostname.endsWith('.cdn.ampproject.org') ? AMP_CACHE.exec(pathname) : null
  return shown ? `https://${shown[1]}${search}` : ''
}

function plainHost(name) {
  if (name.startsWith('[')) return name
  let labels = name.replace(/\.+$/, '').split('.')
  while (labels.length > 2 && (labels[0] === 'www' || MOBILE.has(labels[0]))) labels = labels.slice(1)
  while (labels.length > 3 && MOBILE.has(labels[1])) labels.splice(1, 1)
  return labels.join('.')
}

/* Percent signs where they are needed and only there, in upper case; an escaped slash stays one. */
function escaped(text) {
  return text
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/%([0-9A-Fa-f]{2})/g, (found, hex) => {
      const meant = String.fromCharCode(parseInt(hex, 16))
      return PLAIN.test(meant) ? meant : found.toUpperCase()
    })
    .replace(NOT_PLAIN, (found) => encodeURIComponent(found))
}

function page(path) {
  const shown = path.replace(/\/+$/, '').replace(/(?<=[^/])\/amp$/i, '')
  return shown.replace(/\.amp(\.html?)?$/i, '$1').replace(/\/+$/, '')
}

function query(parameters) {
  const kept = [...parameters].filter(([name, value]) => !tracks(name.toLowerCase(), value.toLowerCase()))
  const written = kept.map((pair) => new URLSearchParams([pair]).toString()).sort()
  return written.length ? `?${written.join('&')}` : ''
}

function tracks(name, value) {
  const asked = value ? `${name}=${value}` : name
  return TRACKING.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix)) || AMP.has(asked)
}

/* A fragment that names another page (#!/notes, #/notes), since a script shows it; no place within a page. */
function route(fragment) {
  const wanted = escaped(fragment.slice(1).split(':~:')[0]).replace(/\/+$/, '')
  return /^[!/]./.test(wanted) ? `#${wanted}` : ''
}
