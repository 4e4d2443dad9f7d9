/** Which connections run over which links. */
import type { LinkState } from './wires.ts';
import type { Connection } from './world.ts';

/** Nothing arrives on it: a link between its two hosts is cut, by the name of the other one or by its address. */
export function isCutOff(links: readonly LinkState[], connection: Connection): boolean {
  return links.some((link) => link.isCut && isLinkOf(link, connection));
}

export function isLinkOf({ from, to }: LinkState, connection: Connection): boolean {
  const { kind, to: host, address } = connection;
  const isOf = (one: string, other: string) => one === connection.from && (other === host || other === address);
  return (kind === 'tcp' || kind === 'udp') && (isOf(from, to) || isOf(to, from));
}
