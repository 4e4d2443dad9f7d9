/** What Lib/site.py adds to the built-ins: `exit`, `quit`, `help`, `copyright`, `credits`, `license`. CPython: Lib/_sitebuiltins.py. */
import { raise, SystemExit } from '../objects/errors.ts';
import { method, nativeFunction, rawMethod } from '../objects/native.ts';
import { nativeType, PyObject, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';

const quitterType = nativeType('Quitter');
const printerType = nativeType('_Printer');
const helperType = nativeType('_Helper');
for (const type of [quitterType, printerType, helperType]) type.attrs.set('__module__', '_sitebuiltins');

const COPYRIGHT = `Copyright (c) 2001 Python Software Foundation.
All Rights Reserved.

Copyright (c) 2000 BeOpen.com.
All Rights Reserved.

Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.

Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved.`;
const CREDITS = `Thanks to CWI, CNRI, BeOpen, Zope Corporation, the Python Software
Foundation, and a cast of thousands for supporting Python
development.  See www.python.org for more information.`;
const HELP = 'Type help() for interactive help, or help(object) for help about object.';

class SiteObject extends PyObject {
  readonly name: string;
  readonly text: string;
  constructor(cls: typeof quitterType, name: string, text: string) {
    super(cls);
    this.name = name;
    this.text = text;
  }
}

rawMethod(quitterType, '__call__', (args) => raise(SystemExit, args[1] ?? null));
for (const type of [printerType, helperType]) {
  rawMethod(type, '__call__', (args) => {
    machine.write(1, `${(args[0] as SiteObject).text}\n`);
    return null;
  });
}
for (const type of [quitterType, printerType, helperType])
  method(type, '__repr__', 'self, /', (self: SiteObject) => self.text);

export function siteBuiltins(): ReadonlyMap<string, Value> {
  const quitter = (name: string) => new SiteObject(quitterType, name, `Use ${name}() or Ctrl-D (i.e. EOF) to exit`);
  const printer = (name: string, text: string) => new SiteObject(printerType, name, text);
  return new Map<string, Value>([
    ['exit', quitter('exit')],
    ['quit', quitter('quit')],
    ['copyright', printer('copyright', COPYRIGHT)],
    ['credits', printer('credits', CREDITS)],
    ['license', printer('license', 'See https://www.python.org/psf/license/')],
    ['help', new SiteObject(helperType, 'help', HELP)],
    ['breakpoint', nativeFunction('breakpoint', '', () => null)],
  ]);
}
