/**
 * Things by id, for small ids that start at 1. A copy shares its pages with the original until one of them writes, so a
 * World with 100,000 tasks is saved in microseconds. A page that only a saved World still holds can be packed; it is
 * unpacked when it is looked at. Outside `trace/` it is read as `ReadonlyTable`.
 */

const PAGE_BITS = 5;
const PAGE_SIZE = 1 << PAGE_BITS;
const PAGE_MASK = PAGE_SIZE - 1;
const BLOCK_BITS = 6;
const BLOCK_SIZE = 1 << BLOCK_BITS;
const BLOCK_MASK = BLOCK_SIZE - 1;

export interface ReadonlyTable<T extends object> {
  readonly size: number;
  get(id: number): T | undefined;
  has(id: number): boolean;
  /** In order of id. */
  values(): Generator<T>;
}

/** Bytes from `at` on; they are there as soon as the block is finished. */
export interface Packed {
  readonly block: { readonly bytes: Uint8Array };
  readonly at: number;
}

export interface PagePacker<T> {
  pack(items: readonly (T | undefined)[]): Packed;
  /** One of the items that were there. */
  unpack(packed: Packed, index: number): T;
}

interface Page<T> {
  readonly owner: object;
  /** Of a packed page: those that somebody has looked at. */
  items: (T | undefined)[];
  packed: Packed | null;
  /** Bit n: item n is in `packed`, and holds unless `items` has another. */
  inPacked: number;
  /** Bit n: item n belongs to the owner alone and may be changed in place. */
  own: number;
  /** Items that are there; an empty page is dropped. */
  size: number;
}

interface Block<T> {
  readonly owner: object;
  readonly pages: (Page<T> | undefined)[];
  size: number;
}

/** Packed pages that somebody has looked into; when there are more, the oldest forgets what was seen. */
const OPEN_MAX = 1_024;
const openPages: { items: unknown[] }[] = [];
let oldest = 0;

function keepOpen(page: { items: unknown[] }): void {
  const closed = openPages[oldest];
  if (closed !== undefined) closed.items = [];
  openPages[oldest] = page;
  oldest = (oldest + 1) % OPEN_MAX;
}

/** The fields of T as its one owner may write them. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export class Table<T extends object> implements ReadonlyTable<T> {
  size = 0;
  private blocks: (Block<T> | undefined)[] = [];
  private owner: object = {};
  private readonly packer: PagePacker<T>;

  constructor(packer: PagePacker<T>) {
    this.packer = packer;
  }

  get(id: number): T | undefined {
    const page = this.blocks[id >> (PAGE_BITS + BLOCK_BITS)]?.pages[(id >> PAGE_BITS) & BLOCK_MASK];
    if (page === undefined) return undefined;
    return page.items[id & PAGE_MASK] ?? (page.packed === null ? undefined : this.unpacked(page, id & PAGE_MASK));
  }

  has(id: number): boolean {
    return this.get(id) !== undefined;
  }

  *values(): Generator<T> {
    for (const block of this.blocks) {
      if (block === undefined) continue;
      for (const page of block.pages) {
        if (page === undefined) continue;
        for (let index = 0; index < PAGE_SIZE; index++) {
          const item = page.items[index] ?? this.unpacked(page, index);
          if (item !== undefined) yield item;
        }
      }
    }
  }

  set(id: number, item: T): void {
    const isNew = !this.has(id);
    const page = this.ownPage(id);
    if (isNew) {
      this.size++;
      page.size++;
    }
    page.items[id & PAGE_MASK] = item;
    page.own |= 1 << (id & PAGE_MASK);
  }

  delete(id: number): void {
    if (!this.has(id)) return;
    this.size--;
    const page = this.ownPage(id);
    page.items[id & PAGE_MASK] = undefined;
    page.inPacked &= ~(1 << (id & PAGE_MASK));
    if (--page.size > 0) return;
    const block = this.ownBlock(id);
    block.pages[(id >> PAGE_BITS) & BLOCK_MASK] = undefined;
    if (--block.size === 0) this.blocks[id >> (PAGE_BITS + BLOCK_BITS)] = undefined;
  }

  /** The item, to be changed in place; no other table sees the change. */
  edit(id: number): Mutable<T> | undefined {
    const item = this.get(id);
    if (item === undefined) return undefined;
    const page = this.ownPage(id);
    const bit = 1 << (id & PAGE_MASK);
    if ((page.own & bit) !== 0) return item;
    const copy = { ...item };
    page.items[id & PAGE_MASK] = copy;
    page.own |= bit;
    return copy;
  }

  clone(): Table<T> {
    const copy = new Table<T>(this.packer);
    copy.blocks = this.blocks.slice();
    copy.size = this.size;
    // From now on neither owns what both see.
    this.owner = {};
    return copy;
  }

  /** Packs the pages that this table has and `now`, which went on from here, has no more. */
  packReplaced(now: Table<T>): void {
    for (let index = 0; index < this.blocks.length; index++) {
      const block = this.blocks[index];
      const other = now.blocks[index];
      if (block === undefined || block === other) continue;
      for (let at = 0; at < BLOCK_SIZE; at++) {
        const page = block.pages[at];
        if (page !== undefined && page.packed === null && page !== other?.pages[at]) this.pack(page);
      }
    }
  }

  private pack(page: Page<T>): void {
    page.packed = this.packer.pack(page.items);
    for (let index = 0; index < PAGE_SIZE; index++) if (page.items[index] !== undefined) page.inPacked |= 1 << index;
    page.items = [];
  }

  private unpacked(page: Page<T>, index: number): T | undefined {
    if (page.packed === null || (page.inPacked & (1 << index)) === 0) return undefined;
    if (page.items.length === 0) {
      page.items = new Array<T | undefined>(PAGE_SIZE).fill(undefined);
      keepOpen(page);
    }
    const item = this.packer.unpack(page.packed, index);
    page.items[index] = item;
    return item;
  }

  private ownPage(id: number): Page<T> {
    const block = this.ownBlock(id);
    const index = (id >> PAGE_BITS) & BLOCK_MASK;
    const page = block.pages[index];
    if (page !== undefined && page.owner === this.owner) return page;
    const { owner } = this;
    const fresh: Page<T> =
      page === undefined
        ? { owner, items: [], packed: null, inPacked: 0, own: 0, size: 0 }
        : { ...page, owner, items: page.items.slice(), own: 0 };
    if (fresh.items.length === 0) fresh.items = new Array<T | undefined>(PAGE_SIZE).fill(undefined);
    if (page === undefined) block.size++;
    block.pages[index] = fresh;
    return fresh;
  }

  private ownBlock(id: number): Block<T> {
    const index = id >> (PAGE_BITS + BLOCK_BITS);
    const block = this.blocks[index];
    if (block !== undefined && block.owner === this.owner) return block;
    const { owner } = this;
    const fresh =
      block === undefined
        ? { owner, pages: new Array<Page<T> | undefined>(BLOCK_SIZE).fill(undefined), size: 0 }
        : { owner, pages: block.pages.slice(), size: block.size };
    while (this.blocks.length < index) this.blocks.push(undefined);
    this.blocks[index] = fresh;
    return fresh;
  }
}
