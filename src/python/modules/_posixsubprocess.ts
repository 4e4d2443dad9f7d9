/** The module `_posixsubprocess`, below CPython's own `subprocess`: a process is started. CPython: Modules/_posixsubprocess.c. */
import { getAttrOrAbsent } from '../objects/attributes.ts';
import { NotImplementedError, raise } from '../objects/errors.ts';
import { rawFunction } from '../objects/native.ts';
import { asSmallInt, toArray } from '../objects/protocol.ts';
import { PyObject, type Value } from '../objects/value.ts';
import { Frame } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';
import type { LaunchRequest } from '../vm/process.ts';
import { endpointAt, isPipeWriter, raiseErrno } from './descriptors.ts';
import { absolute, files, nodeAt } from './files.ts';
import { pathText } from './posix-paths.ts';

const FOLDERS = ['/bin', '/usr/bin', '/usr/local/bin'];

/** The arguments of fork_exec, by their place. */
const AT = { argv: 0, candidates: 1, passed: 3, cwd: 4, environment: 5, standard: 6, errors: 13, before: 21 } as const;

/** The programs of the simulated computer; their text is in ../library/commands. */
export const PROGRAMS: ReadonlySet<string> = new Set(
  'python python3 python3.14 sh bash echo cat sleep true false ls pwd env printenv head tail wc sort seq yes kill daphne uvicorn redis-server rabbitmq-server celery'.split(
    ' ',
  ),
);

function texts(values: Value): string[] {
  return toArray(values).map((value) => pathText(value, 'argument'));
}

/** The last name of the first candidate that can be executed. */
function programAmong(candidates: readonly string[]): string | 'ENOENT' | 'EACCES' {
  let problem: 'ENOENT' | 'EACCES' = 'ENOENT';
  for (const path of candidates) {
    const at = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(at, 0));
    const name = path.slice(at + 1);
    if (FOLDERS.includes(folder) && PROGRAMS.has(name)) return name;
    if (nodeAt(path, path) !== null) problem = 'EACCES';
  }
  return problem;
}

function environmentOf(list: Value): ReadonlyMap<string, string> | null {
  if (list === null) return null;
  return new Map(
    texts(list).map((item) => {
      const at = item.indexOf('=', 1);
      return [item.slice(0, at), item.slice(at + 1)] as const;
    }),
  );
}

/** Its numbers 0, 1 and 2, and those that it keeps. */
function descriptorsOf(args: readonly Value[]): Map<number, number> {
  const found = new Map<number, number>();
  const [stdin, , , stdout, , stderr] = args
    .slice(AT.standard, AT.standard + 6)
    .map((value) => asSmallInt(value ?? -1));
  for (const fd of toArray(args[AT.passed] ?? null)) found.set(asSmallInt(fd), asSmallInt(fd));
  // It tells of a failed exec, and is closed by a successful one.
  found.delete(asSmallInt(args[AT.errors] ?? -1));
  const given = [stdin, stdout, stderr];
  for (const [own, parents] of given.entries()) found.set(own, parents === undefined || parents < 0 ? own : parents);
  return found;
}

/** What the child of CPython writes when it cannot execute the program; its parent raises it. */
function tellFailure(fd: number, errno: number, detail: string): void {
  const endpoint = endpointAt(fd);
  if (endpoint !== undefined && isPipeWriter(endpoint))
    endpoint.send(new TextEncoder().encode(`OSError:${errno.toString(16)}:${detail}`));
}

/** The command line; of a process that multiprocessing starts, the name that the program knows it by. */
function commandOf(argv: readonly string[]): string {
  if (argv.at(-1) !== '--multiprocessing-fork') return argv.join(' ');
  for (let frame = machine.thread.top; frame !== null; frame = frame.back) {
    if (!(frame instanceof Frame) || frame.code.qualname !== 'Popen._launch') continue;
    const [, processObject] = frame.slots;
    const name = processObject instanceof PyObject ? getAttrOrAbsent(processObject, '_name') : undefined;
    if (typeof name === 'string') return name;
  }
  return argv.join(' ');
}

function forkExec(args: Value[]): Value {
  if ((args[AT.before] ?? null) !== null)
    return raise(NotImplementedError, 'preexec_fn: a simulated process is not forked, it begins anew');
  const argv = texts(args[AT.argv] ?? null);
  const { processes } = machine.scheduler;
  const process = processes.make(machine.process, commandOf(argv)) ?? raiseErrno('EAGAIN');
  const program = programAmong(texts(args[AT.candidates] ?? null));
  const folder = args[AT.cwd] ?? null;
  const cwd = folder === null ? files().cwd : absolute(pathText(folder, 'cwd'));
  const isFolder = nodeAt(cwd, cwd)?.kind === 'folder';
  if (program === 'ENOENT' || program === 'EACCES' || !isFolder) {
    tellFailure(
      asSmallInt(args[AT.errors] ?? -1),
      isFolder && program === 'EACCES' ? 13 : 2,
      isFolder ? '' : 'noexec:chdir',
    );
    processes.ended(process, 255);
    return process.pid;
  }
  const request: LaunchRequest = {
    program,
    argv,
    cwd,
    environment: environmentOf(args[AT.environment] ?? null),
    descriptors: descriptorsOf(args),
  };
  processes.launch(process, request);
  return process.pid;
}

export function posixsubprocessModule(): Map<string, Value> {
  return new Map([['fork_exec', rawFunction('fork_exec', forkExec)]]);
}
