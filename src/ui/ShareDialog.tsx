/** Sharing this step: as a link, a QR code, a picture or film, a frame in another page, or on paper. */
import { useId, useState } from 'react';
import { Dialog } from './Dialog.tsx';
import { LinkShare } from './LinkShare.tsx';
import { MISSING, type Part, partOf, usePart } from './part.ts';
import { type ShareTabProps, useMoment, useShared } from './shared.ts';
import { TabList } from './TabList.tsx';
import './share.css';

const TABS = ['link', 'qr', 'picture', 'embed', 'handout'] as const;
type ShareTab = (typeof TABS)[number];

const WORDS: Readonly<Record<ShareTab, string>> = {
  link: 'Link',
  qr: 'QR',
  picture: 'Picture',
  embed: 'Embed',
  handout: 'Handout',
};

const PARTS: Readonly<Record<Exclude<ShareTab, 'link'>, Part<ShareTabProps>>> = {
  qr: partOf(async () => (await import('./QrShare.tsx')).QrShare),
  picture: partOf(async () => (await import('./PictureShare.tsx')).PictureShare),
  embed: partOf(async () => (await import('./EmbedShare.tsx')).EmbedShare),
  handout: partOf(async () => (await import('./HandoutShare.tsx')).HandoutShare),
};

export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const moment = useMoment();
  const [isHere, setIsHere] = useState(moment !== null);
  const [tab, setTab] = useState<ShareTab>('link');
  const shared = useShared(isHere ? moment : null);
  const part = usePart(tab === 'link' ? null : PARTS[tab]);
  const id = useId();
  return (
    <Dialog title="Share" onClose={onClose}>
      {tab === 'picture' ? null : (
        <label className="share-here">
          <input
            type="checkbox"
            checked={isHere}
            disabled={moment === null}
            onChange={(event) => setIsHere(event.currentTarget.checked)}
          />
          {moment === null ? 'Run the program to share a step of it' : `Open at this step (${moment.step})`}
        </label>
      )}
      <TabList
        {...{ id, tab, tabs: TABS, words: WORDS, label: 'Ways to share', onChoose: setTab }}
        onAhead={(one) => one !== 'link' && PARTS[one].ahead()}
      />
      <div className="share-panel" id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`}>
        {tab === 'link' ? <LinkShare shared={shared} /> : null}
        {part.phase === 'loaded' ? <part.Component shared={shared} /> : null}
        {part.phase === 'missing' ? <p>{MISSING}</p> : null}
      </div>
    </Dialog>
  );
}
