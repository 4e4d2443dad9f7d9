/** `print`, `input`, `open`. CPython: Python/bltinmodule.c, builtin_print_impl. */
import { getAttr } from '../objects/attributes.ts';
import { EOFError, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { type PyNative, rawFunction } from '../objects/native.ts';
import { call, callMethod, str, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyModule, typeOf, type Value } from '../objects/value.ts';
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
          target.write(`${joined(args, ' ')}\n`);
          return null;
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
      return raise(EOFError, 'EOF when reading a line');
    }),
    openFunction('open'),
  ];
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

function joined(values: readonly Value[], separatorText: string): string {
  if (values.length === 1) return str(values[0]);
  let text = '';
  for (let i = 0; i < values.length; i++) text += i === 0 ? str(values[i]) : separatorText + str(values[i]);
  return text;
}

interface PrintOptions {
  readonly sep: string;
  readonly end: string;
  readonly flush: boolean;
}

function printTo(file: Value, values: readonly Value[], { sep, end, flush }: PrintOptions): null {
  if (file === null) return null;
  if (file instanceof StandardStream && file.isPlain) {
    file.write(joined(values, sep) + end);
    return null;
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
