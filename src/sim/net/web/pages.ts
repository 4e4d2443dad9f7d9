/** Pages of a few hosts, and of all others. */
import type { Response } from './http.ts';
import { escapeHtml, failed, html } from './respond.ts';
import type { Asked } from './sites.ts';

/** Its other paths are pages like any: lectures fetch `example.com/1`, `/2`. */
export function exampleDomain({ path }: Asked): Response | null {
  if (path !== '/' && path !== '/index.html') return null;
  return html(`<!doctype html>
<html lang="en">
<head>
    <title>Example Domain</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
</head>
<body>
<div>
    <h1>Example Domain</h1>
    <p>This name is reserved for examples in documents. Nobody has to be asked before it is used in one.</p>
    <p><a href="https://www.iana.org/domains/example">More information...</a></p>
</div>
</body>
</html>
`);
}

export function pythonPage({ host, path }: Asked): Response {
  const title = host.startsWith('docs.') ? '3.14 Documentation' : 'Welcome to Python.org';
  const news = Array.from(
    { length: 40 },
    (_, index) => `      <li><a href="/news/${index + 1}/">Release note ${index + 1}</a></li>`,
  );
  return html(`<!doctype html>
<html lang="en" dir="ltr">
<head>
    <meta charset="utf-8">
    <title>${title}</title>
</head>
<body id="${path === '/' ? 'homepage' : 'page'}">
    <h1>${title}</h1>
    <p>Python is a programming language that lets you work quickly and integrate systems more effectively.</p>
    <ul>
${news.join('\n')}
    </ul>
</body>
</html>
`);
}

/** What a host shows that nobody has described. */
export function plainPage({ host, path }: Asked): string {
  const where = escapeHtml(`${host}${path === '/' ? '' : path}`);
  const links = ['about', 'news', 'contact'].map((name) => `    <li><a href="/${name}">${name}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${where}</title>
</head>
<body>
  <h1>${where}</h1>
  <p>A page of the simulated network.</p>
  <ul>
${links.join('\n')}
  </ul>
</body>
</html>
`;
}

export function notFoundPage(_asked: Asked): Response {
  return failed(404);
}
