/** A frame for another page, as text to paste there. */
import { useId, useState } from 'react';
import { mainFile } from '../scenario/scenario.ts';
import { CopyRow } from './CopyRow.tsx';
import { SNIPPET_NOTES, SNIPPET_WORDS, SNIPPETS, snippetOf } from './embed-snippets.ts';
import { usePage } from './page.ts';
import type { ShareTabProps } from './shared.ts';

export function EmbedShare({ shared: { link, scenario } }: ShareTabProps) {
  const { base } = usePage();
  const [kind, setKind] = useState<(typeof SNIPPETS)[number]>('html');
  const field = useId();
  const choice = useId();
  const framed = { base, title: scenario.title, code: mainFile(scenario).text };
  const text = link.phase === 'written' ? snippetOf(kind, { ...framed, address: link.address }) : '';
  return (
    <>
      <p className="share-kind">
        <label htmlFor={choice}>For</label>
        <select
          id={choice}
          value={kind}
          onChange={(event) => setKind(SNIPPETS.find((one) => one === event.currentTarget.value) ?? kind)}
        >
          {SNIPPETS.map((one) => (
            <option key={one} value={one}>
              {SNIPPET_WORDS[one]}
            </option>
          ))}
        </select>
        <span className="soft">{SNIPPET_NOTES[kind]}</span>
      </p>
      <label htmlFor={field}>Text for your page</label>
      <CopyRow id={field} rows={6} text={text} />
      {link.phase === 'refused' ? <p role="alert">{link.sentence}</p> : null}
      <p className="soft">
        Nothing runs in the frame until its reader presses Run. It keeps nothing in their browser, and asks no other
        server for anything.
      </p>
    </>
  );
}
