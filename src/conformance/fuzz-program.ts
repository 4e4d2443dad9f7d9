/** A whole program: sections out of the grammar of a topic, and above them only what they use. */
import { ARITHMETIC } from './fuzz-arithmetic.ts';
import { ASYNC } from './fuzz-async.ts';
import { CLASSES } from './fuzz-classes.ts';
import { CLOSURES } from './fuzz-closures.ts';
import { CONTAINERS } from './fuzz-containers.ts';
import { EXCEPTIONS } from './fuzz-exceptions.ts';
import { GENERATORS } from './fuzz-generators.ts';
import { Expander, type Grammar } from './fuzz-grammar.ts';
import { MATCH } from './fuzz-match.ts';
import { STRINGS } from './fuzz-strings.ts';
import { FIRST_VALUES, VALUES } from './fuzz-values.ts';

const GRAMMARS: Readonly<Record<string, Grammar>> = {
  arithmetic: ARITHMETIC,
  containers: CONTAINERS,
  strings: STRINGS,
  closures: CLOSURES,
  exceptions: EXCEPTIONS,
  generators: GENERATORS,
  classes: CLASSES,
  match: MATCH,
  async: ASYNC,
};

export const TOPICS: readonly string[] = Object.keys(GRAMMARS);

const DEPTH = 8;
const MODULES =
  'abc asyncio collections contextlib copy dataclasses enum functools inspect itertools math operator re string sys textwrap typing';

/** What a program may use without saying it: written above it where its name occurs, in this order. */
const HELPERS: Readonly<Record<string, string>> = {
  chain: `def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')`,
  error_chain: `def error_chain(error):
    inner = error.__cause__ or error.__context__
    return repr(error) + (' <- ' + error_chain(inner) if inner else '')`,
  fail: `def fail(error, *more):
    print(type(error).__name__, error, *more)`,
  show: `def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)`,
  show2: `def show2(function):
    try:
        print(repr(function()))
    except BaseException as error:
        chain(error)`,
  kept: 'kept = []',
  keep: `def keep(value):
    kept.append(value)
    return value`,
  Manager: `class Manager:
    def __init__(self, name, swallows): self.name, self.swallows = name, swallows
    def __enter__(self):
        print('enter', self.name)
        return self.name
    def __exit__(self, kind, error, traceback):
        print('exit', self.name, repr(error))
        if isinstance(self.swallows, Exception): raise self.swallows
        return self.swallows
    def close(self): print('close', self.name)`,
  managed: `@contextlib.contextmanager
def managed(name):
    print('enter', name)
    try:
        yield name
    finally:
        print('exit', name)`,
  swallowing: `@contextlib.contextmanager
def swallowing(name):
    try:
        yield name
    except Exception as error:
        print('swallowed', repr(error))`,
  Point: `class Point:
    __match_args__ = ('x', 'y')
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return f'Point({self.x}, {self.y})'`,
  Color: `class Color(enum.Enum):
    RED = 1`,
  execute: `def execute(source):
    try:
        exec(source, globals())
    except SyntaxError as error:
        print('SyntaxError', error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    except Exception as error:
        chain(error)`,
  tasks: 'tasks = {}',
  log: `def log(*values):
    print(f'{asyncio.get_running_loop().time():g}', *values)`,
  spawn: `def spawn(coroutine, name):
    tasks[name] = asyncio.create_task(coroutine, name=name)
    return tasks[name]`,
  cancel: `def cancel(name, *message):
    if name in tasks: log('cancel', name, tasks[name].cancel(*message))`,
  after: `def after(delay, name):
    asyncio.get_running_loop().call_later(delay, cancel, name)`,
  future: `def future(name, delay, end):
    tasks[name] = made = asyncio.get_running_loop().create_future()
    made.get_name = lambda: name
    set_end = made.set_exception if isinstance(end, Exception) else made.set_result
    asyncio.get_running_loop().call_later(delay, lambda: made.done() or set_end(end))`,
  leaf: `async def leaf(name, delay, end='leaf'):
    log(name, 'starts')
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError as error:
        log(name, 'cancelled', error.args)
        raise
    log(name, 'ends')
    if isinstance(end, BaseException): raise end
    return name, end`,
  show_tasks: `def show_tasks():
    return [(name, task.done(), task.cancelled()) for name, task in tasks.items()]`,
  // The sets of tasks in the library have no order that two runs share.
  Ordered: `class Ordered(dict):
    def add(self, task): self[task] = None
    def discard(self, task): self.pop(task, None)
asyncio.taskgroups.set = Ordered`,
  run: `async def main_and_rest(main):
    try:
        return await main()
    finally:
        rest = asyncio.all_tasks() - {asyncio.current_task()}
        rest = sorted(rest, key=lambda task: (len(task.get_name()), task.get_name()))
        for task in rest: task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)
        tasks.clear()
def run(main):
    try:
        print(asyncio.run(main_and_rest(main)))
    except BaseException as error:
        print(error_chain(error))`,
};

const expanders = new Map<string, Expander>();

/**
 * What a program does, without what it uses.
 *
 * @param choices One list of numbers for each section.
 */
export function writeBody(topic: string, choices: readonly (readonly number[])[]): string {
  const expander = expanderOf(topic);
  return choices.map((numbers) => expander.expand('section', numbers, DEPTH)).join('\n');
}

/** The program with this body. */
export function completeProgram(body: string): string {
  return `${[...headerOf(body), body].join('\n')}\nprint('end')\n`;
}

function expanderOf(topic: string): Expander {
  const known = expanders.get(topic);
  if (known !== undefined) return known;
  const grammar = GRAMMARS[topic];
  if (grammar === undefined) throw new Error(`No topic is called ${topic}.`);
  const twice = Object.keys(grammar).filter((rule) => rule in VALUES);
  if (twice.length > 0) throw new Error(`${topic} and the values both define ${twice}.`);
  const expander = new Expander({ ...VALUES, ...grammar });
  expanders.set(topic, expander);
  return expander;
}

function headerOf(body: string): readonly string[] {
  const helpers: string[] = [];
  let text = body;
  // From the last to the first, because a helper may use an earlier one.
  for (const [name, source] of Object.entries(HELPERS).reverse()) {
    if (!mentions(name === 'Ordered' ? text.replaceAll('asyncio.TaskGroup', 'Ordered') : text, name)) continue;
    helpers.unshift(source);
    text = `${source}\n${text}`;
  }
  const modules = MODULES.split(' ').filter((name) => new RegExp(`\\b${name}\\.`).test(text));
  if (/\bcollections\.abc\./.test(text)) modules.push('collections.abc');
  const values = Object.entries(FIRST_VALUES).filter(([name]) => mentions(body, name));
  return [
    ...(modules.length > 0 ? [`import ${modules.join(', ')}`] : []),
    ...helpers,
    ...values.map(([name, value]) => `${name} = ${value}`),
  ];
}

function mentions(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w.'])${name}\\b`).test(text);
}
