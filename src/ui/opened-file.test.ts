import { expect, test } from 'vitest';
import { writeScenarioFile } from '../scenario/file.ts';
import { DEFAULT_SCENARIO, type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { openedFile } from './opened-file.ts';

const fileOf = (name: string, text: string) => ({ name, size: text.length, text: async () => text });

test('what a reader arranged comes back from a file: mode, panes, speed, step, breakpoints, questions', async () => {
  const moment = { anchor: 'main#2:resume', step: 14, timeUs: 1_200_000 };
  const scenario: Scenario = {
    ...scenarioOf('print(1)\n'),
    title: 'Two workers',
    settings: { seed: 7 },
    view: { moment, panes: ['steps', 'a-pane-of-tomorrow'], speed: 2, mode: 'learn' },
    breakpoints: [{ file: 'main.py', line: 1, condition: 'x > 1' }],
    questions: [{ at: moment, kind: 'next', prompt: 'Who runs next?' }],
    engine: { version: '1.2.0', python: '3.14', fingerprint: '9f3c21aa' },
  };
  const written = writeScenarioFile(scenario);
  expect(written.ok && (await openedFile(fileOf('two.loop.json', written.text)))).toEqual({
    ok: true,
    scenario,
    isOwn: false,
  });
});

test('a file of Python is a program of its own, called as the file', async () => {
  expect(await openedFile(fileOf('queue.py', 'print(1)\n'))).toEqual({
    ok: true,
    scenario: { ...DEFAULT_SCENARIO, title: 'queue.py', files: [{ name: 'main.py', text: 'print(1)\n' }] },
    isOwn: true,
  });
});

test.each([
  ['holiday.jpg', '\ufffd\ufffdJFIF', 'JSON'],
  ['package.json', '{"name":"x"}', 'SCHEMA'],
  ['new.loop.json', '{"v":99,"f":[["main.py",""]]}', 'NEWER'],
  ['empty.loop.json', '', 'JSON'],
])('%s is refused with a sentence that says what to do', async (name, text, code) => {
  const opened = await openedFile(fileOf(name, text));
  if (opened.ok) throw new Error('it was opened');
  expect(opened.code).toBe(code);
  expect(opened.sentence).toMatch(/\. .+\.$/);
});

test('a film is refused and not read', async () => {
  const film = { name: 'film.loop.json', size: 4e9, text: () => Promise.reject(new Error('it was read')) };
  expect(await openedFile(film)).toMatchObject({ ok: false, code: 'TOO_BIG' });
});
