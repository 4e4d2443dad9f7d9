/** The sentence of the step, and below it the scrubber. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { selectLength, selectTrace } from '../../store/selectors.ts';
import { perform } from '../commands.ts';
import { Icon } from '../Icon.tsx';
import { RunButton } from '../RunButton.tsx';
import { Sentence } from '../Sentence.tsx';
import { Slider } from '../Slider.tsx';
import { useActions, useApp, useServices } from '../services.ts';
import { sliderMarks } from '../slider-marks.ts';
import { spokenPosition } from '../spoken.ts';
import type { Asking } from './asking.ts';
import { PresentQuestion } from './PresentQuestion.tsx';

export function PresentDeck({ asking }: { readonly asking: Asking | null }) {
  const hasRun = useApp((state) => selectLength(state) > 0);
  const isStart = useApp((state) => state.position === 0);
  return (
    <div className="present-deck">
      <div className="present-words" data-asked={asking !== null}>
        {asking !== null ? (
          <PresentQuestion key={asking.question.at} asking={asking} />
        ) : hasRun ? (
          <p className="narration">{isStart ? 'The beginning: nothing has happened yet.' : <Sentence />}</p>
        ) : (
          <RunButton />
        )}
      </div>
      <Scrubber />
    </div>
  );
}

function Scrubber() {
  const services = useServices();
  const actions = useActions();
  const trace = useApp(selectTrace);
  const position = useApp((state) => state.position);
  const isPlaying = useApp((state) => state.isPlaying);
  const valueText = useApp(spokenPosition);
  const halts = useStore(services.halts, ({ positions }) => positions);
  const marks = useMemo(() => sliderMarks(trace, halts), [trace, halts]);
  const isEmpty = trace.length === 0;
  return (
    <div className="present-scrubber">
      <button
        type="button"
        className="plain icon-button"
        aria-label="Back one step"
        title="Back one step (←)"
        disabled={isEmpty}
        onClick={() => perform(services, 'back')}
      >
        <Icon name="back" size={20} />
      </button>
      <button
        type="button"
        className="plain icon-button"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        title={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        disabled={isEmpty}
        onClick={() => perform(services, 'toggle')}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
      </button>
      <button
        type="button"
        className="plain icon-button"
        aria-label="Forward one step"
        title="Forward one step (→)"
        disabled={isEmpty}
        onClick={() => perform(services, 'forward')}
      >
        <Icon name="forward" size={20} />
      </button>
      <Slider position={position} count={trace.length} valueText={valueText} marks={marks} onSeek={actions.seek} />
    </div>
  );
}
