/** A stretch of the run as a short film: from which step to which, how fast. */
import { type FormEvent, useId, useRef, useState } from 'react';
import { canFilm, filmBlob } from './film.ts';
import { usePage } from './page.ts';
import { useApp, useMedia, useServices } from './services.ts';
import { type StageWish, stagePicture } from './stage-picture.ts';

/** A longer one is nothing to look at, and takes minutes to make. */
const STEPS_MAX = 400;
/** As many as are wanted at first, around where the playhead stands. */
const STEPS = 40;
const SPEEDS = [1, 2, 4, 8] as const;

type Making = { readonly phase: 'idle'; readonly said: string } | { readonly phase: 'making'; readonly share: number };

export function FilmForm({ wish }: { readonly wish: StageWish }) {
  const page = usePage();
  const { voice } = useServices();
  const { length } = wish.trace;
  const position = useApp((state) => state.position);
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const [from, setFrom] = useState(() => Math.max(0, Math.min(position - STEPS / 2, length - STEPS)));
  const [to, setTo] = useState(() => Math.min(length, Math.max(position + STEPS / 2, STEPS)));
  const [speed, setSpeed] = useState<number>(2);
  const [making, setMaking] = useState<Making>({ phase: 'idle', said: '' });
  const cancelled = useRef(false);
  const seconds = Math.max(0, to - from + 1) / speed;
  const problem = !canFilm()
    ? 'This browser cannot make films: it has no VideoEncoder here. Pictures it can.'
    : to < from || to > length
      ? `The steps are 0 to ${length.toLocaleString('en')}, the first before the last.`
      : to - from > STEPS_MAX
        ? `No more than ${STEPS_MAX} steps in one film.`
        : '';
  const tell = (said: string) => {
    setMaking({ phase: 'idle', said });
    voice.say(said);
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (making.phase === 'making' || problem !== '') return;
    cancelled.current = false;
    setMaking({ phase: 'making', share: 0 });
    try {
      const film = await filmBlob({
        ...{ from, to, stepsPerSecond: speed, isGliding: !isStill },
        pictureAt: (shown, heightMin) => stagePicture(wish, shown, heightMin),
        onProgress: (share) => setMaking({ phase: 'making', share }),
        isCancelled: () => cancelled.current,
      });
      if (film === null) return tell('No film was made.');
      page.download(`loopscope-steps-${from}-${to}.webm`, film);
      tell(`Saved as WebM, ${Math.ceil(film.size / 1_000).toLocaleString('en')} kB`);
    } catch (error) {
      console.error(error);
      tell('The browser could not make the film.');
    }
  };
  return (
    <form className="film" onSubmit={(event) => void make(event)}>
      <h3>A film of some steps</h3>
      <p className="film-row">
        <StepField label="From step" value={from} max={length} onChange={setFrom} />
        <StepField label="To step" value={to} max={length} onChange={setTo} />
        <label>
          Steps a second{' '}
          <select value={speed} onChange={(event) => setSpeed(Number(event.currentTarget.value))}>
            {SPEEDS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <span className="soft figures">{problem === '' ? `${Number(seconds.toFixed(1))} s` : ''}</span>
      </p>
      <p className="picture-buttons">
        {making.phase === 'making' ? (
          <>
            <button
              type="button"
              className="run-button"
              onClick={() => {
                cancelled.current = true;
              }}
            >
              Stop
            </button>
            <progress value={making.share} aria-label="The film is being made" />
          </>
        ) : (
          <>
            <button type="submit" className="run-button" disabled={problem !== ''}>
              Save as WebM
            </button>
            <span className="picture-said">{making.said}</span>
          </>
        )}
      </p>
      {problem === '' ? null : <p className="soft">{problem}</p>}
    </form>
  );
}

interface StepFieldProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (step: number) => void;
}

function StepField({ label, max, onChange, value }: StepFieldProps) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{label}</label>{' '}
      <input
        id={id}
        className="figures"
        type="number"
        min={0}
        max={max}
        value={value}
        onChange={({ currentTarget: { valueAsNumber } }) =>
          onChange(Number.isFinite(valueAsNumber) ? valueAsNumber : 0)
        }
      />
    </span>
  );
}
