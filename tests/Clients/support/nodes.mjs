// Two nodes on one PostgreSQL, or the one that there may be on SQLite, and customers with credits who generate on any.
import assert from 'node:assert/strict';
import { ModelServer } from './model-server.mjs';
import * as story from './story.mjs';
import { freePort, runCommand, sleep, Webox } from './webox.mjs';

export class Nodes {
  /** @param database one of `databases`. */
  static async start(database, ...others) {
    const nodes = new Nodes();
    nodes.models = await ModelServer.start();
    nodes.settings = {
      ...await database.settings(), WEBOX_SECRET: 'a secret of thirty-two bytes or more, for a test', WEBOX_LEASE_MS: '1500',
    };
    nodes.byName = {};
    await nodes.startNode('a');
    nodes.settings.WEBOX_DATA = nodes.byName.a.settings.WEBOX_DATA;
    for (const name of others) await nodes.startNode(name);
    nodes.models.kill = name => nodes.killAndRestart(name);
    nodes.customers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => story.customerWithCredits(nodes.any, 1)));
    return nodes;
  }

  /** Access tokens last ten minutes, the longest tests longer. */
  async signInAgain() {
    for (const customer of this.customers) Object.assign(customer, await story.signIn(this.any, customer.input));
  }

  get any() { return Object.values(this.byName).find(node => node.isRunning); }

  async startNode(name) {
    const port = this.byName[name]?.port ?? await freePort();
    this.byName[name] = await Webox.start({ ...this.settings, ...this.models.settingsOf(name) }, { port });
  }

  async killAndRestart(name) {
    // What kills it may be asked for before it is ready again.
    await this.restarting;
    const node = this.byName[name];
    if (!node.isRunning) return;
    await node.kill();
    this.restarting = this.startNode(name);
    await this.restarting;
  }

  async stop() {
    await Promise.all(Object.values(this.byName).map(node => node.stop()));
    this.models?.close();
  }

  /** Queues a text on a node, which may die meanwhile: the same request is made again until it is answered. */
  async generate(name, prompt, customer = this.customers[0]) {
    const input = { model: 'openai/gpt-6-luna', prompt, outputTokensMax: 64, idempotencyKey: story.newKey() };
    const ask = () => this.byName[name].mutate(
      'mutation ($input: GenerateTextInput!) { generateText(input: $input) { generation { id } errors { __typename ... on Error { message } } } }',
      { input }, customer.accessToken);
    for (let tries = 0; tries < 100; tries++) {
      const answer = await ask().catch(error => (error.message === 'fetch failed' ? null : Promise.reject(error)));
      if (answer) return { id: answer.generation.id, prompt, customer };
      await sleep(200);
    }
    throw new Error(`Node ${name} did not come back.`);
  }

  async read({ id, customer }) {
    const { node } = await this.any.query(
      'query ($id: ID!) { node(id: $id) { ... on Generation { status text attempt credits failure { code } } } }', { id }, customer.accessToken);
    return node;
  }

  async finished(generation) {
    for (let tries = 0; tries < 600; tries++) {
      const node = await this.read(generation).catch(() => null);
      if (['SUCCEEDED', 'FAILED', 'CANCELED'].includes(node?.status)) return node;
      await sleep(100);
    }
    throw new Error(`${generation.prompt} did not end in a minute`);
  }

  async assertAnswered(generation) {
    const { status, text } = await this.finished(generation);
    assert.deepEqual([status, text], ['SUCCEEDED', ModelServer.answerTo(generation.prompt)]);
  }

  /** A counter of all nodes together. */
  async count(metric) {
    const texts = await Promise.all(Object.values(this.byName).map(async node => (await fetch(`${node.url}/metrics`)).text()));
    return texts.flatMap(text => [...text.matchAll(new RegExp(`^${metric}(?:\\{.*\\})? (\\d+)$`, 'gm'))]).reduce((sum, [, n]) => sum + Number(n), 0);
  }

  async brokenInvariants() {
    const { output } = await runCommand({ ...this.settings, ...this.models.settingsOf('check') }, 'check-invariants', '--json');
    return JSON.parse(output).filter(({ violations }) => violations.length > 0);
  }
}
