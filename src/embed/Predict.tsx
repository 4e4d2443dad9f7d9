/** The page's lesson in a frame: predict, then see. Each answer is told to the page around. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { LearnMode } from '../ui/LearnMode.tsx';
import { useLessons } from '../ui/lessons.ts';
import { useEmbed } from './embed.ts';

export function Predict() {
  const { wire } = useEmbed();
  const { lesson } = useLessons();
  const given = useStore(lesson, (state) => ('given' in state ? state.given.length : 0));
  useEffect(() => {
    const state = lesson.getState();
    const last = 'given' in state ? state.given[given - 1] : undefined;
    if (last === undefined || last.verdict === 'unjudged') return;
    // What is right by Python's rules is right, whether or not this run did it.
    wire.tell({ type: 'answer', qid: String(given), correct: last.verdict !== 'wrong' });
  }, [given, lesson, wire]);
  return (
    <div className="embed-predict">
      <LearnMode />
    </div>
  );
}
