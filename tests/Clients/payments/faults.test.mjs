// Providers that are slow, refuse, break off, lose answers or lie: repeating finishes everything, and no money moves twice.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { databases } from '../support/databases.mjs';
import { Life, names } from '../support/providers-life.mjs';
import { Chance } from '../support/random.mjs';
import { Shop } from '../support/shop.mjs';
import * as sql from '../support/sql.mjs';
import * as story from '../support/story.mjs';
import { tell } from '../support/webhooks.mjs';
import { runCommand } from '../support/webox.mjs';

const providers = ['STRIPE', 'PAYPAL'];
const operations = ['create', 'capture', 'refund'];

// --full of ./test.sh sets WEBOX_FULL.
const rounds = process.env.WEBOX_FULL ? 10 : 1;
const captures = { SQLite: ['manual'], PostgreSQL: ['automatic'] };
const suites = databases.flatMap(database =>
  (process.env.WEBOX_FULL ? ['manual', 'automatic'] : captures[database.name]).map(capture => ({ database, capture })));

for (const { database, capture } of suites) {
  describe(`Faults of providers on ${database.name}, capturing ${capture === 'manual' ? 'by hand' : 'at once'}`, { skip: database.skip }, () => {
    const chance = new Chance();
    const shop = new Shop();
    before(() => shop.open(database, { WEBOX_PAYMENT_CAPTURE: capture }));
    after(() => shop.stop());

    describe(`WEBOX_SEED=${chance.seed}`, { concurrency: 12 }, () => {
      for (const [provider, script] of scripts(chance)) {
        test(`${provider}: ${operations.map(operation => `${operation} ${script[operation]}`).join(', ')}`, async () => {
          const life = new Life(shop, provider, await story.order(shop.webox, shop.product()));
          life.script('create', script.create);
          await life.startForCertain();
          life.script('capture', script.capture);
          await life.pay();
          await life.captureForCertain();
          life.script('refund', script.refund);
          const { errors } = await life.refundForCertain(500);
          const isTaken = life.account.sumsOf(life.reference).captures === 1;
          assert.equal(errors?.[0].__typename, !isTaken ? 'RefundExceedsCaptureError' : script.refund.includes('declined') ? 'RefundRefusedError' : undefined);
          assert.deepEqual(
            Object.values(life.failures).map(failures => failures > 0),
            [true, provider === 'PAYPAL' || capture === 'manual', isTaken],
            'each operation failed at least once');
          await life.check();

          const events = life.events();
          await tell(shop.webox, life.server, chance.shuffle([...events, ...events]));
          await life.check();
        });
      }
    });

    test('what clients gave up, and what nobody told, is finished by webox reconcile', { skip: sql.missing }, async t => {
      const lives = await Promise.all(providers.flatMap(provider => abandoned(provider, capture).map(async ({ leave, ends }) => {
        const life = new Life(shop, provider, await story.order(shop.webox, shop.product()));
        await leave(life);
        return { life, ends };
      })));
      await makeOld(shop.settings);
      const { code, report } = await reconcile(shop.webox.settings);
      assert.deepEqual([code, report.unanswered], [0, 0], JSON.stringify(report));
      for (const { life, ends } of lives) {
        const { status, payments: [payment] } = await life.stored();
        assert.deepEqual([status, payment.status], ends, life.provider);
        life.payment ??= payment;
        assert.equal(payment.fee?.minorUnits, life.account.feeOf(life.reference));
        await life.check();
      }
      t.diagnostic(`${report.asked} asked, ${report.findings.length} findings`);
    });

    test('no secret reached the log, and no invariant is broken', async t => {
      t.diagnostic(`${shop.stripe.calls.length} calls of Stripe, ${shop.paypal.calls.length} of PayPal`);
      assert.deepEqual(await shop.inspect(), { leaked: [], broken: [] });
    });
  });
}

/** Each fault at each operation of each provider, one to four times in a row. */
function scripts(chance) {
  return Array.from({ length: rounds }).flatMap(() => providers.flatMap(provider => {
    const orders = operations.map(() => chance.shuffle(names));
    return names.map((_, i) => [
      provider,
      Object.fromEntries(operations.map((operation, o) => [operation, Array(1 + chance.below(4)).fill(orders[o][i])])),
    ]);
  }));
}

/** What clients leave behind when a provider does not answer, or does not tell; and how it ends. */
function abandoned(provider, capture) {
  const waiting = ['AWAITING_PAYMENT', 'REQUIRES_ACTION'];
  const aside = ['AWAITING_PAYMENT', 'REQUIRES_CAPTURE'];
  const paid = ['PAID', 'SUCCEEDED'];
  const fail = async (life, operation, fault, ask) => {
    life.script(operation, [fault, fault, fault]);
    assert.equal((await ask()).errors[0].__typename, 'PaymentProviderUnavailableError');
  };
  const start = fault => life => fail(life, 'create', fault, () => life.start());
  return [
    { leave: start('unreachable'), ends: waiting },
    { leave: start('lostAnswer'), ends: waiting },
    {
      leave: async life => {
        await life.startForCertain();
        life.payUntold();
      },
      ends: capture === 'manual' ? aside : paid,
    },
    ...provider === 'PAYPAL' || capture === 'manual' ? [{
      leave: async life => {
        await life.startForCertain();
        await life.pay();
        await fail(life, 'capture', 'lostAnswer', () => life.capture());
      },
      ends: provider === 'PAYPAL' && capture === 'manual' ? aside : paid,
    }] : [],
    {
      leave: async life => {
        await life.startForCertain();
        await life.pay();
        await life.captureForCertain();
        await fail(life, 'refund', 'lostAnswer', () => life.refund({ amountMinorUnits: 500 }));
      },
      ends: ['PARTIALLY_REFUNDED', 'SUCCEEDED'],
    },
  ];
}

/** Twenty minutes go by for everything that is unfinished. */
async function makeOld(settings) {
  const earlier = column => settings.WEBOX_DATABASE
    ? `${column} = ${column} - interval '20 minutes'`
    : `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, '-20 minutes')`;
  await sql.rows(settings, `UPDATE payment_intents SET ${earlier('created_at')}, ${earlier('capture_asked_at')}; UPDATE refunds SET ${earlier('created_at')};`);
}

async function reconcile(settings) {
  const { code, output, problems } = await runCommand(settings, 'reconcile', '--json');
  assert.ok(output, problems);
  return { code, report: JSON.parse(output) };
}
