import { expect, test } from 'vitest';
import { livesOf } from '../trace/lives.ts';
import { eventAt, worldAfter } from '../trace/trace.ts';
import { CHANNEL_TRACE, positionOf, QUEUES, WHO } from './fixtures/channel-run.ts';
import type { QueueMark } from './queue-marks.ts';
import { queueDrawing } from './queues.ts';
import { tween } from './tween.ts';

const drawn = (moment: string, { selected = 0, width = 1200 } = {}) => {
  const position = positionOf(moment);
  const event = eventAt(CHANNEL_TRACE, position - 1);
  const world = worldAfter(CHANNEL_TRACE, position);
  return queueDrawing({ world, event, lives: livesOf(CHANNEL_TRACE), width, selected });
};
const marksOf = (moment: string, more = {}) => drawn(moment, more).marks;
type Kind = QueueMark['kind'];
const only = <K extends Kind>(marks: readonly QueueMark[], kind: K) =>
  marks.filter((mark): mark is Extract<QueueMark, { readonly kind: K }> => mark.kind === kind);
const pipe = (marks: readonly QueueMark[], queue: number) => only(marks, 'pipe').find((mark) => mark.queue === queue);
const token = (marks: readonly QueueMark[], envelope: number) =>
  only(marks, 'token').find((mark) => mark.envelope === envelope);
const box = (marks: readonly QueueMark[], process: number) =>
  only(marks, 'box').find((mark) => mark.process === process);

test('processes stand in columns by what they do, and stay there', () => {
  const rows = (moment: string) => only(marksOf(moment), 'box').map(({ name, x }) => `${name} ${Math.round(x)}`);
  const columns = new Map(only(marksOf('three queued'), 'box').map(({ name, x }) => [name.slice(0, 6), x]));
  expect([...columns.keys()]).toEqual(['browse', 'daphne', 'worker']);
  expect([...columns.values()]).toEqual([...columns.values()].sort((a, b) => a - b));
  expect(rows('first stored')).toEqual(rows('flushed'));
});

test('the next one to leave stands at the mouth, and the mouth is where the reader is', () => {
  const marks = marksOf('full');
  const [request, reply] = [pipe(marks, QUEUES.request), pipe(marks, QUEUES.reply1)];
  expect([request?.side, reply?.side, pipe(marks, QUEUES.body)?.side]).toEqual(['right', 'left', 'right']);
  const file = (ids: readonly number[]) => ids.map((id) => token(marks, id)?.x ?? 0);
  expect(file([12, 13, 14, 15])).toEqual(file([12, 13, 14, 15]).toSorted((a, b) => b - a));
  expect(file([9, 10])).toEqual(file([9, 10]).toSorted((a, b) => a - b));
  expect(only(marks, 'pipe').map(({ mouth, readers }) => `${mouth}: ${readers}`)).toEqual([
    'many: many readers, unordered',
    'owner: only daphne.1 reads, in order',
    'owner: nobody may read: daphne.2 is dead',
    'single: one reader, in order',
    'many: many readers, unordered',
  ]);
});

test('a pipe is as long as it has room; tokens never leave it, and those without a place are counted', () => {
  for (const width of [390, 700, 1200, 1900]) {
    const marks = marksOf('many', { width });
    const [short, long] = [pipe(marks, QUEUES.request), pipe(marks, QUEUES.reply1)];
    expect(short?.width ?? 0).toBeLessThan(long?.width ?? 0);
    expect(short).toMatchObject({ fill: '4 / 4', isFull: true });
    const all = pipe(marks, QUEUES.disconnect);
    const shown = only(marks, 'token').filter(({ envelope }) => envelope >= 16);
    for (const { x, width: own } of shown) {
      expect(x).toBeGreaterThanOrEqual(all?.x ?? 0);
      expect(x + own).toBeLessThanOrEqual((all?.x ?? 0) + (all?.width ?? 0));
    }
    const more = only(marks, 'head').find(({ key }) => key === `more ${QUEUES.disconnect}`);
    expect(more?.text).toBe(`+${40 - shown.length}`);
  }
});

test('a token is one thing wherever it is: it moves from its pipe to who took it', () => {
  const [before, after] = [drawn('three queued'), drawn('two running')];
  expect(token(before.marks, 3)).toMatchObject({ look: 'queued', left: 1 });
  expect(token(after.marks, 3)).toMatchObject({ look: 'held', spoken: '3 GET /a: views.a works on it' });
  const [from, half, to] = [before, tween(before, after, 0.5), after].map(({ marks }) => token(marks, 3)?.x ?? 0);
  expect(half).toBeCloseTo(((from ?? 0) + (to ?? 0)) / 2);
  expect(box(after.marks, WHO.worker1)).toMatchObject({ look: 'busy', detail: 'runs views.a' });
});

test('a reply has the hue of its request', () => {
  const marks = marksOf('full');
  expect(token(marks, 9)?.hue).toBe(token(marksOf('two running'), 3)?.hue);
  expect(token(marks, 12)?.hue).not.toBe(token(marks, 13)?.hue);
});

test('what dies with its reader is shown with it', () => {
  const marks = marksOf('worker dead');
  expect(box(marks, WHO.worker2)).toMatchObject({ look: 'dead', detail: 'killed at 1.25 s' });
  expect(token(marks, 4)).toMatchObject({ look: 'lost' });
  expect(pipe(marksOf('nobody may read it'), QUEUES.reply2)?.isDead).toBe(true);
});

test('what falls out or does not get in is seen with its reason, and counted from then on', () => {
  const refused = marksOf('refused');
  const [fallen] = only(refused, 'token').filter(({ look }) => look === 'fallen');
  expect(fallen).toMatchObject({ label: 'GET /5', note: 'full', envelope: 0 });
  expect(only(refused, 'link').find(({ look }) => look === 'refused')?.key).toBe(
    `write ${WHO.daphne1} ${QUEUES.request}`,
  );
  const expired = token(marksOf('expired'), 8);
  expect(expired).toMatchObject({ look: 'fallen', note: 'expired' });
  expect(expired?.y).toBeGreaterThan(pipe(marksOf('expired'), QUEUES.reply2)?.y ?? 0);
  expect(pipe(marksOf('flushed'), QUEUES.request)?.drops).toBe('');
  expect(pipe(marksOf('many', { width: 1600 }), QUEUES.request)?.drops).toBe('1 refused; last GET /5');
  expect(pipe(marksOf('flushed', { width: 1600 }), QUEUES.reply2)?.drops).toBe('1 expired; last 200 c');
});

test('a group shows the copy that each member got, who got none, and ghosts', () => {
  const members = only(marksOf('fanned out'), 'member');
  expect(members.map(({ detail }) => detail)).toEqual(['its copy is dropped: full', 'copy 10', 'copy 11']);
  expect(only(marksOf('expired'), 'member').map(({ look }) => look)).toEqual(['quiet', 'quiet', 'ghost']);
});

test('the life of a message is one path: browser, server, channel, worker, reply and back', () => {
  const marks = marksOf('first running', { selected: 1 });
  const path = only(marks, 'link').filter(({ look }) => look === 'path' || look === 'ahead');
  expect(path.map(({ key, look }) => `${key} ${look}`)).toEqual([
    'write 3 1 path',
    'read 5 1 path',
    'ask 8 3 path',
    'write 5 2 ahead',
    'read 3 2 ahead',
  ]);
  expect(only(marks, 'box').flatMap(({ isOnPath, name }) => (isOnPath ? [name] : []))).toEqual([
    'browser.1',
    'daphne.1',
    'worker.1',
  ]);
});

test('without room for columns everything stands one below the other, and nothing is wider than the page', () => {
  const { height, marks, width } = drawn('full', { width: 390 });
  for (const mark of marks) {
    if (mark.kind === 'link') expect.fail('no lines across stacked columns');
    expect(mark.x).toBeGreaterThanOrEqual(0);
    expect(mark.x + mark.width).toBeLessThanOrEqual(width);
    expect(mark.y + mark.height).toBeLessThanOrEqual(height + 30);
  }
  const tops = only(marks, 'head').flatMap(({ look, text, y }) => (look === 'column' ? [{ text, y }] : []));
  expect(tops.map(({ text }) => text)).toEqual(['clients', 'protocol servers', 'channel layer', 'workers']);
});

test('no line to a pipe runs across it', () => {
  for (const moment of ['two running', 'nobody may read it', 'fanned out', 'many'])
    for (const selected of [0, 1, 4]) {
      const marks = marksOf(moment, { selected });
      for (const { key, width, x } of only(marks, 'link').filter((link) => link.key.startsWith('write '))) {
        const target = pipe(marks, Number(key.split(' ')[2]));
        if (target === undefined) expect.fail(key);
        const isFromLeft = x < target.x;
        const end = x + width;
        expect(isFromLeft ? end <= target.x : end >= target.x + target.width).toBe(true);
      }
    }
});

test('every mark has a key of its own', () => {
  for (const moment of ['two running', 'fanned out', 'many', 'flushed']) {
    const keys = marksOf(moment, { selected: 4 }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
