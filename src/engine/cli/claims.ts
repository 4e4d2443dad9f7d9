/**
 * `npm run --silent claims`: runs the check of every gallery scenario and prints a line for each claim of the seed
 * document: its id, the scenarios that show it, and `pass`, `fail` or `none`. What failed is told on stderr.
 */
import { GALLERY } from '../../scenario/gallery/gallery.ts';
import { checkGallery, claimLines } from '../claims.ts';

/** Returns the exit code. */
export async function main(_args: readonly string[]): Promise<number> {
  const faults = checkGallery(GALLERY);
  for (const [slug, list] of faults) for (const fault of list) process.stderr.write(`${slug}: ${fault}\n`);
  const lines = claimLines(GALLERY, faults);
  for (const { id, slugs, verdict } of lines) process.stdout.write(`${id}\t${slugs.join(',') || '-'}\t${verdict}\n`);
  return lines.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
}
