/**
 * Whole numbers as bytes of variable length, small ones in one byte: what events (`writer.ts`, `reader.ts`) and keyframes
 * (`pack.ts`) are packed with.
 */

/** The most that one number takes. */
export const NUMBER_BYTES_MAX = 9;
const BYTES_AT_FIRST = 1 << 16;
const SMALL = 1 << 29;
/** The largest magnitude that takes one byte. */
const SMALLEST = 63;

export class ByteSink {
  protected bytes = new Uint8Array(BYTES_AT_FIRST);
  protected at = 0;

  /** The sign in the lowest bit, then the magnitude; exact for every safe integer. */
  protected signed(value: number): void {
    // Most are small: this part is short enough to stand in line wherever it is called.
    if (value >= -SMALLEST && value <= SMALLEST) this.bytes[this.at++] = value < 0 ? (-value << 1) | 1 : value << 1;
    else this.signedFar(value);
  }

  private signedFar(value: number): void {
    const magnitude = value < 0 ? -value : value;
    const sign = value < 0 ? 1 : 0;
    if (magnitude < SMALL) return this.unsigned((magnitude << 1) | sign);
    this.bytes[this.at++] = 0x80 | ((magnitude % 64) << 1) | sign;
    this.unsigned(Math.floor(magnitude / 64));
  }

  protected unsigned(value: number): void {
    const { bytes } = this;
    let rest = value;
    while (rest >= 128) {
      bytes[this.at++] = 0x80 | (rest % 128);
      rest = rest < SMALL * 4 ? rest >>> 7 : Math.floor(rest / 128);
    }
    bytes[this.at++] = rest;
  }

  /** Makes sure that so many bytes can be written. */
  protected reserve(more: number): void {
    if (this.at + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.at + more));
    grown.set(this.bytes.subarray(0, this.at));
    this.bytes = grown;
  }

  protected takeBytes(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.at);
    this.at = 0;
    return taken;
  }
}

export class ByteSource {
  /** The next byte to be read. */
  at: number;
  protected bytes: Uint8Array;

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  protected signed(): number {
    const first = this.bytes[this.at++] as number;
    const sign = first & 1;
    let magnitude = (first & 0x7f) >> 1;
    if (first >= 128) magnitude += this.unsigned() * 64;
    return sign === 0 ? magnitude : -magnitude;
  }

  protected unsigned(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] as number;
    if (byte < 128) return byte;
    let value = byte & 0x7f;
    for (let scale = 128; ; scale *= 128) {
      byte = bytes[this.at++] as number;
      value += (byte & 0x7f) * scale;
      if (byte < 128) return value;
    }
  }
}
