// kill -9 in the middle of the work: nothing acknowledged is lost, nothing is charged twice, everything comes to an end.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Buyers } from './support/buyers.mjs';
import { databases } from './support/databases.mjs';
import { Chance } from './support/random.mjs';
import { Shop } from './support/shop.mjs';
import * as story from './support/story.mjs';
import { freePort, sleep, Webox } from './support/webox.mjs';

// --full of ./test.sh sets WEBOX_FULL.
const kinds = ['TEXT', 'IMAGE', 'AUDIO', 'VIDEO'];
const kills = process.env.WEBOX_FULL ? { SQLite: 60, PostgreSQL: 100 } : { SQLite: 2, PostgreSQL: 2 };

for (const database of databases) {
  describe(`${kills[database.name]} kills on ${database.name}`, { skip: database.skip }, () => {
    const chance = new Chance();
    const shop = new Shop();
    const buyers = new Buyers(shop);
    const accepted = [];
    let customer;
    before(async () => {
      const port = await freePort();
      await shop.open(database, { WEBOX_LEASE_MS: '1500' }, { port });
      customer = await story.customerWithCredits(shop.webox, 5);
      await Promise.all([buyers.keepBuying(3), killAgainAndAgain(port).finally(() => { buyers.isClosing = true; })]);
    });
    after(() => shop.stop());

    async function killAgainAndAgain(port) {
      for (let kill = 0; kill < kills[database.name]; kill++) {
        await Promise.all([0, 1, 2].map(i => ask(kill, i)));
        const late = [3, 4, 5].map(i => ask(kill, i));
        await buyers.goOn(chance.below(4));
        await sleep(chance.below(600));
        await shop.webox.kill();
        await Promise.all(late);
        shop.webox = await Webox.start(shop.settings, { port });
        if (kill % 5 === 4) customer.accessToken = await refresh(shop.webox, customer);
      }
    }

    async function ask(kill, i) {
      const kind = kinds[(kill + i) % kinds.length];
      // An answer that never came leaves the client without knowledge; only what was acknowledged must survive.
      const generation = await story.generate(shop.webox, kind, `Tour ${kill}, demande ${i}`, customer.accessToken).catch(() => null);
      if (generation) accepted.push({ id: generation.id, kind });
    }

    test('are survived by generations', async t => {
      const counts = kinds.map(kind => accepted.filter(generation => generation.kind === kind).length);
      assert.ok(Math.min(...counts) >= kills[database.name] / 4, `only ${counts} generations of ${kinds} were accepted: the test would be blind`);
      const ended = await drain(shop.webox, accepted, customer);
      assert.deepEqual(ended.filter(({ status }) => !isFinal(status)), []);
      const attempts = ended.reduce((sum, { attempt }) => sum + attempt, 0);
      t.diagnostic(`${counts} generations of ${kinds} accepted, ${attempts} attempts; failed: ${JSON.stringify(ended.filter(({ status }) => status === 'FAILED'))}`);
      const { viewer } = await shop.webox.query('{ viewer { credits { available reserved } } }', {}, customer.accessToken);
      assert.equal(viewer.credits.reserved, 0);
    });

    test('are survived by checkouts, webhooks and refunds', async t => {
      t.diagnostic(`WEBOX_SEED=${chance.seed}: ${buyers}`);
      assert.ok(buyers.failures >= kills[database.name] && buyers.refunds.length > 0, 'too little happened: the test would be blind');
      await buyers.check();
    });

    test('leak no secret and break no invariant', async () => {
      assert.deepEqual(await shop.inspect(), { leaked: [], broken: [] });
    });
  });
}

async function refresh(webox, customer) {
  const { session } = await webox.mutate(
    'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { session { accessToken refreshToken } errors { __typename } } }',
    { input: { refreshToken: customer.refreshToken } });
  customer.refreshToken = session.refreshToken;
  return session.accessToken;
}

/** Waits until every generation is in a final state, for at most a minute after the last that ended; gives what each has become. */
async function drain(webox, generations, customer) {
  const become = new Map();
  for (let tries = 0; tries < 240 && become.size < generations.length; tries++) {
    for (const { id } of generations.filter(({ id }) => !become.has(id))) {
      const { node } = await webox.query('query ($id: ID!) { node(id: $id) { ... on Generation { status attempt failure { code } } } }', { id }, customer.accessToken);
      if (isFinal(node?.status)) {
        become.set(id, node);
        tries = 0;
      }
    }
    if (become.size < generations.length) await sleep(250);
  }
  return generations.map(({ id }) => become.get(id) ?? { id, status: 'unfinished', attempt: 0 });
}

function isFinal(status) {
  return ['SUCCEEDED', 'FAILED', 'CANCELED'].includes(status);
}
