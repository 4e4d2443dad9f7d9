/** The playhead: where in the run the picture stands, and all ways to move it. */
import { type FormEvent, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { secondsText } from '../viz/marks.ts';
import { perform, SPEEDS } from './commands.ts';
import { Icon, type IconName } from './Icon.tsx';
import type { Action } from './keys.ts';
import { Slider } from './Slider.tsx';
import { useActions, useApp, useChrome, useServices } from './services.ts';
import { sliderMarks } from './slider-marks.ts';
import { spokenPosition } from './spoken.ts';
import { Term } from './Term.tsx';
import './playhead.css';

export function Playhead() {
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const isPlaying = useApp((state) => state.isPlaying);
  const valueText = useApp(spokenPosition);
  const { lanesView } = useServices();
  const actions = useActions();
  const halts = useStore(useServices().halts, ({ positions }) => positions);
  const marks = useMemo(() => sliderMarks(trace, halts), [trace, halts]);
  const isEmpty = trace.length === 0;
  return (
    <section className="playhead" aria-label="Playhead" data-timeline="">
      <div className="playhead-buttons">
        <StepButton action="first" icon="first" label="First step" keys="Home" isDisabled={isEmpty} />
        <StepButton action="back" icon="back" label="Back one step" keys="←" isDisabled={isEmpty} />
        <StepButton
          action="toggle"
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? 'Pause' : 'Play'}
          keys="Space"
          isDisabled={isEmpty}
        />
        <StepButton action="forward" icon="forward" label="Forward one step" keys="→" isDisabled={isEmpty} />
        <StepButton action="last" icon="last" label="Last step" keys="End" isDisabled={isEmpty} />
      </div>
      <div className="playhead-jumps">
        <JumpButton action="nextAwait" title="To the next suspension at an await (N)" isDisabled={isEmpty}>
          next await
        </JumpButton>
        <JumpButton action="nextIteration" title="To the next iteration of the loop (I)" isDisabled={isEmpty}>
          next iteration
        </JumpButton>
        {halts.length === 0 ? null : (
          <>
            <StepButton
              action="previousHalt"
              icon="haltBack"
              label="Back to where a breakpoint held"
              keys="Shift+B"
              isDisabled={isEmpty}
            />
            <StepButton
              action="nextHalt"
              icon="haltForward"
              label="On to where a breakpoint holds"
              keys="B"
              isDisabled={isEmpty}
            />
          </>
        )}
      </div>
      <GoTo position={position} count={trace.length} />
      <span className="playhead-time figures">
        <Term name="virtual time">t =</Term> {secondsText(timeAt(trace.history, position))}
      </span>
      <Slider
        position={position}
        count={trace.length}
        valueText={valueText}
        marks={marks}
        onSeek={(to) => {
          lanesView.follow();
          actions.seek(to);
        }}
      />
      <Speed />
    </section>
  );
}

interface StepButtonProps {
  readonly action: Action;
  readonly icon: IconName;
  readonly label: string;
  readonly keys: string;
  readonly isDisabled: boolean;
}

function StepButton({ action, icon, isDisabled, keys, label }: StepButtonProps) {
  const services = useServices();
  return (
    <button
      type="button"
      className={action === 'toggle' ? 'play-button' : 'plain icon-button'}
      aria-label={label}
      title={`${label} (${keys})`}
      disabled={isDisabled}
      onClick={() => perform(services, action)}
    >
      <Icon name={icon} />
    </button>
  );
}

interface JumpButtonProps {
  readonly action: Action;
  readonly title: string;
  readonly isDisabled: boolean;
  readonly children: string;
}

function JumpButton({ action, children, isDisabled, title }: JumpButtonProps) {
  const services = useServices();
  return (
    <button
      type="button"
      className="plain"
      title={title}
      disabled={isDisabled}
      onClick={() => perform(services, action)}
    >
      {children}
    </button>
  );
}

export function GoTo({ count, position }: { readonly position: number; readonly count: number }) {
  const input = useRef<HTMLInputElement>(null);
  const wishes = useChrome((chrome) => chrome.goToWishes);
  const { lanesView, store } = useServices();
  useEffect(() => {
    if (wishes > 0) input.current?.select();
  }, [wishes]);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const wanted = Number(input.current?.value.replace(/[,\s]/g, ''));
    if (input.current?.value === '' || !Number.isFinite(wanted)) return;
    lanesView.follow();
    store.actions.seek(wanted);
    if (input.current !== null) input.current.value = String(store.getState().position);
  };
  useEffect(() => {
    // Whoever is typing a number keeps it, also while a run streams in and the playhead follows.
    if (input.current?.matches(':focus') === false) input.current.value = String(position);
  }, [position]);
  return (
    <form className="goto" onSubmit={go}>
      <span>
        <Term name="step">step</Term>{' '}
        <input
          ref={input}
          className="figures"
          type="text"
          inputMode="numeric"
          aria-label="Go to step"
          defaultValue={position}
          style={{ width: `${Math.max(3, String(count).length) + 2.2}ch` }}
          disabled={count === 0}
          onBlur={(event) => {
            event.currentTarget.value = String(position);
          }}
        />
      </span>
      <span className="soft figures"> / {count.toLocaleString('en')}</span>
    </form>
  );
}

function Speed() {
  const speed = useApp((state) => state.speed);
  const actions = useActions();
  return (
    <select
      className="speed"
      aria-label="Speed"
      title="Speed (J slower, L faster)"
      value={SPEEDS.find((one) => one >= speed) ?? 16}
      onChange={(event) => actions.setSpeed(Number(event.currentTarget.value))}
    >
      {SPEEDS.map((one) => (
        <option key={one} value={one}>
          {one}×
        </option>
      ))}
    </select>
  );
}
