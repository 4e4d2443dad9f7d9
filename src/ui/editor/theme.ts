/** The editor's looks, in the page's own colours: variables reach into the shadow root. */
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colour = (name: string) => ({ color: `var(--code-${name})` });

export const HIGHLIGHT = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword], ...colour('keyword') },
  { tag: [tags.string, tags.special(tags.string)], ...colour('string') },
  { tag: [tags.number, tags.bool, tags.null], ...colour('number') },
  { tag: tags.comment, ...colour('comment') },
  {
    tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)],
    ...colour('definition'),
  },
  { tag: tags.meta, ...colour('definition') },
]);

export const THEME = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--ink)', fontSize: 'var(--code-size, 13px)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-placeholder': { color: 'var(--ink-soft)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', fontVariantLigatures: 'none', lineHeight: '1.65', overflow: 'auto' },
  '.cm-content': { padding: '8px 0 40px', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--ground)', color: 'var(--ink-soft)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '30px', padding: '0 8px 0 0', fontVariantNumeric: 'tabular-nums' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'light-dark(#cfe0fb, #26406b)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--hairline-strong)',
  },
  '.ls-breakpoints': { width: '18px', cursor: 'pointer' },
  '.ls-breakpoints .cm-gutterElement': { display: 'grid', placeItems: 'center' },
  '.ls-breakpoints .cm-gutterElement:hover': { backgroundColor: 'var(--ground-soft)' },
  '.ls-breakpoint': {
    width: '10px',
    height: '10px',
    border: '2px solid var(--failed)',
    borderRadius: '50%',
    backgroundColor: 'var(--failed)',
    forcedColorAdjust: 'none',
  },
  '.ls-breakpoint.ls-conditional': { backgroundColor: 'transparent' },
  '.cm-lineNumbers': { cursor: 'pointer' },
  '.ls-arrows': { width: '20px', paddingLeft: '4px' },
  '.ls-arrow': { display: 'block', color: 'var(--running)' },
  '.ls-arrow svg': { display: 'block', width: '10px', marginTop: '0.3em' },
  '.cm-line.ls-running': { backgroundColor: 'var(--ground-line)', boxShadow: 'inset 3px 0 0 var(--running)' },
  '.cm-line.ls-hazard': {
    backgroundColor: 'var(--ground-soft)',
    boxShadow: 'inset 3px 0 0 var(--blocked)',
    outline: '1px dashed var(--blocked)',
    outlineOffset: '-1px',
  },
  '.cm-line.ls-site': {
    backgroundColor: 'var(--ground-soft)',
    boxShadow: 'inset 3px 0 0 var(--accent)',
    outline: '1px solid var(--accent)',
    outlineOffset: '-1px',
  },
  '.ls-await': { borderBottom: '2px solid currentColor', paddingBottom: '1px' },
  '.ls-mistake': { textDecoration: 'underline wavy var(--failed)', textUnderlineOffset: '3px' },
  '.cm-line.ls-mistaken': { boxShadow: 'inset 3px 0 0 var(--failed)' },
  '.ls-said': {
    display: 'block',
    padding: '2px 12px 4px 6px',
    boxShadow: 'inset 3px 0 0 var(--failed)',
    color: 'var(--failed)',
    font: '500 13px/1.4 var(--face)',
    whiteSpace: 'pre-wrap',
  },
  '.ls-tag': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '3px',
    marginLeft: '8px',
    padding: '0 6px',
    border: '1.5px solid currentColor',
    borderRadius: '9px',
    font: '600 11px/16px var(--face)',
    verticalAlign: 'text-bottom',
    backgroundColor: 'var(--ground)',
    userSelect: 'none',
  },
  '.cm-line .ls-tag:first-of-type': { marginLeft: '20px' },
  '.ls-tag svg': { width: '8px', height: '8px', display: 'block' },
  '.ls-more': { marginLeft: '8px', font: '11px/16px var(--face)', color: 'var(--ink-soft)' },
  '.ls-runs': { marginLeft: '20px', font: '600 11px/16px var(--face)', userSelect: 'none' },
  ...Object.fromEntries(Array.from({ length: 8 }, (_, hue) => [`.ls-hue-${hue}`, { color: `var(--hue-${hue})` }])),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, hue) => [
      `.ls-await.ls-hue-${hue}, .ls-await.ls-hue-${hue} *`,
      { color: 'inherit', borderBottomColor: `var(--hue-${hue})` },
    ]),
  ),
  '@media (forced-colors: active)': {
    '.cm-line.ls-running': { outline: '1px solid Highlight' },
  },
});
