/**
 * What a QR code of an address is good for, and how large it must be. A model, not a promise: a phone's preview of 1,920
 * pixels over 70 degrees, and four of them for each module, which is what decoders need when the picture is a little
 * blurred. Up to version 15 that is reliable; above it, one attempt in three works.
 */

export interface QrUse {
  readonly kind: 'screen' | 'paper' | 'large' | 'none';
  /** For people: how large, from how far, or what to do instead. */
  readonly sentence: string;
}

/** Bytes that fit into versions 6, 15 and 20 at error correction level L. */
export const QR_BYTES = { screen: 134, paper: 520, large: 858 } as const;
/** Of the quiet zone, on each side. */
export const QR_QUIET = 4;

const FIELD_RADIANS = (70 * Math.PI) / 180;
const PREVIEW_PIXELS = 1_920;
const PIXELS_A_MODULE = 4;

/** Centimetres from which a phone reads a code of so many modules a side, printed so wide, its quiet zone included. */
export function readableFromCm(widthCm: number, modules: number): number {
  const pixelAtOneCm = (2 * Math.tan(FIELD_RADIANS / 2)) / PREVIEW_PIXELS;
  return widthCm / ((modules + 2 * QR_QUIET) * PIXELS_A_MODULE * pixelAtOneCm);
}

/** `modules`: a side of the code; `isGallery`: a projector is for the short links of the gallery. */
export function qrUse(bytes: number, modules: number, isGallery: boolean): QrUse {
  const from = (widthCm: number) => Math.round(readableFromCm(widthCm, modules));
  if (isGallery && bytes <= QR_BYTES.screen) {
    const metres = (readableFromCm(80, modules) / 100).toFixed(1);
    return {
      kind: 'screen',
      sentence: `For a projector: shown 0.8 m wide, phones read it from ${metres} m away. On paper 4 cm are enough; then from ${from(4)} cm.`,
    };
  }
  if (bytes <= QR_BYTES.paper) {
    return {
      kind: 'paper',
      sentence: `For paper: print it at least 6 cm wide; phones then read it from ${from(6)} cm. It is too fine for a projector.`,
    };
  }
  if (bytes <= QR_BYTES.large) {
    return {
      kind: 'large',
      sentence: `For paper only, at least 8 cm wide; phones then read it from ${from(8)} cm. Test it before you print: not every phone reads one as fine as this.`,
    };
  }
  return {
    kind: 'none',
    sentence:
      'Too long for a QR code. Propose the program for the gallery, whose links are short, or hand it out as a file.',
  };
}
