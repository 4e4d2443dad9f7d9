/** How the reader comes back to this step: address, QR code and fingerprint, or why there is no code. */
import { QR_BYTES, qrUse } from '../../scenario/qr.ts';
import { shortFingerprint } from '../../scenario/same-run.ts';
import { useStamp } from '../fingerprint.ts';
import { usePage } from '../page.ts';
import { QrCode } from '../QrCode.tsx';
import { bytesOf, qrCodeOf } from '../qr-code.ts';
import { useApp, useSession } from '../services.ts';
import { useMoment, useShared } from '../shared.ts';

export function WayBack() {
  const moment = useMoment();
  const { base } = usePage();
  const { link } = useShared(moment);
  const stamp = useStamp();
  const step = useApp((state) => state.position);
  const origin = useSession((session) => session.origin);
  const address = link.phase === 'written' ? link.address : '';
  const code = qrCodeOf(address);
  const bytes = bytesOf(address);
  const use = qrUse(bytes, code?.modules ?? 0, link.phase === 'written' && link.slug !== null);
  if (link.phase === 'writing') return null;
  const isPrinted = code !== null && use.kind !== 'none';
  return (
    <section className="way-back" aria-label="The way back">
      {isPrinted ? (
        <div className="way-back-code" data-size={use.kind === 'large' ? 'large' : 'usual'}>
          <QrCode text={address} label="QR code of the link to this step" widthMax={0} />
        </div>
      ) : (
        <p className="way-back-why">
          {link.phase === 'refused'
            ? link.sentence
            : `The link has ${address.length.toLocaleString('en')} characters, too many for a QR code on paper: open the file that goes with this sheet, or this page:`}
        </p>
      )}
      {use.kind === 'large' && isPrinted ? (
        <p>Test this code before you print many: not every phone reads it.</p>
      ) : null}
      <p className="way-back-address mono" translate="no">
        {isPrinted && bytes <= QR_BYTES.screen
          ? address
          : origin.kind === 'gallery'
            ? `${base}#g/${origin.entry.slug}`
            : base}
      </p>
      <p className="figures">
        Step {step}
        {stamp === null ? null : (
          <>
            , run <span className="mono">{shortFingerprint(stamp.fingerprint)}</span>
          </>
        )}
      </p>
    </section>
  );
}
