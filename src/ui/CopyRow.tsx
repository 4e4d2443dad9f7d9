/** A text that is there to be copied, and the button that does it and says so. */
import { useState } from 'react';
import { usePage } from './page.ts';
import { useServices } from './services.ts';

interface CopyRowProps {
  /** Empty while it is being written, or cannot be. */
  readonly text: string;
  /** Of the field, for its label. */
  readonly id: string;
  /** More than one line: as many of them as are shown. */
  readonly rows?: number;
}

export function CopyRow({ id, rows = 1, text }: CopyRowProps) {
  const page = usePage();
  const { voice } = useServices();
  const [copied, setCopied] = useState<{ readonly of: string; readonly words: string } | null>(null);
  const copy = async () => {
    const words = (await page.copy(text))
      ? `Copied, ${text.length.toLocaleString('en')} characters`
      : 'The browser did not allow it. Select the text and copy it yourself.';
    setCopied({ of: text, words });
    voice.say(words);
  };
  const field = {
    ...{ id, className: 'mono', readOnly: true, value: text, spellCheck: false },
    onFocus: (event: { readonly currentTarget: { select: () => void } }) => event.currentTarget.select(),
  };
  return (
    <>
      <div className="share-row" translate="no">
        {rows === 1 ? <input {...field} /> : <textarea {...field} rows={rows} />}
        <button
          type="button"
          className="run-button"
          data-called="true"
          disabled={text === ''}
          onClick={() => void copy()}
        >
          Copy
        </button>
      </div>
      <p className="share-copied">{copied?.of === text ? copied.words : ''}</p>
    </>
  );
}
