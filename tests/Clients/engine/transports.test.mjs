// GraphQL over HTTP, WebSocket and server-sent events, by the checks of others, against a small server around the engine.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run, runners, Server, skip } from './conformance.mjs';

const watch = sku => ({
  query: 'subscription S($sku: String!) { stockChanged(sku: $sku) { sku count } }', variables: { sku }, pick: 'stockChanged.count',
});
const trigger = sku => ({ query: `mutation T($n: Int!) { setStock(sku: "${sku}", count: $n) { count } }`, variables: { n: '$N' } });

describe('The transports', { skip }, () => {
  let server, folder, target;
  before(async () => {
    server = await Server.start();
    folder = runners();
    target = path.join(folder, 'target.json');
    fs.writeFileSync(target, JSON.stringify({
      url: server.url,
      wsUrl: server.socketUrl,
      sseUrl: server.url,
      activeUrl: `${server.origin}/active`,
      headers: {},
      connectionParams: {},
      badConnectionParams: { refuse: true },
      initTimeoutMs: 1000,
      query: { query: 'query Q { __typename }', expect: { __typename: 'Query' } },
      slowQuery: { query: '{ slow(milliseconds: 400) }' },
      subscription: watch('A'),
      subscription2: watch('B'),
      trigger: trigger('A'),
      trigger2: trigger('B'),
      finite: { query: 'subscription { countdown(from: 3) }', count: 3 },
      badVariables: { query: 'subscription S($sku: String!) { stockChanged(sku: $sku) { sku } }', variables: { sku: 5 } },
      settleMs: 150,
    }));
  });
  after(() => server?.stop());

  const suites = {
    'pass the audits of graphql-http and further checks': { script: 'audits/run.mjs', least: 91, parameters: () => ['--url', server.url, '--expect-count', '61'] },
    'pass the checks of graphql-transport-ws': { script: 'ws/run-ws.mjs', least: 80, parameters: () => ['--config', target] },
    // Left out above, since there a payload can be refused.
    'take a connection_init with payload null': {
      script: 'ws/run-ws.mjs', least: 1, parameters: () => ['--config', target, '--only', 'W11', '--set', 'badConnectionParams=null'],
    },
    'pass the checks of graphql-sse': { script: 'ws/run-sse.mjs', least: 18, parameters: () => ['--config', target] },
    'serve the clients graphql-ws and graphql-sse': { script: 'ws/run-clients.mjs', least: 17, parameters: () => ['--config', target] },
  };
  for (const [what, { script, least, parameters }] of Object.entries(suites)) {
    test(what, async t => {
      const { code, output, summary } = await run(folder, script, ...parameters());
      assert.equal(code, 0, output);
      assert.ok(Number(summary.match(/(\d+) passed/)?.[1]) >= least, output);
      assert.ok(server.isRunning);
      t.diagnostic(summary);
    });
  }
});

describe('In Production', { skip }, () => {
  test('only those audits fail that ask for introspection or send a plain GET', async () => {
    const server = await Server.start('--production=true');
    try {
      const folder = runners();
      const failed = async (...headers) => {
        const { output } = await run(folder, 'audits/run.mjs', '--url', server.url, '--expect-count', '61', ...headers);
        return [...output.matchAll(/^FAIL (\S+)/gm)].map(([, id]) => id).sort();
      };
      const introspection = ['28B9', '2EA1', '6A70', 'D6D5', 'X-UNICODE'];
      assert.deepEqual(await failed('--header', 'GraphQL-Preflight: 1'), introspection);
      assert.deepEqual(await failed(), [...introspection, '5A70', 'X-405', 'X-EMPTY-OP', 'X-EMPTY-VARS'].sort());
    } finally {
      await server.stop();
    }
  });
});
