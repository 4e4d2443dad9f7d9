/** Sizes of paper. The style sheet names the same ones. */
import type { Paper } from '../chrome.ts';

/** Between margins of 12 mm, in CSS pixels of 1/96 inch. */
export const SHEET_PX: Readonly<Record<Paper, number>> = { a4: 702, letter: 725 };
