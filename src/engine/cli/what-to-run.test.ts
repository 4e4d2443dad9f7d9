import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeScenarioFile } from '../../scenario/file.ts';
import { scenarioOf } from '../../scenario/scenario.ts';
import { runHeadlessNow } from '../headless.ts';
import { readWhatToRun } from './what-to-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'what-to-run-'));

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

test('a scenario file brings what its run depends on, interventions too', () => {
  const text = "import time\ntry:\n    time.sleep(9)\nexcept KeyboardInterrupt:\n    print('stopped')\n";
  const scenario = { ...scenarioOf(text), settings: { seed: 5 } };
  const file = writeScenarioFile({ ...scenario, interventions: [{ kind: 'interrupt', timeUs: 1_000_000 }] });
  if (!file.ok) return expect.fail(file.sentence);
  const what = readWhatToRun(put('scenario.loop.json', file.text));
  if (typeof what === 'string') return expect.fail(what);
  expect([what.seed, what.interventions?.length]).toEqual([5, 1]);
  expect(runHeadlessNow(what).stdout).toBe('stopped\n');
});

test('a folder brings its Python files, and a file itself', () => {
  put('program/main.py', 'import a');
  put('program/a.py', 'x = 1');
  put('program/notes.txt', 'no');
  expect(readWhatToRun(join(folder, 'program'))).toEqual({ files: { 'main.py': 'import a', 'a.py': 'x = 1' } });
  expect(readWhatToRun(join(folder, 'program/a.py'))).toEqual({ files: { 'a.py': 'x = 1' } });
});

test('the templates of a website come with its folder', () => {
  put('site/main.py', 'pass');
  put('site/chat/templates/chat/room.html', '<p>');
  put('site/chat/templates/chat/mail.txt', 'Hello');
  put('site/readme.txt', 'no');
  const what = readWhatToRun(join(folder, 'site'));
  if (typeof what === 'string') return expect.fail(what);
  expect(Object.keys(what.files).sort()).toEqual([
    'chat/templates/chat/mail.txt',
    'chat/templates/chat/room.html',
    'main.py',
  ]);
});

test('what cannot be run is said', () => {
  expect(readWhatToRun(join(folder, 'nothing'))).toMatch(/no Python file here$/);
  expect(readWhatToRun(put('broken.loop.json', '{'))).toMatch(/broken\.loop\.json: ./);
});
