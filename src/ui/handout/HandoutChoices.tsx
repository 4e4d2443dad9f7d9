/** Which paper, and whether the solution is on a page of its own. Kept while the page is open. */
import { useId } from 'react';
import { PAPERS } from '../chrome.ts';
import { useChrome, useServices } from '../services.ts';

const WORDS: Readonly<Record<(typeof PAPERS)[number], string>> = { a4: 'A4', letter: 'Letter' };

export function HandoutChoices() {
  const { chrome } = useServices();
  const { hasSolution, paper } = useChrome(({ handout }) => handout);
  const id = useId();
  return (
    <div className="handout-choices">
      <fieldset>
        <legend className="unseen">Paper</legend>
        {PAPERS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={id}
              checked={paper === one}
              onChange={() => chrome.setState(({ handout }) => ({ handout: { ...handout, paper: one } }))}
            />
            {WORDS[one]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          checked={hasSolution}
          onChange={({ currentTarget: { checked } }) =>
            chrome.setState(({ handout }) => ({ handout: { ...handout, hasSolution: checked } }))
          }
        />
        Solution on a page of its own
      </label>
    </div>
  );
}
