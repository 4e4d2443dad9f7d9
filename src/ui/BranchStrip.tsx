/** The runs of this program that are kept: which one is shown, and the way to the others. */
import { selectBranches } from '../store/selectors.ts';
import { BesideButton } from './BesideButton.tsx';
import { branchName } from './branch-words.ts';
import { aheadOf } from './Dialogs.tsx';
import { useActions, useApp, useServices } from './services.ts';
import './branches.css';

export function BranchStrip() {
  const branches = useApp(selectBranches);
  const run = useApp((state) => state.run);
  const actions = useActions();
  const { chrome } = useServices();
  if (branches.length === 0) return null;
  return (
    <div className="branches">
      <span className="branches-name" id="branches-name">
        Branches
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll sideways. */}
      <div className="branches-list" role="group" aria-labelledby="branches-name">
        {branches.map((branch) => (
          <button
            key={branch.run}
            type="button"
            className="plain branch"
            aria-pressed={branch === run}
            title={branchName(branch)}
            disabled={run.phase === 'running'}
            onClick={() => actions.showBranch(branch)}
          >
            <span>{branchName(branch)}</span>
          </button>
        ))}
      </div>
      {branches.length < 2 ? null : (
        <button
          type="button"
          className="plain"
          aria-haspopup="dialog"
          onClick={() => chrome.setState({ dialog: 'compare' })}
          {...aheadOf('compare')}
        >
          Compare
        </button>
      )}
      <BesideButton />
    </div>
  );
}
