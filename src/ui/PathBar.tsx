/** Where the reader is on a guided path, what to look at here, and the way on. */
import { useState } from 'react';
import { PATHS } from '../scenario/gallery/paths.ts';
import type { Chrome } from './chrome.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';
import { useServices, useSession } from './services.ts';
import { walkTo } from './walk.ts';
import './paths.css';

export function PathBar({ at, id }: NonNullable<Chrome['path']>) {
  const services = useServices();
  const page = usePage();
  const slug = useSession(({ origin }) => (origin.kind === 'gallery' ? origin.entry.slug : ''));
  const [problem, setProblem] = useState('');
  const path = PATHS.find((each) => each.id === id);
  const step = path?.steps[at];
  if (path === undefined || step === undefined) return null;
  const { chrome } = services;
  const isHere = slug === step.slug;
  const isLast = at === path.steps.length - 1;
  const go = (to: number) => {
    walkTo(services, page, path, to).then(
      () => setProblem(''),
      (error: unknown) => {
        console.error(error);
        setProblem('This step could not be loaded. Check the connection and try again.');
      },
    );
  };
  return (
    <nav className="path-bar" aria-label={path.title}>
      <button type="button" className="link" onClick={() => chrome.setState({ dialog: 'gallery' })}>
        {path.title}
      </button>
      <span className="path-place figures">{`step ${at + 1} of ${path.steps.length}`}</span>
      <p role={problem === '' ? undefined : 'alert'}>
        {problem !== '' ? problem : isHere ? step.says : 'You have left the path to look at something else.'}
      </p>
      <span className="path-steps">
        {at > 0 && isHere ? (
          <button type="button" className="plain" onClick={() => go(at - 1)}>
            Back
          </button>
        ) : null}
        {!isHere ? (
          <button type="button" className="run-button" data-called="true" onClick={() => go(at)}>
            Back to the path
          </button>
        ) : isLast ? (
          <button
            type="button"
            className="run-button"
            onClick={() => chrome.setState({ path: null, dialog: 'gallery' })}
          >
            Done
          </button>
        ) : (
          <button type="button" className="run-button" data-called="true" onClick={() => go(at + 1)}>
            Next
          </button>
        )}
        <button
          type="button"
          className="plain icon-button"
          aria-label="Leave the path"
          title="Leave the path"
          onClick={() => chrome.setState({ path: null })}
        >
          <Icon name="close" size={12} />
        </button>
      </span>
    </nav>
  );
}
