/** What the page may load, and who may show it: the same in the build's meta tag, in its `_headers` and from our own server. */

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

export const CSP = DIRECTIVES.join('; ');

/** Sent with every file. Who may frame the page is a header's to say: a meta tag that says it is ignored. */
export const HEADERS = {
  'Content-Security-Policy': `${CSP}; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Files whose names change with what is in them. */
export const HASHED_FOLDERS = ['assets', 'workers'];
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile() {
  const rule = (/** @type {string} */ path, /** @type {Readonly<Record<string, string>>} */ headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  return [
    rule('/*', HEADERS),
    ...HASHED_FOLDERS.map((folder) => rule(`/${folder}/*`, { 'Cache-Control': FOR_EVER })),
  ].join('\n');
}
