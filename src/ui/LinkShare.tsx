/** A link to this step: short for an unchanged gallery scenario, else with the program in it. */
import { useId } from 'react';
import { BUDGETS, budgetFor } from '../scenario/budget.ts';
import { shortFingerprint } from '../scenario/same-run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CopyRow } from './CopyRow.tsx';
import { TAB_WORDS, TABS } from './chrome.ts';
import { Propose } from './Propose.tsx';
import { SaveFile } from './SaveFile.tsx';
import type { SharedLink, ShareTabProps } from './shared.ts';

export function LinkShare({ shared: { link, scenario } }: ShareTabProps) {
  const field = useId();
  return (
    <>
      <label htmlFor={field}>Link</label>
      <CopyRow id={field} text={link.phase === 'written' ? link.address : ''} />
      <Budget link={link} />
      {link.phase === 'written' ? <Reader slug={link.slug} scenario={scenario} /> : null}
      <SaveFile scenario={scenario} />
      <Propose scenario={scenario} />
    </>
  );
}

/** What whoever opens the link gets to see. */
function Reader({ scenario, slug }: { readonly slug: string | null; readonly scenario: Scenario }) {
  const { engine, questions, view } = scenario;
  const where = view.moment === null ? 'the beginning' : `step ${view.moment.step}`;
  const tabs = TABS.filter((tab) => view.panes.includes(tab)).map((tab) => TAB_WORDS[tab]);
  return (
    <dl className="share-reader">
      <dt>Kind</dt>
      <dd>
        {slug === null
          ? 'The program is in the link itself. It goes to no server, and the link never expires.'
          : "A short link to the gallery's own scenario."}
      </dd>
      <dt>The reader sees</dt>
      <dd>
        {slug === null
          ? `the code first, and nothing runs by itself. After Run: ${where}${tabs.length === 0 ? '' : `, with ${tabs.join(', ')} open`}.`
          : `the run at once, at ${where}.`}
      </dd>
      {questions.length === 0 ? null : (
        <>
          <dt>Questions</dt>
          <dd>
            {questions.length}, without their answers: each page finds those in its own run. Anybody can, so this is not
            for graded exams.
          </dd>
        </>
      )}
      {engine === null || engine.fingerprint === '' ? null : (
        <>
          <dt>Run</dt>
          <dd>
            <code>{shortFingerprint(engine.fingerprint)}</code>
            {slug === null
              ? ": the reader's page says whether it makes the same run."
              : ': where a page shows the same four digits, it shows the same run.'}
          </dd>
        </>
      )}
    </dl>
  );
}

function Budget({ link }: { readonly link: SharedLink }) {
  if (link.phase === 'writing') return null;
  if (link.phase === 'refused') return <p role="alert">{link.sentence}</p>;
  const { length } = link.address;
  const budget = budgetFor(length);
  const at = budget === undefined ? -1 : BUDGETS.indexOf(budget);
  return (
    <div className="share-budget">
      <div className="share-bar" aria-hidden="true">
        {BUDGETS.map(({ kind }, index) => (
          <i key={kind} data-used={index <= at} />
        ))}
      </div>
      <p>
        <strong className="figures">{length.toLocaleString('en')} characters.</strong> {budget?.sentence}
      </p>
    </div>
  );
}
