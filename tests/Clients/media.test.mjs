// A browser plays what the sandbox makes: in a page, and at its own address.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import * as story from './support/story.mjs';
import { Webox } from './support/webox.mjs';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file => fs.existsSync(file));

describe('A browser', { skip: executablePath ? false : 'no Chromium is installed' }, () => {
  let webox;
  let customer;
  let browser;
  before(async () => {
    webox = await Webox.start();
    customer = await story.customerWithCredits(webox);
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
  });
  after(async () => { await browser?.close(); await webox?.stop(); });

  test('plays a sandbox video, in a page and at its own address', async () => {
    const { events, artifact } = await made('VIDEO', 'un phare dans la nuit');
    const percents = events.filter(event => event.__typename === 'GenerationAdvanced').map(event => event.progress);

    assert.deepEqual(percents, percents.toSorted((a, b) => a - b));
    assert.equal(artifact.mediaType, 'video/mp4');
    const film = { duration: 4, error: null, width: 256, height: 144 };
    assert.deepEqual(await played('video', artifact.url), film);
    assert.deepEqual(await playedAlone('video', artifact.url), film);
  });

  test('plays a sandbox sound, in a page and at its own address', async () => {
    const { artifact } = await made('AUDIO', 'un deux trois quatre');

    assert.equal(artifact.mediaType, 'audio/wav');
    assert.deepEqual(await played('audio', artifact.url), { duration: 1, error: null });
    assert.deepEqual(await playedAlone('video', artifact.url), { duration: 1, error: null });
  });

  /** Every event of a generation, and its file. */
  async function made(kind, prompt) {
    const { id } = await story.generate(webox, kind, prompt, customer.accessToken);
    const events = [];
    for await (const { generationProgress } of webox.subscribe(story.progress, { id }, customer.accessToken)) events.push(generationProgress);
    const { generation } = events.at(-1);
    assert.equal(generation.status, 'SUCCEEDED');
    return { events, artifact: generation.artifacts[0] };
  }

  async function played(tag, url) {
    const page = await browser.newPage();
    await page.setContent(`<${tag} muted src="${url.replaceAll('&', '&amp;')}"></${tag}>`);
    return readToTheEnd(page, tag);
  }

  // The browser makes a page of its own around a file; for sounds, too, with a video element.
  async function playedAlone(tag, url) {
    const page = await browser.newPage();
    await page.goto(url);
    return readToTheEnd(page, tag);
  }

  /** Plays fast to the end, which needs every picture decoded. The time only ends a test that would hang. */
  async function readToTheEnd(page, tag) {
    const seen = await page.locator(tag).evaluate(media => new Promise(resolve => {
      const say = error => resolve({ duration: media.duration, error, ...media.videoWidth && { width: media.videoWidth, height: media.videoHeight } });
      media.addEventListener('ended', () => say(null));
      media.addEventListener('error', () => say('not played'), { capture: true });
      setTimeout(() => say('not ended'), 30_000);
      Object.assign(media, { muted: true, playbackRate: 8 }).play().catch(error => say(String(error)));
    }));
    await page.close();
    return seen;
  }
});
