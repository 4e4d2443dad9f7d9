import { expect, test } from 'vitest';
import { traceFromText } from '../trace/from-text.ts';
import { anchorAt } from '../trace/moment.ts';
import { arrivalOf, arrivalSentence } from './arrival.ts';

const TRACE = traceFromText('main c>--.!>-$');
const STEP = 6;
const anchor = anchorAt(TRACE.history, STEP);

test('a moment that is where it was needs no words', () => {
  for (const moment of [
    { anchor, step: STEP, timeUs: 0 },
    { anchor, step: 0, timeUs: 0 },
    { anchor: '', step: 3, timeUs: 0 },
  ]) {
    const arrival = arrivalOf(TRACE, moment);
    expect(arrival).toEqual({ kind: 'there' });
    expect(arrivalSentence(arrival)).toBe('');
  }
});

test('a name that is found at another step says both numbers', () => {
  const arrival = arrivalOf(TRACE, { anchor, step: 2, timeUs: 0 });
  expect(arrival).toEqual({ kind: 'moved', from: 2, to: STEP });
  expect(arrivalSentence(arrival)).toContain('was step 2 then; here it is step 6');
});

test('without its name a moment is as near as its number or its time, or missing', () => {
  const gone = 'nobody#3:cancel';
  expect(arrivalOf(TRACE, { anchor: gone, step: 4, timeUs: 0 })).toEqual({ kind: 'near', to: 4 });
  expect(arrivalOf(TRACE, { anchor: gone, step: 0, timeUs: 1 }).kind).toBe('near');
  expect(arrivalOf(TRACE, { anchor: gone, step: 9_999, timeUs: 0 })).toEqual({ kind: 'missing' });
  expect(arrivalOf(TRACE, { anchor: gone, step: 0, timeUs: 0 })).toEqual({ kind: 'missing' });
});
