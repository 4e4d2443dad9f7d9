/** The catalogue of failures: each, done to tasks over each broker, and the exact outcome. */
import { expect, test, vi } from 'vitest';
import { ROWS } from './failure-table.fixture.ts';
import { type BrokerName, outcomesOf } from './failures.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const each = ROWS.flatMap((row) =>
  Object.entries(row.outcomes).map(([broker, outcomes]) => [broker as BrokerName, row.title, row, outcomes] as const),
);

test.each(each)('%s, %s', (broker, _title, failure, outcomes) => {
  expect(outcomesOf(broker, failure)).toEqual(outcomes);
});
