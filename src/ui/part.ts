/** Parts of the page that the first picture does not need: each is loaded when it is first wanted, and then kept. */
import { type FunctionComponent, useEffect, useState } from 'react';

export interface Part<Props> {
  readonly load: () => Promise<FunctionComponent<Props>>;
  /** Null until it has been loaded once. */
  readonly loaded: () => FunctionComponent<Props> | null;
  /** It is likely to be wanted soon, as when the pointer is over its button. A failure is told when it is wanted. */
  readonly ahead: () => void;
}

/** Loaded, on its way, or not to be had: the connection is gone, or the page was replaced by a newer one. */
export type PartState<Props> =
  | { readonly phase: 'loaded'; readonly Component: FunctionComponent<Props> }
  | { readonly phase: 'loading' }
  | { readonly phase: 'missing' };

export function partOf<Props>(load: () => Promise<FunctionComponent<Props>>): Part<Props> {
  let known: FunctionComponent<Props> | null = null;
  const once = async () => {
    known ??= await load();
    return known;
  };
  return { load: once, loaded: () => known, ahead: () => void once().catch(() => {}) };
}

/** What was loaded before is there in the first render: nothing flashes. */
export function usePart<Props>(part: Part<Props> | null): PartState<Props> {
  const [failed, setFailed] = useState<Part<Props> | null>(null);
  const [, setArrived] = useState<Part<Props> | null>(null);
  const Component = part?.loaded() ?? null;
  useEffect(() => {
    if (part === null || part.loaded() !== null) return undefined;
    let isGone = false;
    part.load().then(
      () => {
        if (!isGone) setArrived(part);
      },
      (error: unknown) => {
        console.error(error);
        if (!isGone) setFailed(part);
      },
    );
    return () => {
      isGone = true;
    };
  }, [part]);
  if (Component !== null) return { phase: 'loaded', Component };
  return { phase: part !== null && failed === part ? 'missing' : 'loading' };
}

export const MISSING = 'This part of the page could not be loaded. Check the connection and try again.';
