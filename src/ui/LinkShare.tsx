/** A link to this step: short for an unchanged gallery scenario, else with the program in it. */
import { useId } from 'react';
import { BUDGETS, budgetFor } from '../scenario/budget.ts';
import { CopyRow } from './CopyRow.tsx';
import { SaveFile } from './SaveFile.tsx';
import type { SharedLink, ShareTabProps } from './shared.ts';

export function LinkShare({ shared: { link, scenario } }: ShareTabProps) {
  const field = useId();
  return (
    <>
      <label htmlFor={field}>Link</label>
      <CopyRow id={field} text={link.phase === 'written' ? link.address : ''} />
      <Budget link={link} />
      {link.phase === 'written' ? <Reader slug={link.slug} isAtStep={scenario.view.moment !== null} /> : null}
      <SaveFile scenario={scenario} />
    </>
  );
}

function Reader({ isAtStep, slug }: { readonly slug: string | null; readonly isAtStep: boolean }) {
  const where = isAtStep ? ' at this step' : '';
  return (
    <p className="soft">
      {slug === null
        ? `The reader sees the code first, and nothing runs by itself${where === '' ? '' : `; after Run, the page opens${where}`}. The program is in the link itself, and goes to no server.`
        : `The link opens the gallery's scenario${where} and runs it.`}
    </p>
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
