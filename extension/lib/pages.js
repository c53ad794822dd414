/** Pages of ours, opened. */
import { browser } from './browser.js'

export const CONNECT = '#connect' // they come to connect: the code is opened for them, too

/** The options, for somebody who wants to connect this browser. */
export const openToConnect = () => browser.tabs.create({ url: browser.runtime.getURL(`options/options.html${CONNECT}`) })
