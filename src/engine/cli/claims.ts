/**
 * `npm run --silent claims`: runs the check of every gallery scenario and prints a line for each claim of the seed
 * document: its id, the scenarios that show it, and `pass`, `fail` or `none`. What failed is told on stderr.
 */
import { GALLERY } from '../../scenario/gallery/gallery.ts';
import { checkGallery, claimLines } from '../claims.ts';

/** Returns the exit code. */
export async function main(_args: readonly string[]): Promise<number> {
  const faults = checkGallery(GALLERY);
  const told = [...faults].flatMap(([slug, list]) => list.map((fault) => `${slug}: ${fault}\n`));
  process.stderr.write(told.join(''));
  const lines = claimLines(GALLERY, faults);
  const table = lines.map(({ id, slugs, verdict }) => `${id}\t${slugs.join(',') || '-'}\t${verdict}\n`);
  process.stdout.write(table.join(''));
  return lines.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
}
