/** The fingerprint of a run: two FNV-1a hashes of 32 bits over the same bytes, from different beginnings. */

const FNV_PRIME = 0x01000193;
const FNV_OFFSET = 0x811c9dc5;
const SECOND_OFFSET = 0x3c6ef372;

export class Hasher {
  private low = FNV_OFFSET;
  private high = SECOND_OFFSET;

  bytes(bytes: Uint8Array): void {
    let { low, high } = this;
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0;
      low = Math.imul(low ^ byte, FNV_PRIME);
      high = Math.imul(high ^ byte ^ (low >>> 16), FNV_PRIME);
    }
    this.low = low;
    this.high = high;
  }

  text(text: string): void {
    this.bytes(new TextEncoder().encode(`${text}\0`));
  }

  /** 16 lower-case hexadecimal digits. */
  digest(): string {
    return hex(this.high) + hex(this.low);
  }
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
