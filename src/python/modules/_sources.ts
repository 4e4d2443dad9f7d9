/** The module `_sources`, for our own files of Lib: what the interpreter knows of the text and the code of modules. */
import { Code } from '../compile/code.ts';
import * as Op from '../compile/op.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { setAdd } from '../objects/set-table.ts';
import { PySet, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { compiled, compileSource } from '../vm/import.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { belowHome, existing, raiseOs } from './files.ts';
import { pathText } from './posix-paths.ts';

export function sourcesModule(of: Machine): ReadonlyMap<string, Value> {
  return new Map([
    // The text of a file that was compiled, or None.
    [
      'text',
      nativeFunction('text', 'filename, /', (filename: Value) => of.sources.get(String(filename))?.text ?? null),
    ],
    ['names_of_code', nativeFunction('names_of_code', 'code, /', namesOfCode)],
    ['code_of_file', nativeFunction('code_of_file', 'path, /', codeOfFile)],
    ['code_of_module', nativeFunction('code_of_module', 'name, /', codeOfModule)],
    ['find', nativeFunction('find', 'name, /', (name: Value) => findModule(of, String(name)))],
  ]);
}

/** Names that code looks up among globals and built-ins, and names of attributes. For `inspect.getclosurevars`. */
function namesOfCode(code: Value): Value {
  const globals = new PySet();
  const attributes = new PySet();
  if (!(code instanceof Code)) return raise(TypeError, `code object expected, not '${typeOf(code).tpName}'`);
  for (let at = 0; at < code.ops.length; at += 2) {
    const name = code.names[code.ops[at + 1] ?? -1];
    if (name === undefined) continue;
    if (code.ops[at] === Op.LOAD_GLOBAL) setAdd(globals, name);
    else if (code.ops[at] === Op.LOAD_ATTR || code.ops[at] === Op.LOAD_METHOD) setAdd(attributes, name);
  }
  return new PyTuple([globals, attributes]);
}

/** The code of a file, as if it were imported: lines of the scenario's own are recorded. For `runpy`. */
function codeOfFile(path: Value): Value {
  const shown = pathText(path, 'path');
  const node = existing(shown, path);
  if (node.kind === 'folder') return raiseOs(21, path);
  const text = new TextDecoder().decode(node.bytes.subarray(0, node.size));
  const name = belowHome(shown);
  const known = machine.findSource(name.replace(/\.py$/, '').replaceAll('/', '.'));
  const isKnown = known !== 'unknown' && known.isUser && known.filename === name && known.text === text;
  const source = isKnown ? known : { text, filename: shown, isPackage: false, isUser: false };
  machine.sources.set(source.filename, source);
  return compiled(source);
}

/** The code of a module that can be imported; None: there is none, or it is ours. */
function codeOfModule(name: Value): Value {
  const source = machine.findSource(String(name));
  return source === 'unknown' ? null : compileSource(source);
}

/** File (None for one that is ours) and whether it is a package; None when there is no such module. */
function findModule(of: Machine, name: string): Value {
  const source = of.findSource(name);
  if (of.nativeModules.has(name) && !(source !== 'unknown' && source.isUser)) return new PyTuple([null, false]);
  return source === 'unknown' ? null : new PyTuple([source.filename, source.isPackage]);
}
