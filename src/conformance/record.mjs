/**
 * Records what CPython does with the programs: `node src/conformance/record.mjs [--only topic[/name]]`.
 * Names the programs that did not simply finish, for a person to judge whether they were meant to.
 */
import { writeFileSync } from 'node:fs';
import { isNative, runOnNativeCPython } from './native-oracle.mjs';
import { runOnCPython } from './oracle.mjs';
import { listPrograms, readExpected, readFiles, serialise } from './programs.mjs';

const flag = process.argv.indexOf('--only');
const only = flag === -1 ? '' : (process.argv[flag + 1] ?? '');
const programs = listPrograms(only.replace(/\.py$/, ''));
if (programs.length === 0) throw new Error(`No program is called ${only}.`);

let changed = 0;
for (const program of programs) {
  const outcome = isNative(program) ? runOnNativeCPython(readFiles(program)) : await runOnCPython(readFiles(program));
  const before = readExpected(program);
  if (before === null || serialise(before) !== serialise(outcome)) {
    writeFileSync(program.expectedPath, serialise(outcome));
    changed += 1;
  }
  if (outcome.exception !== null) console.log(`${program.name}: ${outcome.exception}`);
}
console.log(`${programs.length} programs, ${changed} recordings changed`);
