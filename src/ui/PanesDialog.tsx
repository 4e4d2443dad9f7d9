/** Sizes of the panes without dragging: layouts to choose from, and each pane larger or smaller by a button. */
import { useReducer } from 'react';
import { useStore } from 'zustand';
import { Dialog } from './Dialog.tsx';
import { isArranged, PANE_LAYOUTS, PANE_WORDS } from './pane-layouts.ts';
import { clampSize, type Layout, PANE_NAMES, type PaneName, rangeOf, WIDE } from './panes.ts';
import { useMedia, useServices } from './services.ts';
import './panes-dialog.css';

const STEP_PERCENT = 5;

export function PanesDialog({ onClose }: { readonly onClose: () => void }) {
  const { panes, voice } = useServices();
  const layout: Layout = useMedia(WIDE) ? 'wide' : 'stacked';
  const sizes = useStore(panes, (state) => state[layout]);
  return (
    <Dialog title="Sizes of the panes" onClose={onClose}>
      <ul className="pane-layouts">
        {PANE_LAYOUTS.map(({ name, sizes: wanted, use }) => (
          <li key={name}>
            <button
              type="button"
              aria-pressed={isArranged(sizes, wanted[layout])}
              onClick={() => {
                panes.arrange(layout, wanted[layout]);
                voice.say(`Panes: ${name}`);
              }}
            >
              <strong>{name}</strong>
              <span className="soft">{use}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="pane-sizes">
        {PANE_NAMES.map((pane) => (
          <PaneSize key={pane} pane={pane} layout={layout} chosen={sizes[pane]} />
        ))}
      </div>
      <p className="soft">
        Borders can be dragged, too, or moved by the arrow keys when they have the focus. Sizes are remembered in this
        browser{layout === 'wide' ? '' : ', those of narrow windows by themselves'}.
      </p>
    </Dialog>
  );
}

interface PaneSizeProps {
  readonly pane: PaneName;
  readonly layout: Layout;
  /** Undefined: as designed. */
  readonly chosen: number | undefined;
}

function PaneSize({ chosen, layout, pane }: PaneSizeProps) {
  const { panes } = useServices();
  // What a pane has as designed is measured, and not known before it is drawn.
  const [, look] = useReducer((count: number) => count + 1, 0);
  const now = clampSize(layout, pane, chosen ?? panes.shares.get(pane) ?? 0);
  const [min, max] = rangeOf(layout, pane);
  const name = PANE_WORDS[pane];
  const resize = (percent: number | null) => {
    panes.resize(layout, pane, percent);
    look();
  };
  return (
    <fieldset className="pane-size">
      <legend className="unseen">{name}</legend>
      <span aria-hidden="true">{name}</span>
      <button
        type="button"
        className="run-button"
        aria-label={`${name} smaller`}
        aria-disabled={now <= min}
        onClick={() => resize(now - STEP_PERCENT)}
      >
        −
      </button>
      <output className="figures">{chosen === undefined ? 'as designed' : `${Math.round(now)} %`}</output>
      <button
        type="button"
        className="run-button"
        aria-label={`${name} larger`}
        aria-disabled={now >= max}
        onClick={() => resize(now + STEP_PERCENT)}
      >
        +
      </button>
      <button type="button" className="plain" aria-label={`${name} as designed`} onClick={() => resize(null)}>
        reset
      </button>
    </fieldset>
  );
}
