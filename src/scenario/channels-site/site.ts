/** The small site that the scenarios of Channels 1.x share: each brings what it shows, and these files where it has none of that name. */
import type { ScenarioFile } from '../scenario.ts';
import asgi from './asgi.py?raw';
import manage from './manage.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';
import settings from './settings.py?raw';
import urls from './urls.py?raw';

const SHARED: readonly ScenarioFile[] = [
  { name: 'routing.py', text: routing },
  { name: 'urls.py', text: urls },
  { name: 'settings.py', text: settings },
  { name: 'asgi.py', text: asgi },
  { name: 'manage.py', text: manage },
  { name: 'Procfile', text: procfile },
];

/** Its own files first, in their order. */
export function siteWith(own: Readonly<Record<string, string>>): readonly ScenarioFile[] {
  const brought = Object.entries(own).map(([name, text]) => ({ name, text }));
  return [...brought, ...SHARED.filter(({ name }) => !(name in own))];
}
