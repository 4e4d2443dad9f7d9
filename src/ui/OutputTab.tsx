/** What the program has printed up to the playhead. Only text nodes: it is somebody else's text. */
import { useEffect, useRef } from 'react';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { outputOf, type World } from '../trace/world.ts';
import { AboutTab } from './AboutTab.tsx';

const LINES_MAX = 2_000;

interface OutputTabProps {
  readonly world: World;
  /** Of the gallery; its text stands beside the output where there is room. */
  readonly entry: GalleryEntry | null;
}

export function OutputTab({ entry, world }: OutputTabProps) {
  return (
    <div className="output-beside">
      <Output world={world} />
      {entry === null ? null : (
        <section className="output-about" aria-label="About this scenario">
          <AboutTab entry={entry} />
        </section>
      )}
    </div>
  );
}

function Output({ world }: { readonly world: World }) {
  const lines = outputOf(world);
  const shown = lines.slice(-LINES_MAX);
  const box = useRef<HTMLElement>(null);
  const count = lines.length;
  useEffect(() => {
    const element = box.current;
    if (element !== null && count > 0) element.scrollTop = element.scrollHeight;
  }, [count]);
  if (count === 0) return <p className="empty">Nothing printed so far.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className="output" ref={box} tabIndex={0} aria-label="Output up to this step">
      <pre translate="no">
        {count > LINES_MAX ? <span className="soft">{`… ${count - LINES_MAX} lines before\n`}</span> : null}
        {shown.map(({ position, stream, text }) => (
          <span key={position} data-stream={stream}>
            {stream === 2 ? <span className="unseen">error output: </span> : null}
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
