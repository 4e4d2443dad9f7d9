/** One picture in the frame, or the code: those of the page, without what sizes and arranges them there. */
import { useCallback, useRef } from 'react';
import { selectWorld } from '../store/selectors.ts';
import { LanesPane } from '../ui/LanesPane.tsx';
import { LoopPane } from '../ui/LoopPane.tsx';
import { MISSING, type Part, partOf, usePart } from '../ui/part.ts';
import type { QueuePictureProps } from '../ui/QueuePicture.tsx';
import { useActions, useApp } from '../ui/services.ts';
import { useSize } from '../ui/size.ts';
import { useShown } from '../ui/use-shown.ts';
import { EmbedCode } from './EmbedCode.tsx';
import type { EmbedPane } from './presentation.ts';

const OUTPUT = partOf(async () => (await import('../ui/OutputTab.tsx')).OutputTab);
const QUEUES: Part<QueuePictureProps> = partOf(async () => {
  await import('../ui/QueuesView.tsx');
  return (await import('../ui/QueuePicture.tsx')).QueuePicture;
});

export function Pane({ pane }: { readonly pane: EmbedPane }) {
  switch (pane) {
    case 'code':
      return <EmbedCode />;
    case 'lanes':
      return <Lanes />;
    case 'loop':
      return <Loop />;
    case 'queue':
      return <Queues />;
    case 'output':
      return <Output />;
  }
}

function Lanes() {
  const { about, position, selected, shown, trace } = useShown();
  return <LanesPane trace={trace} shown={shown} position={position} selected={selected} about={about} />;
}

function Loop() {
  const { selected, shown, trace, world } = useShown();
  return <LoopPane trace={trace} world={world} shown={shown} selected={selected} />;
}

function Queues() {
  const box = useRef<HTMLDivElement>(null);
  const { width } = useSize(box);
  const { shown, trace } = useShown();
  const { select } = useActions();
  const selection = useApp((state) => state.selection);
  const onEnvelope = useCallback((id: number) => select({ kind: 'envelope', id }), [select]);
  const onProcess = useCallback((id: number) => select({ kind: 'process', id }), [select]);
  const picture = usePart(trace.history.index.brokers > 0 ? QUEUES : null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="queues-scroll" ref={box} tabIndex={0} aria-label="Picture of the queues" data-scroll2d="">
      {trace.history.index.brokers === 0 ? (
        <p className="empty">This program sends no messages through a channel layer or a broker.</p>
      ) : picture.phase === 'missing' ? (
        <p className="empty">{MISSING}</p>
      ) : picture.phase === 'loaded' && width >= 100 ? (
        <picture.Component
          {...{ trace, shown, width, onEnvelope, onProcess }}
          selectedEnvelope={selection.kind === 'envelope' ? selection.id : 0}
          selectedProcess={selection.kind === 'process' ? selection.id : 0}
        />
      ) : null}
    </section>
  );
}

function Output() {
  const world = useApp(selectWorld);
  const output = usePart(OUTPUT);
  return (
    <section className="embed-output" aria-label="Output">
      {output.phase === 'loaded' ? <output.Component world={world} entry={null} /> : null}
    </section>
  );
}
