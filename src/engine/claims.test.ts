import { expect, test } from 'vitest';
import { CLAIMS } from '../scenario/gallery/claims.ts';
import { GALLERY } from '../scenario/gallery/gallery.ts';
import { decodeLink, encodeLink } from '../scenario/link.ts';
import { mainFile } from '../scenario/scenario.ts';
import { checkGallery, claimLines } from './claims.ts';

const faults = checkGallery(GALLERY);

test.each(GALLERY.map(({ slug }) => slug))('%s does what its check says, and its moments are where they are said to be', (slug) => {
  expect(faults.get(slug)).toEqual([]);
});
