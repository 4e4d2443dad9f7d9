/** What is shared: the program, at a step if that is wanted, and the address it has. All tabs of Share are about it. */
import { useEffect, useState } from 'react';
import { formatGalleryHash } from '../scenario/hash.ts';
import type { Moment } from '../scenario/moment.ts';
import type { Scenario, View } from '../scenario/scenario.ts';
import { selectAnchor, selectIsEdited, selectIsStale, selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { useStamp } from './fingerprint.ts';
import { usePage } from './page.ts';
import { useApp, useChrome, useSession } from './services.ts';

export interface Shared {
  /** As the reader gets it. */
  readonly scenario: Scenario;
  readonly link: SharedLink;
}

export interface ShareTabProps {
  readonly shared: Shared;
}

export type SharedLink =
  | { readonly phase: 'writing' }
  /** `slug`: of the gallery's scenario that it opens; null: the program is in the link itself. */
  | { readonly phase: 'written'; readonly address: string; readonly slug: string | null }
  | { readonly phase: 'refused'; readonly sentence: string };

const WRITING: SharedLink = { phase: 'writing' };

/** Null when there is no run, or it is not the run of this program any more. */
export function useMoment(): Moment | null {
  const { history, length } = useApp(selectTrace);
  const anchor = useApp(selectAnchor);
  const step = useApp((state) => state.position);
  const isStale = useApp(selectIsStale);
  return length === 0 || isStale ? null : { anchor, step, timeUs: timeAt(history, step) };
}

export function useShared(moment: Moment | null): Shared {
  const { base } = usePage();
  const own = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const slug = origin.kind === 'gallery' && !isEdited ? origin.entry.slug : null;
  const isStale = useApp(selectIsStale);
  const stamp = useStamp();
  // What the author measured stays until this page has measured it itself.
  const engine = isStale ? own.engine : (stamp ?? own.engine);
  const speed = useApp((state) => state.speed);
  const { mode, tab } = useChrome((chrome) => chrome);
  // A handout is opened as what it was made from.
  const view: View = {
    ...{ moment, speed, mode: mode === 'handout' ? 'explore' : mode },
    panes: tab === null ? own.view.panes : [tab],
  };
  const scenario: Scenario = { ...own, engine, view };
  const [written, setWritten] = useState<{ readonly of: string; readonly link: SharedLink } | null>(null);
  const key = JSON.stringify([slug, scenario]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the scenario and the slug, which are made anew each time.
  useEffect(() => {
    let isLate = false;
    const done = (link: SharedLink) => {
      if (!isLate) setWritten({ of: key, link });
    };
    addressOf(scenario, slug, base).then(done, (error: unknown) =>
      done({ phase: 'refused', sentence: `The link could not be written: ${String(error)}` }),
    );
    return () => {
      isLate = true;
    };
  }, [base, key]);
  // The address of another step is not shown as the one of this.
  return { scenario, link: written?.of === key ? written.link : WRITING };
}

async function addressOf(scenario: Scenario, slug: string | null, base: string): Promise<SharedLink> {
  const { moment } = scenario.view;
  if (slug !== null) {
    const hash = formatGalleryHash({ slug, beside: null, revision: null, moment });
    return { phase: 'written', address: base + hash, slug };
  }
  const { encodeLink } = await import('../scenario/link.ts');
  const link = await encodeLink(scenario, base);
  if (!link.ok) return { phase: 'refused', sentence: link.sentence };
  return { phase: 'written', address: base + link.hash, slug: null };
}
