/** How a frame is put into pages of all sorts, as text to paste there. Whatever a scenario says is escaped for where it stands. */

export const SNIPPETS = ['html', 'element', 'mkdocs', 'sphinx', 'jupyter', 'reveal', 'slidev', 'badge'] as const;
export type Snippet = (typeof SNIPPETS)[number];

export const SNIPPET_WORDS: Readonly<Record<Snippet, string>> = {
  html: 'HTML: a frame',
  element: 'HTML: <loop-scope>',
  mkdocs: 'MkDocs, Markdown',
  sphinx: 'Sphinx',
  jupyter: 'Jupyter',
  reveal: 'reveal.js',
  slidev: 'Slidev',
  badge: 'Badge',
};

export const SNIPPET_NOTES: Readonly<Record<Snippet, string>> = {
  html: 'For any page, also where only plain frames are allowed, as in Canvas or Moodle.',
  element: 'The frame takes the height that it needs. The code inside is what is read where there are no scripts.',
  mkdocs: 'A frame, and a link for wherever the text is read without one.',
  sphinx: 'A frame in HTML; in PDF and elsewhere the code and a link.',
  jupyter: 'A cell whose output is the frame.',
  reveal: 'A slide; the frame is loaded when the slide comes.',
  slidev: 'A slide, for a Markdown deck.',
  badge: 'A small picture that links to the page, as for a README.',
};

export interface Framed {
  /** Of the whole page, with its fragment. */
  readonly address: string;
  /** The same before the fragment. */
  readonly base: string;
  readonly title: string;
  /** Of the main file. */
  readonly code: string;
}

export function snippetOf(kind: Snippet, framed: Framed): string {
  const { address, base, code } = framed;
  const title = framed.title === '' ? 'A program in Loopscope' : framed.title;
  switch (kind) {
    case 'html':
      return frame(framed, title);
    case 'element':
      return [
        `<script src="${html(new URL('loop-scope.js', base).href)}"></script>`,
        `<loop-scope src="${html(hashOf(address))}" title="${html(title)}"><pre><code>${html(code)}</code></pre></loop-scope>`,
      ].join('\n');
    case 'mkdocs':
      return `${frame(framed, title)}\n\n[${markdown(title)}: open it in Loopscope](<${address}>)`;
    case 'sphinx':
      return [
        ...['.. only:: html', '', '   .. raw:: html', '', `      ${frame(framed, title)}`, ''],
        ...['.. only:: not html', '', '   .. code-block:: python', ''],
        ...code
          .trimEnd()
          .split('\n')
          .map((line) => (line === '' ? '' : `      ${line}`)),
        ...['', `   \`Open in Loopscope <${address}>\`__`],
      ].join('\n');
    case 'jupyter':
      return `from IPython.display import IFrame\nIFrame(${JSON.stringify(framedAddress(framed))}, width="100%", height=480)`;
    case 'reveal':
      return `<section data-background-iframe="${html(framedAddress(framed))}" data-background-interactive></section>`;
    case 'slidev':
      return `---\nlayout: iframe\nurl: ${JSON.stringify(framedAddress(framed))}\n---`;
    case 'badge':
      return `[![Run in Loopscope](<${new URL('badge.svg', base).href}>)](<${address}>)`;
  }
}

/** Only what every list of allowed attributes lets through. */
function frame(framed: Framed, title: string): string {
  return `<iframe src="${html(framedAddress(framed))}" width="100%" height="480" title="${html(title)}"></iframe>`;
}

function framedAddress({ address, base }: Framed): string {
  return new URL(`embed.html${hashOf(address)}`, base).href;
}

function hashOf(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? '' : address.slice(at);
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function markdown(text: string): string {
  return text.replaceAll(/[\\[\]`*_<>&]/g, (character) => `\\${character}`);
}
