/** A QR code as elements of SVG, black on white in every theme, as scanners want it. */
import { useMemo } from 'react';
import { qrCodeOf } from './qr-code.ts';

interface QrCodeProps {
  readonly text: string;
  readonly label: string;
  /** Of the whole, in CSS pixels, at most. Modules are a whole number of pixels wide, and at least four. */
  readonly widthMax: number;
}

const MODULE_LEAST = 4;

/** Nothing where the text is too long for a code. */
export function QrCode({ label, text, widthMax }: QrCodeProps) {
  const code = useMemo(() => qrCodeOf(text), [text]);
  if (code === null) return null;
  const { path, side } = code;
  const width = side * Math.max(MODULE_LEAST, Math.floor(widthMax / side));
  return (
    <svg className="qr" role="img" aria-label={label} width={width} height={width} viewBox={`0 0 ${side} ${side}`}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
