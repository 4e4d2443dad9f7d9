/** WCAG 2.5.8: what can be pressed is 24 by 24 pixels, or so far from the others that a circle of 24 fits around it. */
import type { Page } from '@playwright/test';

/** Those that are too small and too close. Exempt, as there: links within a sentence, and borders, which have buttons. */
export function crowdedTargets(page: Page, within: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const SIZE = 24;
    const root = document.querySelector(selector);
    const isInline = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent ?? '') !== element.textContent;
    const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    // Of what scrolls, the part in view.
    const seenOf = (element: Element) => {
      let { bottom, left, right, top } = element.getBoundingClientRect();
      for (let frame = element.parentElement; frame !== null && frame !== document.body; frame = frame.parentElement) {
        if (getComputedStyle(frame).overflow === 'visible') continue;
        const box = frame.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    // A radio that only screen readers see is pressed at its label.
    const pressed = (element: Element) =>
      element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
        ? (element.labels?.[0] ?? element)
        : element;
    const all = root?.querySelectorAll(
      'button:not(:disabled), a[href], input, select, textarea, summary, [role=slider], [role=tab]',
    );
    const targets = [...(all ?? [])]
      .map(pressed)
      .filter((element) => isShown(element) && !isInline(element))
      .map((element) => ({ element, box: seenOf(element) }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    const isSmall = ({ box }: (typeof targets)[number]) => box.width < SIZE - 0.5 || box.height < SIZE - 0.5;
    // What is cut off by scrolling can be scrolled to.
    const isSmallByItself = ({ element }: (typeof targets)[number]) => {
      const { height, width } = element.getBoundingClientRect();
      return width < SIZE - 0.5 || height < SIZE - 0.5;
    };
    const middleOf = (box: DOMRect) => ({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    const distance = (from: DOMRect, to: DOMRect) => {
      const { x, y } = middleOf(from);
      return Math.hypot(Math.max(to.left - x, 0, x - to.right), Math.max(to.top - y, 0, y - to.bottom));
    };
    const isClose = (one: (typeof targets)[number], other: (typeof targets)[number]) => {
      if (one.element.contains(other.element) || other.element.contains(one.element)) return false;
      if (distance(one.box, other.box) < SIZE / 2) return true;
      const [a, b] = [middleOf(one.box), middleOf(other.box)];
      return isSmall(other) && Math.hypot(a.x - b.x, a.y - b.y) < SIZE;
    };
    return targets.filter(isSmallByItself).flatMap((one) => {
      const other = targets.find((each) => each !== one && isClose(one, each));
      const { height, width } = one.box;
      const told = ({ element }: (typeof targets)[number]) =>
        `${element.className} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 30)}`;
      return other === undefined ? [] : [`${told(one)}: ${width}x${height}, close to ${told(other)}`];
    });
  }, within);
}
