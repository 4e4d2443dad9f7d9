/**
 * What the pages may load, and who may show them: the same in the build's meta tags, in its `_headers` and from our own server.
 *
 * A `<meta>` is not heard about who may frame a page, so on a host that reads no `_headers` anybody may frame all of them.
 */

/** @param {string} workers */
const policy = (workers) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    `worker-src ${workers}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

/** A page that was opened from a sandboxed frame has no origin either, and starts its worker from a blob. */
export const CSP = policy("'self' blob:");

/** Sent with every file. Scripts and data may be read by a frame that has no origin of its own. */
const EVERYWHERE = {
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
};

/** Files whose names change with what is in them. */
export const HASHED_FOLDERS = ['assets', 'workers'];
const FOR_EVER = 'public, max-age=31536000, immutable';

/** The one page that others may frame; some hosts leave `.html` away. */
const FRAMED = ['embed.html', 'embed'];

/** @typedef {Readonly<Record<string, string>>} Headers */

/**
 * @param {string} path Below the folder of the page.
 * @returns {Headers}
 */
export function headersFor(path) {
  const ancestors = FRAMED.includes(path) ? '*' : "'none'";
  const isHashed = HASHED_FOLDERS.some((folder) => path.startsWith(`${folder}/`));
  return {
    ...EVERYWHERE,
    'Content-Security-Policy': `${CSP}; frame-ancestors ${ancestors}`,
    'Cache-Control': isHashed ? FOR_EVER : 'no-cache',
  };
}

/**
 * `_headers`, as Netlify and Cloudflare Pages read it. Where two rules name one header both count, so no file may have two
 * policies: the folders and pages are named one by one, and `/*` says nothing about them.
 */
export function headersFile() {
  const rule = (/** @type {string} */ path, /** @type {Headers} */ headers) =>
    [`/${path}`, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  const of = (/** @type {string} */ path, /** @type {string} */ sample) => {
    const { 'Content-Security-Policy': csp = '', 'Cache-Control': cache = '' } = headersFor(sample);
    return rule(path, { 'Content-Security-Policy': csp, 'Cache-Control': cache });
  };
  const folders = [...HASHED_FOLDERS, 'lib', 's', 'about'];
  return [
    rule('*', EVERYWHERE),
    ...['', 'index.html', ...FRAMED].map((page) => of(page, page)),
    ...folders.map((folder) => of(`${folder}/*`, `${folder}/x`)),
  ].join('\n');
}
