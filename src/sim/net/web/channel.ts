/** How a host speaks on a connection, whether plain or through TLS. */
export interface Channel {
  /** Called with whatever has arrived; null: the other side will send no more, or the connection broke. */
  onBytes: (bytes: Uint8Array | null) => void;
  send(bytes: Uint8Array): void;
  /** After what was sent, closes. */
  end(): void;
}
