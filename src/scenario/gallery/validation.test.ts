/** Says which folder of the gallery lacks what. Whether it does what it says is tried in `engine/claims.test.ts`. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mainFile } from '../scenario.ts';
import { CLAIMS } from './claims.ts';
import type { GalleryEntry } from './entry.ts';
import { GALLERY, galleryEntry } from './gallery.ts';
import { MISCONCEPTIONS } from './misconceptions.ts';
import { FIRST_CHOICES, SHELVES } from './shelves.ts';

const FOLDER = new URL('./', import.meta.url);
const LINES_MAX = 30;
const COLUMNS_MAX = 88;

test('every folder has all that a scenario needs', () => {
  const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((item) => item.isDirectory());
  const without = folders.map(({ name }) => name).filter((name) => galleryEntry(name) === undefined);
  expect([...without.map((name) => `${name}: no scenario.ts`), ...GALLERY.flatMap(faultsOf)]).toEqual([]);
});

test('no two scenarios stand at the same place, have the same title or the same program', () => {
  const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);
  expect(twice(GALLERY.map(({ place, shelf }) => `${shelf} ${place}`))).toEqual([]);
  expect(twice(GALLERY.map(({ title }) => title))).toEqual([]);
  expect(
    twice(GALLERY.map(({ scenario: { files, interventions } }) => JSON.stringify([files, interventions]))),
  ).toEqual([]);
});

test('a mended twin stands next after what it mends', () => {
  const wrong = GALLERY.filter(({ slug }, at) => {
    const first = slug.replace(/-mended$/, '');
    return first !== slug && galleryEntry(first) !== undefined && GALLERY[at - 1]?.slug !== first;
  });
  expect(wrong.map(({ slug }) => slug)).toEqual([]);
});

test('every claim, every belief and every shelf is shown by a scenario', () => {
  const shown = new Set<string>(
    GALLERY.flatMap(({ claims, misconceptions, shelf }) => [...claims, ...misconceptions, shelf]),
  );
  const wanted = [...CLAIMS, ...MISCONCEPTIONS, ...SHELVES].map(({ id }) => id);
  expect(wanted.filter((id) => !shown.has(id))).toEqual([]);
  expect(FIRST_CHOICES.filter((slug) => galleryEntry(slug) === undefined)).toEqual([]);
});

/** One line for each thing that is missing or too long. */
function faultsOf(entry: GalleryEntry): readonly string[] {
  const { changeOneThing, moments, questions, scenario, slug, sources, text, title } = entry;
  const names = moments.map(({ name }) => name);
  const faults: readonly (string | false)[] = [
    !/^[a-z0-9-]{1,24}$/.test(slug) && 'its name is longer than 24, or holds more than a-z, 0-9 and -',
    (title === '' || title.length > 60) && `the title has ${title.length} of 60 characters`,
    (text.length < 80 || text.length > 480) && `the text has ${text.length} characters: 80 to 480`,
    scenario.licence !== 'CC0-1.0' && 'its licence is not CC0-1.0',
    new Set(names).size !== names.length && 'two moments have the same name',
    questions.length < 2 && `it asks ${questions.length} questions: at least two`,
    ...questions.map(
      ({ because, prompt }) => (!/\?$/.test(prompt) || because === '') && `"${prompt}" asks or explains nothing`,
    ),
    sources.length === 0 && 'it names no source',
    changeOneThing.find === changeOneThing.replace && 'nothing is changed by "change one thing"',
    mainFile(scenario).text.split(changeOneThing.find).length !== 2 && '"change one thing" is not found once',
    ...ownFiles(slug).map((name) => !scenario.files.some((file) => file.name === name) && `${name} is not used`),
    ...scenario.files
      .filter(({ name }) => ownFiles(slug).includes(name))
      .flatMap(({ name, text: source }) => {
        const lines = source.trimEnd().split('\n');
        return [
          lines.length > LINES_MAX && `${name} has ${lines.length} lines: at most ${LINES_MAX}`,
          lines.some((line) => line.length > COLUMNS_MAX) && `${name} has a line of more than ${COLUMNS_MAX}`,
        ];
      }),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${slug}: ${fault}`);
}

/** The program's files that lie in the folder. */
function ownFiles(slug: string): readonly string[] {
  return readdirSync(new URL(`${slug}/`, FOLDER)).filter((name) => /\.py$|^Procfile$/.test(name));
}
