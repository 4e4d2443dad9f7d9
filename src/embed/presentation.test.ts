import { expect, test } from 'vitest';
import { readPresentation } from './presentation.ts';

const PLAIN = readPresentation('');

test('an address without a query shows what the program needs, with controls', () => {
  expect(PLAIN).toEqual({
    ...{ panes: [], hasControls: true, theme: 'system', start: null, end: null },
    ...{ isLooping: false, speed: null, isPredicting: false },
  });
});

test('every field of the query is read', () => {
  const query = '?panes=lanes,code&controls=0&theme=dark&start=main%231:resume&end=31&loop=1&speed=4&predict=1';
  expect(readPresentation(query)).toEqual({
    ...{ panes: ['code', 'lanes'], hasControls: false, theme: 'dark' },
    start: { anchor: 'main#1:resume', step: 0, timeUs: 0 },
    end: { anchor: '', step: 31, timeUs: 0 },
    ...{ isLooping: true, speed: 4, isPredicting: true },
  });
});

test('what makes no sense is ignored', () => {
  const query = '?panes=code,code,__proto__,<b>&theme=pink&speed=-1&start=&loop=yes&controls=no';
  expect(readPresentation(query)).toEqual({ ...PLAIN, panes: ['code'] });
  expect(readPresentation('?theme=auto&speed=1e99').theme).toBe('system');
  expect(readPresentation(`?theme=dark&x=${'x'.repeat(3000)}`)).toEqual(PLAIN);
});

test('nothing in the query says what is shown, or where to get it', () => {
  const query = '?url=https://example.com/a.py&src=x&configUrl=y&import=z&gist=1&code=print(1)';
  expect(readPresentation(query)).toEqual(PLAIN);
});
