/**
 * What the journeys need of a browser, whoever drives it. Functions run inside the page: they see none of our variables,
 * and what they take and return is JSON.
 *
 * @typedef {object} Driven
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} open Until it has loaded.
 * @property {(expression: string) => Promise<string>} evaluate An expression of a promise of a string.
 * @property {(key: string) => Promise<unknown>} press One key, as `KeyboardEvent.key` has it.
 * @property {() => Promise<unknown>} close
 */

const PATIENCE_MS = 90_000;
const POLL_MS = 100;

/** The code points by which WebDriver names keys that are no characters. @type {Readonly<Record<string, string>>} */
const KEYS = { Enter: '\uE007', ArrowLeft: '\uE012', ArrowRight: '\uE014', Home: '\uE011', End: '\uE010' };

/**
 * @param {Driven} browser
 * @param {(...args: any[]) => unknown} inPage
 * @param {readonly unknown[]} args
 */
export async function run(browser, inPage, ...args) {
  const call = `(${inPage})(...${JSON.stringify(args)})`;
  return JSON.parse(await browser.evaluate(`(async () => JSON.stringify((await ${call}) ?? null))()`));
}

/**
 * Asks the page again and again.
 *
 * @param {Driven} browser
 * @param {string} what Is said when it never becomes true.
 * @param {(...args: any[]) => unknown} inPage
 * @param {readonly unknown[]} args
 */
export async function until(browser, what, inPage, ...args) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    const answer = await run(browser, inPage, ...args);
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
  throw new Error(`It never came to this: ${what}.`);
}

/** WebDriver's and BiDi's actions for one key. @param {string} key */
export function keyActions(key) {
  const value = KEYS[key] ?? key;
  const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
  return [{ type: 'key', id: 'keyboard', actions }];
}

/**
 * The first line of what a program writes that fits, or an error when it ends without one.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.ReadableStream | null} stream
 * @param {RegExp} pattern
 * @returns {Promise<string>} The first group.
 */
export function toldBy(child, stream, pattern) {
  return new Promise((done, failed) => {
    let text = '';
    stream?.on('data', (/** @type {Buffer} */ part) => {
      text += part;
      const found = pattern.exec(text);
      if (found !== null) done(found[1] ?? '');
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`${child.spawnfile} ended with ${code}: ${text.slice(-500)}`)));
  });
}
