/** What this step is, in one plain sentence, with its terms. */
import { selectNarration } from '../store/narration.ts';
import { useApp } from './services.ts';
import { Termed } from './Term.tsx';

/** It is for reading first. */
const TERMS_MAX = 4;

export function Sentence() {
  return <Termed text={useApp(selectNarration)} max={TERMS_MAX} />;
}
