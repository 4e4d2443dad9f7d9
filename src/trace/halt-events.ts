/** Things that a breakpoint can wait for, beside a line. Apart from where they are found, which is loaded late. */
export const HALT_EVENTS = [
  'cancel',
  'failure',
  'exception',
  'contention',
  'full',
  'drop',
  'hazard',
  'deadlock',
] as const;
export type HaltEvent = (typeof HALT_EVENTS)[number];
