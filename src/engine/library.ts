/**
 * CPython's Lib in the worker. Every module lies beside the page as source, and most also as code that the build has
 * compiled (cli/precompile.ts). What a program's imports announce is fetched before the run, all at once; what a run
 * comes upon unannounced is fetched then and there, while it waits. Sources are fetched when something looks at them: a
 * traceback, or the compiler where there is no code.
 */
import { type Packed, unpackCode } from '../python/compile/pack.ts';
import type { CodeCache } from '../python/vm/machine.ts';

interface IndexEntry {
  readonly package: boolean;
  readonly filename: string;
  readonly imports: readonly string[];
}
type Index = Readonly<Record<string, IndexEntry>>;

/** By the name under which the VM caches it: a file name, see compileSource. */
type Compiled = Readonly<Record<string, Packed>>;

/** The index of the compiled code. */
export interface CompiledIndex {
  /** The file that some code lies in, by the name under which the VM caches it. */
  readonly packs: Readonly<Record<string, string>>;
  /** Modules that a program will need whose text fits, though it imports them in no statement of its own. */
  readonly foreseen: readonly { readonly pattern: string; readonly modules: readonly string[] }[];
}

export interface LibrarySource {
  readonly source: string;
  readonly isPackage: boolean;
  readonly filename: string;
}

export interface LibraryInit {
  readonly fetcher: typeof fetch;
  /** The same, but the worker stands still meanwhile. Null: there is no such file. */
  readonly fetchNow: (address: URL) => string | null;
  readonly base: string;
  /** Modules that every run needs, whatever the program imports. */
  readonly always: readonly string[];
  /** The folder below `base` with the code that belongs to this build of the engine. Null: nothing is compiled in advance. */
  readonly compiled: string | null;
}

const IMPORT = /^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]+\(?([\w \t,]*)|import[ \t]+([\w., \t]+))/gm;

/** The dotted names that a program's import statements mention; some may be no modules at all. */
export function importedNames(text: string): string[] {
  const names = new Set<string>();
  for (const [, from, list, plain] of text.matchAll(IMPORT)) {
    if (from !== undefined) {
      names.add(from);
      for (const item of (list ?? '').split(',')) names.add(`${from}.${item.trim().split(/\s/)[0] ?? ''}`);
    }
    for (const item of (plain ?? '').split(',')) names.add(item.trim().split(/\s/)[0] ?? '');
  }
  names.delete('');
  return [...names];
}

export class Library {
  /** Code that was compiled when the page was built. */
  readonly codeCache: CodeCache = { get: ({ filename }) => this.codeOf(filename), put: () => undefined };

  private readonly init: LibraryInit;
  private readonly sources = new Map<string, LibrarySource>();
  private readonly texts = new Map<string, string>();
  private readonly fetching = new Map<string, Promise<void>>();
  private ready: Promise<unknown> | null = null;
  private known: Index = {};
  /** File of code, below `base`, by the name under which the VM caches it. */
  private packs: Readonly<Record<string, string>> = {};
  private foreseen: CompiledIndex['foreseen'] = [];
  private readonly compiled = new Map<string, Packed>();

  constructor(init: LibraryInit) {
    this.init = init;
  }

  /** What a program with these texts imports, directly and in turn, modules in TypeScript and names of none included. */
  async announced(texts: readonly string[]): Promise<readonly string[]> {
    await this.begin();
    const foreseen = this.foreseen.flatMap(({ pattern, modules }) => {
      const expression = new RegExp(pattern);
      return texts.some((text) => expression.test(text)) ? modules : [];
    });
    return this.closure([...texts.flatMap(importedNames), ...foreseen, ...this.init.always]);
  }

  /** Fetches those that are in Lib. */
  async load(modules: readonly string[]): Promise<void> {
    await this.begin();
    await Promise.all(modules.filter((name) => Object.hasOwn(this.known, name)).map((name) => this.fetchModule(name)));
  }

  /** Null: there is no such module in Lib. */
  read(name: string): LibrarySource | null {
    if (!Object.hasOwn(this.known, name)) return null;
    const known = this.sources.get(name);
    if (known !== undefined) return known;
    const { package: isPackage, filename } = this.known[name] as IndexEntry;
    const textOf = () => this.textOf(name);
    const source: LibrarySource = {
      get source() {
        return textOf();
      },
      isPackage,
      filename,
    };
    this.sources.set(name, source);
    return source;
  }

  private textOf(name: string): string {
    const text = this.texts.get(name) ?? this.fetchTextNow(`${name}.py`);
    this.texts.set(name, text);
    return text;
  }

  private codeOf(key: string) {
    const path = Object.hasOwn(this.packs, key) ? this.packs[key] : undefined;
    if (path !== undefined && !this.compiled.has(key)) this.addCompiled(this.fetchTextNow(path));
    const packed = this.compiled.get(key);
    return packed === undefined ? undefined : unpackCode(packed);
  }

  private addCompiled(text: string): void {
    for (const [key, packed] of Object.entries(JSON.parse(text) as Compiled)) this.compiled.set(key, packed);
  }

  private begin(): Promise<unknown> {
    this.ready ??= Promise.all([this.fetchIndex(), this.fetchPacks()]);
    return this.ready;
  }

  private async fetchIndex(): Promise<void> {
    this.known = JSON.parse(await this.fetchText('index.json')) as Index;
  }

  private async fetchPacks(): Promise<void> {
    const { base, compiled, fetcher } = this.init;
    if (compiled === null) return;
    const response = await fetcher(new URL(`${compiled}/index.json`, base));
    // The page has been built anew since the worker was fetched: everything is compiled from its source.
    if (!response.ok) return;
    const { foreseen, packs } = (await response.json()) as CompiledIndex;
    this.foreseen = foreseen;
    this.packs = Object.fromEntries(Object.entries(packs).map(([key, file]) => [key, `${compiled}/${file}`]));
  }

  private fetchModule(name: string): Promise<void> {
    const pack = this.packs[(this.known[name] as IndexEntry).filename];
    if (pack !== undefined) return this.once(pack, (text) => this.addCompiled(text));
    return this.once(`${name}.py`, (text) => this.texts.set(name, text));
  }

  private once(path: string, receive: (text: string) => void): Promise<void> {
    const known = this.fetching.get(path);
    if (known !== undefined) return known;
    const fetching = this.fetchText(path).then(receive);
    this.fetching.set(path, fetching);
    fetching.catch(() => this.fetching.delete(path));
    return fetching;
  }

  private async fetchText(path: string): Promise<string> {
    const response = await this.init.fetcher(new URL(path, this.init.base));
    if (!response.ok) throw new Error(`The library file ${path} could not be loaded (${response.status}).`);
    return response.text();
  }

  private fetchTextNow(path: string): string {
    const text = this.init.fetchNow(new URL(path, this.init.base));
    if (text === null) throw new Error(`The library file ${path} could not be loaded.`);
    return text;
  }

  private closure(names: readonly string[]): string[] {
    const found = new Set<string>();
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      const dot = name.lastIndexOf('.');
      if (dot > 0) queue.push(name.slice(0, dot));
      const entry = Object.hasOwn(this.known, name) ? this.known[name] : undefined;
      // asyncio's own modules are cut before they are compiled (asyncio/recipes.ts): what they import is not needed.
      if (entry !== undefined && !name.startsWith('asyncio.')) queue.push(...entry.imports);
    }
    return [...found];
  }
}
