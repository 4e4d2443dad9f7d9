/** Run, and while it runs Stop, with what has been recorded so far. */
import { selectIsStale, selectTrace } from '../store/selectors.ts';
import { secondsText } from '../viz/marks.ts';
import { Icon } from './Icon.tsx';
import { useActions, useApp, useServices } from './services.ts';

export function RunButton() {
  const phase = useApp((state) => state.run.phase);
  const isStale = useApp(selectIsStale);
  const { session } = useServices();
  const { stop } = useActions();
  if (phase === 'running') {
    return (
      <div className="run">
        <Progress />
        <button type="button" className="run-button" onClick={stop}>
          <Icon name="stop" size={12} />
          Stop
        </button>
      </div>
    );
  }
  const isCalled = phase === 'idle' || isStale;
  return (
    <div className="run">
      {isStale ? <span className="run-note">edited since it ran</span> : null}
      <button
        type="button"
        className="run-button"
        data-called={isCalled}
        title="Run the program (F5)"
        onClick={session.run}
      >
        <Icon name="play" size={12} />
        {phase === 'idle' ? 'Run' : 'Run again'}
      </button>
    </div>
  );
}

function Progress() {
  const { length, timeUs } = useApp(selectTrace);
  return <span className="run-note figures">{`${length.toLocaleString('en')} steps, ${secondsText(timeUs)}`}</span>;
}
