/** Giving a scenario to the gallery: as a file, and where there is a repository, with the way to it. */
import { useState } from 'react';
import { FILE_EXTENSION, writeScenarioFile } from '../scenario/file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { usePage } from './page.ts';
import { proposalOf } from './proposal.ts';
import { useServices } from './services.ts';

/** From `vite.config.ts`; empty: nobody has said where. */
declare const LOOPSCOPE_REPOSITORY: string;

const FOLDER = 'src/scenario/gallery';

export function Propose({ scenario }: { readonly scenario: Scenario }) {
  const page = usePage();
  const { voice } = useServices();
  const [told, setTold] = useState('');
  const propose = () => {
    const proposal = proposalOf(scenario);
    const file = proposal.ok ? writeScenarioFile(proposal.scenario) : proposal;
    const words = file.ok
      ? 'Saved, under CC0-1.0. Add a paragraph on what it shows, and send both to the gallery.'
      : file.sentence;
    if (proposal.ok && file.ok) page.download(`${proposal.name}${FILE_EXTENSION}`, file.text);
    setTold(words);
    voice.say(words);
  };
  return (
    <>
      <p>
        <button type="button" className="link" onClick={propose}>
          Propose this scenario for the gallery
        </button>
      </p>
      {told === '' ? null : (
        <p>
          {told}{' '}
          {LOOPSCOPE_REPOSITORY === '' ? null : (
            <a href={`${LOOPSCOPE_REPOSITORY}/upload/main/${FOLDER}`} target="_blank" rel="noopener noreferrer">
              Upload it on GitHub
            </a>
          )}
        </p>
      )}
    </>
  );
}
