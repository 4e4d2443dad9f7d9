/** What the page can do and what it cannot, what becomes of what is typed into it, and whose work is in it. */
import { HEADLESS_LIMITS, PAGE_LIMITS } from '../engine/program.ts';
import { escaped, htmlPage } from './html.ts';
import type { Site } from './pages.ts';

/** What is sent to readers, with its licence. */
const PARTS: readonly (readonly [name: string, licence: string, what: string])[] = [
  [
    'CPython 3.14, parts of Lib',
    'PSF-2.0',
    'The standard library that programs import. Its licence lies beside it: lib/LICENSE.txt',
  ],
  ['React', 'MIT', 'The page'],
  ['Zustand', 'MIT', 'What the page remembers'],
  ['D3', 'ISC', 'Scales and shapes'],
  ['CodeMirror, Lezer', 'MIT', 'The editor'],
  ['pako', 'MIT and Zlib', 'zlib for programs'],
  ['py-ast', 'MIT', 'The parser of Python'],
];

export function aboutPage({ only, policy }: Site, modules: readonly string[]): string {
  const list = (items: readonly string[]) => ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'];
  const description =
    'What Loopscope runs, where its limits are, what becomes of your code, and under which licences it is.';
  const count = (value: number) => value.toLocaleString('en');
  const gallery = only?.length === 0 ? '' : '<a href="../s/">Gallery</a> ';
  return htmlPage(
    {
      ...{ title: 'About Loopscope', description, up: '../', head: [] },
      body: [
        `<header><a href="../">Loopscope</a> ${gallery}<a href="../about/">About</a></header>`,
        '<main>',
        '<h1>About Loopscope</h1>',
        '<p>Loopscope runs asynchronous Python on a Python of its own, in your browser, and draws every step: who runs, who waits, and why. Time is simulated, so the same program takes the same steps on every machine.</p>',
        '<h2>Privacy</h2>',
        '<p><strong>Your code never leaves this tab.</strong> There is no server that could take it: a link holds the program behind its <code>#</code>, a part of the address that browsers do not send. There are no cookies, no analytics, and nothing is loaded from any other host. Drafts and settings are kept in this browser only.</p>',
        '<h2>Limits</h2>',
        ...list([
          `A run in the page ends after ${count(PAGE_LIMITS.eventsMax)} recorded steps; at the command line after ${count(HEADLESS_LIMITS.eventsMax)}.`,
          'The network, processes and threads are simulated: a program reaches no real host, no file of yours and no real clock.',
          'It is made to be looked at, not to be fast: a loop of millions of instructions takes seconds.',
          'Reaching a limit ends the run with a sentence that says which; what was recorded can still be looked at.',
          'It shows what one run did. That another order is possible is shown by "Other orders", up to a bound.',
        ]),
        '<h2>Python</h2>',
        `<p>Python 3.14 as CPython has it, compared with CPython's own output. ${modules.length} modules can be imported:</p>`,
        `<p translate="no"><small>${modules.map((name) => `<code>${escaped(name)}</code>`).join(' ')}</small></p>`,
        '<p>Channels 1 and 4, Celery, Kombu, Redis and RabbitMQ are re-told: what they do with messages and time, not their code.</p>',
        '<h2>Licences</h2>',
        '<p>Loopscope is under the MIT licence. Programs and texts of the gallery are CC0-1.0: copy them without asking. What is sent with it:</p>',
        '<table><thead><tr><th scope="col">Part</th><th scope="col">Licence</th><th scope="col">For</th></tr></thead><tbody>',
        ...PARTS.map((part) => `<tr>${part.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`),
        '</tbody></table>',
        '<p>CPython in WebAssembly (Pyodide, MPL-2.0) is what results are compared with when Loopscope is tested. It is no part of the page.</p>',
        '</main>',
        '<footer><p>Your code never leaves your tab.</p></footer>',
      ],
    },
    policy,
  );
}
