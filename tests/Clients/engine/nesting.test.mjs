// Every construct that nests, a million deep, and what else is made to exhaust a server.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isFull, Server } from './conformance.mjs';

const deep = 1_000_000;
const nested = {
  'selection sets': '{a'.repeat(deep),
  'inline fragments': '{' + '...{'.repeat(deep / 2),
  'list values': '{a(b:' + '['.repeat(deep),
  'object values': '{a(b:' + '{c:'.repeat(deep),
  'list types': 'query($a:' + '['.repeat(deep),
  'variable defaults': 'query($a:Int=' + '['.repeat(deep),
  'directive arguments': '{a@b(c:' + '['.repeat(deep),
  'type system types': 'type T{a:' + '['.repeat(deep),
  'type system defaults': 'input I{a:Int=' + '{c:'.repeat(deep),
};
// No larger than what a server with the default limits reads at all.
const hostile = {
  ...Object.fromEntries(Object.entries(nested).map(([name, document]) => [name, document.slice(0, 200_000)])),
  'ten thousand aliases': `{${Array.from({ length: 10_000 }, (_, i) => `a${i}:__typename `).join('')}}`,
  'a web of fragments': `{...F0}${Array.from({ length: 150 }, (_, i) => `fragment F${i} on Query{__typename ${Array.from({ length: 150 }, (_, j) => `...F${j} `).join('')}}`).join('')}`,
  'ten thousand variables': `query(${Array.from({ length: 10_000 }, (_, i) => `$v${i}:Int `).join('')}){__typename}`,
};

describe('The server', () => {
  let server;
  before(async () => { server = await Server.start(); });
  after(() => server?.stop());

  for (const [name, document] of Object.entries(nested)) {
    test(`refuses ${name} a million deep`, async () => {
      const answer = await server.post(document);
      const { data, errors } = await answer.json();
      assert.deepEqual([answer.status, data, errors[0].extensions.code], [400, undefined, 'NESTED_TOO_DEEPLY'], JSON.stringify(errors));
      assert.ok(server.isRunning);
    });
  }

  test('refuses a hundred thousand fragments that spread each other, and JSON a million deep', async () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => `fragment f${i} on Query{...f${i + 1}}`).join('');
    assert.equal((await server.post('{...f0}' + chain)).status, 400);
    const body = `{"query":"query($a:[Int]){__typename}","variables":{"a":${'['.repeat(deep)}${']'.repeat(deep)}}}`;
    const answer = await fetch(server.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    assert.equal(answer.status, 400);
    assert.equal((await (await server.post('{ __typename }')).json()).data.__typename, 'Query');
  });

  test('answers a bystander while eight attackers send such documents', async t => {
    let isOver = false;
    const attackers = Array.from({ length: 8 }, async (_, i) => {
      for (let n = i; !isOver; n++) await (await server.post(Object.values(hostile)[n % Object.keys(hostile).length])).text();
    });
    const times = [];
    for (const end = performance.now() + (isFull ? 20_000 : 2_000); performance.now() < end;) {
      const began = performance.now();
      assert.equal((await server.post('{ __typename }')).status, 200);
      times.push(performance.now() - began);
    }
    isOver = true;
    await Promise.all(attackers);
    const p99 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
    t.diagnostic(`${times.length} answers to the bystander, p99 ${p99.toFixed(0)} ms`);
    assert.ok(times.length > 1, 'the bystander waited for the attackers');
  });
});
