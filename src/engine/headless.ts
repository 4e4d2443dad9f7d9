/** A run without a page: for the command line, the conformance tests and the checks of the gallery. */
import type { NetworkPlan } from '../lib/network-plan.ts';
import { readShipped } from '../python/library/node-source.mjs';
import type { Intervention } from '../scenario/intervention.ts';
import { PROCFILE, planned, readProcfile } from '../scenario/procfile.ts';
import type { FormationEntry } from '../scenario/scenario.ts';
import type { Ending } from '../trace/ending.ts';
import type { Chunk } from '../trace/events.ts';
import { diskCache } from './cli/code-cache.ts';
import { loadAllParts } from './late-parts.ts';
import { prefixedOutput } from './prefixed-output.ts';
import { HEADLESS_LIMITS, type Limits, type ProgramInit, runProgram } from './program.ts';
import { renderSyntaxError } from './syntax-text.ts';

await loadAllParts();

const CODE_CACHE = diskCache(import.meta.url);

export interface HeadlessInit {
  readonly files: Readonly<Record<string, string>>;
  readonly seed?: number;
  /** How many of each process of the Procfile, if there is one. */
  readonly formation?: readonly FormationEntry[] | undefined;
  /** Absent: the default internet. */
  readonly network?: NetworkPlan | undefined;
  readonly interventions?: readonly Intervention[] | undefined;
  /** Decisions made otherwise than the seed would. */
  readonly choices?: ProgramInit['choices'];
  readonly onChoice?: ProgramInit['onChoice'];
  readonly limits?: Limits;
  readonly onChunk?: (chunk: Chunk) => void;
  readonly write?: (stream: 1 | 2, text: string) => void;
}

export interface HeadlessResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** Last line of the traceback of an uncaught exception; `deadlock` where CPython would hang. */
  readonly exception: string | null;
  readonly ending: Ending;
}

/** Exit code of endings that CPython does not have: deadlocks, limits. */
export const NOT_CPYTHON = 3;

export function runHeadlessNow(init: HeadlessInit): HeadlessResult {
  const text = { 1: [] as string[], 2: [] as string[] };
  const write = (stream: 1 | 2, part: string): void => {
    text[stream].push(part);
    init.write?.(stream, part);
  };
  const prefixed = hasSeveralProcesses(init) ? prefixedOutput(write) : null;
  const files = Object.entries(init.files).map(([name, source]) => ({ name, text: source }));
  const ending = runProgram({
    files,
    seed: init.seed ?? 0,
    formation: init.formation,
    network: init.network,
    interventions: init.interventions,
    choices: init.choices,
    onChoice: init.onChoice ?? null,
    limits: init.limits ?? HEADLESS_LIMITS,
    write: prefixed?.write ?? write,
    onChunk: init.onChunk ?? null,
    readLibrary: (name) => readShipped(name) ?? null,
    codeCache: CODE_CACHE,
  });
  prefixed?.end();
  const own = ownMessage(ending, init.files);
  if (own !== '') write(2, own);
  return {
    stdout: text[1].join(''),
    stderr: text[2].join(''),
    exitCode: exitCodeOf(ending),
    exception: exceptionOf(ending),
    ending,
  };
}

/** Of a Procfile: those that its processes start themselves write under their names. */
function hasSeveralProcesses({ files, formation, interventions = [] }: HeadlessInit): boolean {
  if (interventions.some(({ kind }) => kind === 'client')) return true;
  const read = readProcfile(files[PROCFILE] ?? '');
  return read.ok && planned(read.entries, formation ?? []).length > 1;
}

export async function runHeadless(init: HeadlessInit): Promise<HeadlessResult> {
  return runHeadlessNow(init);
}

function exitCodeOf(ending: Ending): number {
  switch (ending.kind) {
    case 'completed':
    case 'raised':
      return ending.exitCode;
    case 'rejected':
      return 1;
    default:
      return NOT_CPYTHON;
  }
}

function exceptionOf(ending: Ending): string | null {
  switch (ending.kind) {
    case 'raised':
      return ending.exception;
    case 'rejected': {
      const first = ending.diagnostics[0];
      return first === undefined ? 'SyntaxError' : `${first.type}: ${first.message}`;
    }
    case 'deadlock':
      return 'deadlock';
    case 'limit':
      return `limit: ${ending.limit}`;
    default:
      return null;
  }
}

/** What this simulator says on stderr where CPython would hang, or does before it runs anything. */
function ownMessage(ending: Ending, files: Readonly<Record<string, string>>): string {
  switch (ending.kind) {
    case 'rejected':
      return ending.diagnostics
        .map((diagnostic) =>
          diagnostic.file === PROCFILE
            ? `${PROCFILE}:${diagnostic.line}: ${diagnostic.message}\n`
            : renderSyntaxError(diagnostic, files[diagnostic.file] ?? ''),
        )
        .join('');
    case 'deadlock':
      return `Loopscope: deadlock. ${ending.sentence.replace(/^Deadlock: /, '')}\n`;
    case 'limit':
      return `Loopscope: limit reached (${ending.limit}). ${ending.sentence}\n`;
    case 'crashed':
      return `Loopscope: internal error. ${ending.message}\n`;
    default:
      return '';
  }
}
