import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, type NetworkPlan, type PagePlan } from '../../../lib/network-plan.ts';
import { bytes, testNetwork, text } from '../agenda.fixture.ts';
import { labelOf } from '../label.ts';
import { readFrame, writeFrame } from './websocket.ts';

function fetchText(url: string, plan: NetworkPlan | null = null, more = ''): { answer: string; seconds: number } {
  const { network, agenda } = testNetwork(plan);
  const [, host = '', path = ''] = /^http:\/\/([^/]+)(.*)$/.exec(url) ?? [];
  const client = network.stream('inet');
  client.connect({ family: 'inet', host: network.lookUp(host).addresses[0] ?? '', port: 80 });
  let answer = '';
  let seconds = 0;
  client.watch(() => {
    for (let got = client.receive(65_536); got instanceof Uint8Array && got.length > 0; got = client.receive(65_536)) {
      answer += text(got);
      seconds = agenda.now();
    }
  });
  agenda.run(1);
  client.send(bytes(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`));
  agenda.run();
  return { answer, seconds: seconds - 1 };
}

test('example.com shows its page', () => {
  const { answer } = fetchText('http://example.com/');
  expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(answer).toContain('<title>Example Domain</title>');
});

test('a delay is kept', () => {
  const { answer, seconds } = fetchText('http://httpbin.org/delay/2');
  expect(answer).toContain('"url": "http://httpbin.org/delay/2"');
  expect(seconds).toBeGreaterThan(2);
  expect(seconds).toBeLessThan(2.3);
});

test('a status that is asked for is given', () => {
  expect(fetchText('http://httpbin.org/status/404').answer).toMatch(/^HTTP\/1\.1 404 Not Found/);
});

test('the placeholder service knows a hundred posts', () => {
  expect(fetchText('http://jsonplaceholder.typicode.com/posts/100').answer).toContain('"id": 100');
  expect(fetchText('http://jsonplaceholder.typicode.com/posts/101').answer).toMatch(/^HTTP\/1\.1 404/);
});

test('a host that nobody knows has a page, a chunked answer has an end', () => {
  expect(fetchText('http://some.where.org/a').answer).toContain('<h1>some.where.org/a</h1>');
  expect(fetchText('http://httpbin.org/stream/2').answer).toMatch(/\r\n0\r\n\r\n$/);
});

test('a planned page answers as planned, after as many failures as planned', () => {
  const page: PagePlan = { path: '/a', status: 200, type: '', body: '{"n": 1}', delayMs: 500, failures: 0 };
  const plan = (failures: number): NetworkPlan => ({
    ...DEFAULT_NETWORK,
    hosts: [{ name: 'api.shop.com', state: 'up', latencyMs: 1, pages: [{ ...page, failures }] }],
  });
  const { answer, seconds } = fetchText('http://api.shop.com/a', plan(0));
  expect(answer).toContain('application/json');
  expect(answer).toMatch(/\{"n": 1\}$/);
  expect(seconds).toBeCloseTo(0.5, 1);
  expect(fetchText('http://api.shop.com/a', plan(1)).answer).toMatch(/^HTTP\/1\.1 503/);
  expect(fetchText('http://api.shop.com/b', plan(0)).answer).toMatch(/^HTTP\/1\.1 404/);
});

test('an upgrade leads to a WebSocket', () => {
  const headers = 'Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  const { answer } = fetchText('http://echo.websocket.org/', null, headers);
  expect(answer).toContain('HTTP/1.1 101 Switching Protocols');
  // RFC 6455, section 1.3
  expect(answer).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
});

test('frames are read as they were written', () => {
  for (const length of [0, 5, 125, 126, 70_000]) {
    const frame = readFrame(writeFrame(2, new Uint8Array(length)));
    expect(frame?.payload.length).toBe(length);
  }
  expect(readFrame(writeFrame(1, bytes('abc')).subarray(0, 4))).toBeNull();
});

test('messages are called by what they are', () => {
  expect(labelOf(bytes('GET /delay/1 HTTP/1.1\r\nHost: a\r\n\r\n'))).toBe('GET /delay/1');
  expect(labelOf(bytes('HTTP/1.1 200 OK\r\n\r\n'))).toBe('200 OK');
  expect(labelOf(bytes('hello\n'))).toBe('hello\\n');
  expect(labelOf(writeFrame(1, bytes('hi')))).toBe('ws hi');
  expect(labelOf(new Uint8Array([23, 3, 3, 0, 2, 104, 105]))).toBe('hi');
});
