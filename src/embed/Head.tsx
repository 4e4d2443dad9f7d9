/** What it is, by whom, and the way into the page. */
import { type ReactNode, useEffect, useState } from 'react';
import type { Moment } from '../scenario/moment.ts';
import { selectAnchor, selectTrace } from '../store/selectors.ts';
import { timeAt } from '../trace/history.ts';
import { useApp, useSession } from '../ui/services.ts';
import { titleOf } from '../ui/session.ts';
import { useEmbed } from './embed.ts';
import { OpenLink } from './OpenLink.tsx';

interface HeadProps {
  readonly isTight: boolean;
  /** In the place of the title, where there is no room for both. */
  readonly children?: ReactNode;
}

export function Head({ children = null, isTight }: HeadProps) {
  const { openPage } = useEmbed();
  const scenario = useApp((state) => state.scenario);
  const origin = useSession((session) => session.origin);
  const title = titleOf(scenario, origin, false);
  const hash = useHash();
  return (
    <header className="embed-head">
      <title>{`${title} – Loopscope`}</title>
      <h1 className={isTight && children !== null ? 'unseen' : undefined}>{title}</h1>
      {scenario.author === null || isTight ? null : <span className="soft embed-author">by {scenario.author}</span>}
      {children}
      <OpenLink hash={hash} openPage={openPage} isTight={isTight} />
    </header>
  );
}

/** While the playhead moves, the fragment of where it was last at rest. */
function useHash(): string {
  const { content } = useEmbed();
  const moment = useMomentAtRest();
  const [hash, setHash] = useState('');
  const key = JSON.stringify(moment);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the moment, which is made anew each time.
  useEffect(() => {
    let isLate = false;
    content.hashAt(moment ?? content.moment).then(
      (written) => {
        if (!isLate) setHash(written);
      },
      (error: unknown) => console.error(error),
    );
    return () => {
      isLate = true;
    };
  }, [content, key]);
  return hash;
}

/** Null before there is a run. */
function useMomentAtRest(): Moment | null {
  const { history, length } = useApp(selectTrace);
  const anchor = useApp(selectAnchor);
  const step = useApp((state) => state.position);
  const isMoving = useApp(({ isFollowing, isPlaying }) => isPlaying || isFollowing);
  const [rested, setRested] = useState<Moment | null>(null);
  useEffect(() => {
    if (length > 0 && !isMoving) setRested({ anchor, step, timeUs: timeAt(history, step) });
  }, [anchor, step, length, history, isMoving]);
  return rested;
}
