/** Four digits that name the run, and whether it is the one that its author saw. */
import { useId } from 'react';
import { type RunVerdict, runVerdict, shortFingerprint } from '../scenario/same-run.ts';
import type { EngineStamp } from '../scenario/scenario.ts';
import { selectIsEdited, selectIsStale } from '../store/selectors.ts';
import { useStamp } from './fingerprint.ts';
import { useApp, useSession } from './services.ts';
import './run-badge.css';

/** The mark beside the digits: never by colour alone. */
const MARKS: Readonly<Record<RunVerdict['kind'], string>> = {
  alone: '',
  same: '✓',
  edited: '≠',
  engine: '≠',
  other: '≠',
};
const WORDS: Readonly<Record<RunVerdict['kind'], string>> = {
  alone: '',
  same: ', the same as its author saw',
  edited: ', edited',
  engine: ', another than its author saw',
  other: ', another than its author saw',
};

/** Null while there is no run, or it is not over. */
export function useVerdict(): { readonly stamp: EngineStamp; readonly verdict: RunVerdict } | null {
  const stamp = useStamp();
  const author = useApp(({ original }) => original.engine);
  const isEdited = useApp(selectIsEdited);
  const isShared = useSession(({ origin }) => origin.kind !== 'own') || author !== null;
  return stamp === null ? null : { stamp, verdict: runVerdict({ author, here: stamp, isEdited, isShared }) };
}

export function RunBadge() {
  const judged = useVerdict();
  const isStale = useApp(selectIsStale);
  const id = useId();
  if (judged === null) return null;
  const { stamp, verdict } = judged;
  const digits = shortFingerprint(stamp.fingerprint);
  return (
    <>
      <button
        type="button"
        className="plain run-badge"
        data-verdict={verdict.kind}
        data-stale={isStale}
        popoverTarget={id}
        aria-label={`Run ${digits}${WORDS[verdict.kind]}`}
        title={`Run ${digits}${WORDS[verdict.kind]}`}
        translate="no"
      >
        <code>{digits}</code>
        {MARKS[verdict.kind] === '' ? null : <b aria-hidden="true">{MARKS[verdict.kind]}</b>}
      </button>
      <div id={id} popover="auto" className="run-note" role="dialog" aria-label={`Run ${digits}`}>
        <p>
          {isStale
            ? 'The program was edited after this run. Run it again: these digits change with the first character.'
            : verdict.sentence}
        </p>
        <dl>
          <dt>This run</dt>
          <dd translate="no">{stamp.fingerprint}</dd>
          <Author />
          <dt>Made by</dt>
          <dd>
            Loopscope {stamp.version}, Python {stamp.python}
          </dd>
        </dl>
      </div>
    </>
  );
}

function Author() {
  const author = useApp(({ original }) => original.engine);
  if (author === null || author.fingerprint === '') return null;
  return (
    <>
      <dt>Its author's</dt>
      <dd translate="no">{author.fingerprint}</dd>
    </>
  );
}
