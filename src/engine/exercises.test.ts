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
