/** What fast-check cannot take away, because it shrinks choices and not text: whole lines. */

/**
 * The body of a program without the lines that it does not need.
 *
 * @param {string} text
 * @param {(text: string) => Promise<boolean>} isStillWrong
 */
export async function reduceLines(text, isStillWrong) {
  let lines = text.split('\n');
  for (let size = Math.ceil(lines.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < lines.length; ) {
      const fewer = [...lines.slice(0, at), ...lines.slice(at + size)];
      if (await isStillWrong(fewer.join('\n'))) lines = fewer;
      else at += size;
    }
  }
  return lines.join('\n');
}
