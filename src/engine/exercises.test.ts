/** Each exercise is one: what it begins with does not solve it, and its solution does. Hostile files are graded too. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Exercise } from '../scenario/exercises/exercise.ts';
import { EXERCISES } from '../scenario/exercises/exercises.ts';
import { writeScenarioFile } from '../scenario/file.ts';
import { galleryEntry } from '../scenario/gallery/gallery.ts';
import { mainFile, type Scenario } from '../scenario/scenario.ts';
import { gradeText } from './cli/grade-run.ts';

const FOLDER = new URL('../scenario/exercises/', import.meta.url);

const each = test.each(EXERCISES.map((exercise) => [exercise.slug, exercise] as const));

function handedIn(scenario: Scenario): string {
  const written = writeScenarioFile(scenario);
  if (!written.ok) throw new Error(written.sentence);
  return written.text;
}

function withFirstFile({ scenario }: Exercise, text: string): Scenario {
  return { ...scenario, files: scenario.files.map((file, at) => (at === 0 ? { ...file, text } : file)) };
}

const solutionOf = ({ slug }: Exercise) => readFileSync(new URL(`${slug}/solution.py`, FOLDER), 'utf8');

test('every folder is an exercise with all that it needs', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((item) => item.isDirectory());
  expect(EXERCISES.map(({ slug }) => slug).sort()).toEqual(folders.map(({ name }) => name).sort());
  const faults = EXERCISES.flatMap(({ checks, given, hint, scenario, shownBy, slug, task, title }) => {
    const names = scenario.files.map(({ name }) => name);
    const wrong = [
      !/^[a-z0-9-]{1,24}$/.test(slug) && 'its name',
      (title.length > 60 || task.length > 280 || hint === '') && 'its words',
      checks.length < 2 && 'its checks',
      galleryEntry(shownBy) === undefined && `the scenario ${shownBy}`,
      given.some((name) => !names.includes(name)) && 'what is given',
      given.includes(names[0] ?? '') && 'the file to be changed',
      mainFile(scenario).text.split('\n').length > 30 && 'the length of its program',
    ];
    return wrong.filter((what) => what !== false).map((what) => `${slug}: ${what}`);
  });
  expect(faults).toEqual([]);
  expect(new Set(EXERCISES.map(({ place }) => place)).size).toBe(EXERCISES.length);
});

each('%s is not solved by what it begins with, and its solution solves it', (_, exercise) => {
  const before = gradeText(handedIn(exercise.scenario), null);
  expect(before.verdict).toBe('failed');
  expect(before.checks[0]?.isMet).toBe(true);
  const solved = gradeText(handedIn(withFirstFile(exercise, solutionOf(exercise))), null);
  expect(solved.checks.filter(({ isMet }) => !isMet)).toEqual([]);
  expect(solved.verdict).toBe('passed');
});

const [first] = EXERCISES;

test('a file that prints what is wanted, and does nothing for it, does not pass', () => {
  if (first === undefined) return;
  const graded = gradeText(handedIn(withFirstFile(first, "print('page 1\\npage 2\\npage 3')")), null);
  expect(graded.checks.filter(({ isMet }) => !isMet).map(({ why }) => why)).toEqual([
    'No task is ever parked inside of fetch.',
  ]);
});

test('a file cannot bring other files, other settings or checks of its own', () => {
  if (first === undefined) return;
  const solved = withFirstFile(first, solutionOf(first));
  const more = { ...solved, files: [...solved.files, { name: 'asyncio.py', text: '' }] };
  expect(gradeText(handedIn(more), null).checks[0]?.why).toBe('There are other files than at the beginning.');
  expect(gradeText(handedIn({ ...solved, settings: { seed: 1 } }), null).verdict).toBe('failed');
  const own = handedIn(solved).replace('{', '{"checks": [], "verdict": "passed",');
  expect(gradeText(own.replace('gather', 'wait'), null).verdict).toBe('failed');
});

test('a file says which exercise it is of, unless it is asked for one', () => {
  if (first === undefined) return;
  const { exercise: _, ...nameless } = withFirstFile(first, solutionOf(first));
  expect(gradeText(handedIn(nameless), null).problem).toBe('It names no exercise. Say which one with --exercise.');
  expect(gradeText(handedIn(nameless), first.slug).verdict).toBe('passed');
  expect(gradeText(handedIn({ ...nameless, exercise: 'no-such' }), null).problem).toBe(
    'There is no exercise "no-such".',
  );
  expect(gradeText(handedIn({ ...nameless, exercise: 'no-such' }), first.slug).verdict).toBe('passed');
});

test('what is no scenario, or no Python, gets its grade like the others', () => {
  if (first === undefined) return;
  for (const text of ['', '{', '[]', '{"f": 3}', '\u0000', '['.repeat(300_000)])
    expect(gradeText(text, first.slug).verdict).toBe('unreadable');
  expect(gradeText(handedIn(withFirstFile(first, 'def :')), null).problem).toBe('main.py, line 1: invalid syntax');
});

test('a fingerprint in the file is compared with that of our own run', () => {
  if (first === undefined) return;
  const solved = withFirstFile(first, solutionOf(first));
  const { fingerprint } = gradeText(handedIn(solved), null);
  const stamped = (it: string) => handedIn({ ...solved, engine: { version: '1', python: '3.14', fingerprint: it } });
  expect(gradeText(stamped(fingerprint), null).isSameRun).toBe(true);
  expect(gradeText(stamped('abc'), null)).toMatchObject({ verdict: 'passed', isSameRun: false });
});
