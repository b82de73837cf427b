// kill -9 in the middle of the work: nothing acknowledged is lost, nothing is charged twice, everything comes to an end.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { databases } from './support/databases.mjs';
import * as story from './support/story.mjs';
import { freePort, runCommand, sleep, temporaryFolder, Webox } from './support/webox.mjs';

// On each database. --full of ./test.sh sets WEBOX_FULL.
const kills = process.env.WEBOX_FULL ? 60 : 10;

for (const database of databases) {
  describe(`Crashes on ${database.name}`, { skip: database.skip }, () => {
    test(`generations survive ${kills} kills`, async t => {
      const settings = { WEBOX_DATA: temporaryFolder('crash'), WEBOX_LEASE_MS: '1500', ...(await database.settings()) };
      const port = await freePort();
      let webox = await Webox.start(settings, { port });
      const customer = await story.customerWithCredits(webox, 5);
      const accepted = [];

      const ask = async (kill, i) => {
        const kind = i % 3 === 2 ? 'IMAGE' : 'TEXT';
        // An answer that never came leaves the client without knowledge; only what was acknowledged must survive.
        const generation = await story.generate(webox, kind, `Tour ${kill}, demande ${i}`, customer.accessToken).catch(() => null);
        if (generation) accepted.push(generation.id);
      };
      for (let kill = 0; kill < kills; kill++) {
        await Promise.all([0, 1, 2].map(i => ask(kill, i)));
        const late = [3, 4, 5].map(i => ask(kill, i));
        await sleep(Math.random() * 600);
        await webox.kill();
        await Promise.all(late);
        webox = await Webox.start(settings, { port });
        if (kill % 5 === 4) customer.accessToken = await refresh(webox, customer);
      }

      assert.ok(accepted.length >= 3 * kills, `only ${accepted.length} generations were accepted: the test would be blind`);
      const unfinished = await drain(webox, accepted, customer);
      assert.deepEqual(unfinished, []);
      const { viewer } = await webox.query('{ viewer { credits { available reserved } } }', {}, customer.accessToken);
      assert.equal(viewer.credits.reserved, 0);
      await webox.stop();

      const { code, output, problems } = await runCommand(webox.settings, 'check-invariants', '--json');
      assert.equal(code, 0, output + problems);
      t.diagnostic(`${kills} kills, ${accepted.length} generations accepted, all finished`);
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

/** Waits until every generation is in a final state; gives those that are not after a minute. */
async function drain(webox, ids, customer) {
  let open = ids;
  for (let tries = 0; tries < 240 && open.length > 0; tries++) {
    const still = [];
    for (const id of open) {
      const { node } = await webox.query('query ($id: ID!) { node(id: $id) { ... on Generation { status } } }', { id }, customer.accessToken);
      if (!['SUCCEEDED', 'FAILED', 'CANCELED'].includes(node?.status)) still.push(`${id}: ${node?.status}`);
    }
    open = still.map(line => line.split(':')[0]);
    if (open.length > 0) await sleep(250);
  }
  return open;
}
