import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, HOST_STATES, type NetworkPlan } from '../lib/network-plan.ts';
import { draftOf, NEW_PAGE, newHost, readDraft } from './network-draft.ts';

const count = fc.integer({ min: 0, max: 900 });
const page = fc.record({
  path: fc.constantFrom('/', '/a', '/b*'),
  status: fc.integer({ min: 200, max: 599 }),
  type: fc.constantFrom('', 'text/plain'),
  body: fc.string({ maxLength: 30 }),
  delayMs: count,
  failures: count,
});
const network: fc.Arbitrary<NetworkPlan> = fc.record({
  latencyMs: fc.option(count),
  jitterMs: count,
  bandwidth: count,
  loss: fc.double({ min: 0, max: 1, noNaN: true }).map((loss) => Math.abs(loss)),
  hosts: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('a.example', 'b.example', 'c.example'),
      state: fc.constantFrom(...HOST_STATES),
      latencyMs: fc.option(count),
      pages: fc.array(page, { maxLength: 3 }),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  ),
});

test('what is in the form is what was in the scenario', () => {
  fc.assert(
    fc.property(network, (plan) => {
      expect(readDraft(draftOf(plan))).toEqual({ ok: true, network: plan });
    }),
  );
});

test('an untouched form is the default internet', () => {
  expect(readDraft(draftOf())).toEqual({ ok: true, network: DEFAULT_NETWORK });
});

test('what may not be is told with the name of its field', () => {
  const draft = draftOf();
  const host = { ...newHost(draft), pages: [NEW_PAGE, { ...NEW_PAGE, status: '20x' }] };
  expect(readDraft({ ...draft, hosts: [host] })).toEqual({
    ok: false,
    sentence: 'Status of page 2 of api.example must be a whole number from 200 to 599.',
  });
  expect(readDraft({ ...draft, loss: '7' })).toEqual({
    ok: false,
    sentence: 'Loss, 0 to 1 must be a number from 0 to 1.',
  });
  expect(readDraft({ ...draft, hosts: [{ ...host, pages: [], name: '' }] })).toMatchObject({ ok: false });
});

test('each new host has a name of its own', () => {
  let draft = draftOf();
  for (let made = 0; made < 5; made++) draft = { ...draft, hosts: [...draft.hosts, newHost(draft)] };
  expect(new Set(draft.hosts.map(({ name }) => name)).size).toBe(5);
});
