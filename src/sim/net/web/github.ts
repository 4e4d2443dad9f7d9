/** api.github.com, as far as tutorials ask it: a user, a repository, lists of both. */
import type { Response } from './http.ts';
import { json } from './respond.ts';
import type { Asked } from './sites.ts';

const LIST_LENGTH = 5;

export function gitHubAnswer({ path, host, scheme }: Asked): Response {
  const base = `${scheme}://${host}`;
  const [kind, first = '', second, third] = path.split('/').slice(1);
  if (path === '/')
    return json({
      current_user_url: `${base}/user`,
      events_url: `${base}/events`,
      rate_limit_url: `${base}/rate_limit`,
    });
  if (kind === 'users' && first !== '' && second === undefined) return json(user(first, base));
  if (kind === 'users' && second === 'repos')
    return json(many((index) => repository(first, `project-${index + 1}`, base)));
  if ((kind === 'repos' || kind === 'orgs') && second !== undefined && third === undefined)
    return json(
      second === 'repos'
        ? many((index) => repository(first, `project-${index + 1}`, base))
        : repository(first, second, base),
    );
  if (kind === 'orgs' && first !== '') return json({ ...user(first, base), type: 'Organization' });
  if (path === '/events') return json(many((index) => ({ id: String(1000 + index), type: 'PushEvent', public: true })));
  if (path === '/zen') return { ...json(''), body: new TextEncoder().encode('Keep it logically awesome.') };
  return json({ message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' }, 404);
}

function many<T>(make: (index: number) => T): T[] {
  return Array.from({ length: LIST_LENGTH }, (_, index) => make(index));
}

function user(login: string, base: string): Record<string, unknown> {
  return {
    login,
    id: numberOf(login),
    url: `${base}/users/${login}`,
    html_url: `https://github.com/${login}`,
    type: 'User',
    name: login,
    public_repos: numberOf(`${login} repos`) % 90,
    followers: numberOf(`${login} followers`) % 5000,
    following: numberOf(`${login} following`) % 200,
  };
}

function repository(owner: string, name: string, base: string): Record<string, unknown> {
  return {
    id: numberOf(`${owner}/${name}`),
    name,
    full_name: `${owner}/${name}`,
    owner: { login: owner, id: numberOf(owner) },
    private: false,
    html_url: `https://github.com/${owner}/${name}`,
    url: `${base}/repos/${owner}/${name}`,
    description: `The repository ${name} of ${owner}`,
    language: 'Python',
    stargazers_count: numberOf(`${name} stars`) % 60_000,
    forks_count: numberOf(`${name} forks`) % 9000,
    open_issues_count: numberOf(`${name} issues`) % 700,
  };
}

/** The same for the same text. */
function numberOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 99_999_989;
  return hash;
}
