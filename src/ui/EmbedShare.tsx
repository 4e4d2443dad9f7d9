/** A frame for another page, as HTML to paste there. */
import { useId } from 'react';
import { CopyRow } from './CopyRow.tsx';
import { usePage } from './page.ts';
import type { ShareTabProps } from './shared.ts';

export function EmbedShare({ shared: { link, scenario } }: ShareTabProps) {
  const { base } = usePage();
  const field = useId();
  const hash = link.phase === 'written' ? link.address.slice(base.length) : '';
  return (
    <>
      <label htmlFor={field}>HTML for your page</label>
      <CopyRow
        id={field}
        rows={4}
        text={hash === '' ? '' : frameOf(new URL(`embed.html${hash}`, base), scenario.title)}
      />
      {link.phase === 'refused' ? <p role="alert">{link.sentence}</p> : null}
      <p className="soft">
        Nothing runs in the frame until its reader presses Run, and it asks no other server for anything.
      </p>
    </>
  );
}

function frameOf(address: URL, title: string): string {
  const called = title === '' ? 'Loopscope' : `Loopscope: ${title}`;
  return `<iframe src="${escaped(address.href)}" width="100%" height="480" title="${escaped(called)}"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
