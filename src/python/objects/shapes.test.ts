import { expect, test } from 'vitest';
import { ownAttribute, PyInstance, setOwnAttribute } from './instance.ts';
import { Shape } from './shapes.ts';
import { objectType, PyType, typeType } from './value.ts';

const point = new PyType(typeType, 'Point', [objectType], 'object', true);

function made(...names: string[]): PyInstance {
  const object = new PyInstance(point);
  names.forEach((name, number) => {
    setOwnAttribute(object, name, number);
  });
  return object;
}

test('objects that got the same attributes in the same order share a shape', () => {
  expect(made('x', 'y').shape).toBe(made('x', 'y').shape);
  expect(made('y', 'x').shape).not.toBe(made('x', 'y').shape);
  expect(ownAttribute(made('y', 'x'), 'x')).toBe(1);
  expect(ownAttribute(made('y'), 'x')).toBeUndefined();
});

test('who wants the attributes as a Map gets the one that holds from then on', () => {
  const object = made('x', 'y');
  const { attrs } = object;
  setOwnAttribute(object, 'z', 2);
  attrs?.set('x', 7);
  expect([...(object.attrs ?? [])]).toEqual([
    ['x', 7],
    ['y', 1],
    ['z', 2],
  ]);
  expect(ownAttribute(object, 'x')).toBe(7);
  expect(object.shape).toBeNull();
});

test('an object with very many attributes, or one of a class whose objects differ too much, has no shape', () => {
  const names = Array.from({ length: 40 }, (_, number) => `a${number}`);
  expect(made(...names).shape).toBeNull();
  expect(ownAttribute(made(...names), 'a39')).toBe(39);
  let root = new Shape();
  const first = root;
  for (let number = 0; number < 100; number++) root = first.with(`b${number}`) ?? root;
  expect(first.with('b99')).toBeNull();
});
