/** A command line of a simulated process: python with its options, or one of the small programs of the library's `_process`. */

import { existing } from '../python/modules/files.ts';
import { PyRaise } from '../python/objects/errors.ts';
import type { Value } from '../python/objects/value.ts';
import { machine, type SourceModule } from '../python/vm/machine.ts';
import type { LaunchRequest } from '../python/vm/process.ts';
import { type Sources, sourceFinder } from './sources.ts';

export interface Command {
  readonly argv: readonly string[];
  /** What its options say for `sys.flags`. */
  readonly flags: ReadonlyMap<string, Value>;
  /** The scenario's file that runs as `__main__`; '' when it is none of them. */
  readonly mainName: string;
  readonly main: SourceModule;
  /** The module's name, of `-m`; '' no module. */
  readonly module: string;
  /** There is nothing to run: what stands on stderr, and the exit code. */
  readonly failure: { readonly text: string; readonly status: number } | null;
}

const NO_FLAGS: ReadonlyMap<string, Value> = new Map();

/** What stands for a file name where the text came from the command line. */
export const NO_FILE = '<string>';

/** Programs that packages install: each runs its package. */
const OF_PACKAGES: ReadonlySet<string> = new Set(['daphne', 'uvicorn', 'celery']);

/** Options of python that take a value of their own. */
const WITH_VALUE: ReadonlySet<string> = new Set(['-W', '-X']);

export function readCommand(request: LaunchRequest, sources: Sources): Command {
  if (OF_PACKAGES.has(request.program))
    return {
      ...ofModule(request.program, [], sources),
      argv: [`/usr/bin/${request.program}`, ...request.argv.slice(1)],
    };
  if (!request.program.startsWith('python')) return smallProgram(request);
  const args = request.argv.slice(1);
  const flags = new Map<string, Value>();
  const command = readRest(args, flags, request, sources);
  const environment = request.environment ?? machine.environment;
  if (!flags.has('ignore_environment') && (environment.get('PYTHONDEVMODE') ?? '') !== '') flags.set('dev_mode', true);
  return { ...command, flags };
}

/** Options go into `flags`. */
function readRest(
  args: readonly string[],
  flags: Map<string, Value>,
  request: LaunchRequest,
  sources: Sources,
): Command {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] as string;
    if (arg === '-c') return ofText(['-c', ...args.slice(at + 2)], args[at + 1] ?? '');
    if (arg === '-m') return ofModule(args[at + 1] ?? '', args.slice(at + 2), sources);
    if (arg === '-X' && args[at + 1] === 'dev') flags.set('dev_mode', true);
    if (arg === '-E' || arg === '-I') flags.set('ignore_environment', 1);
    if (arg === '-I') flags.set('isolated', 1).set('no_user_site', 1).set('safe_path', true);
    if (WITH_VALUE.has(arg)) at++;
    else if (!arg.startsWith('-')) return ofFile(arg, args.slice(at), request.cwd, sources);
  }
  return nothing('python3: a simulated process needs a file, -m or -c\n');
}

function ofText(argv: readonly string[], text: string): Command {
  return {
    argv,
    mainName: '',
    main: { text, filename: NO_FILE, isPackage: false, isUser: false },
    flags: NO_FLAGS,
    module: '',
    failure: null,
  };
}

function ofModule(name: string, args: readonly string[], sources: Sources): Command {
  const find = sourceFinder(sources, '');
  const own = find(name);
  const module = own !== 'unknown' && own.isPackage ? `${name}.__main__` : name;
  const main = module === name ? own : find(module);
  if (main === 'unknown') {
    const reason = module === name ? '' : `; '${name}' is a package and cannot be directly executed`;
    return nothing(`/usr/bin/python3: No module named ${module}${reason}\n`, 1);
  }
  return { ...ofText([main.filename, ...args], ''), main, module };
}

function ofFile(path: string, argv: readonly string[], cwd: string, sources: Sources): Command {
  const full = path.startsWith('/') ? path : `${cwd}/${path}`;
  let text: string;
  try {
    const node = existing(full, path);
    text = node.kind === 'file' ? new TextDecoder().decode(node.bytes.subarray(0, node.size)) : '';
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    return nothing(`python3: can't open file '${full}': [Errno 2] No such file or directory\n`);
  }
  const known = sources.files.find((file) => file.text === text && full.endsWith(`/${file.name}`));
  const main: SourceModule = { text, filename: known?.name ?? path, isPackage: false, isUser: known !== undefined };
  return { ...ofText(argv, ''), mainName: known?.name ?? '', main };
}

function smallProgram(request: LaunchRequest): Command {
  const text = `import _process; _process.run(${JSON.stringify(request.program)})`;
  return { ...ofText(request.argv, text), argv: request.argv };
}

function nothing(text: string, status = 2): Command {
  return { ...ofText([], ''), failure: { text, status } };
}
