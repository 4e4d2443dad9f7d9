/** A newer Loopscope is there. It waits until it is wanted. */
import { useStore } from 'zustand';
import { useServices } from './services.ts';

export function UpdateOffer() {
  const { chrome } = useServices();
  const use = useStore(chrome, ({ newer }) => newer);
  if (use === null) return null;
  return (
    <div className="banner">
      <p>A newer Loopscope is there. What you have written is kept.</p>
      <button type="button" className="link" onClick={use}>
        Use it now
      </button>
      <button type="button" className="link" onClick={() => chrome.setState({ newer: null })}>
        Later
      </button>
    </div>
  );
}
