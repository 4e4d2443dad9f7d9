/** The projector's end of the line to the presenter's window: tells what is shown, does what is pressed there. */
import { useEffect, useMemo, useRef } from 'react';
import { type Question, truthText } from '../../lesson/question.ts';
import type { GalleryMoment } from '../../scenario/gallery/entry.ts';
import { sentenceAt } from '../../store/narration.ts';
import { selectIsEdited, selectWholeTrace } from '../../store/selectors.ts';
import { timeAt } from '../../trace/history.ts';
import { resolveAnchor } from '../../trace/moment.ts';
import type { Trace } from '../../trace/trace.ts';
import { secondsText } from '../../viz/marks.ts';
import { perform } from '../commands.ts';
import { useApp, useChrome, useServices, useSession } from '../services.ts';
import { titleOf } from '../session.ts';
import { type Line, type Notes, openLine, type QuestionNote } from './presenter-channel.ts';

export function usePresenterLine(next: Question | null): void {
  const services = useServices();
  const notes = useNotes(next);
  const line = useRef<Line | null>(null);
  const latest = useRef(notes);
  latest.current = notes;
  useEffect(() => {
    const opened = openLine((message) => {
      if (message.kind === 'hello') opened?.send({ kind: 'notes', notes: latest.current });
      if (message.kind === 'press') perform(services, message.action);
    });
    line.current = opened;
    return () => opened?.close();
  }, [services]);
  useEffect(() => line.current?.send({ kind: 'notes', notes }), [notes]);
}

function useNotes(next: Question | null): Notes {
  const trace = useApp(selectWholeTrace);
  const position = useApp((state) => state.position);
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const isBlank = useChrome(({ screen }) => screen === 'blank');
  return useMemo(() => {
    const moments = origin.kind === 'gallery' ? placed(trace, origin.entry.moments) : [];
    return {
      title: titleOf(scenario, origin, isEdited),
      step: position,
      count: trace.length,
      time: secondsText(timeAt(trace.history, position)),
      sentence: sentenceAt(trace, position),
      isBlank,
      here: moments.findLast(({ place }) => place <= position)?.text ?? '',
      ahead: moments.find(({ place }) => place > position)?.text ?? '',
      question: next === null ? null : noteOf(next),
    };
  }, [trace, position, scenario, isEdited, origin, isBlank, next]);
}

function placed(trace: Trace, moments: readonly GalleryMoment[]) {
  return moments
    .flatMap(({ anchor, name, text }) => {
      const place = resolveAnchor(trace.history, anchor);
      return place === null ? [] : [{ place, text: `${name} (step ${place}): ${text}` }];
    })
    .sort((a, b) => a.place - b.place);
}

function noteOf(question: Question): QuestionNote {
  return {
    step: question.at,
    ask: question.prompt ?? question.ask,
    options: question.form === 'choice' ? question.options.map(({ text }) => text) : [],
    answer: truthText(question),
    reasons: [question.reason, question.form === 'free' ? '' : question.because].filter((text) => text !== ''),
  };
}
