/** How a process ended, in words. */

/** `ended with exit code 1`, `was killed by SIGKILL`. */
export function endedText(status: number): string {
  if (status >= 0) return `ended with exit code ${status}`;
  return `was killed by ${signalName(-status)}`;
}

/** `SIGTERM`. */
export function signalName(signal: number): string {
  return SIGNALS[signal] ?? `signal ${signal}`;
}

/** Linux's. */
const SIGNALS: Readonly<Record<number, string>> = {
  1: 'SIGHUP',
  2: 'SIGINT',
  3: 'SIGQUIT',
  6: 'SIGABRT',
  9: 'SIGKILL',
  10: 'SIGUSR1',
  12: 'SIGUSR2',
  13: 'SIGPIPE',
  14: 'SIGALRM',
  15: 'SIGTERM',
};
