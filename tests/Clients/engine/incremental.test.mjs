// @defer and @stream: random documents for the engine and for graphql-js 17, which must come to the same data by the same payloads, and
// clients that put the parts together.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client, fetchExchange, gql } from '@urql/core';
import * as graphql from 'graphql17';
import { meros } from 'meros/browser';
import { Chance } from '../support/random.mjs';
import { engine, isFull, runners, Server, skip } from './conformance.mjs';
import { deferredDocument, hashResolver, incrementalSchema } from './incremental-requests.mjs';

/** What a client has when all payloads are there, and what they said where the draft leaves no choice. */
function assemble(payloads) {
  const [{ data, errors = [] }] = payloads;
  const known = new Map(), said = [], items = new Map();
  const at = place => place.reduce((value, key) => value[key], data);
  for (const payload of payloads) {
    for (const { id, path, label } of payload.pending ?? []) {
      assert.ok(!known.has(id), `${id} is announced twice`);
      known.set(id, { path, label });
      if (label?.startsWith('s')) items.set(label + path, []);
    }
    for (const entry of payload.incremental ?? []) {
      const { path, label } = known.get(entry.id);
      const place = [...path, ...entry.subPath ?? []];
      if (entry.items) {
        at(place).push(...entry.items);
        items.get(label + path).push(...structuredClone(entry.items));
      } else {
        said.push(`data ${place} ${JSON.stringify(sorted(entry.data))}`);
        Object.assign(at(place), entry.data);
      }
      errors.push(...entry.errors ?? []);
    }
    for (const { id, errors: reasons } of payload.completed ?? []) {
      const { path, label } = known.get(id);
      known.delete(id);
      // What another fragment has brought already is not announced, which depends on who is faster. So only failures are compared, without
      // their reasons: of several the first is told.
      if (reasons) said.push(`failed ${label} ${path}`);
    }
  }
  assert.equal(known.size, 0, 'something was announced and never completed');
  for (const payload of payloads.slice(0, -1)) assert.equal(payload.hasNext, true);
  assert.notEqual(payloads.at(-1).hasNext, true);
  for (const [stream, list] of items) if (list.length > 0) said.push(`items ${stream} ${list.length}`);
  return { data: sorted(data), errors: [...new Set(errors.map(({ path }) => nullOf(data, path)))].sort(), said: said.sort() };
}

/** The null that an error became. Of several errors below one null it is open which are told. */
function nullOf(data, path) {
  let value = data, length = 0;
  while (value !== null && value !== undefined && length < path.length) value = value[path[length++]];
  return `${path.slice(0, length)}`;
}

const sorted = value => Array.isArray(value) ? value.map(sorted)
  : value && typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])])) : value;

async function ofReference(schema, document, contextValue) {
  const result = await graphql.experimentalExecuteIncrementally({ schema, document, contextValue, rootValue: {} });
  if (!('initialResult' in result)) return [JSON.parse(JSON.stringify(result))];
  const payloads = [result.initialResult];
  for await (const payload of result.subsequentResults) payloads.push(payload);
  return JSON.parse(JSON.stringify(payloads));
}

const chance = new Chance();
const seed = Number(process.env.WEBOX_SEED ?? chance.below(2 ** 30));
const count = isFull ? 20_000 : 400;

describe(`Of ${count} random documents with deferred fragments and streamed lists (seed ${seed})`, { skip }, () => {
  test('each comes to the data of graphql-js 17 by the payloads that the draft demands', async t => {
    const folder = runners();
    const { Host } = await import(pathToFileURL(path.join(folder, 'host/client.mjs')));
    const { fnv1a } = await import(pathToFileURL(path.join(folder, 'host/hash.mjs')));
    const schema = graphql.buildSchema(incrementalSchema);
    for (const type of Object.values(schema.getTypeMap())) {
      if (graphql.isObjectType(type) && !type.name.startsWith('__')) {
        for (const field of Object.values(type.getFields())) field.resolve = hashResolver(graphql, fnv1a);
      }
      if (graphql.isAbstractType(type)) type.resolveType = value => value.type;
    }
    const host = new Host(engine, { timeoutMs: 20_000 });
    await host.start();
    let inParts = 0, failed = 0, refused = 0;
    try {
      for (let number = 0; number < count; number++) {
        const data = { mode: 'hash', seed: `${seed + number}`, listMax: 3, nullEvery: 9, errorEvery: 23 };
        const text = deferredDocument(seed + number);
        const document = graphql.parse(text);
        const problems = graphql.validate(schema, document);
        const answer = await host.ask({ op: 'execute', schema: [incrementalSchema], document: text, validate: true, calls: false, incremental: true, data });
        const place = `seed ${seed + number}: ${text}`;
        assert.equal(answer.ok, problems.length === 0, `${place}\n${problems}\n${JSON.stringify(answer)}`);
        if (!answer.ok) { refused++; continue; }
        const theirs = assemble(await ofReference(schema, document, data)), ours = assemble(answer.payloads);
        inParts += answer.payloads.length > 1;
        failed += ours.said.some(what => what.startsWith('failed'));
        assert.deepEqual(ours, theirs, `${place}\n${JSON.stringify(answer.payloads)}`);
      }
      assert.ok(inParts > count / 3 && failed > 0, `${inParts} came in parts, in ${failed} a part failed`);
      t.diagnostic(`${inParts} came in parts, in ${failed} a part failed, ${refused} were refused by both`);
    } finally {
      host.stop();
    }
  });
});

describe('A client that reads parts', () => {
  const document = '{ __typename ... @defer(label: "slow") { slow(milliseconds: 50) } }';
  let server;
  before(async () => (server = await Server.start('--incremental=true')));
  after(() => server?.stop());

  test('has them from meros as they come', async () => {
    const response = await server.post(document, undefined, { accept: 'multipart/mixed, application/json' });
    const parts = [];
    for await (const part of await meros(response)) parts.push(part);
    assert.deepEqual(parts.map(part => part.json), [true, true]);
    assert.deepEqual(parts.map(part => part.body), [
      { data: { __typename: 'Query' }, pending: [{ id: '0', path: [], label: 'slow' }], hasNext: true },
      { hasNext: false, incremental: [{ id: '0', data: { slow: 50 } }], completed: [{ id: '0' }] },
    ]);
  });

  for (const [name, accept] of Object.entries({ 'a multipart response': undefined, 'an event stream': 'text/event-stream' })) {
    test(`has them put together by urql from ${name}`, async () => {
      const client = new Client({
        url: server.url, exchanges: [fetchExchange], preferGetMethod: false,
        fetchOptions: accept ? { headers: { accept } } : {},
      });
      const results = await new Promise((resolve, reject) => {
        const results = [];
        client.query(gql(document), {}).subscribe(result => {
          if (result.error) reject(result.error);
          results.push({ data: result.data, hasNext: result.hasNext });
          if (!result.hasNext) resolve(results);
        });
      });
      assert.deepEqual(results.at(-1), { data: { __typename: 'Query', slow: 50 }, hasNext: false });
      assert.equal(results[0].data.slow, undefined);
    });
  }

  test('of the older format has the whole at once', async () => {
    const response = await server.post(document, undefined, { accept: 'multipart/mixed;deferSpec=20220824,application/json' });
    assert.match(response.headers.get('content-type'), /^application\/json/);
    assert.deepEqual(await response.json(), { data: { __typename: 'Query', slow: 50 } });
  });
});
