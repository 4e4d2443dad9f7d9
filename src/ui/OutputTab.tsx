/** What the program has printed up to the playhead. Only text nodes: it is somebody else's text. */
import { useEffect, useRef } from 'react';
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { outputPieces } from '../trace/output.ts';
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
  const shown = outputPieces(lines.slice(-LINES_MAX), world);
  const box = useRef<HTMLElement>(null);
  const count = lines.length;
  const widest = Math.max(...shown.map(({ prefix }) => prefix.length));
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
        {shown.map(({ key, prefix, stream, text }) => (
          <span key={key} data-stream={stream}>
            {prefix === '' ? null : (
              <span className="output-process" title={`Process ${prefix} wrote this line`}>
                {`${prefix.padEnd(widest)} │ `}
              </span>
            )}
            {stream === 2 ? <span className="unseen">error output: </span> : null}
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
