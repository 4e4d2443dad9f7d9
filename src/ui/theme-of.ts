/** What the style sheets know of the theme that the reader has chosen, and of what the system wants. */
import type { Theme } from './page.ts';

export function themeOf({ dataset }: HTMLElement, wantsContrast: MediaQueryList): (theme: Theme) => void {
  return (theme) => {
    dataset['theme'] = theme;
    const follow = () => {
      dataset['contrast'] = dataset['theme'] === 'contrast' || wantsContrast.matches ? 'more' : 'usual';
    };
    wantsContrast.onchange = follow;
    follow();
  };
}
