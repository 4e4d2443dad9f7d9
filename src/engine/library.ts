/** CPython's Lib in the worker: sources lie beside the page and are fetched when a program's imports ask for them. */

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

/** The program imports a module whose source has not been fetched. */
export class ModuleNeeded {
  readonly module: string;
  constructor(module: string) {
    this.module = module;
  }
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
  private readonly fetchText: (path: string) => Promise<string>;
  private readonly sources = new Map<string, LibrarySource>();
  private index: Promise<Index> | null = null;
  private known: Index = {};

  private readonly always: readonly string[];

  /** `always`: modules that every run needs, whatever the program imports. */
  constructor(fetcher: typeof fetch, base: string, always: readonly string[]) {
    this.always = always;
    this.fetchText = async (path) => {
      const response = await fetcher(new URL(path, base));
      if (!response.ok) throw new Error(`The library file ${path} could not be loaded (${response.status}).`);
      return response.text();
    };
  }

  /** What a program with these texts imports, directly and in turn. */
  async loadFor(texts: readonly string[]): Promise<void> {
    await this.loadAll([...texts.flatMap(importedNames), ...this.always]);
  }

  async load(name: string): Promise<void> {
    await this.loadAll([name]);
  }

  /** Null: there is no such module in Lib. */
  read(name: string): LibrarySource | null {
    const source = this.sources.get(name);
    if (source !== undefined) return source;
    if (Object.hasOwn(this.known, name)) throw new ModuleNeeded(name);
    return null;
  }

  private async loadAll(names: readonly string[]): Promise<void> {
    this.index ??= this.fetchText('index.json').then((text) => JSON.parse(text) as Index);
    this.known = await this.index;
    const wanted = this.closure(names).filter((name) => !this.sources.has(name));
    await Promise.all(
      wanted.map(async (name) => {
        const entry = this.known[name] as IndexEntry;
        this.sources.set(name, {
          source: await this.fetchText(`${name}.py`),
          isPackage: entry.package,
          filename: entry.filename,
        });
      }),
    );
  }

  private closure(names: readonly string[]): string[] {
    const found = new Set<string>();
    const queue = [...names];
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
      if (found.has(name)) continue;
      const dot = name.lastIndexOf('.');
      if (dot > 0) queue.push(name.slice(0, dot));
      if (!Object.hasOwn(this.known, name)) continue;
      found.add(name);
      // asyncio's own modules are cut before they are compiled (asyncio/recipes.ts): what they import is not needed.
      if (!name.startsWith('asyncio.')) queue.push(...(this.known[name] as IndexEntry).imports);
    }
    return [...found];
  }
}
