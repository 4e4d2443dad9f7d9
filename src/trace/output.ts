/** What was printed, line by line, with who printed it. */
import { shortProcessName } from './process-names.ts';
import type { OutputLine, Process, World } from './world.ts';

/** A line, or as much of one as was written at once. */
export interface OutputPiece {
  readonly key: string;
  readonly stream: number;
  readonly text: string;
  /** The process, where a line of its own begins; '' in the middle of one, or where there is only one process. */
  readonly prefix: string;
}

/** `web.1`. */
const IN_PROCFILE = /^[\w-]+\.\d+$/;

/**
 * Each line with the process that wrote it. Where another one goes on in the middle of a line, a new line begins: a terminal would run
 * them together.
 */
export function outputPieces(
  lines: readonly OutputLine[],
  { processes }: Pick<World, 'processes'>,
): readonly OutputPiece[] {
  // Who alone has written anything, and has no name in a Procfile, need not be told from others.
  const [writer, ...others] = new Set(lines.map(({ process }) => process));
  const isAlone = others.length === 0 && !IN_PROCFILE.test(nameOf(processes, writer ?? 0));
  if (processes.length === 0 || isAlone) {
    return lines.map(({ position, stream, text }) => ({ key: String(position), stream, text, prefix: '' }));
  }
  const pieces: OutputPiece[] = [];
  let open = 0;
  for (const { position, process, stream, text } of lines) {
    for (const [index, part] of text.split(/(?<=\n)/).entries()) {
      const isOwnLine = open === process;
      if (open !== 0 && !isOwnLine) pieces.push({ key: `${position} break`, stream, text: '\n', prefix: '' });
      const prefix = isOwnLine ? '' : nameOf(processes, process);
      pieces.push({ key: `${position} ${index}`, stream, text: part, prefix });
      open = part.endsWith('\n') ? 0 : process;
    }
  }
  return pieces;
}

/** As lanes and sentences call it. */
function nameOf(processes: readonly Process[], id: number): string {
  const process = processes.find((each) => each.id === id);
  return process === undefined ? String(id) : shortProcessName(processes, process);
}
