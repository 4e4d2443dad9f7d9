/** All files of the site, run by run. Called in Node, by the build. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GALLERY } from '../scenario/gallery/gallery.ts';
import { aboutPage } from './about.ts';
import { listPage, oembed, type Site, scenarioPage } from './pages.ts';
import { cardPicture, pagePicture } from './pictures.ts';
import { toldRun } from './run.ts';

export interface Made {
  /** Below the folder of the site, and content. */
  readonly files: readonly (readonly [path: string, text: string])[];
  /** Cards yet to be drawn: the path of each, and its SVG. */
  readonly cards: readonly (readonly [path: string, svg: string])[];
}

/** Equal ones give equal files: of this program, which holds engine, pictures and gallery, and of what it is told. */
export function siteKey(site: Site, modules: readonly string[]): string {
  const program = readFileSync(fileURLToPath(import.meta.url));
  return createHash('sha256')
    .update(program)
    .update(JSON.stringify([site, modules]))
    .digest('hex')
    .slice(0, 24);
}

export function makeSite(site: Site, modules: readonly string[]): Made {
  const entries = GALLERY.filter(({ slug }) => site.only?.includes(slug) ?? true);
  const files: [string, string][] = [['about/index.html', aboutPage(site, modules)]];
  if (entries.length > 0) files.push(['s/index.html', listPage(entries, site)]);
  const cards: [string, string][] = [];
  for (const entry of entries) {
    const told = toldRun(entry);
    const folder = `s/${entry.slug}`;
    files.push(
      [`${folder}/index.html`, scenarioPage(entry, told, site)],
      [`${folder}/picture.svg`, pagePicture(entry.title, told)],
      [`${folder}/oembed.json`, oembed(entry, site)],
    );
    if (site.hasCards) cards.push([`${folder}/card.png`, cardPicture(entry.title, told)]);
  }
  return { files, cards };
}
