/** How high the frame would be if nothing in it had to scroll. */

const HEIGHT_MIN = 240;
/** Higher than this, a frame is in the way of the page around it. */
const HEIGHT_MAX = 900;
/** What scrolls: side by side the longest counts, one below the other all of them. */
const CODE = '.embed-code, .cm-scroller';
const PICTURES = '.lanes-scroll, .queues-scroll, .output';

export function heightWanted(root: HTMLElement): number {
  const host = root.querySelector('.editor-host');
  const hidden = (selector: string, within: ParentNode | null | undefined) =>
    [...(within?.querySelectorAll<HTMLElement>(selector) ?? [])].map((each) => each.scrollHeight - each.clientHeight);
  const code = Math.max(0, ...hidden(CODE, root), ...hidden(CODE, host?.shadowRoot));
  const pictures = hidden(PICTURES, root).reduce((sum, each) => sum + each, 0);
  return Math.max(HEIGHT_MIN, Math.min(HEIGHT_MAX, Math.ceil(root.clientHeight + Math.max(code, pictures))));
}
