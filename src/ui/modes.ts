/** What the modes are called: on the switch, and when one is entered. */
import type { PageMode } from './chrome.ts';

interface ModeLook {
  readonly word: string;
  readonly title: string;
  readonly said: string;
}

export const MODE_LOOKS: Readonly<Record<PageMode, ModeLook>> = {
  explore: {
    word: 'Explore',
    title: 'Edit, run, and look at everything (Ctrl+1, or 1)',
    said: 'Explore mode.',
  },
  learn: {
    word: 'Learn',
    title: 'Predict what happens next, then see (Ctrl+2, or 2)',
    said: 'Learn mode: questions are asked on the way.',
  },
  present: {
    word: 'Present',
    title: 'Large, for a projector (Ctrl+3, or 3)',
    said: 'Present mode. Escape leaves it.',
  },
  handout: {
    word: 'Handout',
    title: 'On paper (Ctrl+4, or 4)',
    said: 'Handout: a preview of the printed pages.',
  },
};
