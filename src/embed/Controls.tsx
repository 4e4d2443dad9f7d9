/** The playhead of the frame: play, one step, and the whole run as a slider. */
import { useMemo } from 'react';
import { selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { perform } from '../ui/commands.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import type { Action } from '../ui/keys.ts';
import { Slider } from '../ui/Slider.tsx';
import { useActions, useApp, useServices } from '../ui/services.ts';
import { sliderMarks } from '../ui/slider-marks.ts';
import { spokenPosition } from '../ui/spoken.ts';
import { secondsText } from '../viz/marks.ts';
import '../ui/playhead.css';

export function Controls({ isTight }: { readonly isTight: boolean }) {
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const isPlaying = useApp((state) => state.isPlaying);
  const isRunning = useApp((state) => state.run.phase === 'running');
  const valueText = useApp(spokenPosition);
  const { lanesView } = useServices();
  const { seek, stop } = useActions();
  const marks = useMemo(() => sliderMarks(trace, []), [trace]);
  const isEmpty = trace.length === 0;
  return (
    <section className="embed-controls" aria-label="Playhead" data-timeline="">
      {isRunning ? (
        <button type="button" className="play-button" aria-label="Stop the run" onClick={stop}>
          <Icon name="stop" size={12} />
        </button>
      ) : (
        <Step
          action="toggle"
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? 'Pause' : 'Play'}
          {...{ isEmpty }}
        />
      )}
      <Step action="back" icon="back" label="Back one step" {...{ isEmpty }} />
      <Step action="forward" icon="forward" label="Forward one step" {...{ isEmpty }} />
      <Slider
        {...{ position, valueText, marks }}
        count={trace.length}
        onSeek={(to) => {
          lanesView.follow();
          seek(to);
        }}
      />
      <span className="embed-place figures">
        {isTight ? `${position}/${trace.length}` : `step ${position} / ${trace.length}`}
        {isTight ? null : <span className="soft">{` t = ${secondsText(timeAt(trace.history, position))}`}</span>}
      </span>
    </section>
  );
}

interface StepProps {
  readonly action: Action;
  readonly icon: IconName;
  readonly label: string;
  readonly isEmpty: boolean;
}

function Step({ action, icon, isEmpty, label }: StepProps) {
  const services = useServices();
  return (
    <button
      type="button"
      className={action === 'toggle' ? 'play-button' : 'plain icon-button'}
      aria-label={label}
      title={label}
      disabled={isEmpty}
      onClick={() => perform(services, action)}
    >
      <Icon name={icon} />
    </button>
  );
}
