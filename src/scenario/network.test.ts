import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, type NetworkPlan } from '../lib/network-plan.ts';
import { readScenarioFile, writeScenarioFile } from './file.ts';
import { LIMITS } from './limits.ts';
import { decodeLink, encodeLink } from './link.ts';
import { readNetworkFile } from './network.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { readVersion } from './upgraders.ts';

const withNetwork = (network: NetworkPlan): Scenario => ({ ...scenarioOf('pass'), settings: { seed: 1, network } });
const read = (value: unknown) => readNetworkFile(JSON.stringify(value));
const page = { path: '/', status: 200, type: '', body: '', delayMs: 0, failures: 0 };

test('what is left out of a network.json is as by default', () => {
  expect(readNetworkFile('{}')).toEqual({ ok: true, network: DEFAULT_NETWORK });
  expect(read({ hosts: [{ name: 'a.b', pages: [{ path: '/x*', body: 'hi' }] }] })).toEqual({
    ok: true,
    network: {
      ...DEFAULT_NETWORK,
      hosts: [{ name: 'a.b', state: 'up', latencyMs: null, pages: [{ ...page, path: '/x*', body: 'hi' }] }],
    },
  });
});

const pages = (...given: readonly unknown[]) => ({ hosts: [{ name: 'a', pages: given }] });

test.each([
  [[], 'It must be an object.'],
  [{ loss: 1.5 }, '"loss" must be a number from 0 to 1.'],
  [{ latencyMs: -1 }, '"latencyMs" must be a number from 0 to 60,000.'],
  [{ jitterMs: '4' }, '"jitterMs" must be'],
  [{ bandwidth: 0.5 }, '"bandwidth" must be a whole number of kilobytes a second'],
  [{ hosts: {} }, '"hosts" must be a list of at most 16 hosts.'],
  [{ hosts: Array.from({ length: 17 }, (_, index) => ({ name: `h${index}` })) }, '"hosts" must be a list'],
  [{ hosts: [1] }, '"hosts[0]" must be an object.'],
  [{ hosts: [{}] }, '"hosts[0].name" must be a name'],
  [{ hosts: [{ name: 'A' }] }, '"hosts[0].name" must be a name'],
  [{ hosts: [{ name: 'a' }, { name: 'a' }] }, '"hosts[1].name" must be a name that no other host'],
  [{ hosts: [{ name: 'a', state: 'down' }] }, '"hosts[0].state" must be one of up, refuses, silent, resets, unknown.'],
  [pages({ path: 'x' }), '"hosts[0].pages[0].path" must be a text'],
  [pages({ path: '/', status: 101 }), '"hosts[0].pages[0].status" must be a whole number from 200 to 599.'],
  [pages({ path: '/', type: 'a\r\nSet-Cookie: b' }), '"hosts[0].pages[0].type" must be'],
  [pages({ path: '/', body: {} }), '"hosts[0].pages[0].body" must be a text'],
  [pages({ path: '/', body: 'x'.repeat(100_001) }), '"hosts[0].pages[0].body" must be a text of at most 100,000'],
  [pages({ path: '/', delayMs: null }), '"hosts[0].pages[0].delayMs" must be'],
  [pages({ path: '/', failures: 1.5 }), '"hosts[0].pages[0].failures" must be'],
  [pages(...Array.from({ length: 65 }, () => page)), '"hosts[0].pages" must be a list of pages, at most 64'],
])('%.60j is refused in words', (value, sentence) => {
  expect(read(value)).toEqual({ ok: false, sentence: expect.stringContaining(sentence) });
});

test('a network.json that is no JSON, too deep or too long is refused', () => {
  expect(readNetworkFile('{')).toEqual({ ok: false, sentence: 'It is not JSON.' });
  expect(readNetworkFile('['.repeat(20))).toMatchObject({ ok: false });
  expect(readNetworkFile(' '.repeat(300_000))).toMatchObject({ ok: false });
});

test('only a scenario with a network is written in version 2', async () => {
  expect(await encodeLink(scenarioOf('pass'))).toMatchObject({ hash: expect.stringMatching(/^#1/) });
  expect(await encodeLink(withNetwork(DEFAULT_NETWORK))).toMatchObject({ hash: expect.stringMatching(/^#2/) });
  expect(writeScenarioFile(withNetwork(DEFAULT_NETWORK))).toMatchObject({ text: expect.stringContaining('"v": 2') });
});

test('in version 1 there is no network, whatever is written there', () => {
  const json = { f: [['main.py', '']], s: { net: { loss: 7 } } };
  expect(readVersion(json, 1)).toEqual({ ok: true, scenario: scenarioOf('') });
  expect(readVersion(json, 2)).toMatchObject({ code: 'SCHEMA', path: 's.net.loss' });
});

test('the largest network fits beside the most of everything else', async () => {
  const at = { anchor: 'a', step: 1, timeUs: 1 };
  const share = LIMITS.pagesMax / LIMITS.hostsMax;
  const own = { path: '/a', status: 404, type: 'a/b', body: 'b', delayMs: 1, failures: 1 };
  const scenario: Scenario = {
    ...withNetwork({
      latencyMs: 1,
      jitterMs: 1,
      bandwidth: 1,
      loss: 1,
      hosts: Array.from({ length: LIMITS.hostsMax }, (_, index) => ({
        name: `host${index}`,
        state: 'resets',
        latencyMs: 1,
        pages: Array.from({ length: share }, () => own),
      })),
    }),
    files: Array.from({ length: LIMITS.filesMax }, (_, index) => ({ name: `f${index}.py`, text: '' })),
    interventions: Array.from({ length: LIMITS.interventionsMax }, () => ({
      kind: 'cancelTask',
      task: 'a',
      position: 1,
    })),
    breakpoints: Array.from({ length: LIMITS.breakpointsMax }, () => ({ file: 'f0.py', line: 1, condition: 'a' })),
    questions: Array.from({ length: LIMITS.questionsMax }, () => ({ at, kind: 'why', prompt: 'a' })),
  };
  const link = await encodeLink(scenario);
  expect(link.ok && (await decodeLink(link.hash))).toEqual({ ok: true, kind: 'scenario', scenario });
  const file = writeScenarioFile(scenario);
  expect(file.ok && readScenarioFile(file.text)).toEqual({ ok: true, scenario });
});
