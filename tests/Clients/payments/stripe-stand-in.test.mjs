// What stands in for Stripe is used as Stripe is, by Stripe's own package.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import StripePackage from 'stripe';
import { faults } from '../support/providers.mjs';
import { Stripe } from '../support/stripe.mjs';

let server;
let client;
before(async () => {
  server = await Stripe.start();
  client = clientWith(server.secretKey);
});
after(() => server.close());

function clientWith(secretKey) {
  const { hostname: host, port } = new URL(server.url);
  return new StripePackage(secretKey, { host, port, protocol: 'http', maxNetworkRetries: 2 });
}

const order = { amount: 2000, currency: 'eur', metadata: { webox_payment: 'webox-1' } };

describe('Stripe\'s own package', () => {
  test('makes an intent once for a key, and none for the same key with another amount', async () => {
    const key = { idempotencyKey: 'intent-1' };
    const intent = await client.paymentIntents.create(order, key);
    const again = await client.paymentIntents.create(order, key);
    assert.equal(again.id, intent.id);
    assert.equal(again.lastResponse.headers['idempotent-replayed'], 'true');
    await assert.rejects(client.paymentIntents.create({ ...order, amount: 1 }, key), StripePackage.errors.StripeIdempotencyError);
    assert.equal(server.account.intentsFor('webox-1').length, 1);
  });

  test('sees what the customer paid, what it cost and what went back', async () => {
    const { id } = await client.paymentIntents.create(order);
    server.account.pay(id);
    const refund = await client.refunds.create({ payment_intent: id, amount: 500, metadata: { webox_refund: 'refund-1' } });
    const intent = await client.paymentIntents.retrieve(id, { expand: ['latest_charge.balance_transaction', 'latest_charge.refunds'] });
    assert.deepEqual([intent.status, intent.amount_received], ['succeeded', 2000]);
    assert.equal(intent.latest_charge.balance_transaction.fee, 55);
    assert.deepEqual(intent.latest_charge.refunds.data.map(one => one.id), [refund.id]);
    assert.deepEqual(server.account.sumsOf(id), { captures: 1, captured: 2000, refunded: 500 });
    await assert.rejects(client.refunds.create({ payment_intent: id, amount: 1501 }), { type: 'StripeInvalidRequestError', param: 'amount' });
  });

  test('captures what was set aside, once', async () => {
    const { id } = await client.paymentIntents.create({ ...order, capture_method: 'manual' });
    server.account.pay(id);
    assert.equal((await client.paymentIntents.capture(id)).status, 'succeeded');
    await assert.rejects(client.paymentIntents.capture(id), { code: 'payment_intent_unexpected_state' });
    assert.equal(server.account.sumsOf(id).captures, 1);
  });

  test('gives up an intent and a session', async () => {
    const { id } = await client.paymentIntents.create(order);
    assert.equal((await client.paymentIntents.cancel(id, { cancellation_reason: 'abandoned' })).status, 'canceled');
    assert.throws(() => server.account.pay(id), { status: 400 });
    const session = await client.checkout.sessions.create({
      mode: 'payment', success_url: 'https://shop.example/', cancel_url: 'https://shop.example/',
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 2000, product_data: { name: 'Commande' } } }],
    });
    assert.equal((await client.checkout.sessions.expire(session.id)).status, 'expired');
  });

  test('is told what is wrong with a request', async () => {
    await assert.rejects(client.paymentIntents.create({ ...order, payment_method_types: ['card'] }), { code: 'parameter_unknown' });
    await assert.rejects(client.paymentIntents.retrieve('pi_unknown'), { code: 'resource_missing', statusCode: 404 });
    await assert.rejects(clientWith('sk_test_other').balance.retrieve(), StripePackage.errors.StripeAuthenticationError);
  });

  test('repeats what failed on the way, and nothing happens twice', async () => {
    for (const fault of ['lostAnswer', 'failedAfterwards']) {
      server.failNext(() => true, faults[fault]);
      await client.paymentIntents.create({ ...order, metadata: { webox_payment: fault } });
      assert.equal(server.account.intentsFor(fault).length, 1, fault);
    }
    assert.equal(server.faultsLeft, 0);
  });

  test('believes a message of the shop\'s secret, and no other', async () => {
    const { id } = await client.paymentIntents.create(order);
    const [, event] = server.account.pay(id);
    const { headers, body } = server.message(event);
    assert.equal(client.webhooks.constructEvent(body, headers['stripe-signature'], server.webhookSecret).data.object.id, id);
    assert.throws(() => client.webhooks.constructEvent(body, headers['stripe-signature'], 'whsec_other'));
  });
});
