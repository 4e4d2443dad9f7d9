/**
 * Firefox, by WebDriver BiDi over its own WebSocket. A client of our own, because those that exist want geckodriver, which
 * neither Debian nor npm has (selenium-webdriver, WebdriverIO), or bring 57 MB (puppeteer-core): this is five commands.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyActions, toldBy } from './driven.mjs';

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Null: there is none. */
export function findFirefox() {
  const path = process.env['LOOPSCOPE_FIREFOX'] ?? PLACES.find((place) => existsSync(place));
  return path === undefined ? null : { path };
}

/**
 * @param {{ readonly path: string }} found
 * @returns {Promise<import('./driven.mjs').Driven>}
 */
export async function driveFirefox({ path }) {
  const profile = mkdtempSync(join(tmpdir(), 'loopscope-firefox-'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'];
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = new Promise((done) => child.once('close', done));
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await toldBy(child, child.stderr, /WebDriver BiDi listening on (ws:\S+)/);
    const send = await connect(`${address}/session`);
    const { capabilities } = await send('session.new', { capabilities: {} });
    const { contexts } = await send('browsingContext.getTree', {});
    const context = contexts[0].context;
    return {
      version: capabilities.browserVersion,
      open: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
      evaluate: async (expression) => {
        const answer = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
        if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
        return answer.result.value;
      },
      press: (key) => send('input.performActions', { context, actions: keyActions(key) }),
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} address
 * @returns {Promise<(method: string, params: object) => Promise<any>>}
 */
async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((done, failed) => {
    socket.onopen = done;
    socket.onerror = () => failed(new Error(`Nobody answers at ${address}`));
  });
  /** @type {Map<number, { readonly done: (result: any) => void, readonly failed: (error: Error) => void }>} */
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { error, id, message, result } = JSON.parse(data);
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.done(result);
    else asker?.failed(new Error(`${error}: ${message}`));
  };
  let last = 0;
  return (method, params) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
