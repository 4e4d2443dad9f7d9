import { expect, test } from 'vitest';
import { GALLERY, galleryEntry } from '../scenario/gallery/gallery.ts';
import { HAZARD_KINDS } from '../trace/hazards.ts';
import { checkGallery, claimLines, galleryChecker } from './claims.ts';

const faultsOf = galleryChecker(GALLERY);
const flawless = new Map(GALLERY.map(({ slug }): [string, string[]] => [slug, []]));

test.each(GALLERY.map(({ slug }) => slug))('%s does what its check says, and its moments are where it says', (slug) => {
  expect(faultsOf(slug)).toEqual([]);
});

test('a claim fails when one of the scenarios that show it fails, and is none when there is no scenario', () => {
  const broken = new Map([...flawless, ['uncancel', ['it prints something else']]]);
  const withoutL3 = GALLERY.filter(({ claims }) => !claims.includes('L3'));
  const verdicts = new Map(claimLines(withoutL3, broken).map(({ id, verdict }) => [id, verdict]));
  expect([verdicts.get('C1'), verdicts.get('T1'), verdicts.get('L3')]).toEqual(['pass', 'fail', 'none']);
});

test('what is wrong with a scenario is said in words that help to mend it', () => {
  const first = galleryEntry('task-that-refuses');
  if (first === undefined) return;
  const wrong = {
    ...first,
    moments: [{ ...first.tellingMoment, anchor: 'Task-3#2:refuse' }],
    check: {
      ...first.check,
      stdout: 'today\n',
      facts: [
        { kind: 'count', event: { kind: 'task.refused' }, times: 1 },
        { kind: 'ends', task: 'Task-2', as: 'done', atMs: 500 },
      ],
    },
  } as const;
  expect(checkGallery([wrong]).get(first.slug)).toEqual([
    'stdout is "not today\\n", and not "today\\n"',
    'there is no event "task.refused"',
    'Task-2 ends as cancelled at 800 ms, and not as done at 500 ms',
    'moment "refused": Task-3#2:refuse is not task.cancelSwallowed task="Task-3", which is at Task-3#1:refuse',
  ]);
});

test('every kind of hazard is shown by a scenario', () => {
  const shown = new Set(GALLERY.flatMap(({ check }) => (check.hazards ?? []).map(({ kind }) => kind)));
  expect(HAZARD_KINDS.filter((kind) => !shown.has(kind))).toEqual([]);
});
