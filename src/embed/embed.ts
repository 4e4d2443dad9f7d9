/** What the components of the frame share, besides the services of the page. */
import { createContext, useContext } from 'react';
import { assert } from '../lib/assert.ts';
import type { Content } from './content.ts';
import type { Presentation } from './presentation.ts';
import type { Wire } from './wire.ts';

export interface Embed {
  readonly content: Extract<Content, { readonly ok: true }>;
  readonly presentation: Presentation;
  readonly wire: Wire;
  /** Opens another page in a tab of its own; false where the frame may not. */
  readonly openPage: (address: string) => boolean;
}

export const EmbedContext = createContext<Embed | null>(null);

export function useEmbed(): Embed {
  const embed = useContext(EmbedContext);
  assert(embed !== null, 'the components of the frame stand inside an EmbedContext');
  return embed;
}
