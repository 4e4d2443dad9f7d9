/** What is asked on the projector and on paper: the author's questions where there are any, else some that are made from the run. */
import { useMemo } from 'react';
import { lessonOf } from '../lesson/lesson.ts';
import type { Question } from '../lesson/question.ts';
import { selectWholeTrace } from '../store/selectors.ts';
import { useApp, useSession } from './services.ts';

/** In the order of the run; none before it is over. */
export function useQuestions(): readonly Question[] {
  const trace = useApp(selectWholeTrace);
  const isOver = useApp((state) => state.run.phase === 'finished');
  const asked = useApp((state) => state.scenario.questions);
  const origin = useSession((session) => session.origin);
  return useMemo(() => {
    if (!isOver) return [];
    const written = origin.kind === 'gallery' ? origin.entry.questions : [];
    const all = lessonOf(trace, asked, (prompt) => written.find((each) => each.prompt === prompt)?.because ?? '');
    const own = all.filter(({ prompt }) => prompt !== null);
    return own.length > 0 ? own : all;
  }, [trace, isOver, asked, origin]);
}
