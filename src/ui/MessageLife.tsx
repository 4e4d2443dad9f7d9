/** A message of a channel, and its whole life as a list of stations: each leads to its place in the run. */
import { useMemo } from 'react';
import { envelopeOf, queueOf } from '../trace/brokers.ts';
import type { CodeInfo } from '../trace/events.ts';
import type { Life, Lives } from '../trace/life.ts';
import { lineageOf, type Station, stationBeside, stationsOf } from '../trace/lineage.ts';
import { livesOf } from '../trace/lives.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import type { World } from '../trace/world.ts';
import { secondsText } from '../viz/marks.ts';
import { exchangeName } from '../viz/queue-exchanges.ts';
import { isAcking as isAckingQueue } from '../viz/queue-file.ts';
import { boxName } from '../viz/queue-roles.ts';
import { envelopeText } from '../viz/queue-tokens.ts';
import { stationText } from '../viz/station-words.ts';
import { channelPiecesOf } from './channel-words.ts';
import { queuePiecesOf } from './queue-words.ts';
import { Termed } from './Term.tsx';
import './life.css';

interface MessageLifeProps {
  readonly trace: Trace;
  readonly world: World;
  readonly envelope: number;
  readonly onGo: (station: Station) => void;
  readonly onClear: () => void;
}

export function MessageLife({ envelope: id, onClear, onGo, trace, world }: MessageLifeProps) {
  const life = livesOf(trace).byEnvelope.get(id);
  const stations = useMemo(() => stationsOf(lineageOf(livesOf(trace), id)), [trace, id]);
  if (life === undefined) return null;
  const named = worldAfter(trace, trace.length);
  const [previous, next] = (['previous', 'next'] as const).map((way) => stationBeside(stations, world.position, way));
  const here = stations.findLast(({ position }) => position <= world.position);
  return (
    <>
      <header className="life-head">
        <h3>
          Message {id} <span translate="no">{life.label}</span>
        </h3>
        <button type="button" className="plain" onClick={onClear} aria-label="Select no message">
          Close
        </button>
      </header>
      <Facts life={life} lives={livesOf(trace)} world={world} />
      <div className="life-moves">
        <h4>Its whole life</h4>
        <Move word="Previous" station={previous} onGo={onGo} />
        <Move word="Next" station={next} onGo={onGo} />
      </div>
      <ol className="life-stations">
        {stations.map((station) => (
          <li
            key={`${station.position} ${station.kind} ${station.life.envelope}`}
            data-ahead={station.position > world.position}
            data-own={station.life.envelope === id}
          >
            <button
              type="button"
              aria-current={station === here ? 'step' : undefined}
              onClick={() => onGo(station)}
              aria-label={`Go to step ${placeOf(station)}, ${secondsText(station.timeUs)}: ${stationText(named, station)}${lineText(station, trace.codes)}`}
            >
              <span className="life-time figures">{secondsText(station.timeUs)}</span>
              <span>
                {stationText(named, station)}
                {station.line === null ? null : (
                  <span className="life-line" translate="no">
                    {lineText(station, trace.codes)}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <h4>Body</h4>
      <pre className="life-body" translate="no">
        {life.body}
      </pre>
    </>
  );
}

/** Where its consumer runs, that is at its first line and not at the call. */
export function placeOf({ line, position }: Station): number {
  return line?.position ?? position;
}

function lineText({ line }: Station, codes: readonly CodeInfo[]): string {
  return line === null ? '' : ` ${codes[line.code]?.file ?? ''}:${line.line}`;
}

interface MoveProps {
  readonly word: string;
  readonly station: Station | undefined;
  readonly onGo: (station: Station) => void;
}

function Move({ onGo, station, word }: MoveProps) {
  return (
    <button
      type="button"
      className="plain"
      aria-disabled={station === undefined}
      aria-label={`${word} event of this message`}
      onClick={() => (station === undefined ? undefined : onGo(station))}
    >
      {word}
    </button>
  );
}

function Facts({ life, lives, world }: { readonly life: Life; readonly lives: Lives; readonly world: World }) {
  const envelope = envelopeOf(world, life.envelope);
  const [stored] = life.events;
  const queue = queueOf(world, life.queue);
  const isAcking = queue !== undefined && isAckingQueue(world, queue);
  return (
    <dl className="life-facts">
      <dt>Now</dt>
      <dd>
        {envelope !== undefined ? (
          <Termed text={envelopeText(world, envelope)} find={isAcking ? queuePiecesOf : channelPiecesOf} />
        ) : (stored?.position ?? 0) > world.position ? (
          'not sent yet'
        ) : (
          'long over'
        )}
      </dd>
      {isAcking ? (
        <AckFacts life={life} lives={lives} world={world} />
      ) : (
        <>
          <dt>
            <Termed text="Channel" find={channelPiecesOf} />
          </dt>
          <dd translate="no">{life.name}</dd>
        </>
      )}
      <dt>From</dt>
      <dd>{stored === undefined ? '' : `${boxName(world, stored.process)}, at ${secondsText(stored.timeUs)}`}</dd>
      {isAcking && life.expiresUs === 0 ? null : (
        <>
          <dt>
            <Termed text="Expires" find={channelPiecesOf} />
          </dt>
          <dd>{life.expiresUs === 0 ? 'never' : `at ${secondsText(life.expiresUs)}`}</dd>
        </>
      )}
    </dl>
  );
}

/** Of a queue: what led there, how often it was delivered, and the task of Celery that it calls. */
function AckFacts({ life, lives, world }: { readonly life: Life; readonly lives: Lives; readonly world: World }) {
  const { celeryTask, envelope, exchange, name } = life;
  const count = life.events.filter(({ kind, position }) => kind === 'delivered' && position <= world.position).length;
  const task = world.celeryTasks.find(({ id }) => id === celeryTask);
  const tries = lives.tries.get(celeryTask) ?? [];
  return (
    <>
      <dt>
        <Termed text="Queue" find={queuePiecesOf} />
      </dt>
      <dd translate="no">{queueOf(world, life.queue)?.name ?? life.name}</dd>
      {exchange === null ? null : (
        <>
          <dt>
            <Termed text="Exchange" find={queuePiecesOf} />
          </dt>
          <dd translate="no">
            {exchangeName({ name: exchange })}
            {name === '' ? '' : `, key ${name}`}
          </dd>
        </>
      )}
      <dt>Delivered</dt>
      <dd>{count === 0 ? 'not yet' : count === 1 ? 'once' : `${count} times`}</dd>
      {celeryTask === '' ? null : (
        <>
          <dt>Task</dt>
          <dd translate="no">
            {celeryTask}
            {tries.length > 1 ? `, message ${tries.indexOf(envelope) + 1} of ${tries.length}` : ''}
          </dd>
          <dt>
            <Termed text="Result" find={queuePiecesOf} />
          </dt>
          <dd translate="no">
            {task === undefined ? 'unknown, which is PENDING' : task.state}
            {task === undefined || task.text === '' ? '' : `: ${task.text}`}
          </dd>
        </>
      )}
    </>
  );
}
