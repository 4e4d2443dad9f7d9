/**
 * `npm run --silent grade -- FILES... [--exercise SLUG] [--json] [--seconds N]`: grades handed-in `.loop.json` files by running
 * them again. 0: all have passed; 1: not all; 2: it was asked for wrongly.
 */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { LIMITS } from '../../scenario/limits.ts';
import { exerciseSlugs, type Grade, ungraded } from './grade-run.ts';
import { createGrader } from './grader.ts';

const USAGE =
  'usage: npm run --silent grade -- FILES... [--exercise SLUG] [--json] [--seconds N]\n  FILES: scenario.loop.json files that were handed in; each says which exercise it is of, unless --exercise does\n  --seconds: how long one of them may take to run, 120 unless told\n';
const SECONDS = 120;

interface Options {
  readonly files: readonly string[];
  readonly exercise: string | null;
  readonly isJson: boolean;
  readonly secondsMax: number;
}

/** Returns the exit code. `root`: of the project. */
export async function main(args: readonly string[], root: string): Promise<number> {
  const options = parse(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}${options === '' ? '' : '\n'}${USAGE}`);
    return 2;
  }
  const workerPath = `${root}src/engine/cli/grade-worker.mjs`;
  const grader = createGrader({ secondsMax: options.secondsMax, workerPath });
  const graded: [file: string, grade: Grade][] = [];
  for (const file of options.files) {
    const text = textOf(file);
    const grade =
      typeof text === 'string' ? await grader.grade(text, options.exercise) : ungraded('unreadable', text.problem);
    graded.push([file, grade]);
    if (!options.isJson) process.stdout.write(lineOf(file, grade));
  }
  await grader.close();
  if (options.isJson)
    process.stdout.write(
      `${JSON.stringify(
        graded.map(([file, grade]) => ({ file, ...grade })),
        null,
        2,
      )}\n`,
    );
  return graded.every(([, { verdict }]) => verdict === 'passed') ? 0 : 1;
}

/** A text says what is wrong; '' says nothing more than the usage. */
function parse(args: readonly string[]): Options | string {
  const files: string[] = [];
  let exercise: string | null = null;
  let isJson = false;
  let secondsMax = SECONDS;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--json') isJson = true;
    else if (arg === '--exercise') {
      exercise = args[++i] ?? '';
      if (!exerciseSlugs().includes(exercise))
        return `"${exercise}" is none of the exercises: ${exerciseSlugs().join(', ')}`;
    } else if (arg === '--seconds') {
      secondsMax = Number(args[++i]);
      if (!(secondsMax > 0 && secondsMax <= 3600)) return 'seconds: more than 0, at most 3600';
    } else if (arg.startsWith('--')) return `${arg} is not known`;
    else files.push(arg);
  }
  return files.length === 0 ? '' : { files, exercise, isJson, secondsMax };
}

/** Never reads more than a scenario may be long, whatever the file is. */
function textOf(path: string): string | { readonly problem: string } {
  try {
    if (!statSync(path).isFile()) return { problem: 'It is no file.' };
    const bytes = Buffer.alloc(LIMITS.jsonBytesMax + 1);
    const file = openSync(path, 'r');
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { problem: `It cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** `passed  3 of 3  all-at-once  ann.loop.json`, and below it what does not hold. */
function lineOf(file: string, { checks, exercise, problem, verdict }: Grade): string {
  const met = checks.filter(({ isMet }) => isMet).length;
  const count = checks.length === 0 ? '' : `${met} of ${checks.length}`;
  const words = [verdict.padEnd(10), count.padEnd(8), exercise.padEnd(24), oneLine(basename(file))];
  const below = [
    ...(problem === '' ? [] : [problem]),
    ...checks.filter(({ isMet }) => !isMet).map(({ says, why }) => `${says} ${why}`),
  ];
  return `${words.join('  ')}\n${below.map((text) => `    ${oneLine(text)}\n`).join('')}`;
}

/** What a program prints may not paint the terminal. */
function oneLine(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, '\u00b7');
  return plain.length > 300 ? `${plain.slice(0, 300)}…` : plain;
}
