/** By what lanes can be folded together. */
export const GROUPINGS = ['none', 'function', 'parent', 'state'] as const;
export type Grouping = (typeof GROUPINGS)[number];
