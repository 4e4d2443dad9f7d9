/** `print`, `input`, `open`. CPython: Python/bltinmodule.c, builtin_print_impl. */
import { getAttr } from '../objects/attributes.ts';
import { EOFError, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { type PyNative, rawFunction } from '../objects/native.ts';
import { call, callMethod, str, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyModule, PyObject, typeOf, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import { takeKeywords, unpacking } from './arguments.ts';
import { openFunction } from './file-streams.ts';
import { StandardStream, standardStream } from './streams.ts';

const KEYWORDS = ['sep', 'end', 'file', 'flush'];

export function outputBuiltins(): readonly PyNative[] {
  return [
    rawFunction('print', (args, keywords) => {
      if (keywords === null) {
        const target = standardOutput();
        if (target instanceof StandardStream && target.isPlain) {
          return printPlain(target, args, ' ', '\n');
        }
        return printTo(target, args, { sep: ' ', end: '\n', flush: false });
      }
      const { sep = null, end = null, file = null, flush = false } = takeKeywords('print', keywords, KEYWORDS);
      return printTo(file ?? standardOutput(), args, {
        sep: separator('sep', sep, ' '),
        end: separator('end', end, '\n'),
        flush: truthy(flush),
      });
    }),
    unpacking('input', 0, 1, (prompt?: Value) => {
      if (prompt !== undefined) printTo(standardOutput(), [prompt], { sep: ' ', end: '', flush: true });
      const line = readLine();
      return line === '' ? raise(EOFError, 'EOF when reading a line') : line.replace(/\n$/, '');
    }),
    openFunction('open'),
  ];
}

/** From what the program has put in the place of `sys.stdin`; there is nobody to type. */
function readLine(): string {
  const sys = machine.modules.map.get('sys');
  const stream = sys instanceof PyModule ? sys.attrs.get('stdin') : null;
  if (stream === undefined) return raise(RuntimeError, 'input(): lost sys.stdin');
  if (stream === null || stream instanceof StandardStream) return '';
  const line = callMethod(stream, 'readline');
  return textOf(line) ?? raise(TypeError, 'object.readline() returned non-string');
}

function standardOutput(): Value {
  const sys = machine.modules.map.get('sys');
  // The module is made when the program imports it.
  const stream = sys instanceof PyModule ? sys.attrs.get('stdout') : standardStream(machine, 1);
  return stream === undefined ? raise(RuntimeError, 'lost sys.stdout') : stream;
}

function separator(name: string, value: Value, missing: string): string {
  if (value === null) return missing;
  return textOf(value) ?? raise(TypeError, `${name} must be None or a string, not ${typeOf(value).tpName}`);
}

/** In one piece, unless one of the values prints something itself when it is asked for its text. */
function printPlain(target: StandardStream, values: readonly Value[], sep: string, end: string): null {
  let text = '';
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += sep;
    const value = values[i];
    text = text !== '' && value instanceof PyObject ? appended(target, text, value) : text + str(value);
  }
  target.write(text + end);
  return null;
}

/** What is not written yet: `before` and the text of `value`. What that prints or raises comes after what was there. */
function appended(target: StandardStream, before: string, value: PyObject): string {
  const outer = target.unwritten;
  target.unwritten = outer + before;
  let shown: string;
  try {
    shown = str(value);
  } catch (thrown) {
    target.write('');
    throw thrown;
  }
  if (target.unwritten === '') return shown;
  target.unwritten = outer;
  return before + shown;
}

interface PrintOptions {
  readonly sep: string;
  readonly end: string;
  readonly flush: boolean;
}

function printTo(file: Value, values: readonly Value[], { sep, end, flush }: PrintOptions): null {
  if (file === null) return null;
  if (file instanceof StandardStream && file.isPlain) {
    return printPlain(file, values, sep, end);
  }
  const write = getAttr(file, 'write');
  for (let i = 0; i < values.length; i++) {
    if (i > 0) call(write, sep);
    call(write, str(values[i]));
  }
  call(write, end);
  if (flush) callMethod(file, 'flush');
  return null;
}
