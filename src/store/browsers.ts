/** What a person can do in browsers at a place of a run: which there are, where servers listen, and when a press takes effect. */
import type { Intervention, When } from '../scenario/intervention.ts';
import type { World } from '../trace/world.ts';

export interface BrowserSeen {
  readonly name: string;
  /** It was opened before this place of the run. */
  readonly isThere: boolean;
}

/** Where a program that serves is usually found. */
const USUAL = 'localhost:8000';
/** A press at the end of a run comes so long after the last thing that happened. */
const PAUSE_US = 1_000_000;

/** In order of their first press, then one more that could be opened. */
export function browsersAt(world: World, interventions: readonly Intervention[]): readonly BrowserSeen[] {
  const names = new Set(interventions.flatMap((each) => (each.kind === 'client' ? [each.client] : [])));
  const seen = [...names].map((name) => ({ name, isThere: isOpened(world, name) }));
  let count = names.size + 1;
  while (names.has(`browser-${count}`)) count++;
  return [...seen, { name: `browser-${count}`, isThere: false }];
}

function isOpened({ processes }: World, name: string): boolean {
  return processes.some(({ label }) => label === name);
}

/** `localhost:8000`: of the newest server that listens, or would be asked first. */
export function hostAt({ connections, listeners }: World): string {
  const heard = listeners.findLast(({ address }) => /:\d+$/.test(address))?.address;
  const asked = connections.find(({ kind }) => kind === 'tcp')?.address;
  const port = /:(\d+)$/.exec(heard ?? asked ?? '')?.[1];
  return port === undefined ? USUAL : `localhost:${port}`;
}

/** At this place; once all processes have been asked to end, a little after the last thing that happened before. */
export function pressTime({ position, stop }: World): When {
  return stop === null || position <= stop.position ? { position } : { timeUs: stop.sinceUs + PAUSE_US };
}

/** Somebody serves, or has been asked by a browser: there is something to press for. */
export function hasServers(world: World, files: readonly { readonly text: string }[]): boolean {
  return world.listeners.length > 0 || world.stop !== null || files.some(({ text }) => SERVES.test(text));
}

const SERVES = /\b(?:run_app|start_server|daphne|runserver|uvicorn|websockets|serve_forever)\b/;
