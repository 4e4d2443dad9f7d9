import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { worldAfter } from '../trace/trace.ts';
import { pickedBy, pickedKey } from './picked.ts';

const TRACE = traceFromText('main c>.');
const WORLD = worldAfter(TRACE, TRACE.length);
const picked = (key: string) => pickedBy(key, WORLD, TRACE.codes);

test('a mark stands for the thing that its key names, and a thread for its lane', () => {
  expect(picked('future 7')).toEqual({ selection: { kind: 'future', id: 7 }, site: null });
  expect(picked('sync 2')?.selection).toEqual({ kind: 'sync', id: 2 });
  expect(picked('thread 2')?.selection).toEqual({ kind: 'task', id: -2 });
  expect(picked('heading futures')).toBeNull();
  expect(picked('sync 2 slot 1')).toBeNull();
});

test('a frame of an await chain stands for its task, and for its line', () => {
  const [task] = WORLD.tasks.values();
  const [frame] = task?.parked ?? [];
  expect(picked(`frame ${task?.id} 0`)).toEqual({
    selection: { kind: 'task', id: task?.id },
    site: { file: TRACE.codes[frame?.code ?? 0]?.file, line: frame?.line },
  });
  expect(picked(`frame ${task?.id} 9`)).toBeNull();
});

test('what is selected is found again in the picture', () => {
  expect(pickedKey({ kind: 'future', id: 7 })).toBe('future 7');
  expect(pickedKey({ kind: 'task', id: -2 })).toBe('thread 2');
  expect(pickedKey({ kind: 'task', id: 1 })).toBe('');
});
