/** The marks of the channels as elements. What can be chosen is a button, the lines between are one drawing below it all. */
import { memo } from 'react';
import type { BoxMark, HeadMark, LinkMark, MemberMark, PipeMark, QueueMark, TokenMark } from '../viz/queue-marks.ts';
import { linkPath, mouthPath, ticksPath } from '../viz/queue-paths.ts';
import { MOUTH } from '../viz/queue-pipes.ts';
import { channelPiecesOf } from './channel-words.ts';
import { Binding, CeleryTask, Exchange, Slot } from './QueueAckMarks.tsx';
import { queuePiecesOf } from './queue-words.ts';
import { Termed } from './Term.tsx';
import './badge.css';
import './queue-boxes.css';
import './queue-pipes.css';
import './queue-tokens.css';

export interface MarkEvents {
  /** Brokers that wait for acknowledgements have words of their own. */
  readonly isAcking: boolean;
  /** The one that the arrow keys have come to; '' none. */
  readonly current: string;
  readonly selectedEnvelope: number;
  readonly selectedProcess: number;
  readonly onEnvelope: (envelope: number) => void;
  readonly onProcess: (process: number) => void;
}

export const MarkView = memo(function MarkView({ mark, ...events }: MarkEvents & { readonly mark: QueueMark }) {
  switch (mark.kind) {
    case 'head':
      return <Head mark={mark} {...events} />;
    case 'box':
      return <Box mark={mark} {...events} />;
    case 'pipe':
      return <PipeWords mark={mark} />;
    case 'token':
      return <Token mark={mark} {...events} />;
    case 'member':
      return <Member mark={mark} />;
    case 'exchange':
      return <Exchange mark={mark} style={placed(mark)} />;
    case 'binding':
      return <Binding mark={mark} style={placed(mark)} />;
    case 'slot':
      return <Slot mark={mark} style={placed(mark)} />;
    case 'task':
      return (
        <CeleryTask
          mark={mark}
          style={placed(mark)}
          isCurrent={mark.key === events.current}
          isChosen={mark.envelope === events.selectedEnvelope}
          onEnvelope={events.onEnvelope}
        />
      );
    case 'link':
      return null;
  }
});

function placed({ height, opacity, width, x, y }: QueueMark) {
  return { left: x, top: y, width, height, opacity };
}

function Head({ current, isAcking, mark, onProcess, selectedProcess }: MarkEvents & { readonly mark: HeadMark }) {
  const { key, look, process, text } = mark;
  if (process !== 0)
    return (
      <button
        type="button"
        className="queue-head"
        data-key={key}
        data-look={look}
        style={placed(mark)}
        aria-pressed={process === selectedProcess}
        tabIndex={key === current ? 0 : -1}
        title={text}
        onClick={() => onProcess(process)}
      >
        {text}
      </button>
    );
  const isTermed = look === 'column' || key.startsWith('group ');
  const isOfTasks = /^(?:canvas \d+|results)$/.test(key);
  return (
    <p className="queue-head" data-look={look} style={placed(mark)} title={text}>
      {isTermed ? (
        <Termed text={text} find={isAcking ? queuePiecesOf : channelPiecesOf} />
      ) : isOfTasks ? (
        <Termed text={text} find={queuePiecesOf} />
      ) : (
        text
      )}
    </p>
  );
}

function Box({ current, mark, onProcess, selectedProcess }: MarkEvents & { readonly mark: BoxMark }) {
  const { detail, isChild, isOnPath, look, name, process } = mark;
  return (
    <button
      type="button"
      className="queue-box"
      data-key={mark.key}
      data-look={look}
      data-path={isOnPath}
      data-child={isChild}
      style={placed(mark)}
      aria-pressed={process === selectedProcess}
      tabIndex={mark.key === current ? 0 : -1}
      title={`${name}: ${detail}`}
      aria-label={`${name}: ${detail}`}
      onClick={() => onProcess(process)}
      translate="no"
    >
      <span className="queue-box-name">{name}</span>
      <span className="queue-box-detail">{detail}</span>
    </button>
  );
}

/** Above the pipe its name and how full it is, below it who may read and what was lost. */
function PipeWords({ mark }: { readonly mark: PipeMark }) {
  const { drops, fill, height, isDead, isFull, mouth, name, readers } = mark;
  return (
    <div className="queue-words" data-dead={isDead} style={{ ...placed(mark), top: mark.y - 19, height: height + 38 }}>
      <p className="queue-name">
        <span className="queue-title" translate="no" title={name}>
          {name}
        </span>
        <span className="queue-fill figures" data-full={isFull}>
          {isFull ? 'full, ' : ''}
          {fill}
        </span>
      </p>
      <p className="queue-note">
        <span className="queue-readers" data-mouth={mouth}>
          {readers}
        </span>
        <span className="queue-drops" title={drops}>
          {drops}
        </span>
      </p>
    </div>
  );
}

function Token({ current, mark, onEnvelope, selectedEnvelope }: MarkEvents & { readonly mark: TokenMark }) {
  const { envelope, hue, isAgain, isNew, isOnPath, key, label, left, look, note, spoken, width } = mark;
  const words = (
    <>
      {envelope === 0 ? null : (
        <b>
          {isAgain ? AGAIN : ''}
          {envelope}
        </b>
      )}
      {width < LABEL_FROM ? null : <span>{label}</span>}
      {left === null ? null : <i className="queue-age" style={{ width: `${100 * left}%` }} />}
    </>
  );
  const shared = {
    'data-hue': hue,
    'data-look': look,
    'data-narrow': width < NARROW,
    'data-new': isNew,
    'data-path': isOnPath,
    style: placed(mark),
  };
  if (envelope === 0)
    return (
      <p className="queue-token" {...shared} title={spoken}>
        {words}
      </p>
    );
  return (
    <button
      type="button"
      className="queue-token"
      data-key={key}
      data-envelope={envelope}
      {...shared}
      aria-pressed={envelope === selectedEnvelope}
      aria-label={note === '' ? spoken : `${spoken}; ${note}`}
      tabIndex={key === current ? 0 : -1}
      onClick={() => onEnvelope(envelope)}
      translate="no"
    >
      {words}
    </button>
  );
}

/** It has been delivered before. */
const AGAIN = '↻';

/** Nothing but two digits. */
const NARROW = 34;

/** Narrower tokens have a number only. */
const LABEL_FROM = 62;

function Member({ mark }: { readonly mark: MemberMark }) {
  const { detail, look, name } = mark;
  return (
    <p className="queue-member" data-look={look} style={placed(mark)}>
      <span className="queue-title" translate="no" title={name}>
        {name}
      </span>
      <span>{detail}</span>
    </p>
  );
}

interface LinesProps {
  readonly marks: readonly QueueMark[];
  readonly width: number;
  readonly height: number;
}

/** Pipes, and what goes where. Hidden from screen readers: the pipes have words, and each message has its stations. */
export function Lines({ height, marks, width }: LinesProps) {
  return (
    <svg className="queue-lines" width={width} height={height} aria-hidden="true">
      {marks.map((mark) =>
        mark.kind === 'pipe' ? (
          <Pipe key={mark.key} mark={mark} />
        ) : mark.kind === 'link' ? (
          <Link key={mark.key} mark={mark} />
        ) : null,
      )}
    </svg>
  );
}

function Pipe({ mark }: { readonly mark: PipeMark }) {
  const { height, isDead, isEndless, isFull, isNew, mouth, opacity, places, side, width, x, y } = mark;
  const turn = side === 'left' ? `translate(${x + width} ${y}) scale(-1 1)` : `translate(${x} ${y})`;
  return (
    <g className="queue-pipe" data-dead={isDead} data-full={isFull} data-new={isNew} transform={turn} opacity={opacity}>
      <rect className="queue-ground" width={width} height={height} />
      {isEndless ? (
        <path className="queue-endless" d={`M0 0H36M0 ${height}H36`} />
      ) : (
        <path d={`M0 0H36M0 ${height}H36`} />
      )}
      <path d={`M36 0H${width}M36 ${height}H${width}`} />
      {places === 0 ? null : <path className="queue-place" d={ticksPath(places, width, height)} />}
      <g transform={`translate(${width} 0)`}>
        <Mouth mouth={mouth} height={height} />
      </g>
    </g>
  );
}

function Mouth({ height, mouth }: Pick<PipeMark, 'height' | 'mouth'>) {
  return (
    <>
      <path d={mouthPath(mouth, height)} />
      {mouth === 'owner' ? <circle className="queue-lock" cx={MOUTH / 2} cy={height / 2} r={2.6} /> : null}
    </>
  );
}

function Link({ mark }: { readonly mark: LinkMark }) {
  const { look, opacity, x, y } = mark;
  const { arrow, line } = linkPath(mark);
  return (
    <g className="queue-link" data-look={look} transform={`translate(${x} ${y})`} opacity={opacity}>
      <path d={line} />
      <path className="queue-arrow" d="M-7 -4L0 0L-7 4" transform={arrow} />
    </g>
  );
}
