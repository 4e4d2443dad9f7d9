/**
 * Has files graded in a thread, one after the other. A thread that takes too long or too much memory is ended, which costs
 * that file its grade and no other's.
 */
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Grade, ungraded } from './grade-run.ts';

const MEMORY_MAX_MB = 1024;

export interface Grader {
  readonly grade: (text: string, wanted: string | null) => Promise<Grade>;
  readonly close: () => Promise<void>;
}

interface GraderNeeds {
  /** For one file, from when the thread is ready. */
  readonly secondsMax: number;
  /** Of `grade-worker.mjs`. */
  readonly workerPath: string;
}

export function createGrader({ secondsMax, workerPath }: GraderNeeds): Grader {
  let worker: Worker | null = null;
  const close = async () => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const ready = async (): Promise<Worker> => {
    if (worker !== null) return worker;
    const fresh = new Worker(pathToFileURL(workerPath), { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MAX_MB } });
    // Whoever waits for an answer hears of it too.
    fresh.on('error', () => {
      if (worker === fresh) worker = null;
    });
    await answerOf(fresh);
    worker = fresh;
    return fresh;
  };
  const grade = async (text: string, wanted: string | null): Promise<Grade> => {
    const one = await ready();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<Grade>((resolve) => {
      const tell = () => resolve(ungraded('stopped', `It was stopped after ${secondsMax} s.`));
      timer = setTimeout(tell, secondsMax * 1000);
    });
    one.postMessage({ text, wanted });
    try {
      const result = await Promise.race([answerOf(one), tooLong]);
      if (result.verdict === 'stopped') await close();
      return result;
    } catch (error) {
      await close();
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      return ungraded('stopped', isMemory ? 'It took too much memory.' : `It could not be graded: ${String(error)}`);
    } finally {
      clearTimeout(timer);
    }
  };
  return { grade, close };
}

/** The next message; fails when the thread ends instead. */
function answerOf(worker: Worker): Promise<Grade> {
  return new Promise((resolve, reject) => {
    const forget = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    const onMessage = (grade: Grade) => {
      forget();
      resolve(grade);
    };
    const onError = (error: unknown) => {
      forget();
      reject(error);
    };
    const onExit = (code: number) => onError(new Error(`the thread ended with ${code}`));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
