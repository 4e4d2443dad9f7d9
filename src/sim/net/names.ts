/** Names of hosts and their addresses. Every name that looks like one has an address, always the same. */
import { Prng } from '../../lib/prng.ts';
import { isColonAddress, isDottedAddress } from './address.ts';

/** Top-level domains that never exist (RFC 2606, RFC 6762), and names that say of themselves that they do not. */
const NEVER =
  /\.(invalid|test|local|localdomain|nope|nowhere)$|(non-?existent|does-?not-?exist|doesnt-?exist|no-?such|invalid-|notfound|unreachable-)/;
const NAME = /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/i;

/** What this computer is called. */
export const OWN_NAME = 'loopscope';

/** The hosts that programs write in lectures, with the addresses that documentation has for them. */
const WELL_KNOWN: Readonly<Record<string, string>> = { 'example.com': '93.184.215.14', 'one.one.one.one': '1.1.1.1' };

/** The IPv4 addresses of a name; none: there is no such name. */
export function addressesOf(name: string): readonly string[] {
  const lower = name.toLowerCase().replace(/\.$/, '');
  if (isDottedAddress(lower) || isColonAddress(lower)) return [lower];
  if (lower === 'localhost' || lower === OWN_NAME || lower.endsWith('.localhost')) return ['127.0.0.1'];
  if (!NAME.test(lower) || NEVER.test(lower)) return [];
  return [WELL_KNOWN[lower] ?? publicAddress(lower)];
}

/** 23.x to 198.x, not one of the private or reserved ranges. */
function publicAddress(name: string): string {
  const draw = new Prng(0).fork(`address of ${name}`);
  return `${23 + draw.below(76)}.${draw.below(256)}.${draw.below(256)}.${1 + draw.below(254)}`;
}

/** Addresses that lead nowhere: private networks, documentation (RFC 5737), multicast. */
export function isNowhere(host: string): boolean {
  return (
    /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|169\.254\.|22[4-9]\.|23\d\.|24\d\.|25[0-5]\.)/.test(
      host,
    ) || host.includes(':')
  );
}
