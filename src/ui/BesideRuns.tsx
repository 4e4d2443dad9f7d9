/** Both runs, and the playhead over them. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { sentenceAt } from '../store/narration.ts';
import { selectTrace } from '../store/selectors.ts';
import {
  createSideBySide,
  PACES,
  type Pace,
  type Place,
  placesOf,
  SIDES,
  type Side,
  workUpTo,
} from '../store/side-by-side.ts';
import type { Store } from '../store/store.ts';
import type { Trace } from '../trace/trace.ts';
import { secondsText } from '../viz/marks.ts';
import { type Choice, isOfGallery, type LoadedChoice } from './beside-choices.ts';
import { Icon, type IconName } from './Icon.tsx';
import { QueuePicture } from './QueuePicture.tsx';
import { Slider } from './Slider.tsx';
import { useServices } from './services.ts';
import { useSize } from './size.ts';

const PACE_WORDS: Readonly<Record<Pace, string>> = { message: 'by message', step: 'by time, every step' };
const PLAY_MS = 700;

export function BesideRuns({ left, right }: Readonly<Record<Side, LoadedChoice>>) {
  const { newClient } = useServices();
  const [stores] = useState(() => createSideBySide({ left: left.scenario, right: right.scenario }, newClient));
  const [pace, setPace] = useState<Pace>('message');
  const [at, setAt] = useState<number | null>(null);
  const [isPlaying, setPlaying] = useState(false);
  const traces = { left: useStore(stores.left, selectTrace), right: useStore(stores.right, selectTrace) };
  const isRunning = [useStore(stores.left, isBusy), useStore(stores.right, isBusy)].includes(true);
  const places = useMemo(() => placesOf(traces.left, traces.right, pace), [traces.left, traces.right, pace]);
  const end = places.length - 1;
  // Nobody has moved it: what has become of the messages is shown, before both come to their ends.
  const index = Math.max(0, Math.min(at ?? end - SIDES.length, end));
  const place = places[index] ?? { left: 0, right: 0, timeUs: 0, side: 'none' };
  const isOurs = isOfGallery(left) && isOfGallery(right);
  const runBoth = () => {
    setAt(null);
    for (const side of SIDES) stores[side].actions.run();
  };
  useEffect(() => {
    // Programs of our own gallery run by themselves; those of links wait for their reader.
    if (isOurs) for (const side of SIDES) stores[side].actions.run();
    return () => {
      for (const side of SIDES) stores[side].actions.stop();
    };
  }, [isOurs, stores]);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => (index < end ? setAt(index + 1) : setPlaying(false)), PLAY_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, index, end]);
  const go = (to: number) => {
    setPlaying(false);
    setAt(Math.max(0, Math.min(end, to)));
  };
  return (
    <>
      <div className="beside-deck">
        {end === 0 || isRunning ? (
          <button type="button" className="run-button" data-called="true" disabled={isRunning} onClick={runBoth}>
            <Icon name="play" size={12} />
            {isRunning ? 'Both run…' : 'Run both'}
          </button>
        ) : (
          <>
            <Step name="first" label="First" onStep={() => go(0)} />
            <Step name="back" label="Back" onStep={() => go(index - 1)} />
            <Step
              name={isPlaying ? 'pause' : 'play'}
              label={isPlaying ? 'Pause' : 'Play'}
              onStep={() => {
                if (!isPlaying && index === end) setAt(0);
                setPlaying(!isPlaying);
              }}
            />
            <Step name="forward" label="Forward" onStep={() => go(index + 1)} />
            <Step name="last" label="Last" onStep={() => go(end)} />
            <span className="figures beside-time">{`t = ${secondsText(place.timeUs)}`}</span>
            <Slider count={end} position={index} marks={[]} valueText={spoken(place, index, end)} onSeek={go} />
            <label className="beside-pace">
              <span className="unseen">The playhead stops</span>
              <select
                value={pace}
                onChange={({ currentTarget }) => {
                  const chosen = PACES.find((each) => each === currentTarget.value) ?? pace;
                  const next = placesOf(traces.left, traces.right, chosen);
                  setPace(chosen);
                  setAt(next.findLastIndex(({ left: l, right: r }) => l <= place.left && r <= place.right));
                }}
              >
                {PACES.map((each) => (
                  <option key={each} value={each}>
                    {PACE_WORDS[each]}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
      </div>
      <div className="beside-sides">
        {SIDES.map((side) => (
          <OneSide
            key={side}
            choice={side === 'left' ? left : right}
            store={stores[side]}
            trace={traces[side]}
            position={place[side]}
            isHere={place.side === side}
          />
        ))}
      </div>
    </>
  );
}

const isBusy = ({ run }: { readonly run: { readonly phase: string } }): boolean => run.phase === 'running';

function spoken({ timeUs }: Place, index: number, end: number): string {
  return `${secondsText(timeUs)}, place ${index} of ${end}`;
}

function Step({
  label,
  name,
  onStep,
}: {
  readonly name: IconName;
  readonly label: string;
  readonly onStep: () => void;
}) {
  return (
    <button type="button" className="plain icon-button" aria-label={label} title={label} onClick={onStep}>
      <Icon name={name} size={14} />
    </button>
  );
}

interface OneSideProps {
  readonly choice: Choice;
  readonly store: Store;
  readonly trace: Trace;
  readonly position: number;
  /** What has just happened, happened here. */
  readonly isHere: boolean;
}

function OneSide({ choice, isHere, position, store, trace }: OneSideProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const phase = useStore(store, ({ run }) => run.phase);
  const [envelope, setEnvelope] = useState(0);
  const { begun, finished, lost } = workUpTo(trace, position);
  const sentence = position === 0 ? 'Nothing has happened yet.' : sentenceAt(trace, position);
  return (
    <section className="beside-side" data-here={isHere} aria-label={choice.words}>
      <h3>{choice.words}</h3>
      <p className="beside-counts figures">
        <span>{`begun ${begun}`}</span>
        <span data-fate={finished > 0 ? 'once' : undefined}>{`finished ${finished}`}</span>
        <span data-fate={lost > 0 ? 'lost' : undefined}>{`lost ${lost}`}</span>
      </p>
      <p className="beside-sentence">
        {phase === 'rejected'
          ? 'This program could not be read.'
          : phase === 'crashed'
            ? 'A mistake of Loopscope.'
            : sentence}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <section className="beside-picture" ref={box} tabIndex={0} aria-label={`Picture: ${choice.words}`}>
        {width < 100 || trace.length === 0 ? null : (
          <QueuePicture
            trace={trace}
            shown={position}
            width={width}
            selectedEnvelope={envelope}
            selectedProcess={0}
            onEnvelope={setEnvelope}
            onProcess={() => undefined}
          />
        )}
      </section>
    </section>
  );
}
