/** The browser, by the one name that Firefox and Chromium share. */
export const browser = globalThis.browser ?? globalThis.chrome;
