/** What covers the stage: nothing to be seen, so that the room looks at the presenter; or the way to this step. */
import { useEffect, useRef } from 'react';
import { QR_BYTES, qrUse } from '../../scenario/qr.ts';
import { perform } from '../commands.ts';
import { QrCode } from '../QrCode.tsx';
import { bytesOf, qrCodeOf } from '../qr-code.ts';
import { useServices } from '../services.ts';
import { useMoment, useShared } from '../shared.ts';
import { useSize } from '../size.ts';
import './cover.css';

export function PresentCover({ screen }: { readonly screen: 'blank' | 'qr' }) {
  const services = useServices();
  return screen === 'qr' ? (
    <QrScreen />
  ) : (
    <button
      type="button"
      className="present-blank"
      aria-label="The screen is blank. Show the stage"
      onClick={() => perform(services, 'blank')}
    />
  );
}

function QrScreen() {
  const services = useServices();
  const moment = useMoment();
  const here = useShared(moment).link;
  const whole = useShared(null).link;
  // Where the step makes the code too fine, the number of the step is said instead.
  const isHere = here.phase !== 'written' || bytesOf(here.address) <= QR_BYTES.screen;
  const link = isHere ? here : whole;
  const box = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const { height, width } = useSize(box);
  useEffect(() => close.current?.focus(), []);
  const address = link.phase === 'written' ? link.address : '';
  const code = qrCodeOf(address);
  const isGallery = link.phase === 'written' && link.slug !== null;
  const use = qrUse(bytesOf(address), code?.modules ?? 0, isGallery);
  return (
    <div className="present-qr">
      <div className="present-qr-code" ref={box}>
        {use.kind === 'screen' && height > 0 ? (
          <QrCode text={address} label="QR code of the link to this step" widthMax={Math.min(width, height)} />
        ) : null}
      </div>
      {link.phase === 'writing' ? null : use.kind === 'screen' ? (
        <p className="present-address mono" translate="no">
          {address}
          {isHere ? null : ` then G ${moment?.step ?? 0} Enter`}
        </p>
      ) : (
        <p role="alert" className="present-no-qr">
          {link.phase === 'refused'
            ? link.sentence
            : 'Only short links of the gallery can be read from a projector; this program is in its own link. Share has it as a link, a file, or a QR code for paper.'}
        </p>
      )}
      <button ref={close} type="button" className="run-button" onClick={() => perform(services, 'showQr')}>
        Back to the stage
      </button>
    </div>
  );
}
