/** Addresses of sockets: internet addresses in their usual text form, and paths of Unix sockets. */

export type Address =
  | { readonly family: 'inet' | 'inet6'; readonly host: string; readonly port: number }
  | { readonly family: 'unix'; readonly path: string };

export type Family = Address['family'];

export function isLoopback(host: string): boolean {
  return host.startsWith('127.') || host === '::1' || host === '0.0.0.0' || host === '::';
}

/** The address that takes what is sent to any address of this computer. */
export function isAny(host: string): boolean {
  return host === '0.0.0.0' || host === '::' || host === '';
}

/** Whether what listens at `bound` hears what is sent to `to`. */
export function listensTo(bound: string, to: string): boolean {
  if (isAny(bound)) return bound === '::' || !to.includes(':');
  return bound === to || (isAny(to) && isLoopback(bound) && bound.includes(':') === to.includes(':'));
}

/** `127.0.0.1:80`, `[::1]:80`, a path. */
export function addressText(address: Address | null): string {
  if (address === null) return '';
  if (address.family === 'unix') return address.path;
  return address.family === 'inet6' ? `[${address.host}]:${address.port}` : `${address.host}:${address.port}`;
}

export function isDottedAddress(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** Good enough to tell an address from a name; names have no colons. */
export function isColonAddress(text: string): boolean {
  return /^[0-9a-fA-F:]{2,39}$/.test(text) && text.includes(':');
}
