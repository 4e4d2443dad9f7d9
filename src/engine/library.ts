/**
 * CPython's Lib in the worker: sources lie beside the page and are fetched when a program's imports ask for them. What
 * every asyncio program needs lies there compiled, too, in one file: a run need not wait for the sources of that, they
 * follow for tracebacks.
 */
import { type Packed, unpackCode } from '../python/compile/pack.ts';
import type { CodeCache } from '../python/vm/machine.ts';
import { ModuleNeeded } from '../python/vm/module-needed.ts';
import { Hasher } from '../trace/hash.ts';
import { loadParts } from './late-parts.ts';

interface IndexEntry {
  readonly package: boolean;
  readonly filename: string;
  readonly imports: readonly string[];
}
type Index = Readonly<Record<string, IndexEntry>>;

export interface LibrarySource {
  readonly source: string;
  readonly isPackage: boolean;
  readonly filename: string;
}

/** The file of compiled code that belongs to this build of the engine. */
export interface CompiledFile {
  readonly path: string;
  /** Its fingerprint: code of another build would be nonsense. */
  readonly hash: string;
}

export interface LibraryInit {
  readonly fetcher: typeof fetch;
  readonly base: string;
  /** Modules that every run needs, whatever the program imports. */
  readonly always: readonly string[];
  /** Null: nothing is compiled in advance. */
  readonly compiled: CompiledFile | null;
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
  readonly codeCache: CodeCache = { get: ({ filename }) => this.unpacked(filename), put: () => undefined };

  private readonly init: LibraryInit;
  private readonly sources = new Map<string, LibrarySource>();
  private readonly texts = new Map<string, string>();
  /** By module: its text is on the way. */
  private readonly fetching = new Map<string, Promise<void>>();
  private ready: Promise<void> | null = null;
  private known: Index = {};
  /** By file name in tracebacks. */
  private compiled: Readonly<Record<string, Packed>> = {};

  constructor(init: LibraryInit) {
    this.init = init;
  }

  /** What a program with these texts imports, directly and in turn. */
  async loadFor(texts: readonly string[]): Promise<void> {
    await this.begin();
    const needed = this.closure([...texts.flatMap(importedNames), ...this.init.always]);
    const parts = loadParts(needed);
    const wanted = needed.filter((name) => this.has(name));
    for (const name of wanted) void this.fetchModule(name).catch(() => this.fetching.delete(name));
    await Promise.all(wanted.filter((name) => !this.isCompiled(name)).map((name) => this.fetchModule(name)));
    await parts;
  }

  async load(name: string): Promise<void> {
    await this.begin();
    const needed = this.closure([name]);
    await Promise.all([
      loadParts(needed),
      ...needed.filter((each) => this.has(each)).map((each) => this.fetchModule(each)),
    ]);
  }

  private has(name: string): boolean {
    return Object.hasOwn(this.known, name);
  }

  /** Null: there is no such module in Lib. */
  read(name: string): LibrarySource | null {
    if (!this.has(name)) return null;
    if (!this.isCompiled(name)) this.textOf(name);
    return this.sources.get(name) ?? this.remember(name);
  }

  private remember(name: string): LibrarySource {
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
    const text = this.texts.get(name);
    if (text === undefined) throw new ModuleNeeded(name);
    return text;
  }

  private isCompiled(name: string): boolean {
    return Object.hasOwn(this.compiled, (this.known[name] as IndexEntry).filename);
  }

  private unpacked(filename: string) {
    const packed = this.compiled[filename];
    return packed === undefined ? undefined : unpackCode(packed);
  }

  private async begin(): Promise<void> {
    this.ready ??= Promise.all([this.fetchIndex(), this.fetchCompiled()]).then(() => undefined);
    await this.ready;
  }

  private async fetchIndex(): Promise<void> {
    this.known = JSON.parse(await this.fetchText('index.json')) as Index;
  }

  private async fetchCompiled(): Promise<void> {
    const { compiled } = this.init;
    if (compiled === null) return;
    const text = await this.fetchText(compiled.path);
    const hasher = new Hasher();
    hasher.text(text);
    // Otherwise everything is compiled from its source.
    if (hasher.digest() === compiled.hash) this.compiled = JSON.parse(text) as Readonly<Record<string, Packed>>;
  }

  private fetchModule(name: string): Promise<void> {
    const known = this.fetching.get(name);
    if (known !== undefined) return known;
    const fetching = this.fetchText(`${name}.py`).then((text) => {
      this.texts.set(name, text);
    });
    this.fetching.set(name, fetching);
    return fetching;
  }

  private async fetchText(path: string): Promise<string> {
    const response = await this.init.fetcher(new URL(path, this.init.base));
    if (!response.ok) throw new Error(`The library file ${path} could not be loaded (${response.status}).`);
    return response.text();
  }

  private closure(names: readonly string[]): string[] {
    const found = new Set<string>();
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (found.has(name)) continue;
      const dot = name.lastIndexOf('.');
      if (dot > 0) queue.push(name.slice(0, dot));
      found.add(name);
      if (!this.has(name)) continue;
      // asyncio's own modules are cut before they are compiled (asyncio/recipes.ts): what they import is not needed.
      if (!name.startsWith('asyncio.')) queue.push(...(this.known[name] as IndexEntry).imports);
    }
    return [...found];
  }
}
