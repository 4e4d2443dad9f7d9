/** The questions of a handout with their steps; what stands below each is the page's. */
import type { ReactNode } from 'react';
import type { Question } from '../../lesson/question.ts';
import { selectWholeTrace } from '../../store/selectors.ts';
import { timeAt } from '../../trace/history.ts';
import { secondsText } from '../../viz/marks.ts';
import { useApp } from '../services.ts';

interface ListProps {
  readonly questions: readonly Question[];
  readonly below: (question: Question) => ReactNode;
}

export function QuestionList({ below, questions }: ListProps) {
  const { history } = useApp(selectWholeTrace);
  return questions.map((question) => (
    <li key={`${question.at} ${question.ask}`}>
      <p>
        <span className="figures">
          At step {question.at}, {secondsText(timeAt(history, question.at))}:
        </span>{' '}
        {question.prompt ?? question.ask}
      </p>
      {below(question)}
    </li>
  ));
}
