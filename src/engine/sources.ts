/** Where a module's text comes from: the scenario's files, CPython's Lib and what ships with it. */
import { textAt } from '../python/modules/files.ts';
import type { SourceFinder, SourceModule } from '../python/vm/machine.ts';

export interface Sources {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** CPython's Lib, and our own modules beside it: the source of a module (read when it is needed), or null when Lib has none of that name. */
  readonly readLibrary: (
    name: string,
  ) => { readonly source: string; readonly isPackage: boolean; readonly filename: string } | null;
}

export function mainFileOf(files: Sources['files']): Sources['files'][number] {
  return files.find((file) => file.name === 'main.py') ?? files[0] ?? { name: 'main.py', text: '' };
}

/** The user's files first, then Lib, then what the program itself has written. */
export function sourceFinder(init: Sources, mainName: string): SourceFinder {
  return (name) =>
    userModule(init, name, mainName) ??
    libraryModule(init, name) ??
    userFolder(init, name) ??
    writtenModule(init, name) ??
    'unknown';
}

/** A folder without `__init__.py` is a package too, after everything else of that name. */
function userFolder(init: Sources, name: string): SourceModule | undefined {
  const folder = name.replaceAll('.', '/');
  if (!init.files.some((file) => file.name.startsWith(`${folder}/`))) return undefined;
  return { text: '', filename: folder, isPackage: true, isUser: true, isNamespace: true };
}

function userModule(init: Sources, name: string, mainName: string): SourceModule | undefined {
  const stem = name.replaceAll('.', '/');
  for (const [path, isPackage] of [
    [`${stem}/__init__.py`, true],
    [`${stem}.py`, false],
  ] as const) {
    const file = init.files.find((candidate) => candidate.name === path && candidate.name !== mainName);
    if (file !== undefined) return { text: file.text, filename: file.name, isPackage, isUser: true };
  }
  return undefined;
}

/** A file below the current folder that is not the scenario's. Its lines are not recorded: nobody could show them. */
function writtenModule(init: Sources, name: string): SourceModule | undefined {
  const stem = name.replaceAll('.', '/');
  for (const [path, isPackage] of [
    [`${stem}/__init__.py`, true],
    [`${stem}.py`, false],
  ] as const) {
    const text = init.files.some((file) => file.name === path) ? null : textAt(path);
    if (text !== null) return { text, filename: path, isPackage, isUser: false, isWritten: true };
  }
  return undefined;
}

function libraryModule(init: Sources, name: string): SourceModule | undefined {
  const found = init.readLibrary(name);
  return found === null
    ? undefined
    : {
        get text() {
          return found.source;
        },
        filename: found.filename,
        isPackage: found.isPackage,
        isUser: false,
      };
}
