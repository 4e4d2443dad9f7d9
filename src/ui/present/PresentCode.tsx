/** The program around the line that runs: at most 18 rows, with a tag where each suspended task is parked. */
import { useMemo, useRef } from 'react';
import { selectEvent, selectTrace, selectWorld } from '../../store/selectors.ts';
import { laneOf } from '../../viz/focus.ts';
import { type CodePiece, codeLines } from '../code-lines.ts';
import type { Looks, Tag } from '../code-looks.ts';
import { Glyph } from '../Glyph.tsx';
import { Icon } from '../Icon.tsx';
import { useApp } from '../services.ts';
import { type Size, useSize } from '../size.ts';
import { TaskBadge } from '../TaskBadge.tsx';
import { useLooks } from '../use-looks.ts';
import { useRunningFile } from '../use-running-file.ts';
import { codeWindow, HANGING } from './code-window.ts';

const ROWS_MAX = 18;
/** Of a row of code, in its own letters. */
const ROW_EM = 1.2;
/** Width of a letter of a monospaced face. */
const LETTER_EM = 0.605;
/** Numbers of lines, the arrow, and air. */
const GUTTER_EM = 2.5;

export function PresentCode() {
  useRunningFile();
  const files = useApp((state) => state.scenario.files);
  const fileName = useApp((state) => state.file);
  const file = files.find(({ name }) => name === fileName) ?? files[0];
  const text = (file?.text ?? '').trimEnd();
  const looks = useLooks(file?.name ?? '');
  const box = useRef<HTMLDivElement>(null);
  const { height, width } = useSize(box);
  const lines = useMemo(() => codeLines(text), [text]);
  const letter = codeSize(text, { height, width });
  const line = useLine(looks);
  const room = {
    rowsMax: Math.max(1, Math.min(ROWS_MAX, Math.floor(height / (letter * ROW_EM)))),
    columns: Math.floor((width - GUTTER_EM * letter) / (letter * LETTER_EM)),
  };
  const { from, to } = codeWindow(withTags(text.split('\n'), looks.tags), line, room);
  return (
    <section className="present-code" aria-label="Code">
      {files.length < 2 ? null : (
        <p className="present-file mono" translate="no">
          {file?.name}
        </p>
      )}
      <div className="present-lines" ref={box} style={{ fontSize: letter, lineHeight: ROW_EM }}>
        {height === 0 ? null : (
          <ol start={from} translate="no">
            {lines.slice(from - 1, to).map((pieces, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number.
              <Line key={from + index} number={from + index} pieces={pieces} looks={looks} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** What a room can read from its last row; on a telephone nobody sits there. */
const LEAST = 24;
const MOST = 40;
const ON_A_PHONE = 15;
const PHONE_WIDTH = 420;

/** As large as 18 rows and the longest line allow. */
function codeSize(text: string, { height, width }: Size): number {
  if (width < PHONE_WIDTH) return ON_A_PHONE;
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  const fitting = Math.min(height / (ROWS_MAX * ROW_EM), width / (longest * LETTER_EM + GUTTER_EM));
  return Math.max(LEAST, Math.min(MOST, Math.floor(fitting)));
}

interface LineProps {
  readonly number: number;
  readonly pieces: readonly CodePiece[];
  readonly looks: Looks;
}

function Line({ looks, number, pieces }: LineProps) {
  const isRunning = looks.running?.line === number;
  const tags = looks.tags.filter(({ place }) => place.line === number);
  const indent = /^\s*/.exec(pieces[0]?.text ?? '')?.[0].length ?? 0;
  return (
    <li data-running={isRunning} data-site={looks.hazardLine === number}>
      <span className="present-arrow">{isRunning ? <Icon name="play" size={16} /> : null}</span>
      <span className="present-number figures" aria-hidden="true">
        {number}
      </span>
      <code style={{ paddingLeft: `${indent + HANGING}ch`, textIndent: `${-indent - HANGING}ch` }}>
        {pieces.map(({ look, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line never move.
          <span key={index} data-code={look}>
            {text}
          </span>
        ))}
        {tags.map((tag) => (
          <ParkedTag key={tag.letter} tag={tag} isNamed={tags.length === 1} />
        ))}
        {looks.moreTags.has(number) ? <span className="present-more"> + {looks.moreTags.get(number)}</span> : null}
      </code>
    </li>
  );
}

function ParkedTag({ isNamed, tag: { hue, letter, name } }: { readonly tag: Tag; readonly isNamed: boolean }) {
  return (
    <span className="present-tag" data-hue={hue}>
      <Glyph name="pause" size={15} />
      <TaskBadge letter={letter} hue={hue} name={name} />
      {isNamed ? <span>{shortName(name)}</span> : null}
      <span className="unseen"> is suspended here</span>
    </span>
  );
}

/** `worker('w0', <Queue>)` is called `worker` beside its letter. */
function shortName(name: string): string {
  const bare = name.replace(/\(.*$/s, '').split('.').at(-1) ?? name;
  return bare.length > 12 ? `${bare.slice(0, 11)}…` : bare;
}

/** A tag takes the room of some letters. */
function withTags(lines: readonly string[], tags: readonly Tag[]): readonly string[] {
  const long = [...lines];
  for (const { name, place } of tags) {
    const others = tags.filter((tag) => tag.place.line === place.line).length;
    long[place.line - 1] = `${long[place.line - 1] ?? ''}${' '.repeat(others === 1 ? 5 + shortName(name).length : 5)}`;
  }
  return long;
}

/** The line that runs; else where the task is parked that the step is about; else where any is. */
function useLine({ hazardLine, running, tags }: Looks): number {
  const world = useApp(selectWorld);
  const event = useApp(selectEvent);
  const isEnding = useApp((state) => state.position > 0 && state.position === selectTrace(state).length);
  if (running !== null) return running.line;
  if (hazardLine > 0) return hazardLine;
  const about = world.tasks.get(laneOf(event, world))?.letter;
  const parked = tags.find(({ letter }) => letter === about) ?? tags[0];
  return parked?.place.line ?? (isEnding ? Number.MAX_SAFE_INTEGER : 1);
}
