/** The way from the frame into the page, at the same moment. A frame that may open nothing shows the address instead. */
import { useId, useState } from 'react';
import { usePage } from '../ui/page.ts';

interface OpenLinkProps {
  readonly hash: string;
  readonly openPage: (address: string) => boolean;
  readonly isTight: boolean;
}

export function OpenLink({ hash, isTight, openPage }: OpenLinkProps) {
  const { base } = usePage();
  const [isRefused, setRefused] = useState(false);
  const field = useId();
  const address = base + hash;
  return (
    <>
      <a
        className="embed-open"
        href={address}
        target="_blank"
        rel="noreferrer"
        onClick={(event) => {
          event.preventDefault();
          setRefused(!openPage(address));
        }}
      >
        <span className={isTight ? 'unseen' : undefined}>Open in Loopscope </span>
        <span aria-hidden="true">↗</span>
      </a>
      {isRefused ? (
        <div className="embed-address" role="alert">
          <label htmlFor={field}>This page may not open another one. Copy the address:</label>
          <input
            id={field}
            className="mono"
            readOnly
            value={address}
            // biome-ignore lint/a11y/noAutofocus: it takes the place of what was asked for.
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
          />
          <button type="button" className="plain" onClick={() => setRefused(false)}>
            Close
          </button>
        </div>
      ) : null}
    </>
  );
}
