/** What is not as its author saw it, in words: another run, or another step than the one that was shared. */
import { useState } from 'react';
import { arrivalOf, arrivalSentence } from '../store/arrival.ts';
import type { RunState } from '../store/run-state.ts';
import { Icon } from './Icon.tsx';
import { useVerdict } from './RunBadge.tsx';
import { useApp, useSession } from './services.ts';

export function SharedRunNote() {
  const judged = useVerdict();
  const run = useApp((state) => state.run);
  const asked = useSession((session) => session.asked);
  const [dismissed, setDismissed] = useState<RunState | null>(null);
  if (run.phase !== 'finished' || run === dismissed) return null;
  const arrived = asked === null ? '' : arrivalSentence(arrivalOf(run.trace, asked));
  const kind = judged?.verdict.kind;
  const differs = kind === 'engine' || kind === 'other' ? (judged?.verdict.sentence ?? '') : '';
  if (differs === '' && arrived === '') return null;
  return (
    <div className="banner shared-run" role="status">
      <p>
        {differs} {arrived}
      </p>
      <button
        type="button"
        className="plain icon-button banner-close"
        aria-label="Dismiss"
        onClick={() => setDismissed(run)}
      >
        <Icon name="close" size={12} />
      </button>
    </div>
  );
}
