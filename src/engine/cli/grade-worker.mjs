/** Grades in a thread of its own, which can be ended whatever the program does. */
import { parentPort } from 'node:worker_threads';
import { loadTs } from './load.mjs';

const { gradeText } = await loadTs('src/engine/cli/grade-run.ts');
parentPort?.on('message', ({ text, wanted }) => parentPort?.postMessage(gradeText(text, wanted)));
parentPort?.postMessage('ready');
