// Broken documents, bodies and headers: whatever comes, the server answers with GraphQL errors and lives.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, test } from 'node:test';
import { Chance } from '../support/random.mjs';
import { isFull, Server } from './conformance.mjs';

const count = isFull ? 200_000 : 4_000;
const chance = new Chance();

const words = [
  '{', '}', '(', ')', '[', ']', ':', '!', '|', '&', '=', '$', '@', '...', '#', '"', '"""', '\\', '\\u{1F600}', '\\uD83D', '\n', '\r', ',', ' ',
  'query', 'mutation', 'subscription', 'fragment', 'on', 'true', 'null', 'stock', 'sku', 'count', 'slow', 'setStock', '__typename', '__schema',
  '__type', 'Query', 'Stock', 'String', 'Int', '$v', '@skip(if: $v)', '@include(if: true)', '0', '-1', '1.5e309', '00', '9999999999999999999',
  '"x"', '\u0000', '\u2028', '\uFEFF', 'é', '😀', '\uD83D',
];
const documents = [
  '{ stock(sku: "A") { sku count } }',
  'query Q($v: String! = "A") { a: stock(sku: $v) { ...F } } fragment F on Stock { sku @include(if: true) count }',
  'mutation M($n: Int!) { setStock(sku: "A", count: $n) { count } }',
  'subscription { countdown(from: 3) }',
  '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
  'query A { __typename } query B { slow(milliseconds: 0) }',
  '{ stock(sku: """block\n  string""") { ... on Stock { sku } ... @skip(if: false) { count } } }',
];

function mutate(text) {
  for (let edits = chance.pick([0, 0, 1, 1, 2, 6]); edits > 0; edits--) {
    const at = chance.below(text.length + 1);
    const length = chance.below(8);
    text = text.slice(0, at) + chance.pick([
      () => '',
      () => chance.pick(words),
      () => text.slice(at, at + length).repeat(1 + chance.below(40)),
      () => text.slice(chance.below(text.length), at),
      () => String.fromCharCode(chance.below(0x10000)),
    ])() + text.slice(at + length);
  }
  return text;
}

const soup = () => Array.from({ length: chance.below(60) }, () => chance.pick(words)).join(chance.pick(['', ' ']));
const document = () => (chance.below(4) ? mutate(chance.pick(documents)) : soup());
const value = depth => chance.pick([
  () => null, () => true, () => chance.below(10), () => -1e308, () => 1.5, () => '', () => chance.pick(words),
  () => (depth ? Array.from({ length: chance.below(4) }, () => value(depth - 1)) : []),
  () => (depth ? Object.fromEntries(Array.from({ length: chance.below(4) }, () => [chance.pick(['v', 'n', 'id', '', '__proto__']), value(depth - 1)])) : {}),
])();

/** A body; now and then one whose bytes are broken, too. */
function body() {
  const text = JSON.stringify({
    query: chance.below(20) ? document() : value(2),
    ...(chance.below(2) && { variables: value(3) }),
    ...(chance.below(3) || { operationName: chance.pick(['Q', 'M', 'A', '', 7, null]) }),
    ...(chance.below(5) || { extensions: value(2) }),
  });
  if (chance.below(4)) return Buffer.from(text);
  const bytes = Buffer.from(mutate(text));
  for (let edits = chance.below(3); edits > 0 && bytes.length; edits--) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}

const accepts = ['application/json', 'application/graphql-response+json', 'text/event-stream', '*/*', 'multipart/mixed', 'text/html', ';;', ''];
const types = ['application/json', 'application/json; charset=utf-8', 'application/json; charset=latin1', 'text/plain', ';', ''];

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

function send(server) {
  const isGet = chance.below(8) === 0;
  const query = new URLSearchParams({ query: document(), ...(chance.below(2) && { variables: JSON.stringify(value(2)) }) });
  const content = isGet ? undefined : body();
  return new Promise((resolve, reject) => {
    const request = http.request(isGet ? `${server.url}?${query}` : server.url, {
      agent,
      method: isGet ? 'GET' : 'POST',
      headers: { accept: chance.below(8) ? accepts[0] : chance.pick(accepts), ...(!isGet && { 'content-type': chance.below(8) ? types[0] : chance.pick(types), 'content-length': content.length }) },
    }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => resolve({ content, query, status: answer.statusCode, type: answer.headers['content-type'] ?? '', text: Buffer.concat(parts).toString() }));
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(content);
  });
}

/** What is wrong with an answer. */
function complaint({ status, type, text }) {
  if (![200, 400, 403, 405, 406, 413, 414, 415].includes(status)) return `status ${status}`;
  if (type.startsWith('text/event-stream')) {
    const data = text.split('\n').filter(line => line.startsWith('data: ') && line.length > 6);
    return data.every(line => JSON.parse(line.slice(6))) ? null : 'an event without data';
  }
  if (!/^application\/(graphql-response\+)?json/.test(type)) return `type ${type}`;
  const answer = JSON.parse(text);
  if (!('data' in answer) && !(answer.errors?.length > 0)) return 'neither data nor errors';
  return (answer.errors ?? []).every(error => error.message && error.extensions?.code && error.extensions.code !== 'INTERNAL') ? null : 'an error without a code';
}

describe(`${count} broken requests (seed ${chance.seed})`, () => {
  let server;
  before(async () => { server = await Server.start(); });
  after(async () => { agent.destroy(); await server?.stop(); });

  test('are answered with valid JSON, none with 500, and the server lives', async t => {
    let left = count;
    const bad = [];
    const statuses = {};
    let carriedOut = 0;
    const sender = async () => {
      while (left-- > 0 && bad.length < 5) {
        const answer = await send(server);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        carriedOut += answer.text.includes('"data":{');
        let why;
        try { why = complaint(answer); } catch (error) { why = String(error); }
        if (why) bad.push({ why, sent: String(answer.content ?? answer.query), status: answer.status, answer: answer.text.slice(0, 300) });
      }
    };
    await Promise.all(Array.from({ length: 16 }, sender));
    assert.deepEqual(bad, []);
    assert.ok(server.isRunning, server.problems);
    assert.equal((await (await server.post('{ __typename }')).json()).data.__typename, 'Query');
    assert.equal(await server.active(), 0);
    // Else they are so broken that nothing behind the parser sees any.
    assert.ok(carriedOut > count / 50 && statuses[400] > count / 10, JSON.stringify(statuses));
    t.diagnostic(`${carriedOut} carried out, by status ${JSON.stringify(statuses)}`);
  });
});
