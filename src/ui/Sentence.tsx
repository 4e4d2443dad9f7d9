/** What this step is, in one plain sentence, with its terms. */
import { selectNarration } from '../store/narration.ts';
import { selectTrace } from '../store/selectors.ts';
import { channelPiecesOf } from './channel-words.ts';
import { queuePiecesOf } from './queue-words.ts';
import { useApp } from './services.ts';
import { Termed } from './Term.tsx';
import { piecesOf } from './words.ts';

/** It is for reading first. */
const TERMS_MAX = 4;

export function Sentence() {
  const { brokers, isAcking } = useApp((state) => selectTrace(state).history.index);
  const find = isAcking ? queuePiecesOf : brokers > 0 ? channelPiecesOf : piecesOf;
  return <Termed text={useApp(selectNarration)} max={TERMS_MAX} find={find} />;
}
