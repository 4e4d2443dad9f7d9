/** The browser's own dialog: it keeps the focus inside, closes on Escape and gives the focus back to its opener. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './Icon.tsx';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Open for as long as it is rendered. */
export function Dialog({ children, isWide = false, onClose, title }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    // Never closed here: an effect may run twice, and closing tells the owner to take the dialog away.
    if (element?.open === false) element.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" data-wide={isWide} aria-labelledby={heading} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain icon-button" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
