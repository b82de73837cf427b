// A person opens /graphql in a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { sleep, Webox } from './support/webox.mjs';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file => fs.existsSync(file));

describe('The explorer', { skip: executablePath ? false : 'no Chromium is installed' }, () => {
  let webox;
  let browser;
  before(async () => {
    webox = await Webox.start();
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => { await browser?.close(); await webox?.stop(); });

  test('loads without asking anyone else, shows the schema and runs a query', async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    const strangers = [];
    page.on('request', request => { if (!request.url().startsWith(webox.url) && !/^(data|blob):/.test(request.url())) strangers.push(request.url()); });
    await page.goto(`${webox.url}/graphql`);
    await page.getByRole('button', { name: 'Create Document' }).click();
    await page.getByText('Schema available').waitFor();

    // An editor that is still being set up loses what is typed.
    const editor = page.locator('.monaco-editor').first();
    do {
      await editor.click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('{ productBySlug(slug: "generateur-code-ia") { price { decimal } } }');
      await sleep(500);
    } while (!(await editor.innerText()).includes('productBySlug'));
    await page.getByText('Run ▷').click();
    await page.waitForFunction(() => document.body.innerText.includes('89.99'));

    assert.deepEqual(strangers, []);
  });
});
