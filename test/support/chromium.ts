/** The browser of the tests. Apart from browser.ts, so that asking for it loads no driver. */
export const CHROMIUM = '/usr/bin/chromium';
