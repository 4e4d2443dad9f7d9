import { expect, test } from 'vitest';
import { lineageOf, stationsOf } from '../trace/lineage.ts';
import { livesOf } from '../trace/lives.ts';
import { worldAfter } from '../trace/trace.ts';
import { CELERY, type Played, RABBIT } from './fixtures/broker-run.ts';
import { envelopeText } from './queue-tokens.ts';
import { stationText } from './station-words.ts';

function lifeOf({ trace }: Played, envelope: number): readonly string[] {
  const world = worldAfter(trace, trace.length);
  return stationsOf(lineageOf(livesOf(trace), envelope)).map((station) => stationText(world, station));
}

function textAt({ positionOf, trace }: Played, moment: string, id: number): string {
  const world = worldAfter(trace, positionOf(moment));
  const envelope = world.envelopes.find((each) => each.id === id);
  return envelope === undefined ? '' : envelopeText(world, envelope);
}

test('the life of a message that nobody acknowledged', () => {
  expect(lifeOf(RABBIT, 3)).toEqual([
    '3 m3 comes over exchange logs (key kern.info) into queue kern',
    '3 m3 is delivered to first.1, and kept until it is acknowledged',
    '3 m3 goes back to its place: connection lost',
  ]);
  expect(lifeOf(RABBIT, 4).at(-1)).toBe('4 m4 is given up by its queue: expired');
});

test('the life of a task whose message came back too early, and of what came of it', () => {
  expect(lifeOf(CELERY, 2)).toEqual([
    'client.1 puts 2 tasks.add(2, 2) into queue celery',
    '2 tasks.add(2, 2) is delivered to worker.1, and kept until it is acknowledged',
    '4206 runs tasks.add for 2 tasks.add(2, 2)',
    '2 tasks.add(2, 2) goes back to its place: visibility timeout',
    '2 tasks.add(2, 2) is delivered again to worker.1, and kept until it is acknowledged',
    '4205 runs tasks.add for 2 tasks.add(2, 2)',
    'its result is SUCCESS: 4',
    '2 tasks.add(2, 2): finished',
    '2 tasks.add(2, 2): finished',
    '2 tasks.add(2, 2) is acknowledged: its queue forgets it',
    'worker.1 puts 3 tasks.total([2, 4]) into queue celery',
  ]);
});

test('where a message is, and whether its queue may forget it', () => {
  expect(textAt(RABBIT, 'three delivered', 3)).toBe('delivered to first.1; not acknowledged');
  expect(textAt(RABBIT, 'came back', 3)).toBe('ready in its queue, came back at 2 s: connection lost');
  expect(textAt(RABBIT, 'given up', 4)).toBe('given up by its queue at 2 s: expired');
  expect(textAt(CELERY, 'both run', 1)).toBe('4205 runs tasks.add for it; acknowledged');
  expect(textAt(CELERY, 'both run', 2)).toBe('4206 runs tasks.add for it; not acknowledged, back in 5 s');
  expect(textAt(CELERY, 'one part', 1)).toBe('finished; acknowledged');
});
