/** The gallery as the page sees it. Its scenarios are our own, so they may run without being asked. */
import type { Scenario } from '../scenario/scenario.ts';

export interface GalleryMoment {
  readonly name: string;
  /** As in `scenario/moment.ts`: `stubborn#2:resume`. */
  readonly anchor: string;
  readonly text: string;
}

export interface GalleryEntry {
  readonly slug: string;
  readonly title: string;
  /** One or two sentences. */
  readonly text: string;
  readonly scenario: Scenario;
  /** The first is where it opens. */
  readonly moments: readonly GalleryMoment[];
  readonly claims: readonly string[];
}
