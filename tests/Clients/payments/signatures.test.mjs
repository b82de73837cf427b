// Who may say that money came: Stripe and PayPal, signed, unchanged, to this shop. Whatever else is said, nothing is written.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as sql from '../support/sql.mjs';
import { deliverRaw } from '../support/webhooks.mjs';
import { WebhookStage } from '../support/webhooks-stage.mjs';
import { payPalSignatures } from './paypal-signatures.mjs';
import { nextSecret, stripeSignatures } from './stripe-signatures.mjs';

describe('A webhook message', { skip: sql.missing }, () => {
  const stage = new WebhookStage();
  before(() => stage.open());
  after(() => stage.stop());

  test('is not looked at where no secret is configured', async () => {
    const { stripe, paypal } = stage.shop;
    const event = { id: 'evt_1', object: 'event' };
    for (const message of [stripe.message(event), stripe.message(event, { secret: '' }), paypal.message(event), paypal.message(event, { webhookId: '' })]) {
      const answer = await deliverRaw(stage.shop.webox, message);
      assert.deepEqual([answer.status, JSON.parse(answer.text).code], [503, 'NOT_CONFIGURED']);
    }
    assert.deepEqual(await stage.written(), [0, 0]);
    await stage.configure({ STRIPE_WEBHOOK_SECRET: `${stripe.webhookSecret}, ${nextSecret}`, PAYPAL_WEBHOOK_ID: paypal.webhookId });
  });

  describe('of Stripe', () => stripeSignatures(stage));
  describe('of PayPal', () => payPalSignatures(stage));

  test('of a bank, or of nobody, has no address', async () => {
    for (const name of ['bank_transfer', 'banktransfer', 'sandbox', 'nobody']) {
      const { status } = await deliverRaw(stage.shop.webox, { ...stage.shop.stripe.message({}), path: `/webhooks/${name}` });
      assert.equal(status, 404, name);
    }
  });

  test('is not read any more from an address that forged a hundred and twenty in a minute', async () => {
    const before = await stage.written();
    let answer;
    for (let forgeries = 0; forgeries < 300 && answer?.status !== 429; forgeries++) {
      answer = await deliverRaw(stage.shop.webox, { ...stage.shop.stripe.message({}), headers: {} });
      assert.ok([400, 429].includes(answer.status));
    }
    assert.deepEqual([answer.status, JSON.parse(answer.text).code], [429, 'TOO_MANY_FORGERIES']);
    assert.deepEqual(await stage.written(), before);
  });
});

