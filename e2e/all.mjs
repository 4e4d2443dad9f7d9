/** `npm test`: types, style, unit tests, end-to-end tests. Runs them all, and ends with one line of counts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CACHE = `${ROOT}node_modules/.cache/loopscope`;
const UNIT_RESULTS = `${CACHE}/unit-results.json`;
const E2E_RESULTS = `${CACHE}/e2e-results.json`;

/** @param {readonly string[]} args */
function npmRun(...args) {
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  return (
    spawnSync(command ?? 'npm', [...first, 'run', '--silent', ...args], { cwd: ROOT, stdio: 'inherit' }).status === 0
  );
}

/** @param {string} path */
function readResults(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {Readonly<Record<string, number>>} counts */
function printed(counts) {
  const told = Object.entries(counts).filter(([name, count]) => name === 'passed' || count > 0);
  return told.map(([name, count]) => `${count} ${name}`).join(', ');
}

function unitCounts() {
  const results = readResults(UNIT_RESULTS);
  if (results === undefined) return 'no result';
  return printed({
    passed: results.numPassedTests,
    failed: results.numFailedTests,
    skipped: results.numPendingTests + (results.numTodoTests ?? 0),
  });
}

function e2eCounts() {
  const stats = readResults(E2E_RESULTS)?.stats;
  if (stats === undefined) return 'no result';
  return printed({ passed: stats.expected, failed: stats.unexpected, flaky: stats.flaky, skipped: stats.skipped });
}

/** What is not green, a line each, so that the end of a long log says what to look at. */
function unitFaults() {
  const results = readResults(UNIT_RESULTS)?.testResults ?? [];
  const told = new Set(results.map((/** @type {{ name: string }} */ { name }) => name));
  const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.test\.tsx?$/.test(name),
  );
  const missing = files.map((name) => `${ROOT}src/${name}`).filter((name) => !told.has(name));
  return [...missing.map((name) => `${name}: no result, its worker may have ended`), ...results.flatMap(fileFaults)];
}

/** @param {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string }[] }} file */
function fileFaults({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
  const faults = failed.length === 0 && status === 'failed' ? [message.split('\n')[0]] : failed;
  return faults.map((fault) => `${name}: ${fault}`);
}

function e2eFaults() {
  /** @type {string[]} */
  const faults = [];
  /** @param {any} suite */
  const walk = ({ specs = [], suites = [] }) => {
    for (const { file, title, tests } of specs) {
      for (const { status } of tests)
        if (/unexpected|flaky/.test(status)) faults.push(`e2e/${file}: ${title} (${status})`);
    }
    suites.forEach(walk);
  };
  walk(readResults(E2E_RESULTS) ?? {});
  return faults;
}

mkdirSync(CACHE, { recursive: true });
for (const file of [UNIT_RESULTS, E2E_RESULTS]) rmSync(file, { force: true });
const startedMs = Date.now();
const isChecked = npmRun('check');
const isUnitGreen = npmRun(
  'test:unit',
  '--',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_RESULTS}`,
);
const isE2eGreen = npmRun('e2e');
const isGreen = isChecked && isUnitGreen && isE2eGreen;
const seconds = Math.round((Date.now() - startedMs) / 1000);
for (const fault of [...unitFaults(), ...e2eFaults()]) console.log(`- ${fault.replace(ROOT, '')}`);
console.log(
  `\n${isGreen ? 'PASS' : 'FAIL'}: check ${isChecked ? 'ok' : 'failed'} | unit ${unitCounts()} | e2e ${e2eCounts()} | ${seconds} s`,
);
process.exitCode = isGreen ? 0 : 1;
