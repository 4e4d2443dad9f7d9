/**
 * `npm run --silent scenario -- PATH [--events | --hazards] [--seed N] [--formation NAME=N,...]`: runs a program without a browser. stdout and stderr are the
 * program's; the exit code is CPython's, or 3 where CPython would hang.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ReadNetwork, readNetworkFile } from '../../scenario/network.ts';
import { PROCFILE, readFormation } from '../../scenario/procfile.ts';
import type { FormationEntry } from '../../scenario/scenario.ts';
import { decodeEvents } from '../event-lines.ts';
import { collectHazards } from '../hazard-lines.ts';
import { runHeadlessNow } from '../headless.ts';

/** Its fields are those of `lib/network-plan.ts`. */
const NETWORK = 'network.json';
const USAGE =
  'usage: npm run --silent scenario -- PATH [--events | --hazards] [--seed N] [--formation NAME=N,...]\n  PATH: a Python file, or a folder with main.py or a Procfile; its network.json, if there is one, says what the simulated internet is like\n';

export async function main(args: readonly string[]): Promise<number> {
  const options = parse(args);
  if (options === null) {
    writeAll(2, USAGE);
    return 2;
  }
  const files = readFiles(options.path);
  if (files === null) {
    writeAll(2, `${options.path}: no Python file here\n${USAGE}`);
    return 2;
  }
  const read = readNetworkOf(options.path);
  if (read !== null && !read.ok) {
    writeAll(2, `${join(options.path, NETWORK)}: ${read.sentence}\n`);
    return 2;
  }
  const lines = options.hasEvents ? decodeEvents((line) => writeAll(1, `${line}\n`)) : null;
  const hazards = options.hasHazards ? collectHazards() : null;
  const result = runHeadlessNow({
    files,
    seed: options.seed,
    formation: options.formation,
    network: read?.network,
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
  readonly seed: number;
  /** How many of each process of the Procfile; what is not named runs once. */
  readonly formation: readonly FormationEntry[];
}

function parse(args: readonly string[]): Options | null {
  let path: string | null = null;
  let hasEvents = false;
  let hasHazards = false;
  let seed = 0;
  let formation: readonly FormationEntry[] | null = [];
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

/** One file becomes `main.py` under its own name; a folder's Python files keep their paths, and its Procfile comes along. */
function readFiles(path: string): Record<string, string> | null {
  if (!existsSync(path)) return null;
  if (statSync(path).isFile()) return { [basename(path)]: readFileSync(path, 'utf8') };
  const files: Record<string, string> = {};
  for (const name of readdirSync(path, { recursive: true }) as string[]) {
    if (name.endsWith('.py') || name === PROCFILE)
      files[name.replaceAll('\\', '/')] = readFileSync(join(path, name), 'utf8');
  }
  return 'main.py' in files || PROCFILE in files || Object.keys(files).length === 1 ? files : null;
}

/** Null when a single file is run, or nothing is said about the network. */
function readNetworkOf(path: string): ReadNetwork | null {
  const file = join(path, NETWORK);
  return statSync(path).isDirectory() && existsSync(file) ? readNetworkFile(readFileSync(file, 'utf8')) : null;
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
