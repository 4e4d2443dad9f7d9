/**
 * The IANA time zone database as the package moment-timezone packs it, for `zoneinfo`: a line a zone, with abbreviations,
 * offsets west of Greenwich in minutes, which of them follow one another, and the minutes between.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @returns {string} The source of the module `_zones`. */
export function readZones() {
  const path = createRequire(import.meta.url).resolve('moment-timezone/data/packed/latest.json');
  const { links, version, zones } = JSON.parse(readFileSync(path, 'utf8'));
  // The last field is how many people live there.
  const lines = zones.map((/** @type {string} */ zone) => zone.slice(0, zone.lastIndexOf('|')));
  const text = (/** @type {readonly string[]} */ of) => JSON.stringify(of.join('\n'));
  return `VERSION = ${JSON.stringify(version)}\nLINKS = ${text(links)}\nZONES = ${text(lines)}\n`;
}
