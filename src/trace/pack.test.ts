import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EntryShape, type FieldKind, type Kinds, SHAPES } from './entries.ts';
import { Packer } from './pack.ts';

const id = fc.nat(100_000);
const text = fc.string({ maxLength: 6 });
const VALUES: { readonly [K in FieldKind]: fc.Arbitrary<Kinds[K]> } = {
  int: fc.maxSafeNat(),
  optional: fc.option(fc.maxSafeNat()),
  text,
  flag: fc.boolean(),
  ids: fc.array(id),
  texts: fc.array(text),
  chain: fc.array(fc.record({ code: id, line: id, endLine: id, column: fc.integer(), endColumn: fc.integer() })),
  stack: fc.array(fc.record({ code: id, line: id })),
  cancel: fc.record({
    phase: fc.constantFrom('none', 'requested', 'thrown', 'refused'),
    count: id,
    by: id,
    message: text,
  }),
  waker: fc.option(fc.record({ task: id, future: id })),
};

function entryOf<T>({ fields }: EntryShape<T>): fc.Arbitrary<T> {
  const values = Object.entries(fields).map(([name, kind]) => [name, VALUES[kind as FieldKind]]);
  return fc.record(Object.fromEntries(values)) as unknown as fc.Arbitrary<T>;
}

function survives<T extends object>(shape: EntryShape<T>): void {
  const items = fc.array(fc.option(entryOf(shape), { nil: undefined }), { minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(items, items, fc.array(id), (one, other, queue) => {
      const packer = new Packer();
      const pages = packer.pages(shape);
      const packed = [one, other].map((page) => pages.pack(page));
      const ids = packer.ids(queue);
      packer.finish();
      const read = packed.map((page, at) =>
        [one, other][at]?.map((item, index) => (item === undefined ? undefined : pages.unpack(page, index))),
      );
      expect(read).toEqual([one, other]);
      expect(packer.readIds(ids)).toEqual(queue);
    }),
    { numRuns: 20 },
  );
}

test('any entry of any table is read from a packed page as it was', () => {
  survives(SHAPES.handle);
  survives(SHAPES.task);
  survives(SHAPES.future);
  survives(SHAPES.coroutine);
  survives(SHAPES.sync);
});
