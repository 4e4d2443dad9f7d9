import { expect, test } from './journey.ts';

test('the page comes up under a base path and a strict CSP', async ({ page }) => {
  const response = await page.goto('./');
  const policy = response?.headers()['content-security-policy'];
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  // Hosts that read such a file send the same.
  expect(await (await page.request.get('_headers')).text()).toContain(`  Content-Security-Policy: ${policy}\n`);
  await expect(page).toHaveTitle(/Loopscope$/);
  await expect(page.locator('#root')).not.toBeEmpty();
});

test("CPython's library lies beside the page, with its licence", async ({ page }) => {
  const index = await page.request.get('lib/index.json');
  expect(Object.keys(await index.json())).toContain('heapq');
  expect(await (await page.request.get('lib/heapq.py')).text()).toContain('def heappush(');
  expect(await (await page.request.get('lib/LICENSE.txt')).text()).toContain('PYTHON SOFTWARE FOUNDATION LICENSE');
});
