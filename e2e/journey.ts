/**
 * Playwright's `test`, with a watch on every page: a console error, an uncaught exception, a request that fails or a
 * violation of the Content Security Policy fails the journey, wherever it happens.
 */
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

interface Watch {
  /** What went wrong so far. A journey that provokes an error on purpose empties it. */
  readonly complaints: string[];
  /** A page of somebody else: a browser without our storage, under the same watch. */
  readonly stranger: Page;
}

export const test = base.extend<Watch>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      await watch(context, complaints);
      await use(complaints);
      expect(complaints, 'errors and violations on the page').toEqual([]);
    },
    { auto: true },
  ],
  stranger: async ({ browser, complaints, contextOptions }, use) => {
    const context = await browser.newContext(contextOptions);
    await watch(context, complaints);
    await use(await context.newPage());
    await context.close();
  },
});

export { expect };

async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  await context.exposeFunction('loopscopeComplain', (text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const complain = Reflect.get(globalThis, 'loopscopeComplain');
      complain(
        `CSP: ${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  });
  context.on('page', (page) => watchPage(page, complaints));
}

function watchPage(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Whoever leaves a page gives up what it was still loading.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`response: ${response.status()} ${response.url()}`);
  });
}
