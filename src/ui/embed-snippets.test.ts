import { expect, test } from 'vitest';
import { type Framed, SNIPPETS, snippetOf } from './embed-snippets.ts';

const FRAMED: Framed = {
  base: 'https://loopscope.example/app/',
  address: 'https://loopscope.example/app/#g/deadlock@ann%231%3Asuspend',
  title: 'A fork & a <knife> "both"',
  code: 'import asyncio\n\nif 1 < 2:\n    print("&")\n',
};
const FRAME = 'https://loopscope.example/app/embed.html#g/deadlock@ann%231%3Asuspend';

test('the frame has only what Canvas lets through, and no loading="lazy"', () => {
  const text = snippetOf('html', FRAMED);
  expect(text).toBe(
    `<iframe src="${FRAME}" width="100%" height="480" title="A fork &amp; a &lt;knife&gt; &quot;both&quot;"></iframe>`,
  );
  expect([...text.matchAll(/ ([a-z]+)=/g)].map(([, name]) => name)).toEqual(['src', 'width', 'height', 'title']);
});

test('the element holds the code, which is there without scripts', () => {
  const text = snippetOf('element', FRAMED);
  expect(text).toContain('<script src="https://loopscope.example/app/loop-scope.js"></script>');
  expect(text).toContain('<loop-scope src="#g/deadlock@ann%231%3Asuspend"');
  expect(text).toContain('if 1 &lt; 2:\n    print(&quot;&amp;&quot;)');
});

test('Sphinx has a frame in HTML, and elsewhere the code and a link', () => {
  expect(snippetOf('sphinx', FRAMED).split('\n').slice(6)).toEqual([
    ...['.. only:: not html', '', '   .. code-block:: python', ''],
    ...['      import asyncio', '', '      if 1 < 2:', '          print("&")', ''],
    `   \`Open in Loopscope <${FRAMED.address}>\`__`,
  ]);
});

test('notebooks, slides and a badge', () => {
  expect(snippetOf('jupyter', FRAMED)).toContain(`IFrame("${FRAME}", width="100%", height=480)`);
  expect(snippetOf('reveal', FRAMED)).toBe(
    `<section data-background-iframe="${FRAME}" data-background-interactive></section>`,
  );
  expect(snippetOf('slidev', FRAMED)).toBe(`---\nlayout: iframe\nurl: "${FRAME}"\n---`);
  expect(snippetOf('mkdocs', FRAMED)).toContain(`[A fork \\& a \\<knife\\> "both": open it`);
  expect(snippetOf('badge', FRAMED)).toBe(
    `[![Run in Loopscope](<https://loopscope.example/app/badge.svg>)](<${FRAMED.address}>)`,
  );
});

test('whatever the title is, it makes no element and no attribute', () => {
  const hostile = {
    ...FRAMED,
    title: '"><script>alert(1)</script>](x) onload="',
    code: '</code></loop-scope><script>',
  };
  for (const kind of SNIPPETS) {
    const text = snippetOf(kind, hostile);
    // In Sphinx the code stands in a block of its own, where nothing is HTML.
    const page = kind === 'sphinx' ? text.slice(0, text.indexOf('not html')) : text;
    expect(page.replaceAll('\\<', '')).not.toMatch(/<script>/);
  }
});
