/**
 * A Procfile: which processes a scenario consists of. Read as Honcho and Foreman read it: `name: command`, names of letters, digits,
 * `_` and `-`; every other line (comments, blank ones) says nothing.
 */
import { LIMITS } from './limits.ts';
import type { FormationEntry } from './scenario.ts';

export const PROCFILE = 'Procfile';
/** Beside it: variables of the environment of all its processes. */
export const ENVIRONMENT = '.env';

export interface ProcfileEntry {
  readonly name: string;
  readonly command: string;
}

export type ReadProcfile =
  | { readonly ok: true; readonly entries: readonly ProcfileEntry[] }
  /** `line` is 1-based. */
  | { readonly ok: false; readonly line: number; readonly sentence: string };

/** One process that is to run: `web.1`. */
export interface Planned {
  readonly name: string;
  readonly command: string;
  /** Honcho: 5000 for the first process of the first line, one more for each of its kind, 100 more for each line. */
  readonly port: number;
}

const LINE = /^([A-Za-z0-9_-]+):\s*(.+)$/;
const FIRST_PORT = 5000;
const PORTS_PER_LINE = 100;

export function readProcfile(text: string): ReadProcfile {
  const entries: ProcfileEntry[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, name, command] = LINE.exec(line) ?? [];
    if (name === undefined || command === undefined) continue;
    if (entries.some((entry) => entry.name === name)) {
      return { ok: false, line: index + 1, sentence: `The Procfile has two processes named ${name}.` };
    }
    if (entries.length === LIMITS.formationMax) {
      return { ok: false, line: index + 1, sentence: `A Procfile can have ${LIMITS.formationMax} names, not more.` };
    }
    entries.push({ name, command: command.trim() });
  }
  if (entries.length > 0) return { ok: true, entries };
  return { ok: false, line: 1, sentence: 'The Procfile names no process; a line of it is like `web: python web.py`.' };
}

const ASSIGNMENT = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;
/** Quoted parts, escaped characters, and plain ones; blanks and comments end it. */
const PART = /'([^']*)'|"((?:\\.|[^"\\])*)"|\\(.)|([^\s#'"\\]+)/gy;

/** `.env` as Honcho reads it: `NAME=value`, with a shell's quotes; what is no assignment says nothing. */
export function readEnvironment(text: string): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, rest = ''] = ASSIGNMENT.exec(line) ?? [];
    if (name === undefined) continue;
    const parts = [...rest.matchAll(PART)].map(
      ([, single, double, escaped, plain]) => single ?? double?.replace(/\\(["\\])/g, '$1') ?? escaped ?? plain ?? '',
    );
    variables.set(name, parts.join('').replaceAll('\\n', '\n').replaceAll('\\t', '\t'));
  }
  return variables;
}

/** All that are to run, in the order in which they start. What the formation does not name runs once. */
export function planned(entries: readonly ProcfileEntry[], formation: readonly FormationEntry[]): readonly Planned[] {
  return entries.flatMap(({ name, command }, line) => {
    const count = formation.find(({ process }) => process === name)?.count ?? 1;
    return Array.from({ length: count }, (_, index) => ({
      name: `${name}.${index + 1}`,
      command,
      port: FIRST_PORT + line * PORTS_PER_LINE + index,
    }));
  });
}

/** `web=2,worker=3`, as `honcho start -c` takes it; null: it is something else. */
export function readFormation(text: string): readonly FormationEntry[] | null {
  const entries: FormationEntry[] = [];
  for (const part of text.split(',')) {
    const [, process, digits] = /^([A-Za-z0-9_-]+)=(\d{1,3})$/.exec(part.trim()) ?? [];
    const count = Number(digits);
    if (process === undefined || !(count <= LIMITS.formationCountMax)) return null;
    if (entries.some((entry) => entry.process === process)) return null;
    entries.push({ process, count });
  }
  return entries.length > LIMITS.formationMax ? null : entries;
}
