// GraphQL over HTTP, by the audits of the npm package graphql-http; and documents made to kill a parser.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { Webox } from './support/webox.mjs';

let webox;
before(async () => { webox = await Webox.start(); });
after(() => webox?.stop());

describe('Audits of graphql-http', () => {
  // The package offers its audits at once, without a server: only `fn` sends something.
  for (const audit of serverAudits({ url: () => `${webox.url}/graphql`, fetchFn: fetch })) {
    test(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      assert.equal(result.status, 'ok', result.reason);
    });
  }
});

describe('A document nested 100,000 deep', () => {
  const deep = 100_000;
  const documents = {
    'selection sets': '{a'.repeat(deep),
    'inline fragments': '{' + '...{'.repeat(deep / 2),
    'list values': '{a(b:' + '['.repeat(deep),
    'object values': '{a(b:' + '{c:'.repeat(deep / 2),
    'list types': 'query($a:' + '['.repeat(deep),
    'variable defaults': 'query($a:Int=' + '['.repeat(deep),
    'directive arguments': '{a@b(c:' + '['.repeat(deep),
    'input object types': 'input I{a:' + '['.repeat(deep),
  };
  for (const [name, document] of Object.entries(documents)) {
    test(`of ${name} is refused and the server lives`, async () => {
      const answer = await webox.post(document);
      const { errors, data } = await answer.json();
      assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
      assert.equal(data, undefined);
      assert.ok(errors[0].extensions.code, JSON.stringify(errors[0]));
      assert.equal((await webox.query('{ __typename }')).__typename, 'Query');
      assert.ok(webox.isRunning);
    });
  }

  test('of fragments that spread each other is refused and the server lives', async () => {
    const chain = Array.from({ length: 5_000 }, (_, i) => `fragment f${i} on Query{...f${i + 1}}`).join('');
    const answer = await webox.post('{...f0}' + chain);
    assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
    assert.equal((await webox.query('{ __typename }')).__typename, 'Query');
  });

  test('of JSON variables is refused and the server lives', async () => {
    const answer = await fetch(`${webox.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"query($a:[Int]){__typename}","variables":{"a":${'['.repeat(deep)}${']'.repeat(deep)}}}`,
    });
    assert.ok(answer.status >= 400 && answer.status < 500, `status ${answer.status}`);
    assert.equal((await webox.query('{ __typename }')).__typename, 'Query');
  });
});
