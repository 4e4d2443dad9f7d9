/**
 * WebKit, as WebKitGTK has it: WebKitWebDriver speaks W3C WebDriver over HTTP and starts MiniBrowser, which wants a screen.
 * A client of our own, for the reason that `firefox.mjs` gives: five requests.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { keyActions, toldBy } from './driven.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const LIBRARIES = '/usr/lib';
const START_MS = 20_000;

/** Null: something of it is missing. */
export function findWebKit() {
  if (!existsSync(DRIVER) || !existsSync(SCREEN)) return null;
  const folders = readdirSync(LIBRARIES).flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => `${LIBRARIES}/${folder}/${name}/MiniBrowser`),
  );
  const path = folders.find((place) => existsSync(place));
  return path === undefined ? null : { path };
}

/**
 * @param {{ readonly path: string }} found
 * @returns {Promise<import('./driven.mjs').Driven>}
 */
export async function driveWebKit({ path }) {
  const screen = spawn(SCREEN, ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let driver;
  const stop = () => {
    driver?.kill();
    screen.kill();
  };
  try {
    const display = await toldBy(screen, screen.stdout, /(\d+)\n/);
    const port = await freePort();
    driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}`, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    });
    const base = `http://127.0.0.1:${port}/session`;
    const options = { binary: path, args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const started = await askUntilReady(base, { capabilities });
    const session = `${base}/${started.sessionId}`;
    await ask(`${session}/timeouts`, { script: 120_000, pageLoad: 120_000 });
    return {
      version: started.capabilities.browserVersion,
      open: (url) => ask(`${session}/url`, { url }),
      evaluate: (expression) => ask(`${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      press: (key) => ask(`${session}/actions`, { actions: keyActions(key) }),
      close: async () => {
        await fetch(session, { method: 'DELETE' });
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/**
 * @param {string} url
 * @param {object} body
 */
async function ask(url, body) {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/**
 * The driver takes a moment until it listens.
 *
 * @param {string} url
 * @param {object} body
 */
async function askUntilReady(url, body) {
  for (const end = Date.now() + START_MS; ; ) {
    try {
      return await ask(url, body);
    } catch (error) {
      const isRefused = error instanceof TypeError;
      if (!isRefused || Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}
