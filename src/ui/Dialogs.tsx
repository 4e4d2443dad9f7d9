/** The dialog that is open. Each is loaded when its button is pointed at, focused or pressed. */
import { useEffect } from 'react';
import type { Chrome } from './chrome.ts';
import { MISSING, type Part, partOf, usePart } from './part.ts';
import { useChrome, useServices } from './services.ts';

interface DialogProps {
  readonly onClose: () => void;
}

export type DialogName = Exclude<Chrome['dialog'], 'none'>;

const PARTS: Readonly<Record<DialogName, Part<DialogProps>>> = {
  gallery: partOf(async () => (await import('./GalleryDialog.tsx')).GalleryDialog),
  share: partOf(async () => (await import('./ShareDialog.tsx')).ShareDialog),
  compare: partOf(async () => (await import('./CompareDialog.tsx')).CompareDialog),
  beside: partOf(async () => (await import('./BesideDialog.tsx')).BesideDialog),
  network: partOf(async () => (await import('./NetworkDialog.tsx')).NetworkDialog),
  panes: partOf(async () => (await import('./PanesDialog.tsx')).PanesDialog),
  help: partOf(async () => (await import('./HelpDialog.tsx')).HelpDialog),
};

export function Dialogs() {
  const dialog = useChrome((chrome) => chrome.dialog);
  const { chrome, voice } = useServices();
  const state = usePart(dialog === 'none' ? null : PARTS[dialog]);
  const isMissing = dialog !== 'none' && state.phase === 'missing';
  useEffect(() => {
    if (!isMissing) return;
    chrome.setState({ dialog: 'none' });
    voice.say(MISSING);
  }, [isMissing, chrome, voice]);
  if (dialog === 'none' || state.phase !== 'loaded') return null;
  return <state.Component onClose={() => chrome.setState({ dialog: 'none', beside: null })} />;
}

/** For a button that opens a dialog. */
export function aheadOf(name: DialogName) {
  return { onPointerEnter: PARTS[name].ahead, onFocus: PARTS[name].ahead };
}
