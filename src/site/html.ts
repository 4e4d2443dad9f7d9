/** HTML as text. Everything that is not ours to write goes through `escaped`. */

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export interface PageInput {
  readonly title: string;
  readonly description: string;
  /** From the page to the folder of the whole site: `../../`. */
  readonly up: string;
  /** What goes into the head besides. */
  readonly head: readonly string[];
  readonly body: readonly string[];
}

/** `policy` is the same as of the other pages. */
export function htmlPage({ body, description, head, title, up }: PageInput, policy: string): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<meta name="description" content="${escaped(description)}">`,
    `<title>${escaped(title)}</title>`,
    `<link rel="icon" href="${up}icon.svg" type="image/svg+xml">`,
    `<link rel="stylesheet" href="${up}s/site.css">`,
    ...head,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
