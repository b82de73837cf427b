// The client graphql-sse with one event stream for all its operations.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createClient } from 'graphql-sse';
import { sleep } from '../support/webox.mjs';
import { Server } from './conformance.mjs';

const watch = sku => ({ query: 'subscription ($sku: String!) { stockChanged(sku: $sku) { count } }', variables: { sku } });

describe('graphql-sse in single connection mode', () => {
  let server;
  before(async () => { server = await Server.start(); });
  after(() => server?.stop());

  const client = options => createClient({ url: server.url, singleConnection: true, retryAttempts: 0, ...options });
  const until = async condition => { while (!await condition()) await sleep(10); };
  const collect = (from, request) => {
    const seen = { counts: [], results: [] };
    seen.stop = from.subscribe(request, {
      next: result => { seen.results.push(result); seen.counts.push(result.data?.stockChanged?.count); },
      error: error => (seen.error = error),
      complete: () => (seen.isComplete = true),
    });
    return seen;
  };
  const set = (sku, count) => server.post('mutation ($sku: String!, $count: Int!) { setStock(sku: $sku, count: $count) { count } }', { sku, count });

  test('runs subscriptions and queries beside each other, and stops one', async () => {
    const own = client();
    const [a, b] = [collect(own, watch('A')), collect(own, watch('B'))];
    await until(async () => await server.active() === 2);
    const query = collect(own, { query: '{ __typename }' });
    await until(() => query.isComplete);
    assert.deepEqual(query.results, [{ data: { __typename: 'Query' } }]);

    await set('A', 1); await set('B', 2); await set('A', 3);
    await until(() => a.counts.length === 2 && b.counts.length === 1);
    assert.deepEqual([a.counts, b.counts], [[1, 3], [2]]);

    a.stop();
    await until(async () => await server.active() === 1);
    await set('A', 4); await set('B', 5);
    await until(() => b.counts.length === 2);
    assert.deepEqual(a.counts, [1, 3]);
    own.dispose();
    await until(async () => await server.active() === 0);
  });

  test('is told of what is invalid', async () => {
    const own = client();
    const refused = collect(own, { query: 'subscription { nope }' });
    await until(() => refused.error ?? refused.results.length);
    assert.ok(refused.error ?? refused.results[0].errors);
    own.dispose();
  });

  test('comes again after its stream was cut, with what it had subscribed to', async () => {
    const cuts = [];
    const own = client({
      retryAttempts: 3,
      retry: async () => {},
      fetchFn: (url, init) => {
        if (init?.method !== 'GET') return fetch(url, init);
        const cut = new AbortController();
        cuts.push(cut);
        return fetch(url, { ...init, signal: AbortSignal.any([init.signal, cut.signal]) });
      },
    });
    const seen = collect(own, watch('C'));
    await until(async () => await server.active() === 1);
    await set('C', 1);
    await until(() => seen.counts.length === 1);

    cuts[0].abort();
    await until(() => cuts.length === 2);
    await until(async () => { await set('C', 2); await sleep(20); return seen.counts.includes(2); });
    assert.equal(seen.error, undefined);
    own.dispose();
    await until(async () => await server.active() === 0);
  });
});
