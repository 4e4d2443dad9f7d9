/**
 * `npm run --silent scenario -- PATH [--events | --hazards] [--seed N] [--formation NAME=N,...]`: runs a program without a browser. stdout and stderr are the
 * program's; the exit code is CPython's, or 3 where CPython would hang.
 */
import { writeSync } from 'node:fs';
import { readFormation } from '../../scenario/procfile.ts';
import type { FormationEntry } from '../../scenario/scenario.ts';
import { decodeEvents } from '../event-lines.ts';
import { collectHazards } from '../hazard-lines.ts';
import { runHeadlessNow } from '../headless.ts';
import { readWhatToRun } from './what-to-run.ts';

const USAGE =
  'usage: npm run --silent scenario -- PATH [--events | --hazards] [--seed N] [--formation NAME=N,...]\n  PATH: a Python file, a scenario.loop.json, or a folder with main.py or a Procfile; its network.json, if there is one, says what the simulated internet is like\n';

export async function main(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (options === null) {
    writeAll(2, USAGE);
    return 2;
  }
  const what = readWhatToRun(options.path);
  if (typeof what === 'string') {
    writeAll(2, `${what}\n${USAGE}`);
    return 2;
  }
  const lines = options.hasEvents ? decodeEvents((line) => writeAll(1, `${line}\n`)) : null;
  const hazards = options.hasHazards ? collectHazards() : null;
  const result = runHeadlessNow({
    ...what,
    ...(options.seed === null ? {} : { seed: options.seed }),
    ...(options.formation === null ? {} : { formation: options.formation }),
    ...(lines === null
      ? { write: writeAll, ...(hazards === null ? {} : { onChunk: hazards.chunk }) }
      : {
          onChunk: lines.chunk,
          write: (stream: 1 | 2, text: string) => {
            if (stream === 2) writeAll(2, text);
          },
        }),
  });
  for (const line of hazards?.lines() ?? []) writeAll(2, `${line}\n`);
  return result.exitCode;
}

interface Options {
  readonly path: string;
  readonly hasEvents: boolean;
  /** What was found wrong is listed on stderr when the program has ended. */
  readonly hasHazards: boolean;
  /** Null: that of the scenario file, or 0. */
  readonly seed: number | null;
  /** How many of each process of the Procfile; what is not named runs once. Null: as the scenario file says. */
  readonly formation: readonly FormationEntry[] | null;
}

function parse(args: readonly string[]): Options | null {
  let path: string | null = null;
  let hasEvents = false;
  let hasHazards = false;
  let seed: number | null = null;
  let formation: readonly FormationEntry[] | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--events') hasEvents = true;
    else if (arg === '--hazards') hasHazards = true;
    else if (arg === '--seed') {
      seed = Number(args[++i]);
      if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) return null;
    } else if (arg === '--formation') {
      formation = readFormation(args[++i] ?? '');
      if (formation === null) return null;
    } else if (arg.startsWith('--') || path !== null) return null;
    else path = arg;
  }
  if (hasEvents && hasHazards) return null;
  return path === null ? null : { path, hasEvents, hasHazards, seed, formation };
}

/** Waits for a slow pipe instead of losing output. */
function writeAll(stream: 1 | 2, text: string): void {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(stream, bytes, at);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error;
    }
  }
}
