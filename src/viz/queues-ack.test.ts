import { expect, test } from 'vitest';
import { traceFromEvents } from '../trace/from-text.ts';
import { livesOf } from '../trace/lives.ts';
import { eventAt, eventsBetween, worldAfter } from '../trace/trace.ts';
import { CELERY, CELERY_WHO, type Played, RABBIT, RABBIT_QUEUES, RABBIT_WHO } from './fixtures/broker-run.ts';
import { backText, condensed, fileOf } from './queue-file.ts';
import type { QueueMark } from './queue-marks.ts';
import { queueDrawing } from './queues.ts';

const WIDTH = 1400;

function drawn({ positionOf, trace }: Played, name: string, width = WIDTH, selected = 0) {
  const position = positionOf(name);
  if (position === 0) expect.fail(`no moment called ${name}`);
  const world = worldAfter(trace, position);
  return queueDrawing({ world, event: eventAt(trace, position - 1), lives: livesOf(trace), width, selected });
}

function marksOf(played: Played, name: string, width = WIDTH): readonly QueueMark[] {
  return drawn(played, name, width).marks;
}

function only<K extends QueueMark['kind']>(
  marks: readonly QueueMark[],
  kind: K,
): readonly Extract<QueueMark, { kind: K }>[] {
  return marks.filter((mark): mark is Extract<QueueMark, { kind: K }> => mark.kind === kind);
}

/** `3 held`, from left to right and down. */
function tokensIn(marks: readonly QueueMark[], key: string): readonly string[] {
  const box = marks.find((mark) => mark.key === key);
  if (box === undefined) expect.fail(key);
  const isInside = ({ height, width, x, y }: QueueMark) =>
    x >= box.x && y >= box.y && x + width <= box.x + box.width + 1 && y + height <= box.y + box.height + 1;
  return marks
    .filter((mark) => (mark.kind === 'token' || mark.kind === 'slot') && isInside(mark))
    .map((mark) =>
      mark.kind === 'token' ? `${mark.envelope} ${mark.look}` : `${mark.kind === 'slot' ? mark.look : ''}`,
    );
}

const queue = (id: number) => `queue ${id}`;
const box = (id: number) => `process ${id}`;
const text = (marks: readonly QueueMark[], key: string) => only(marks, 'head').find((mark) => mark.key === key)?.text;

test('what is delivered leaves a ghost in its place, and its token in the window of its consumer', () => {
  const marks = marksOf(RABBIT, 'three delivered');
  const kern = tokensIn(marks, queue(RABBIT_QUEUES.kern)).toSorted();
  expect(kern).toEqual(['1 ghost', '2 ghost', '3 ghost', '4 queued', '5 queued']);
  expect(tokensIn(marks, box(RABBIT_WHO.first))).toEqual(['1 held', '3 held']);
  expect(tokensIn(marks, box(RABBIT_WHO.second))).toEqual(['2 held', 'endless']);
  expect(text(marks, `window ${RABBIT_WHO.first} 0`)).toBe('2 of 2 from kern');
  expect(text(marks, `window ${RABBIT_WHO.second} 0`)).toBe('1 of any number from kern, watcher');
  expect(only(marks, 'pipe')[0]).toMatchObject({ fill: '2 ready, 3 unacked', readers: '2 consumers, in turn' });
});

test('an acknowledgement frees a place, and the ghost is gone', () => {
  expect(tokensIn(marksOf(RABBIT, 'first works'), box(RABBIT_WHO.first))).toEqual(['1 running', '3 held']);
  const marks = marksOf(RABBIT, 'one acked');
  expect(tokensIn(marks, box(RABBIT_WHO.first))).toEqual(['3 held', 'free']);
  expect(tokensIn(marks, queue(RABBIT_QUEUES.kern))).not.toContain('1 ghost');
});

test('what a dead consumer had stands where it stood, marked', () => {
  const marks = marksOf(RABBIT, 'came back');
  const back = only(marks, 'token').find(({ envelope, look }) => envelope === 3 && look === 'queued');
  expect(back).toMatchObject({ isAgain: true, spoken: expect.stringContaining('it has been delivered before') });
  expect(only(marks, 'link').find(({ key }) => key.endsWith(' back'))?.look).toBe('refused');
  expect(only(marks, 'pipe')[0]?.drops).toBe('1 came back');
  // The one that stands behind it is further from the mouth.
  const xOf = (envelope: number) => only(marks, 'token').find(({ key }) => key === `envelope ${envelope}`)?.x ?? 0;
  expect(xOf(3)).toBeGreaterThan(xOf(4));
});

test('ghosts stand before what was stored after them', () => {
  const file = fileOf({ items: [3, 5, 6], unacked: [4, 2, 9] });
  expect(file.map(({ envelope, isGhost }) => `${envelope}${isGhost ? 'g' : ''}`)).toEqual([
    '2g',
    '3',
    '4g',
    '5',
    '6',
    '9g',
  ]);
  // Of a queue with priorities the ghosts were taken from its front.
  expect(fileOf({ items: [9, 1], unacked: [4] })[0]).toEqual({ envelope: 4, isGhost: true });
});

test('where ghosts would take all the room, some are counted, and what is ready is seen', () => {
  const ghosts = Array.from({ length: 40 }, (_, index) => index + 1);
  const file = fileOf({ items: [41, 42, 43], unacked: ghosts });
  const { shown, skipped } = condensed(file, 8);
  expect(shown.map(({ envelope }) => envelope)).toEqual([1, 2, 3, 4, 41, 42, 43]);
  expect(skipped).toBe(36);
  expect(condensed(fileOf({ items: [1, 2, 3], unacked: [] }), 2)).toMatchObject({
    shown: [{ envelope: 1 }, { envelope: 2 }],
    skipped: 0,
  });
});

test('which bindings match is seen as long as the message is put into queues', () => {
  for (const moment of ['routed', 'stored'])
    expect(only(marksOf(RABBIT, moment), 'binding').map((mark) => `${mark.text} ${mark.look}`)).toEqual([
      'kern.* matched',
      '*.critical matched',
      '# matched',
    ]);
  const looks = only(marksOf(RABBIT, 'first works'), 'binding').map(({ look }) => look);
  expect(new Set(looks)).toEqual(new Set(['quiet']));
  const now = only(marksOf(RABBIT, 'routed'), 'link').filter(({ look }) => look === 'now');
  expect(now.map(({ key }) => key)).toEqual([
    `publish ${RABBIT_WHO.sender} exchange 1 logs`,
    'from binding exchange 1 logs kern ← kern.*',
    'from binding exchange 1 logs kern ← *.critical',
    'from binding exchange 1 logs all ← #',
  ]);
});

test('the way of the selected message leads over its exchange', () => {
  const path = only(drawn(RABBIT, 'one acked', WIDTH, 1).marks, 'link').filter(({ look }) => look === 'path');
  expect(path.map(({ key }) => key)).toEqual([
    `read ${RABBIT_WHO.first} ${RABBIT_QUEUES.kern}`,
    `publish ${RABBIT_WHO.sender} exchange 1 logs`,
    'from exchange 1 logs to queue 1',
  ]);
});

test('what no binding matches falls out of its exchange; what the broker says of it stands with its sender', () => {
  const gone = only(marksOf(RABBIT, 'went nowhere'), 'token').find(({ envelope }) => envelope === 0);
  expect(gone).toMatchObject({ look: 'fallen', spoken: 'nobody goes nowhere: no such queue' });
  const marks = marksOf(RABBIT, 'confirmed');
  expect(text(marks, `told ${RABBIT_WHO.sender}`)).toBe('confirmed, in no queue: nobody');
  const notes = only(marks, 'exchange').map(({ name, note }) => `${name}: ${note}`);
  expect(notes).toEqual(['(default): 1 published, 1 went nowhere', 'logs: 5 published']);
});

test('a place is kept for the default exchange before anything comes to it', () => {
  expect(only(marksOf(RABBIT, 'two consumers'), 'exchange').map(({ name }) => name)).toEqual(['(default)', 'logs']);
});

test('what a queue gives up is told with its reason', () => {
  const marks = marksOf(RABBIT, 'given up');
  expect(only(marks, 'token').find(({ look }) => look === 'fallen')).toMatchObject({ envelope: 4, note: 'expired' });
});

test('a child that has nothing to do is there as well', () => {
  const { positionOf, trace } = CELERY;
  // Of a run that was only recorded up to there.
  const short = traceFromEvents(eventsBetween(trace, 0, positionOf('prefetched')), []);
  const world = worldAfter(short, short.length);
  const { marks } = queueDrawing({ world, event: null, lives: livesOf(short), width: WIDTH, selected: 0 });
  expect(
    only(marks, 'box')
      .filter(({ isChild }) => isChild)
      .map(({ detail }) => detail),
  ).toEqual(['has nothing to do', 'has nothing to do']);
});

test('what is acknowledged early is in the hands of a child only; acknowledged late, it keeps its place as well', () => {
  const marks = marksOf(CELERY, 'both run');
  expect(tokensIn(marks, box(CELERY_WHO.worker))).toEqual(['out', ...Array.from({ length: 7 }, () => 'free')]);
  expect(tokensIn(marks, box(CELERY_WHO.child1))).toEqual(['1 running']);
  expect(tokensIn(marks, box(CELERY_WHO.child2))).toEqual(['2 running']);
  expect(tokensIn(marks, queue(1))).toEqual(['2 ghost']);
  expect(only(marks, 'token').find(({ look }) => look === 'ghost')).toMatchObject({ label: 'back in 5 s', left: 1 });
  const names = only(marks, 'box').map(({ isChild, name }) => `${isChild ? 'child: ' : ''}${name}`);
  expect(names).toEqual(['client.1', 'worker.1', 'child: child 4205', 'child: child 4206']);
});

test('a visibility timeout counts down, and says what comes after it', () => {
  expect(backText({ timeUs: 3e6 }, { backUs: 45e6 })).toBe('back in 42 s');
  expect(backText({ timeUs: 0 }, { backUs: 3600e6 })).toBe('back in 60 min');
  expect(backText({ timeUs: 9e6 }, { backUs: 5e6 })).toBe('back at the next sweep');
  expect(backText({ timeUs: 9e6 }, { backUs: 0 })).toBe('');
});

test('what came back too early is in the queue and with who works on it; then two work on it', () => {
  const early = marksOf(CELERY, 'back too early');
  expect(tokensIn(early, queue(1))).toEqual(['2 queued']);
  expect(tokensIn(early, box(CELERY_WHO.child2))).toEqual(['2 running']);
  const twice = marksOf(CELERY, 'twice');
  expect(tokensIn(twice, box(CELERY_WHO.child1))).toEqual(['2 running']);
  expect(tokensIn(twice, box(CELERY_WHO.child2))).toEqual(['2 running']);
  expect(tokensIn(marksOf(CELERY, 'first of two done'), box(CELERY_WHO.child2))).toEqual([]);
});

test('a chord fills in: what the backend says, and what is really done', () => {
  const told = (moment: string) =>
    only(marksOf(CELERY, moment), 'task').map(({ detail, label, state }) => `${label} ${state}: ${detail}`);
  expect(told('chord sent')).toEqual([
    'add(1, 1) waiting: not sent',
    'add(2, 2) waiting: not sent',
    'total() waiting: not sent',
  ]);
  expect(told('one part').slice(0, 2)).toEqual(['add(1, 1) done: SUCCESS', 'add(2, 2) running: PENDING, runs']);
  expect(text(marksOf(CELERY, 'one part'), 'canvas 0')).toBe('chord: 1 of 2 parts done, then its body');
  expect(told('body sent').at(2)).toBe('total() waiting: PENDING');
  const [result] = only(marksOf(CELERY, 'body sent'), 'task').filter(({ key }) => key === 'result c');
  expect(result).toMatchObject({ detail: 'RETRY, message 2', envelope: 5, value: 'later' });
});

test('every mark has a key of its own, and nothing is wider than the page', () => {
  for (const played of [RABBIT, CELERY])
    for (const moment of ['two consumers', 'routed', 'came back', 'went nowhere', 'both run', 'twice', 'body sent'])
      for (const width of [390, 900, WIDTH]) {
        if (played.positionOf(moment) === 0) continue;
        const { marks, width: own } = drawn(played, moment, width, 1);
        const keys = marks.map(({ key }) => key);
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
        for (const mark of marks) expect(mark.x + Math.max(0, mark.width)).toBeLessThanOrEqual(own);
      }
});

test('boxes, queues and exchanges stand where they are, whatever happens', () => {
  for (const [played, from, to] of [
    [RABBIT, 'two consumers', 'given up'],
    [CELERY, 'chord sent', 'body sent'],
  ] as const) {
    const places = (moment: string) =>
      marksOf(played, moment)
        .filter(({ kind }) => kind === 'box' || kind === 'pipe' || kind === 'exchange')
        .map(({ height, key, width, x, y }) => [key, x, y, width, height].join(' '));
    expect(places(to)).toEqual(places(from));
  }
});
