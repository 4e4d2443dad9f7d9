/** The frame: first what it is about and Run; then the same pictures as in the page, one playhead under them. */
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Action } from '../ui/keys.ts';
import { MISSING, partOf, usePart } from '../ui/part.ts';
import { usePlayback } from '../ui/playback.ts';
import { useApp, useServices } from '../ui/services.ts';
import { useSize } from '../ui/size.ts';
import { TermTip } from '../ui/Term.tsx';
import { useAnnouncements } from '../ui/use-announcements.ts';
import { useKeys } from '../ui/use-keys.ts';
import { useEmbed } from './embed.ts';
import { Poster } from './Poster.tsx';
import type { StageProps } from './Stage.tsx';
import { useExcerpt } from './use-excerpt.ts';
import { useMessages } from './use-messages.ts';
import '../ui/tokens.css';
import '../ui/app.css';
import './embed.css';

const STAGE = partOf<StageProps>(async () => (await import('./Stage.tsx')).Stage);

/** Below this there is room for one picture at a time. */
const TIGHT = { width: 560, height: 300 };

const TAKEN: ReadonlySet<Action> = new Set<Action>([
  ...(['toggle', 'forward', 'back', 'first', 'last', 'tenOn', 'tenBack', 'nextAwait', 'nextIteration'] as const),
  ...(['nextTurn', 'slower', 'faster', 'zoomIn', 'zoomOut', 'panLeft', 'panRight', 'fit', 'clear'] as const),
]);

export function EmbedApp() {
  const { presentation } = useEmbed();
  const root = useRef<HTMLDivElement>(null);
  const { height, width } = useSize(root);
  const isIdle = useApp((state) => state.run.phase === 'idle');
  const stage = usePart(isIdle ? null : STAGE);
  const isTight = width < TIGHT.width || height < TIGHT.height;
  useKeys((action) => presentation.hasControls && TAKEN.has(action));
  usePlayback();
  useAnnouncements();
  useExcerpt();
  useMessages(root);
  return (
    <div className="embed" ref={root} data-tight={isTight}>
      {isIdle || stage.phase === 'loading' ? <Poster isTight={isTight} onCalled={STAGE.ahead} /> : null}
      {stage.phase === 'loaded' ? <stage.Component isTight={isTight} /> : null}
      {stage.phase === 'missing' ? <p className="empty">{MISSING}</p> : null}
      <TermTip />
      <LiveRegion />
    </div>
  );
}

function LiveRegion() {
  const text = useStore(useServices().voice.said, ({ text: said }) => said);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {text}
    </div>
  );
}
