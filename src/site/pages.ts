/** The page of one scenario, and the list of all. Read as they are, they need no script. */
import type { GalleryEntry } from '../scenario/gallery/entry.ts';
import { formatGalleryHash } from '../scenario/hash.ts';
import { endingSentence } from '../ui/ending-words.ts';
import { secondsText } from '../viz/marks.ts';
import { escaped, htmlPage } from './html.ts';
import { CARD } from './pictures.ts';
import type { Told, ToldMoment } from './run.ts';

export interface Site {
  /** Where the site will be, with a slash at its end; '' where that is not known: then addresses are relative. */
  readonly address: string;
  readonly policy: string;
  readonly hasCards: boolean;
  /** Slugs of the scenarios that get a page; null: all. */
  readonly only: readonly string[] | null;
}

const UP = '../../';

export function scenarioPage(entry: GalleryEntry, told: Told, { address, hasCards, policy }: Site): string {
  const { scenario, slug, text, title } = entry;
  const here = `${address === '' ? './' : `${address}s/${slug}/`}`;
  const description = text.length > 300 ? `${text.slice(0, 297).trimEnd()}…` : text;
  const open = hashOf(entry, null);
  return htmlPage(
    {
      ...{ title: `${title} – Loopscope`, description, up: UP },
      head: [
        ...(address === '' ? [] : [`<link rel="canonical" href="${escaped(here)}">`, meta('og:url', here)]),
        `<link rel="alternate" type="application/json+oembed" href="${escaped(here)}oembed.json" title="${escaped(title)}">`,
        meta('og:type', 'article'),
        meta('og:site_name', 'Loopscope'),
        meta('og:title', title),
        meta('og:description', description),
        ...(hasCards ? cardTags(`${here}card.png`, told.telling) : []),
      ],
      body: [
        header(),
        '<main>',
        `<h1>${escaped(title)}</h1>`,
        `<p>${escaped(text)}</p>`,
        `<p><a class="open" href="${UP}${escaped(open)}">Open it in Loopscope</a> It runs in your browser, step by step.</p>`,
        `<figure><img src="picture.svg" alt="${escaped(pictureWords(told))}">`,
        `<figcaption>${escaped(`Step ${told.telling.step}: ${told.telling.sentence}`)}</figcaption></figure>`,
        '<h2>Program</h2>',
        ...scenario.files.flatMap(({ name, text: code }) => [
          scenario.files.length === 1 ? '' : `<h3>${escaped(name)}</h3>`,
          `<pre translate="no"><code>${escaped(code)}</code></pre>`,
        ]),
        '<h2>What happens</h2>',
        `<p>${escaped(summary(told))}</p>`,
        '<ol>',
        ...told.moments.map((moment) => momentItem(entry, moment)),
        '</ol>',
        ...printed(told.stdout),
        '<h2>Questions</h2>',
        '<ul>',
        ...entry.questions.map(({ because, prompt }) => question(prompt, because)),
        '</ul>',
        '<h2>Change one thing</h2>',
        `<p>${escaped(entry.changeOneThing.text)}</p>`,
        '<h2>Sources</h2>',
        '<ul>',
        ...entry.sources.map((source) => `<li>${escaped(source)}</li>`),
        '</ul>',
        '</main>',
        footer(told.fingerprint),
      ].filter((line) => line !== ''),
    },
    policy,
  );
}

export function listPage(entries: readonly GalleryEntry[], { policy }: Site): string {
  const description = 'Scenarios of asyncio, Channels and Celery, each with its program and what happens in it.';
  const items = entries.map(({ slug, text, title }) => {
    const [first = ''] = text.split(/(?<=\.)\s/);
    return `<li><a href="${slug}/">${escaped(title)}</a> <span>${escaped(first)}</span></li>`;
  });
  const body = [header(), '<main>', '<h1>Gallery</h1>', '<ul class="list">', ...items, '</ul>', '</main>', footer('')];
  return htmlPage({ title: 'Gallery – Loopscope', description, up: '../', head: [], body }, policy).replaceAll(
    UP,
    '../',
  );
}

/** As oembed.com has it: a frame for whoever quotes the page. */
export function oembed({ slug, title }: GalleryEntry, { address, hasCards }: Site): string {
  const root = address === '' ? UP : address;
  const frame = `${root}embed.html${formatGalleryHash({ slug, beside: null, revision: null, moment: null })}`;
  return `${JSON.stringify({
    ...{ version: '1.0', type: 'rich', provider_name: 'Loopscope', title, width: 640, height: 480 },
    html: `<iframe src="${escaped(frame)}" width="640" height="480" title="${escaped(title)}"></iframe>`,
    ...(hasCards ? { thumbnail_url: `${root}s/${slug}/card.png`, thumbnail_width: CARD.width } : {}),
    ...(hasCards ? { thumbnail_height: CARD.height } : {}),
  })}\n`;
}

function cardTags(address: string, { sentence }: ToldMoment): readonly string[] {
  return [
    meta('og:image', address),
    meta('og:image:type', 'image/png'),
    meta('og:image:width', String(CARD.width)),
    meta('og:image:height', String(CARD.height)),
    meta('og:image:alt', sentence),
    '<meta name="twitter:card" content="summary_large_image">',
  ];
}

function meta(property: string, content: string): string {
  return `<meta property="${property}" content="${escaped(content)}">`;
}

function momentItem(entry: GalleryEntry, moment: ToldMoment): string {
  const { name, sentence, step, text, timeUs } = moment;
  const link = `<a href="${UP}${escaped(hashOf(entry, moment.anchor))}">${escaped(name)}</a>`;
  const at = `step ${step}, t = ${secondsText(timeUs)}`;
  return `<li>${link} <span class="at">${escaped(at)}</span><br>${escaped(sentence)} <em>${escaped(text)}</em></li>`;
}

function question(prompt: string, because: string): string {
  return `<li><details><summary>${escaped(prompt)}</summary><p>${escaped(because)}</p></details></li>`;
}

function printed(stdout: string): readonly string[] {
  return stdout === '' ? [] : ['<h2>Output</h2>', `<pre translate="no"><samp>${escaped(stdout)}</samp></pre>`];
}

function summary({ ending, trace }: Told): string {
  const { length, timeUs } = trace;
  const end = ending.kind === 'rejected' || ending.kind === 'crashed' ? '' : ` ${endingSentence(ending)}`;
  return `${length.toLocaleString('en')} steps in ${secondsText(timeUs)} of virtual time.${end} The moments worth seeing:`;
}

function pictureWords({ telling, trace }: Told): string {
  return `Who runs and who waits, up to step ${telling.step} of ${trace.length}. ${telling.sentence}`;
}

function hashOf({ slug }: GalleryEntry, anchor: string | null): string {
  const moment = anchor === null ? null : { anchor, step: 0, timeUs: 0 };
  return formatGalleryHash({ slug, beside: null, revision: null, moment });
}

function header(): string {
  return `<header><a href="${UP}">Loopscope</a> <a href="${UP}s/">Gallery</a> <a href="${UP}about/">About</a></header>`;
}

function footer(fingerprint: string): string {
  const run = fingerprint === '' ? '' : ` Fingerprint of this run: <code>${fingerprint}</code>.`;
  return `<footer><p>Program and text are CC0-1.0: copy them without asking. Your code never leaves your tab.${run}</p></footer>`;
}
