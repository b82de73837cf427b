// A server that is killed while a provider films: the next one goes on with the same job.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import * as story from './support/story.mjs';
import { sleep, temporaryFolder, Webox } from './support/webox.mjs';

describe('A video of a provider', () => {
  const provider = { created: 0, asked: 0, downloads: 0, isDone: false, film: null };
  let server;
  let settings;
  before(async () => {
    server = http.createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    settings = {
      WEBOX_DATA: temporaryFolder('video'),
      OPENAI_API_KEY: 'sk-test',
      WEBOX_OPENAI_BASE_URL: `http://127.0.0.1:${server.address().port}/v1`,
      WEBOX_LEGACY_MODELS: 'openai/sora-2',
    };
  });
  after(() => server.close());

  test('is paid once, although the server is killed while it is made', async () => {
    let webox = await Webox.start(settings);
    const customer = await story.customerWithCredits(webox);
    provider.film = await sandboxFilm(webox, customer);
    const { generation } = await webox.mutate(
      `mutation ($input: GenerateVideoInput!) { generateVideo(input: $input) { generation { id creditsHeld } errors { __typename ... on Error { message } } } }`,
      { input: { model: 'openai/sora-2', prompt: 'un phare', idempotencyKey: story.newKey() } }, customer.accessToken);
    while (provider.asked === 0) await sleep(50);
    await webox.kill();
    webox = await Webox.start(settings);
    provider.isDone = true;

    const { generation: done } = await end(webox, generation, customer);
    await webox.stop();

    assert.equal(done.status, 'SUCCEEDED');
    assert.deepEqual([generation.creditsHeld, done.credits], [80, 80]);
    assert.equal(done.artifacts[0].bytes, provider.film.length);
    assert.deepEqual([provider.created, provider.downloads], [1, 1]);
  });

  async function sandboxFilm(webox, customer) {
    const { generation } = await webox.mutate(
      `mutation ($input: GenerateVideoInput!) { generateVideo(input: $input) { generation { id } errors { __typename ... on Error { message } } } }`,
      { input: { model: 'sandbox/video', prompt: 'un film', idempotencyKey: story.newKey() } }, customer.accessToken);
    const { generation: { artifacts: [{ url }] } } = await end(webox, generation, customer);
    return Buffer.from(await (await fetch(url)).arrayBuffer());
  }

  async function end(webox, { id }, customer) {
    let last;
    for await (const { generationProgress } of webox.subscribe(story.progress, { id }, customer.accessToken)) last = generationProgress;
    return last;
  }

  // https://platform.openai.com/docs/api-reference/videos
  function answer(request, response) {
    const route = `${request.method} ${request.url}`;
    request.resume();
    if (route === 'POST /v1/videos') {
      provider.created++;
      say({ id: `video_${provider.created}`, status: 'queued', progress: 0 });
    } else if (route === 'GET /v1/videos/video_1') {
      provider.asked++;
      say({ id: 'video_1', status: provider.isDone ? 'completed' : 'in_progress', progress: provider.isDone ? 100 : 40 });
    } else if (route === 'GET /v1/videos/video_1/content') {
      provider.downloads++;
      response.writeHead(200, { 'content-type': 'video/mp4' }).end(provider.film);
    } else {
      response.writeHead(404).end('{}');
    }

    function say(body) { response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)); }
  }
});
