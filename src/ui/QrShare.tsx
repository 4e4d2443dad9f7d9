/** The link as a QR code, with what it is good for: a projector, paper, or nothing, and then why. */
import { useMemo } from 'react';
import { qrUse } from '../scenario/qr.ts';
import { usePage } from './page.ts';
import { QrCode } from './QrCode.tsx';
import { bytesOf, type QrCode as QrCodePicture, qrCodeOf, qrFile } from './qr-code.ts';
import { SaveFile } from './SaveFile.tsx';
import type { ShareTabProps } from './shared.ts';

const WIDTH = 340;

export function QrShare({ shared: { link, scenario } }: ShareTabProps) {
  const address = link.phase === 'written' ? link.address : '';
  const code = useMemo(() => qrCodeOf(address), [address]);
  const page = usePage();
  const save = (drawn: QrCodePicture) =>
    page.download('loopscope-qr.svg', new Blob([qrFile(drawn)], { type: 'image/svg+xml' }));
  if (link.phase === 'writing') return null;
  if (link.phase === 'refused') return <p role="alert">{link.sentence}</p>;
  const use = qrUse(bytesOf(address), code?.modules ?? 0, link.slug !== null);
  return (
    <div className="share-qr">
      <QrCode text={address} label="QR code of the link" widthMax={WIDTH} />
      <div>
        <p>{use.sentence}</p>
        {code === null ? (
          <SaveFile scenario={scenario} />
        ) : (
          <>
            <p className="soft figures">
              Version {code.version}, {code.modules} × {code.modules} modules, {address.length} characters.
            </p>
            <button type="button" className="link" onClick={() => save(code)}>
              Save it as SVG
            </button>
          </>
        )}
      </div>
    </div>
  );
}
