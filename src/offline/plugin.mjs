/** Writes `sw.js`, the service worker with the list of all files of the page. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WORKER = new URL('worker.js', import.meta.url);
const OFF = new URL('off.js', import.meta.url);
const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
/** For others, or of no use without a network. */
const LEFT_OUT = /^(s\/|about\/|\.vite\/|_headers$|embed\.html$|screenshot\.png$|loop-scope\.js$|badge\.svg$)/;

/**
 * @param {{ readonly isOff: boolean }} options
 * @returns {import('vite').Plugin}
 */
export function offline({ isOff }) {
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const hash = createHash('sha256');
        const own = Object.values(bundle).map((file) => {
          hash.update(file.fileName).update(file.type === 'chunk' ? file.code : file.source);
          return file.fileName;
        });
        const files = [...own, ...readdirSync(PUBLIC)].filter((file) => !LEFT_OUT.test(file)).sort();
        const source = readFileSync(isOff ? OFF : WORKER, 'utf8')
          .replace('%VERSION%', hash.digest('hex').slice(0, 12))
          .replace('%FILES%', JSON.stringify(files));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}
