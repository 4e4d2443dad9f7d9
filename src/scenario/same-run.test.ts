import { expect, test } from 'vitest';
import { runVerdict } from './same-run.ts';
import type { EngineStamp } from './scenario.ts';

const AUTHOR: EngineStamp = { version: '1.2.0', python: '3.14', fingerprint: '9f3c21aa00112233' };
const OTHER = { ...AUTHOR, fingerprint: '77e1000000000000' };
const judged = (given: Partial<Parameters<typeof runVerdict>[0]>) =>
  runVerdict({ author: AUTHOR, here: AUTHOR, isEdited: false, isShared: true, ...given });

test('equal fingerprints are the same run, whichever version made them', () => {
  expect(judged({}).kind).toBe('same');
  expect(judged({ here: { ...AUTHOR, version: '1.3.0' } }).kind).toBe('same');
});

test('without a fingerprint there is nothing to compare with', () => {
  expect(judged({ author: null }).kind).toBe('alone');
  expect(judged({ author: { ...AUTHOR, fingerprint: '' }, here: OTHER }).kind).toBe('alone');
  expect(judged({ author: null, isEdited: true, isShared: false }).kind).toBe('alone');
});

test('another run says why: edited, another version, or neither', () => {
  expect(judged({ here: OTHER, isEdited: true })).toEqual({
    kind: 'edited',
    sentence: "The program was edited, so this is not the author's run 9f3c.",
  });
  expect(judged({ here: OTHER, isEdited: true, author: null }).sentence).toContain('not what was opened');
  const engine = judged({ here: { ...OTHER, version: '1.3.0' } });
  expect(engine.kind).toBe('engine');
  expect(engine.sentence).toContain(
    "the author's run 9f3c, which version 1.2.0 made with Python 3.14 (here: 1.3.0, 3.14)",
  );
  expect(judged({ here: OTHER }).kind).toBe('other');
});
