/** A QR code as numbers: what is dark, as one SVG path. */
import { encode } from 'uqr';
import { QR_BYTES, QR_QUIET } from '../scenario/qr.ts';

export interface QrCode {
  readonly version: number;
  /** Modules of a side, without the quiet zone. */
  readonly modules: number;
  /** A side of the whole, in modules: the quiet zone included. */
  readonly side: number;
  /** Of the dark modules, each one unit wide, in a square of `side` units. */
  readonly path: string;
}

/** Null when it is longer than a code that phones can read. Level L, or a better one where the same version has room. */
export function qrCodeOf(text: string): QrCode | null {
  if (bytesOf(text) > QR_BYTES.large) return null;
  const { data, size, version } = encode(text, { ecc: 'L', boostEcc: true, border: QR_QUIET });
  return { version, modules: size - 2 * QR_QUIET, side: size, path: data.map(rowPath).join('') };
}

/** As a file, for paper and slides: it is as sharp at any size. */
export function qrFile({ path, side }: QrCode): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>\n`;
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Neighbours are drawn as one, so that no hair of light stands between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    let end = x + 1;
    while (row[end] === true) end++;
    path += `M${x} ${y}h${end - x}v1H${x}z`;
    x = end;
  }
  return path;
}
