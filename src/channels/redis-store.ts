/**
 * Keys and values of one Redis database, for programs that use Redis themselves: texts, lists, hashes and sets, with a time to live. Values
 * are bytes, kept as text of one character a byte; keys and fields likewise.
 */
import type { World } from './envelope.ts';

/** As Redis answers. An error is for whoever asked; `simple` is a text that is no value: `OK`. */
export type Reply =
  | null
  | number
  | string
  | readonly Reply[]
  | { readonly error: string }
  | { readonly simple: string };

type Held =
  | { readonly kind: 'string'; value: string }
  | { readonly kind: 'list'; readonly items: string[] }
  | { readonly kind: 'hash'; readonly fields: Map<string, string> }
  | { readonly kind: 'set'; readonly members: Set<string> };
type Kind = Held['kind'];
type OfKind<K extends Kind> = Extract<Held, { readonly kind: K }>;

const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';
const NOT_INTEGER = 'ERR value is not an integer or out of range';
const OK: Reply = { simple: 'OK' };

/** A command that went wrong, on its way to its reply. */
class Refusal {
  readonly error: string;
  constructor(error: string) {
    this.error = error;
  }
}

const EMPTY: { readonly [K in Kind]: () => OfKind<K> } = {
  string: () => ({ kind: 'string', value: '' }),
  list: () => ({ kind: 'list', items: [] }),
  hash: () => ({ kind: 'hash', fields: new Map() }),
  set: () => ({ kind: 'set', members: new Set() }),
};

export class RedisStore {
  readonly #world: World;
  readonly #held: Map<string, Held> = new Map();
  /** Virtual seconds. */
  readonly #ends: Map<string, number> = new Map();
  readonly #watchers: Set<() => void> = new Set();

  constructor(world: World) {
    this.#world = world;
  }

  /** What the server answers to a command, of which the name is the first word. */
  execute(command: string, args: readonly string[]): Reply {
    const run = COMMANDS[command.toUpperCase()];
    if (run === undefined) {
      const shown = args.map((arg) => `'${arg}' `).join('');
      return { error: `ERR unknown command '${command}', with args beginning with: ${shown}` };
    }
    try {
      const reply = run(this, args);
      for (const watcher of [...this.#watchers]) watcher();
      return reply;
    } catch (thrown) {
      if (thrown instanceof Refusal) return { error: thrown.error };
      throw thrown;
    }
  }

  /** The first of these lists that has something gives up its end: `[key, value]`. Null: none has. */
  pop(end: 'left' | 'right', keys: readonly string[]): readonly [string, string] | null {
    for (const key of keys) {
      const popped = this.popOne(key, end);
      if (popped !== null) return [key, popped];
    }
    return null;
  }

  popOne(key: string, end: 'left' | 'right'): string | null {
    const items = this.get(key, 'list')?.items;
    const item = end === 'left' ? items?.shift() : items?.pop();
    this.tidy(key);
    return item ?? null;
  }

  /** `watcher` is called after every command, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  flush(): void {
    this.#held.clear();
    this.#ends.clear();
  }

  keys(): readonly string[] {
    return [...this.#held.keys()].filter((key) => this.kindOf(key) !== undefined);
  }

  kindOf(key: string): Kind | undefined {
    const end = this.#ends.get(key);
    if (end !== undefined && end <= this.#world.now()) this.delete(key);
    return this.#held.get(key)?.kind;
  }

  get<K extends Kind>(key: string, kind: K): OfKind<K> | undefined {
    if (this.kindOf(key) === undefined) return undefined;
    const held = this.#held.get(key);
    if (held?.kind !== kind) throw new Refusal(WRONG_TYPE);
    return held as OfKind<K>;
  }

  make<K extends Kind>(key: string, kind: K): OfKind<K> {
    const held = this.get(key, kind) ?? EMPTY[kind]();
    this.#held.set(key, held);
    return held;
  }

  delete(key: string): boolean {
    this.#ends.delete(key);
    return this.#held.delete(key);
  }

  /** No list, hash or set is empty: such a key is not there. */
  tidy(key: string): void {
    const held = this.#held.get(key);
    const size =
      held?.kind === 'list'
        ? held.items.length
        : held?.kind === 'hash'
          ? held.fields.size
          : held?.kind === 'set'
            ? held.members.size
            : 1;
    if (size === 0) this.delete(key);
  }

  /** Null: for ever. */
  live(key: string, seconds: number | null): void {
    if (seconds === null) this.#ends.delete(key);
    else this.#ends.set(key, this.#world.now() + seconds);
  }

  /** Seconds; null: for ever. */
  left(key: string): number | null {
    const end = this.#ends.get(key);
    return end === undefined ? null : end - this.#world.now();
  }
}

type Command = (store: RedisStore, args: readonly string[]) => Reply;

function integer(text: string | undefined): number {
  if (text === undefined || !/^-?\d{1,19}$/.test(text)) throw new Refusal(NOT_INTEGER);
  return Number(text);
}

function add(store: RedisStore, key: string, by: number): number {
  const held = store.get(key, 'string');
  const value = integer(held?.value ?? '0') + by;
  store.make(key, 'string').value = `${value}`;
  return value;
}

/** SET key value [EX seconds | PX milliseconds] [NX | XX] [KEEPTTL] [GET] */
function set(store: RedisStore, [key = '', value = '', ...options]: readonly string[]): Reply {
  const words = options.map((word) => word.toUpperCase());
  const after = (word: string): number | null => {
    const at = words.indexOf(word);
    return at < 0 ? null : integer(options[at + 1]);
  };
  const isThere = store.kindOf(key) !== undefined;
  const old = words.includes('GET') ? (store.get(key, 'string')?.value ?? null) : OK;
  if ((words.includes('NX') && isThere) || (words.includes('XX') && !isThere))
    return words.includes('GET') ? old : null;
  const left = words.includes('KEEPTTL') ? store.left(key) : null;
  store.delete(key);
  store.make(key, 'string').value = value;
  const milliseconds = after('PX');
  store.live(key, after('EX') ?? (milliseconds === null ? left : milliseconds / 1000));
  return old;
}

/** Redis's places: from the end below 0; the last one is part of it. */
function range<T>(items: readonly T[], from: number, to: number): T[] {
  const begin = from < 0 ? Math.max(items.length + from, 0) : from;
  return items.slice(begin, (to < 0 ? items.length + to : to) + 1);
}

function popSome(store: RedisStore, end: 'left' | 'right', [key = '', count]: readonly string[]): Reply {
  if (count === undefined) return store.popOne(key, end);
  const popped: string[] = [];
  while (popped.length < integer(count)) {
    const item = store.popOne(key, end);
    if (item === null) break;
    popped.push(item);
  }
  return popped.length === 0 ? null : popped;
}

/** How many of these there were, for which `isOne` holds. */
function counted(names: readonly string[], isOne: (name: string) => boolean): number {
  return names.filter(isOne).length;
}

function pairs(words: readonly string[]): [string, string][] {
  return Array.from({ length: words.length >> 1 }, (_, at) => [words[2 * at] ?? '', words[2 * at + 1] ?? '']);
}

/** A shell's pattern: `*`, `?`, `[abc]`. */
function globOf(pattern: string): RegExp {
  const text = pattern.replace(/\\.|[.+^${}()|*?]/g, (part) =>
    part === '*' ? '.*' : part === '?' ? '.' : part.length > 1 ? part : `\\${part}`,
  );
  return new RegExp(`^${text}$`, 's');
}

const COMMANDS: Readonly<Record<string, Command>> = {
  PING: (_, [text]) => text ?? { simple: 'PONG' },
  GET: (store, [key = '']) => store.get(key, 'string')?.value ?? null,
  SET: set,
  MGET: (store, keys) =>
    keys.map((key) => (store.kindOf(key) === 'string' ? (store.get(key, 'string')?.value ?? null) : null)),
  INCRBY: (store, [key = '', by]) => add(store, key, integer(by)),
  DECRBY: (store, [key = '', by]) => add(store, key, -integer(by)),
  APPEND: (store, [key = '', more = '']) => {
    const held = store.make(key, 'string');
    held.value += more;
    return held.value.length;
  },
  STRLEN: (store, [key = '']) => store.get(key, 'string')?.value.length ?? 0,
  LPUSH: (store, [key = '', ...values]) => store.make(key, 'list').items.unshift(...values.reverse()),
  RPUSH: (store, [key = '', ...values]) => store.make(key, 'list').items.push(...values),
  LPOP: (store, args) => popSome(store, 'left', args),
  RPOP: (store, args) => popSome(store, 'right', args),
  LLEN: (store, [key = '']) => store.get(key, 'list')?.items.length ?? 0,
  LRANGE: (store, [key = '', from, to]) => range(store.get(key, 'list')?.items ?? [], integer(from), integer(to)),
  LINDEX: (store, [key = '', at]) => store.get(key, 'list')?.items.at(integer(at)) ?? null,
  LTRIM: (store, [key = '', from, to]) => {
    const items = store.get(key, 'list')?.items;
    items?.splice(0, items.length, ...range(items, integer(from), integer(to)));
    store.tidy(key);
    return OK;
  },
  LREM: (store, [key = '', count, value]) => {
    const items = store.get(key, 'list')?.items ?? [];
    const found = items.flatMap((item, at) => (item === value ? [at] : []));
    const most = Math.abs(integer(count)) || found.length;
    const gone = integer(count) < 0 ? found.slice(-most) : found.slice(0, most);
    for (const at of gone.reverse()) items.splice(at, 1);
    store.tidy(key);
    return gone.length;
  },
  HSET: (store, [key = '', ...words]) => {
    const { fields } = store.make(key, 'hash');
    const before = fields.size;
    for (const [field, value] of pairs(words)) fields.set(field, value);
    return fields.size - before;
  },
  HGET: (store, [key = '', field = '']) => store.get(key, 'hash')?.fields.get(field) ?? null,
  HGETALL: (store, [key = '']) => [...(store.get(key, 'hash')?.fields ?? [])].flat(),
  HDEL: (store, [key = '', ...fields]) => {
    const gone = counted(fields, (field) => store.get(key, 'hash')?.fields.delete(field) === true);
    store.tidy(key);
    return gone;
  },
  HLEN: (store, [key = '']) => store.get(key, 'hash')?.fields.size ?? 0,
  HEXISTS: (store, [key = '', field = '']) => (store.get(key, 'hash')?.fields.has(field) ? 1 : 0),
  HINCRBY: (store, [key = '', field = '', by]) => {
    const { fields } = store.make(key, 'hash');
    const value = integer(fields.get(field) ?? '0') + integer(by);
    fields.set(field, `${value}`);
    return value;
  },
  SADD: (store, [key = '', ...members]) => {
    const held = store.make(key, 'set').members;
    const before = held.size;
    for (const member of members) held.add(member);
    return held.size - before;
  },
  SREM: (store, [key = '', ...members]) => {
    const gone = counted(members, (member) => store.get(key, 'set')?.members.delete(member) === true);
    store.tidy(key);
    return gone;
  },
  SMEMBERS: (store, [key = '']) => [...(store.get(key, 'set')?.members ?? [])],
  SISMEMBER: (store, [key = '', member = '']) => (store.get(key, 'set')?.members.has(member) ? 1 : 0),
  SCARD: (store, [key = '']) => store.get(key, 'set')?.members.size ?? 0,
  DEL: (store, keys) => counted(keys, (key) => store.kindOf(key) !== undefined && store.delete(key)),
  EXISTS: (store, keys) => counted(keys, (key) => store.kindOf(key) !== undefined),
  TYPE: (store, [key = '']) => ({ simple: store.kindOf(key) ?? 'none' }),
  KEYS: (store, [pattern = '']) => store.keys().filter((key) => globOf(pattern).test(key)),
  FLUSHDB: (store) => {
    store.flush();
    return OK;
  },
  DBSIZE: (store) => store.keys().length,
  PEXPIRE: (store, [key = '', milliseconds]) => {
    if (store.kindOf(key) === undefined) return 0;
    if (integer(milliseconds) <= 0) store.delete(key);
    else store.live(key, integer(milliseconds) / 1000);
    return 1;
  },
  PERSIST: (store, [key = '']) => {
    if (store.kindOf(key) === undefined || store.left(key) === null) return 0;
    store.live(key, null);
    return 1;
  },
  /** Milliseconds; -1 for ever, -2 it is not there. */
  PTTL: (store, [key = '']) => {
    if (store.kindOf(key) === undefined) return -2;
    const left = store.left(key);
    return left === null ? -1 : Math.round(left * 1000);
  },
};
