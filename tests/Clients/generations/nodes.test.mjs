// What two nodes on one database owe to those who generate: nothing is lost, nothing is written twice, whatever happens to a node.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { databases } from '../support/databases.mjs';
import { ModelServer } from '../support/model-server.mjs';
import { Nodes } from '../support/nodes.mjs';
import * as story from '../support/story.mjs';
import { sleep } from '../support/webox.mjs';

const isFull = Boolean(process.env.WEBOX_FULL);
const [sqlite, postgres] = databases;

describe('Two nodes on one PostgreSQL', { skip: postgres.skip }, () => {
  let nodes;
  before(async () => { nodes = await Nodes.start(postgres, 'b'); });
  after(() => nodes?.stop());

  test('show on one what runs on the other, and lose nothing with either', async () => {
    const generations = await Promise.all(nodes.customers.flatMap(customer => [1, 2].map(i => nodes.generate('a', `#20x100 numéro ${i}`, customer))));
    const watched = Promise.all(generations.map(generation => watch(nodes.byName.b, generation)));
    await seen(() => nodes.models.calls.filter(call => call.node === 'a').length >= 2);
    await nodes.killAndRestart('a');
    for (const { text, ends } of await watched) assert.deepEqual([text, ends], [ModelServer.answerTo('#20x100'), 1]);
  });

  test('close the call of what is canceled on another', async t => {
    const generation = await nodes.generate('a', '#400x50 sans fin');
    await seen(() => nodes.models.calls.some(call => call.prompt === generation.prompt));
    const [call] = nodes.models.calls.filter(({ prompt }) => prompt === generation.prompt);
    const other = call.node === 'a' ? 'b' : 'a';
    await sleep(500);
    const asked = performance.now();
    await nodes.byName[other].mutate(
      'mutation ($id: ID!) { cancelGeneration(input: { generationId: $id }) { generation { id } errors { __typename } } }',
      { id: generation.id }, generation.customer.accessToken);
    await seen(() => call.isClosed);
    t.diagnostic(`closed ${Math.round(call.closedAt - asked)} ms after it was asked on the other node`);
    const { status, text } = await nodes.finished(generation);
    assert.equal(status, 'CANCELED');
    assert.ok(text.length > 0 && !call.isWhole);
  });

  test('accept nothing from a node that slept through its leases', async t => {
    const rounds = isFull ? 14 : 2;
    const before = nodes.models.calls.length;
    const generations = [];
    for (let round = 0; round < rounds; round++) {
      await nodes.signInAgain();
      const fresh = await Promise.all(nodes.customers.flatMap(customer => [1, 2, 3].map(i => nodes.generate('a', `#${24 + i * 8}x50 tour ${round}`, customer))));
      generations.push(...fresh);
      await seen(() => nodes.models.calls.some(({ node, isClosed }) => node === 'a' && !isClosed));
      nodes.byName.a.child.kill('SIGSTOP');
      await sleep(2200);
      nodes.byName.a.child.kill('SIGCONT');
      await Promise.all(fresh.map(generation => nodes.assertAnswered(generation)));
    }
    const fenced = await nodes.count('webox_fenced_total');
    t.diagnostic(`${fenced} writes of a zombie refused; ${((nodes.models.calls.length - before) / generations.length).toFixed(3)} calls a generation`);
    assert.ok(fenced >= (isFull ? 50 : 1), `only ${fenced} writes were refused: the test would be blind`);
  });

  test('give up what kills them, and finish everything else', async () => {
    await nodes.signInAgain();
    const healthy = await Promise.all(Array.from({ length: isFull ? 200 : 10 }, (_, i) => nodes.generate('b', `#4x50 ${i}`, nodes.customers[1 + (i % 5)])));
    const poison = await nodes.generate('b', '#poison', nodes.customers[0]);
    const { status, attempt, credits, failure } = await nodes.finished(poison);
    assert.deepEqual([status, credits, failure.code], ['FAILED', 0, 'INTERNAL']);
    assert.ok(attempt <= 4);
    assert.ok(nodes.models.calls.filter(({ prompt }) => prompt === '#poison').length <= 4);
    await Promise.all(healthy.map(generation => nodes.assertAnswered(generation)));
    await nodes.restarting;
  });

  test('stop by finishing what runs, and call nobody twice for it', async t => {
    for (let stop = 0; stop < (isFull ? 20 : 1); stop++) {
      await nodes.signInAgain();
      const before = nodes.models.calls.length;
      const generations = await Promise.all(nodes.customers.map((customer, i) => nodes.generate(i % 2 ? 'a' : 'b', `#10x100 arrêt ${stop}`, customer)));
      const running = () => nodes.models.calls.slice(before).find(({ isClosed }) => !isClosed)?.node;
      await seen(running);
      const name = running();
      const asked = performance.now();
      await nodes.byName[name].stop();
      t.diagnostic(`${name} stopped after ${Math.round(performance.now() - asked)} ms`);
      assert.equal(nodes.byName[name].child.exitCode, 0);
      await Promise.all(generations.map(generation => nodes.assertAnswered(generation)));
      assert.equal(nodes.models.calls.length - before, generations.length);
      await nodes.startNode(name);
    }
  });

  test('break no invariant', async () => {
    assert.deepEqual(await nodes.brokenInvariants(), []);
  });
});

describe('One node on SQLite', () => {
  let nodes;
  before(async () => { nodes = await Nodes.start(sqlite); });
  after(() => nodes?.stop());

  test('gives up what kills it, and finishes everything else', async () => {
    const healthy = await Promise.all(Array.from({ length: isFull ? 200 : 10 }, (_, i) => nodes.generate('a', `#4x50 ${i}`, nodes.customers[1 + (i % 5)])));
    const poison = await nodes.generate('a', '#poison', nodes.customers[0]);
    const { status, attempt, credits, failure } = await nodes.finished(poison);
    assert.deepEqual([status, credits, failure.code], ['FAILED', 0, 'INTERNAL']);
    assert.ok(attempt <= 4);
    await Promise.all(healthy.map(generation => nodes.assertAnswered(generation)));
    await nodes.restarting;
  });

  test('stops by finishing what runs, and calls nobody twice for it', async t => {
    for (let stop = 0; stop < (isFull ? 20 : 1); stop++) {
      await nodes.signInAgain();
      const before = nodes.models.calls.length;
      const generations = await Promise.all(nodes.customers.map(customer => nodes.generate('a', `#10x100 arrêt ${stop}`, customer)));
      await seen(() => nodes.models.calls.slice(before).some(({ isClosed }) => !isClosed));
      const asked = performance.now();
      await nodes.byName.a.stop();
      t.diagnostic(`stopped after ${Math.round(performance.now() - asked)} ms`);
      assert.equal(nodes.byName.a.child.exitCode, 0);
      await nodes.startNode('a');
      await Promise.all(generations.map(generation => nodes.assertAnswered(generation)));
      assert.equal(nodes.models.calls.length - before, generations.length);
    }
  });

  test('breaks no invariant', async () => {
    await nodes.byName.a.stop();
    assert.deepEqual(await nodes.brokenInvariants(), []);
  });
});

/** Follows a generation to its end: the text as a client that skips what it has puts it together, and how often the end came. */
async function watch(node, { id, customer }) {
  let [text, ends] = ['', 0];
  for await (const { generationProgress: event } of node.subscribe(story.progress, { id }, customer.accessToken)) {
    if (event.__typename === 'GenerationSnapshot') text = event.generation.text;
    if (event.__typename === 'GenerationText') text = text.slice(0, event.offset) + event.text;
    if (event.__typename === 'GenerationFinished') ends++;
  }
  return { text, ends };
}

async function seen(condition) {
  for (let tries = 0; tries < 1200; tries++) {
    if (condition()) return;
    await sleep(25);
  }
  throw new Error('It did not happen in 30 s.');
}
