/** Two scenarios side by side, under one playhead: the same crash in two worlds, a program and its mended twin, a switch off and on. */
import { useEffect, useMemo, useState } from 'react';
import { formatGalleryHash } from '../scenario/hash.ts';
import type { Side } from '../store/side-by-side.ts';
import { SIDES } from '../store/side-by-side.ts';
import { BesideRuns } from './BesideRuns.tsx';
import {
  type Choice,
  choicesFrom,
  firstPair,
  isOfGallery,
  type LoadedChoice,
  loadedPair,
  type Pair,
} from './beside-choices.ts';
import { Dialog } from './Dialog.tsx';
import { usePage } from './page.ts';
import { useApp, useChrome, useServices } from './services.ts';
import './beside.css';

export function BesideDialog({ onClose }: { readonly onClose: () => void }) {
  const { gallery, voice } = useServices();
  const page = usePage();
  const scenario = useApp((state) => state.scenario);
  const kept = useApp((state) => state.kept);
  const wish = useChrome((chrome) => chrome.beside);
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [chosen, setChosen] = useState<Partial<Record<Side, string>>>({});
  useEffect(() => {
    let isGone = false;
    gallery.list().then(
      (items) => {
        if (!isGone) setChoices(choicesFrom({ scenario, kept, items }));
      },
      (error: unknown) => console.error('The gallery could not be loaded.', error),
    );
    return () => {
      isGone = true;
    };
  }, [gallery, scenario, kept]);
  const pair = useMemo(() => firstPair(choices, wish, chosen), [choices, wish, chosen]);
  const loaded = useLoaded(pair);
  const share = async (hash: string) => {
    const isCopied = await page.copy(`${page.base}${hash}`);
    voice.say(isCopied ? 'The link is copied.' : 'The browser did not let the link be copied.');
  };
  const hash = pair !== null && SIDES.every((side) => isOfGallery(pair[side])) ? hashOf(pair.left, pair.right) : null;
  return (
    <Dialog title="Side by side" onClose={onClose} isWide>
      {pair === null ? null : (
        <>
          <div className="beside-head">
            {SIDES.map((side) => (
              <Select
                key={side}
                side={side}
                choices={choices}
                value={pair[side]}
                onChoose={(key) => setChosen((before) => ({ ...before, [side]: key }))}
              />
            ))}
            {hash === null ? null : (
              <button type="button" className="plain" onClick={() => void share(hash)}>
                Copy link
              </button>
            )}
          </div>
          {loaded === null ? null : (
            <BesideRuns key={`${loaded.left.key} ${loaded.right.key}`} left={loaded.left} right={loaded.right} />
          )}
        </>
      )}
    </Dialog>
  );
}

/** Null until the programs of the pair are there. */
function useLoaded(pair: Pair | null): Pair<LoadedChoice> | null {
  const { gallery } = useServices();
  const [loaded, setLoaded] = useState<Pair<LoadedChoice> | null>(null);
  useEffect(() => {
    let isGone = false;
    if (pair !== null)
      loadedPair(pair, gallery).then(
        (both) => {
          if (!isGone) setLoaded(both);
        },
        (error: unknown) => console.error('A scenario of the gallery could not be loaded.', error),
      );
    return () => {
      isGone = true;
    };
  }, [pair, gallery]);
  return loaded;
}

function hashOf(left: Choice, right: Choice): string {
  return formatGalleryHash({ slug: left.slug, beside: right.slug, revision: null, moment: null });
}

interface SelectProps {
  readonly side: Side;
  readonly choices: readonly Choice[];
  readonly value: Choice;
  readonly onChoose: (key: string) => void;
}

function Select({ choices, onChoose, side, value }: SelectProps) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <label>
      {side === 'left' ? 'Left' : 'Right'}{' '}
      <select value={value.key} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {groups.map((group) => (
          <optgroup key={group} label={group}>
            {choices
              .filter((choice) => choice.group === group)
              .map(({ key, words }) => (
                <option key={key} value={key}>
                  {words}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
