/** What was answered and what is true, each with a word and a shape. */
import { type Answer, type ChoiceQuestion, letterOf, type OrderQuestion } from '../lesson/question.ts';
import { Shape } from './Verdicts.tsx';

interface TruthProps<Asked> {
  readonly question: Asked;
  readonly answer: Answer | null;
}

export function RevealedChoice({ answer, question: { options, truth } }: TruthProps<ChoiceQuestion>) {
  const chosen = answer?.kind === 'choice' ? answer.option : -1;
  return (
    <ol className="predict-options">
      {options.map(({ isLegal, text }, option) => {
        const isTruth = option === truth;
        const isChosen = option === chosen;
        return (
          <li
            key={text}
            className="predict-option"
            data-look={isTruth ? 'truth' : isChosen ? (isLegal ? 'also' : 'wrong') : isLegal ? 'also' : 'other'}
          >
            <span className="predict-letter">{letterOf(option)}</span>
            <span className="predict-text">{text}</span>
            <span className="predict-marks">
              {isTruth ? <Shape look="right" word="this happens" /> : null}
              {!isTruth && isLegal ? <Shape look="also" word="possible, too" /> : null}
              {isChosen ? <Shape look={isTruth || isLegal ? 'own' : 'wrong'} word="your answer" /> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** In the order of the run, with the place that each was given. */
export function RevealedOrder({ answer, question: { items, legal } }: TruthProps<OrderQuestion>) {
  const own = answer?.kind === 'order' ? answer.order : [];
  // Another legal order is shown as it was given: it is as right.
  const shown = legal.find((order) => order.every((item, index) => item === own[index])) ?? legal[0] ?? [];
  return (
    <ol className="predict-options">
      {shown.map((item, index) => {
        const place = own.indexOf(item);
        const isRight = place === index;
        return (
          <li key={item} className="predict-option" data-look={isRight ? 'truth' : 'other'}>
            <span className="predict-letter figures">{index + 1}</span>
            <span className="predict-text">{items[item]}</span>
            <span className="predict-marks">
              {place < 0 ? null : (
                <Shape look={isRight ? 'right' : 'wrong'} word={isRight ? 'as you said' : `you said ${place + 1}`} />
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
