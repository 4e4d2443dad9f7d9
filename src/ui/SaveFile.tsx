/** The way to share what is too long for a link, or is to be kept. */
import { useState } from 'react';
import { FILE_EXTENSION, writeScenarioFile } from '../scenario/file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { usePage } from './page.ts';

export function SaveFile({ scenario }: { readonly scenario: Scenario }) {
  const page = usePage();
  const [problem, setProblem] = useState('');
  const save = () => {
    const file = writeScenarioFile(scenario);
    if (file.ok) page.download(`scenario${FILE_EXTENSION}`, file.text);
    setProblem(file.ok ? '' : file.sentence);
  };
  return (
    <>
      <p>
        <button type="button" className="link" onClick={save}>
          Save it as a file instead
        </button>
      </p>
      {problem === '' ? null : <p role="alert">{problem}</p>}
    </>
  );
}
