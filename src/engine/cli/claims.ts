/** `npm run --silent claims`: runs the check of every gallery scenario and prints a line for each claim. */

/** Returns the exit code. */
export async function main(_args: readonly string[]): Promise<number> {
  process.stderr.write('There is no gallery yet.\n');
  return 2;
}
