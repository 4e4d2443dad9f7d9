/** Opens the program in the page beside another. */
import { aheadOf } from './Dialogs.tsx';
import { useServices } from './services.ts';

export function BesideButton() {
  const { chrome } = useServices();
  return (
    <button
      type="button"
      className="plain"
      aria-haspopup="dialog"
      onClick={() => chrome.setState({ dialog: 'beside', beside: null })}
      {...aheadOf('beside')}
    >
      Side by side
    </button>
  );
}
