/** `npm run bench:page`: see bench/README.md. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { click, first, million, start, tenThousand, thousand } from './bench/measures.mjs';
import { servePyodide } from './bench/pyodide.mjs';
import { LAUNCH_ARGS } from './launch-args.mjs';
import { serve } from './serve.mjs';

/** @typedef {import('./bench/measures.mjs').Row} Row */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const BROWSER = join(ROOT, 'node_modules/.cache/loopscope/browser.json');
const BASE = '/loopscope/';
const MEASURES = { start, first, click, thousand, million, tenThousand };

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(MEASURES).join(',') },
    dir: { type: 'string' },
    port: { type: 'string', default: '4176' },
    slack: { type: 'string', default: '2' },
  },
});

function built() {
  const { status, stderr } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed.\n${stderr}`);
  return join(ROOT, 'dist');
}

/** How many times worse than the goal; at most 1: it is met. @param {Row} row */
function missedBy({ goal, value, way }) {
  if (goal === undefined) return 0;
  return way === 'least' ? goal / Math.max(1e-9, value) : value / goal;
}

/** @param {Row} row */
function told(row) {
  const { goal, unit, value, way, what } = row;
  const number = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  const aim = goal === undefined ? '' : `at ${way} ${goal}`;
  const verdict = goal === undefined ? '' : missedBy(row) <= 1 ? 'met' : 'missed';
  return `${what.padEnd(64)} ${number.padStart(8)} ${unit.padEnd(6)} ${aim.padEnd(13)} ${verdict}`;
}

async function main() {
  const dir = values.dir === undefined ? built() : resolve(values.dir);
  const port = Number(values.port);
  const server = await serve({ dir, base: BASE, port });
  const pyodide = await servePyodide(port + 1);
  const path = existsSync(BROWSER) ? JSON.parse(readFileSync(BROWSER, 'utf8')).path : undefined;
  const browser = await chromium.launch({ args: LAUNCH_ARGS, ...(path === undefined ? {} : { executablePath: path }) });
  const addresses = {
    base: `http://127.0.0.1:${port}${BASE}`,
    pyodide: pyodide === null ? null : `http://127.0.0.1:${port + 1}/`,
  };
  const wanted = new Set(values.only.split(','));
  /** @type {Row[]} */
  const rows = [];
  try {
    for (const [name, measure] of Object.entries(MEASURES)) {
      if (!wanted.has(name)) continue;
      const found = await measure(browser, addresses);
      rows.push(...found);
      if (!values.json) for (const row of found) console.log(told(row));
    }
  } finally {
    await browser.close();
    server.close();
    pyodide?.close();
  }
  if (values.json) console.log(JSON.stringify({ browser: browser.version(), rows }, null, 2));
  if (rows.some((row) => missedBy(row) > Number(values.slack))) process.exitCode = 1;
}

await main();
