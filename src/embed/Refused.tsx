/** The link of the frame was not opened: why, and the way to the page. */
import { useEffect } from 'react';
import type { Problem } from '../scenario/problem.ts';
import '../ui/tokens.css';
import './embed.css';
import { SCHEMA } from './messages.ts';
import { OpenLink } from './OpenLink.tsx';
import type { Wire } from './wire.ts';

interface RefusedProps {
  readonly problem: Problem;
  readonly openPage: (address: string) => boolean;
  readonly wire: Wire;
}

export function Refused({ openPage, problem: { code, sentence }, wire }: RefusedProps) {
  useEffect(() => {
    const tell = () => {
      wire.tell({ type: 'ready', v: SCHEMA });
      wire.tell({ type: 'error', code });
    };
    wire.onWish(({ type }) => {
      if (type === 'ping') tell();
    });
    tell();
  }, [wire, code]);
  return (
    <main className="embed embed-refused">
      <p role="alert">{sentence}</p>
      <OpenLink hash="" openPage={openPage} isTight={false} />
    </main>
  );
}
