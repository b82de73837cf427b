// A shop that takes money at once: it comes in, it goes back, and providers tell of it in every way.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { databases } from '../support/databases.mjs';
import { Shop } from '../support/shop.mjs';
import * as sql from '../support/sql.mjs';
import { incoming } from './incoming.mjs';
import { refunds } from './refunds.mjs';
import { storm } from './storm.mjs';

for (const database of databases) {
  describe(`Payments on ${database.name}`, { skip: database.skip }, () => {
    const shop = new Shop();
    before(() => shop.open(database));
    after(() => shop.stop());

    describe('come in', () => incoming(shop));
    describe('go back', () => refunds(shop));
    describe('are told in a storm', { skip: sql.missing }, () => storm(shop));

    test('no secret reached the log, and no invariant is broken', async () => {
      assert.deepEqual(await shop.inspect(), { leaked: [], broken: [] });
    });
  });
}
