/** After Run: code and pictures, what this step is, and the playhead. */
import { useEffect, useRef, useState } from 'react';
import { selectTrace } from '../store/selectors.ts';
import { endingSentence } from '../ui/ending-words.ts';
import { partOf, usePart } from '../ui/part.ts';
import { useApp } from '../ui/services.ts';
import { Controls } from './Controls.tsx';
import { useEmbed } from './embed.ts';
import { Head } from './Head.tsx';
import { Pane } from './Pane.tsx';
import type { EmbedPane } from './presentation.ts';

const NAMES: Readonly<Record<EmbedPane, string>> = {
  code: 'Code',
  lanes: 'Lanes',
  loop: 'Loop',
  queue: 'Queues',
  output: 'Output',
};

export interface StageProps {
  readonly isTight: boolean;
}

export function Stage({ isTight }: StageProps) {
  const { presentation } = useEmbed();
  const panes = usePanes();
  const [chosen, setChosen] = useState<EmbedPane | null>(null);
  const first = panes.find((pane) => pane !== 'code') ?? 'code';
  const shown = chosen !== null && panes.includes(chosen) ? chosen : first;
  const main = useRef<HTMLElement>(null);
  // Run has gone with the poster; whoever pressed it goes on from here.
  useEffect(() => main.current?.focus(), []);
  const predict = usePart(presentation.isPredicting ? PREDICT : null);
  const beside = panes.filter((pane) => pane !== 'code');
  return (
    <>
      <Head isTight={isTight}>
        {isTight && panes.length > 1 ? (
          <fieldset className="embed-choice">
            <legend className="unseen">What is shown</legend>
            {panes.map((pane) => (
              <button key={pane} type="button" aria-pressed={pane === shown} onClick={() => setChosen(pane)}>
                {NAMES[pane]}
              </button>
            ))}
          </fieldset>
        ) : null}
      </Head>
      <main className="embed-panes" ref={main} tabIndex={-1}>
        {isTight ? (
          <Pane pane={shown} />
        ) : (
          <>
            {panes.includes('code') ? <Pane pane="code" /> : null}
            {beside.length === 0 ? null : (
              <div className="embed-pictures">
                {beside.map((pane) => (
                  <Pane key={pane} pane={pane} />
                ))}
              </div>
            )}
          </>
        )}
      </main>
      {predict.phase === 'loaded' ? <predict.Component /> : null}
      <Narration />
      {presentation.hasControls ? <Controls isTight={isTight} /> : null}
    </>
  );
}

const PREDICT = partOf(async () => (await import('./Predict.tsx')).Predict);

/** Where a program sends messages, the queues are half of what happens. */
function usePanes(): readonly EmbedPane[] {
  const { presentation } = useEmbed();
  const hasBrokers = useApp((state) => selectTrace(state).history.index.brokers > 0);
  if (presentation.panes.length > 0) return presentation.panes;
  return hasBrokers ? ['code', 'lanes', 'queue'] : ['code', 'lanes'];
}

const SENTENCE = partOf(async () => (await import('../ui/Sentence.tsx')).Sentence);

function Narration() {
  const run = useApp((state) => state.run);
  const position = useApp((state) => state.position);
  const sentence = usePart(run.phase === 'idle' ? null : SENTENCE);
  const isAtEnd = run.phase === 'finished' && position === run.trace.length;
  return (
    <p
      className="narration embed-narration"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long sentence scrolls, so the keyboard must reach it.
      tabIndex={0}
      data-bad={run.phase === 'rejected' || run.phase === 'crashed'}
    >
      {run.phase === 'rejected' ? (
        refusal(run.diagnostics[0])
      ) : run.phase === 'crashed' ? (
        `Loopscope made a mistake, not this program: ${run.message}`
      ) : position === 0 ? (
        run.phase === 'running' ? (
          'It runs…'
        ) : (
          'The beginning: nothing has happened yet.'
        )
      ) : (
        <>
          {sentence.phase === 'loaded' ? <sentence.Component /> : null}
          {isAtEnd ? ` ${endingSentence(run.ending)}` : null}
        </>
      )}
    </p>
  );
}

function refusal(first: { readonly line: number; readonly type: string; readonly message: string } | undefined) {
  return first === undefined ? 'The program could not be read.' : `Line ${first.line}. ${first.type}: ${first.message}`;
}
