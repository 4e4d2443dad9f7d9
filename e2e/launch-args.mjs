/** Keeps Chromium from calling out, for closed networks and quiet logs. */
export const LAUNCH_ARGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
