/**
 * Small Python files of our own that stand in for modules of Lib which would cost too much to import, or need a file
 * system. The same conformance programs pass with them.
 */
import type { SourceModule } from '../vm/machine.ts';
import colorize from './lean/_colorize.py?raw';
import codecs from './lean/codecs.py?raw';
import codeop from './lean/codeop.py?raw';
import decimal from './lean/decimal.py?raw';
import importlib from './lean/importlib.py?raw';
import inspect from './lean/inspect.py?raw';
import linecache from './lean/linecache.py?raw';
import os from './lean/os.py?raw';
import tokenize from './lean/tokenize.py?raw';

const SOURCES: Readonly<Record<string, string>> = {
  _colorize: colorize,
  codecs,
  codeop,
  decimal,
  importlib,
  inspect,
  linecache,
  os,
  tokenize,
};

export const LEAN_MODULES: readonly string[] = Object.keys(SOURCES);

export function leanSource(name: string): SourceModule | undefined {
  const text = SOURCES[name];
  if (text === undefined) return undefined;
  return { text, filename: `/lib/python314.zip/${name}.py`, isPackage: false, isUser: false };
}
