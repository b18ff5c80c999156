/** Where Debian and Ubuntu put the browser in which the journeys run. */
export const PACKAGED_CHROMIUM = '/usr/bin/chromium';

/** The browser in which the journeys run; the environment's CHROMIUM names another than the packaged one. */
export const CHROMIUM = process.env.CHROMIUM ?? PACKAGED_CHROMIUM;

/** Quiet, and without calls home: every request that is seen was made by the app. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;
