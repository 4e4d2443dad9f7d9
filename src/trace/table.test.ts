import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Packer } from './pack.ts';
import { Table } from './table.ts';

interface Item {
  readonly id: number;
  readonly value: number;
}

const packer = new Packer();
const PACKER = packer.pages<Item>({ blank: { id: 0, value: 0 }, fields: { id: 'int', value: 'int' } });

type Change = readonly ['set' | 'edit' | 'delete' | 'clone', number, number];

const ids = fc.oneof(fc.nat(70), fc.nat(10_000));
const changes = fc.array(fc.tuple(fc.constantFrom('set', 'edit', 'delete', 'clone'), ids, fc.nat()));

function change(table: Table<Item>, [what, id, value]: Change): void {
  if (what === 'set') table.set(id, { id, value });
  if (what === 'delete') table.delete(id);
  const item = what === 'edit' ? table.edit(id) : undefined;
  if (item !== undefined) item.value = value;
}

function changeMap(map: Map<number, Item>, [what, id, value]: Change): void {
  if (what === 'set' || (what === 'edit' && map.has(id))) map.set(id, { id, value });
  if (what === 'delete') map.delete(id);
}

const listed = (map: Map<number, Item>) => [...map.values()].sort((a, b) => a.id - b.id);

test('a table is a map in order of id, and its copies are not touched by what is done to it', () => {
  fc.assert(
    fc.property(changes, (all) => {
      const table = new Table<Item>(PACKER);
      const map = new Map<number, Item>();
      const copies: [Table<Item>, readonly Item[]][] = [];
      for (const each of all) {
        if (each[0] === 'clone') copies.push([table.clone(), listed(map)]);
        change(table, each);
        changeMap(map, each);
      }
      copies.push([table, listed(map)]);
      for (const [copy, expected] of copies) {
        expect([...copy.values()]).toEqual(expected);
        expect(copy.size).toBe(expected.length);
      }
    }),
  );
});

test('what is done to a copy is not seen in the original', () => {
  const table = new Table<Item>(PACKER);
  table.set(1, { id: 1, value: 1 });
  const copy = table.clone();
  change(copy, ['edit', 1, 2]);
  change(copy, ['set', 2, 2]);
  expect([...table.values()]).toEqual([{ id: 1, value: 1 }]);
  expect(copy.get(1)).toEqual({ id: 1, value: 2 });
});

test('a copy is the same when what it alone still has is packed', () => {
  fc.assert(
    fc.property(changes, changes, (before, after) => {
      const table = new Table<Item>(PACKER);
      for (const each of before) change(table, each);
      const copy = table.clone();
      const expected = [...copy.values()].map((item) => ({ ...item }));
      for (const each of after) change(table, each);
      copy.packReplaced(table);
      packer.finish();
      expect([...copy.values()]).toEqual(expected);
      const next = copy.clone();
      for (const { id } of expected) change(next, ['edit', id, -1]);
      expect([...copy.values()]).toEqual(expected);
    }),
  );
});
