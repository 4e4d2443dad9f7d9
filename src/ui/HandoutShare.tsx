/** What belongs on paper, so that its readers find their way back to this step. */
import { useId } from 'react';
import { QR_BYTES } from '../scenario/qr.ts';
import { CopyRow } from './CopyRow.tsx';
import { enter } from './commands.ts';
import { HandoutChoices } from './handout/HandoutChoices.tsx';
import { bytesOf } from './qr-code.ts';
import { useServices } from './services.ts';
import type { ShareTabProps } from './shared.ts';

export function HandoutShare({ shared: { link, scenario } }: ShareTabProps) {
  const field = useId();
  const services = useServices();
  const address = link.phase === 'written' ? link.address : '';
  const isShort = bytesOf(address) <= QR_BYTES.paper;
  const lines = [scenario.title, `Step ${scenario.view.moment?.step ?? 0}`, address];
  return (
    <>
      <HandoutChoices />
      <p>
        <button
          type="button"
          className="run-button"
          data-called="true"
          onClick={() => {
            services.chrome.setState({ dialog: 'none' });
            enter(services, 'handout');
          }}
        >
          Open the handout
        </button>
      </p>
      <label htmlFor={field}>For the foot of the page</label>
      <CopyRow id={field} rows={4} text={address === '' ? '' : lines.filter((line) => line !== '').join('\n')} />
      <p className="soft">
        {isShort
          ? 'The address fits in a QR code on paper, 6 cm wide.'
          : 'The address is too long for paper. Hand out the file, or share a scenario of the gallery, whose address is short.'}
      </p>
    </>
  );
}
