// What Stripe signed with a secret of this shop in the last five minutes is believed, and nothing else. https://docs.stripe.com/webhooks
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import * as objects from '../support/stripe-objects.mjs';
import { sign } from '../support/stripe.mjs';
import { deliverRaw } from '../support/webhooks.mjs';
import { mebibyte, padded } from '../support/webhooks-stage.mjs';

const now = () => Math.floor(Date.now() / 1000);
export const nextSecret = 'whsec_thisOneTakesOverFromTheOther';

/** Genuine, and about nothing that is known here. */
const harmless = (fields = {}) => objects.event('payment_intent.created', { ...objects.intent({ amount: 100, currency: 'eur' }), ...fields });

const message = (body, signature) => ({ path: '/webhooks/stripe', headers: signature === undefined ? {} : { 'stripe-signature': signature }, body });

/** What would pay the order, if it were believed; changed on the way. */
const forge = (stage, change) => shop => {
  const body = JSON.stringify(objects.event(
    'payment_intent.succeeded', { ...shop.intentOf(stage.byStripe), status: 'succeeded', amount_received: stage.order.total.minorUnits }));
  const sent = { body, ...change({ shop, body, signature: sign(body, shop.stripe.webhookSecret) }) };
  return message(sent.body, sent.signature);
};
const parts = signature => Object.fromEntries(signature.split(',').map(part => part.split('=')));

/** Something that is no event, with a good signature. */
const signed = bytes => shop => {
  const t = now();
  const v1 = createHmac('sha256', shop.stripe.webhookSecret).update(`${t}.`).update(bytes).digest('hex');
  return message(bytes, `t=${t},v1=${v1}`);
};

/** A harmless event, with a signature made in some good way. */
const genuine = (write, event = harmless()) => shop => {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  return message(body, write(body, shop.stripe.webhookSecret));
};

/** @param stage Configured before the first test runs. */
export function stripeSignatures(stage) {
  const refuses = stage.refuses.bind(stage);
  const forged = change => forge(stage, change);
  const header = change => forged(({ signature }) => ({ signature: change(parts(signature)) }));

  refuses('one without a signature', forged(() => ({ signature: undefined })));
  refuses('one with an empty signature', header(() => ''));
  refuses('one with another secret', forged(({ body }) => ({ signature: sign(body, 'whsec_ofSomebodyElse000000') })));
  refuses('one with an empty secret', forged(({ body }) => ({ signature: sign(body, '') })));
  refuses('one with the secret\'s prefix left out', forged(({ shop, body }) => ({ signature: sign(body, shop.stripe.webhookSecret.slice(6)) })));
  refuses('one with the API\'s key for secret', forged(({ shop, body }) => ({ signature: sign(body, shop.stripe.secretKey) })));
  refuses('one whose amount was changed', forged(({ body, signature }) => ({ signature, body: body.replace('"amount_received":', '"amount_received":1') })));
  refuses('one with a line break more', forged(({ body, signature }) => ({ signature, body: `${body}\n` })));
  refuses('one that was written anew', forged(({ body, signature }) => ({ signature, body: JSON.stringify(JSON.parse(body), null, 2) })));
  refuses('one whose body is missing', forged(({ signature }) => ({ signature, body: '' })));
  refuses('one whose time was changed', header(({ t, v1 }) => `t=${Number(t) + 1},v1=${v1}`));
  refuses('one that is 301 seconds old', forged(({ shop, body }) => ({ signature: sign(body, shop.stripe.webhookSecret, now() - 301) })));
  refuses('one of 1970', forged(({ shop, body }) => ({ signature: sign(body, shop.stripe.webhookSecret, 1) })));
  refuses('one without a time', header(({ v1 }) => `v1=${v1}`));
  refuses('one whose time is no number', header(({ v1 }) => `t=now,v1=${v1}`));
  refuses('one whose time has a sign', header(({ t, v1 }) => `t=+${t},v1=${v1}`));
  refuses('one whose time is larger than any', header(({ v1 }) => `t=99999999999999999999,v1=${v1}`));
  refuses('one with the scheme v0 alone', header(({ t, v1 }) => `t=${t},v0=${v1}`));
  refuses('one with two wrong signatures', header(({ t }) => `t=${t},v1=${'0'.repeat(64)},v1=${'f'.repeat(64)}`));
  refuses('one with half a signature', header(({ t, v1 }) => `t=${t},v1=${v1.slice(0, 32)}`));
  refuses('one with an empty v1', header(({ t }) => `t=${t},v1=`));
  refuses('one in capital letters', header(({ t, v1 }) => `t=${t},v1=${v1.toUpperCase()}`));
  refuses('one with spaces between', header(({ t, v1 }) => `t=${t}, v1=${v1}`));
  refuses('one with its header twice', header(({ t, v1 }) => [`t=${t},v1=${v1}`, `t=${t},v1=${v1}`]));
  refuses('a signed text that is no JSON', signed('paid'));
  refuses('a signed list', signed('[]'));
  refuses('a signed object that is no event', signed(JSON.stringify(objects.intent({ amount: 1, currency: 'eur' }))));
  refuses('a signed event without an id', signed(JSON.stringify({ ...harmless(), id: '' })));
  refuses('a signed event that is not UTF-8', signed(Buffer.from(JSON.stringify(harmless()).replace('eur', '\u00ff'), 'latin1')), { code: 'UNREADABLE' });
  for (const isChunked of [false, true]) {
    const how = { isChunked, status: 413, code: 'TOO_LARGE' };
    refuses(`a signed mebibyte and one byte, ${framed(isChunked)},`, genuine(sign, padded(harmless(), mebibyte + 1)), how);
    stage.takes(`a signed mebibyte, ${framed(isChunked)},`, genuine(sign, padded(harmless(), mebibyte)), { isChunked });
  }

  stage.takes('a signed one', genuine(sign));
  stage.takes('one signed with the secret that takes over', genuine(body => sign(body, nextSecret)));
  stage.takes('one signed with both secrets', genuine((body, secret) => {
    const { t, v1 } = parts(sign(body, secret));
    return `t=${t},v1=${parts(sign(body, nextSecret, Number(t))).v1},v1=${v1}`;
  }));
  stage.takes('one whose first signature is wrong and second good', genuine((body, secret) => sign(body, secret).replace('v1=', `v1=${'0'.repeat(64)},v1=`)));
  stage.takes('one with the scheme v0 besides', genuine((body, secret) => `${sign(body, secret)},v0=${'0'.repeat(64)}`));
  stage.takes('one with a scheme to come', genuine((body, secret) => `${sign(body, secret)},v2=${'0'.repeat(64)}`));
  stage.takes('one of a clock that is 301 seconds ahead', genuine((body, secret) => sign(body, secret, now() + 301)));
  stage.takes('one about something of last week', genuine(sign, { ...harmless(), created: now() - 7 * 24 * 3600 }));
  stage.takes('one in which somebody is called Zoé 🦊', genuine(sign, harmless({ description: 'Zoé 🦊\r\n' })));
  stage.takes('one of a type that is to come', genuine(sign, objects.event('payment_intent.to_come', { object: 'to_come' })));

  test('one that is exactly 300 seconds old is taken in', async () => {
    for (;;) {
      const second = now();
      const write = genuine((body, secret) => sign(body, secret, second - 300));
      const { status } = await deliverRaw(stage.shop.webox, write(stage.shop));
      if (now() === second) return assert.equal(status, 200);
    }
  });
}

function framed(isChunked) { return isChunked ? 'in pieces' : 'with its length'; }
