/** Invariants U11 and U12 of Celery: whatever is sent and whoever is killed. Those of the broker itself: celery/broker.properties.test.ts. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Intervention } from '../../scenario/intervention.ts';
import { traceHash } from '../../trace/fingerprint.ts';
import { eventsBetween, type Trace } from '../../trace/trace.ts';
import { BROKERS, type BrokerName, playFailure } from './failures.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const UNTIL_SECONDS = 60;

const sent = fc.record({
  to: fc.constantFrom('early', 'late'),
  seconds: fc.nat({ max: 9 }),
  countdown: fc.constantFrom<number>(0, 0, 0, 25),
  once: fc.boolean(),
});
const fault = fc.record({
  process: fc.constantFrom('worker.1', 'worker.1', 'broker.1'),
  signal: fc.constantFrom('SIGKILL' as const, 'SIGTERM' as const),
  at: fc.integer({ min: 2, max: 30 }),
});
const day = fc.record({
  broker: fc.constantFrom(...(Object.keys(BROKERS) as BrokerName[])),
  sent: fc.array(sent, { minLength: 1, maxLength: 5 }),
  faults: fc.array(fault, { maxLength: 3 }),
});

function played({ broker, faults, sent: tasks }: typeof day extends fc.Arbitrary<infer T> ? T : never): Trace {
  const lines = tasks.map(({ countdown, once, seconds, to }, index) => {
    const options = countdown === 0 ? '' : `, options={'countdown': ${countdown}}`;
    return `send('${index}', ${to}, seconds=${seconds}, once=${once ? 'True' : 'False'}${options})`;
  });
  const interventions = faults.flatMap(({ at, process, signal }): Intervention[] => [
    { kind: 'signal', process, signal, timeUs: at * 1e6 },
    { kind: 'restart', process, timeUs: (at + 1) * 1e6 },
  ]);
  const failure = { client: lines.join('\n'), interventions, redis: '--appendonly yes', until: UNTIL_SECONDS };
  return playFailure(broker, failure).trace;
}

/** A sweep gives a worker again what it runs, and the second time fails. */
const TWICE = {
  broker: 'redis' as const,
  sent: [{ to: 'late' as const, seconds: 24, countdown: 0, once: true }],
  faults: [{ process: 'broker.1' as const, signal: 'SIGKILL' as const, at: 22 }],
};

test('U11 the same comes out of it again; U12 what has succeeded stays so', () => {
  fc.assert(
    fc.property(day, (one) => {
      const trace = played(one);
      const succeeded = new Set<string>();
      for (const event of eventsBetween(trace, 0, trace.length)) {
        if (event.kind !== 'celeryTask.changed') continue;
        expect(succeeded.has(event.id) && event.state !== 'SUCCESS').toBe(false);
        if (event.state === 'SUCCESS') succeeded.add(event.id);
      }
      expect(traceHash(played(one))).toBe(traceHash(trace));
    }),
    { numRuns: 8, examples: [[TWICE]] },
  );
});
