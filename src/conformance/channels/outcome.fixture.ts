/** Runs a scenario of Channels and says what became of it, in the words of the table of scenarios. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runHeadlessNow } from '../../engine/headless.ts';
import type { Intervention } from '../../scenario/intervention.ts';
import type { FormationEntry } from '../../scenario/scenario.ts';
import { ENVELOPE_OUTCOMES } from '../../trace/brokers.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../../trace/trace.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** What all scenarios of 1.x share, unless they have a file of that name themselves. */
const PROJECT = 'project';
const SERVERS = /^(redis|web)\./;

export interface Played {
  readonly folder: string;
  /** What it shares with others; that of 1.x if nothing is said. */
  readonly project?: string;
  /** In this file, that text is changed into this. */
  readonly change?: { readonly file: string; readonly find: string; readonly by: string };
  readonly formation?: readonly FormationEntry[];
  readonly interventions?: readonly Intervention[];
  readonly seed?: number;
  /** Lines of these processes are left out; servers if nothing is said. */
  readonly silent?: RegExp;
}

export interface Outcome {
  /** Without what servers say of themselves. */
  readonly stdout: readonly string[];
  readonly stderr: string;
  readonly exitCode: number;
  /** By channel: `3 accepted, 2 delivered, 1 left`; what is 0 is left out. */
  readonly channels: Readonly<Record<string, string>>;
  /** By the consumer's dotted name: `2 finished, 1 failed`. */
  readonly consumers: Readonly<Record<string, string>>;
}

export function play({
  folder,
  project = PROJECT,
  change,
  formation,
  interventions,
  seed = 0,
  silent = SERVERS,
}: Played): Outcome {
  const files = { ...filesOf(project), ...filesOf(folder) };
  if (change !== undefined) {
    const parts = (files[change.file] ?? '').split(change.find);
    if (parts.length !== 2) throw new Error(`${change.file} of ${folder} has ${change.find} ${parts.length - 1} times`);
    files[change.file] = parts.join(change.by);
  }
  let trace = EMPTY_TRACE;
  const { stdout, stderr, exitCode } = runHeadlessNow({
    files,
    seed,
    formation,
    interventions,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return {
    stdout: stdout.split('\n').filter((line) => line !== '' && !silent.test(line)),
    stderr,
    exitCode,
    channels: channelsOf(trace),
    consumers: consumersOf(trace),
  };
}

function filesOf(folder: string): Record<string, string> {
  const path = join(HERE, folder);
  const names = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((file) => [relative(path, file), readFileSync(file, 'utf8')]));
}

/** Random letters tell nothing: `daphne.response.abc!` is `D!`, `specific.0a1b!` is `S!`, and what a socket waits in `__wait__`. */
function channelsOf(trace: Trace): Record<string, string> {
  const { queues } = worldAfter(trace, trace.length);
  const counts = new Map<string, Map<string, number>>();
  for (const queue of queues) {
    const name = queue.name
      .replace(/^__wait__.*/, '__wait__')
      .replace(/^daphne\.response\.[A-Za-z]+/, 'D')
      .replace(/^specific\.[0-9a-f]+/, 'S');
    const of = counts.get(name) ?? new Map<string, number>();
    counts.set(name, of);
    const { accepted, delivered, expired, flushed, rejected, dropped, lost, items } = queue;
    // U1 of the rules: whatever was accepted is somewhere.
    const accounted = delivered + expired + flushed + lost + items.length;
    if (accounted !== accepted) throw new Error(`${queue.name}: ${accepted} accepted, and ${accounted} accounted for`);
    const all = { accepted, delivered, expired, flushed, rejected, dropped, lost, left: items.length };
    for (const [what, count] of Object.entries(all)) of.set(what, (of.get(what) ?? 0) + count);
  }
  return Object.fromEntries([...counts].map(([name, of]) => [name, inWords(of)]));
}

function consumersOf(trace: Trace): Record<string, string> {
  const running = new Map<number, string>();
  const counts = new Map<string, Map<string, number>>();
  for (const event of eventsBetween(trace, 0, trace.length)) {
    if (event.kind === 'envelope.began') running.set(event.envelope, event.consumer);
    if (event.kind !== 'envelope.ended') continue;
    const consumer = running.get(event.envelope);
    if (consumer === undefined) continue;
    const of = counts.get(consumer) ?? new Map<string, number>(ENVELOPE_OUTCOMES.map((outcome) => [outcome, 0]));
    counts.set(consumer, of);
    const outcome = ENVELOPE_OUTCOMES[event.outcome] ?? '?';
    of.set(outcome, (of.get(outcome) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].map(([name, of]) => [name, inWords(of)]));
}

function inWords(counts: ReadonlyMap<string, number>): string {
  const told = [...counts].filter(([, count]) => count > 0).map(([what, count]) => `${count} ${what}`);
  return told.join(', ');
}
