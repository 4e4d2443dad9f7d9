/** The top line: the name, what is open, and what concerns the whole page. */
import { selectIsEdited } from '../store/selectors.ts';
import { perform } from './commands.ts';
import { aheadOf } from './Dialogs.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { ModeSwitch } from './ModeSwitch.tsx';
import { THEMES, type Theme } from './page.ts';
import { partOf, usePart } from './part.ts';
import { useApp, useServices, useSession, useSettings } from './services.ts';
import { titleOf } from './session.ts';
import './header.css';

const THEME_ICONS: Readonly<Record<Theme, IconName>> = {
  system: 'half',
  light: 'sun',
  dark: 'moon',
  contrast: 'contrast',
};
const THEME_WORDS: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
  contrast: 'high contrast',
};

export function Header() {
  const services = useServices();
  const scenario = useApp((state) => state.scenario);
  const isEdited = useApp(selectIsEdited);
  const origin = useSession((session) => session.origin);
  const [{ theme }, change] = useSettings();
  const title = titleOf(scenario, origin, isEdited);
  const nextTheme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  return (
    <header className="header">
      <PageTitle title={title} />
      <h1>Loopscope</h1>
      <button
        type="button"
        className="plain header-title"
        aria-haspopup="dialog"
        aria-label={`${title}. Open the gallery`}
        onClick={() => services.chrome.setState({ dialog: 'gallery' })}
        {...aheadOf('gallery')}
      >
        <span className="header-title-text">{title}</span>
        <Icon name="down" size={11} />
      </button>
      {scenario.author === null || origin.kind === 'gallery' || origin.kind === 'own' ? null : (
        <span className="header-author soft">by {scenario.author}</span>
      )}
      <ModeSwitch />
      <nav className="header-actions" aria-label="Page">
        <Badge />
        <button
          type="button"
          className="plain"
          title="Share (Ctrl+Shift+S)"
          onClick={() => perform(services, 'share')}
          {...aheadOf('share')}
        >
          Share
        </button>
        <button
          type="button"
          className="plain icon-button header-panes"
          aria-label="Sizes of the panes"
          title="Sizes of the panes"
          onClick={() => services.chrome.setState({ dialog: 'panes' })}
          {...aheadOf('panes')}
        >
          <Icon name="panes" />
        </button>
        <button
          type="button"
          className="plain icon-button"
          aria-label="Help"
          title="Help (?)"
          onClick={() => perform(services, 'help')}
          {...aheadOf('help')}
        >
          ?
        </button>
        <button
          type="button"
          className="plain icon-button"
          aria-label={`Theme: ${THEME_WORDS[theme]}`}
          title={`Theme: ${THEME_WORDS[theme]}`}
          onClick={() => change({ theme: nextTheme })}
        >
          <Icon name={THEME_ICONS[theme]} />
        </button>
      </nav>
    </header>
  );
}

/** Wanted as soon as a run is over. */
const BADGE = partOf(async () => (await import('./RunBadge.tsx')).RunBadge);

function Badge() {
  const isFinished = useApp((state) => state.run.phase === 'finished');
  const badge = usePart(isFinished ? BADGE : null);
  return isFinished && badge.phase === 'loaded' ? <badge.Component /> : null;
}

/** Names the step only while the playhead stands still. */
export function PageTitle({ title }: { readonly title: string }) {
  const step = useApp((state) => (state.isPlaying || state.run.phase !== 'finished' ? '' : `, step ${state.position}`));
  return <title>{`${title}${step} – Loopscope`}</title>;
}
