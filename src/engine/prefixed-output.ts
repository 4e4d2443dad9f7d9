/** The output of several processes on one terminal: each line begins with the name of its process, as `honcho start` shows it. */
import type { Process } from '../python/vm/process.ts';

type Write = (stream: 1 | 2, text: string) => void;

export interface PrefixedOutput {
  readonly write: (stream: 1 | 2, text: string, process: Process) => void;
  /** The run is over: lines that never ended are shown. */
  readonly end: () => void;
}

/** A line is shown when it has ended, so that lines of two processes never mix. `shown`: where it goes. */
export function prefixedOutput(shown: Write): PrefixedOutput {
  const open: Map<Process, { 1: string; 2: string }> = new Map();
  return {
    write: (stream, text, process) => {
      const begun = open.get(process) ?? { 1: '', 2: '' };
      open.set(process, begun);
      const lines = (begun[stream] + text).split('\n');
      begun[stream] = lines.pop() ?? '';
      for (const line of lines) shown(stream, `${process.shownName} | ${line}\n`);
    },
    end: () => {
      for (const [process, begun] of open) {
        for (const stream of [1, 2] as const) {
          if (begun[stream] !== '') shown(stream, `${process.shownName} | ${begun[stream]}\n`);
        }
      }
    },
  };
}
