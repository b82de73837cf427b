// Money goes back: by finance, at the provider, by a dispute; and goods and credits with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as story from '../support/story.mjs';
import { tell } from '../support/webhooks.mjs';

/** @param shop Open before the first test runs. */
export function refunds(shop) {
  const refund = (payment, what) => story.refundPayment(shop.webox, payment, shop.finance, what);
  const stand = async order => {
    const { status, refunded } = await shop.orderOf(order);
    return [status, refunded.minorUnits];
  };

  test('a part goes back, then the rest, and the customer reads why', async () => {
    const { order, payment, intent } = await shop.paidByStripe(shop.product());
    const { refund: part } = await refund(payment, { amountMinorUnits: 500, reason: 'Geste commercial' });
    assert.deepEqual([part.status, part.amount.minorUnits, part.reason], ['SUCCEEDED', 500, 'Geste commercial']);
    assert.deepEqual(await stand(order), ['PARTIALLY_REFUNDED', 500]);

    const { refund: rest } = await refund(payment);
    assert.equal(rest.amount.minorUnits, order.total.minorUnits - 500);
    assert.deepEqual(await stand(order), ['REFUNDED', order.total.minorUnits]);

    // What Stripe tells of them is no news.
    await tell(shop.webox, shop.stripe, shop.stripe.account.events.slice(-4));
    assert.deepEqual(await stand(order), ['REFUNDED', order.total.minorUnits]);
    assert.equal(shop.stripe.account.sumsOf(intent.id).refunded, order.total.minorUnits);
  });

  test('more than is left is refused, with what is left, and asks no provider', async () => {
    const { order, payment, intent } = await shop.paidByStripe(shop.product());
    await refund(payment, { amountMinorUnits: 100 });
    const { refund: none, errors: [error] } = await refund(payment, { amountMinorUnits: order.total.minorUnits - 99 });
    assert.deepEqual([none, error.__typename, error.refundable.minorUnits], [null, 'RefundExceedsCaptureError', order.total.minorUnits - 100]);
    assert.deepEqual(await stand(order), ['PARTIALLY_REFUNDED', 100]);
    assert.equal(shop.stripe.account.sumsOf(intent.id).refunded, 100);
  });

  test('repeating a refund gives back once; its key with another amount is refused', async () => {
    const { order, payment, intent } = await shop.paidByStripe(shop.product());
    const what = { amountMinorUnits: 300, idempotencyKey: story.newKey() };
    const answers = await Promise.all([refund(payment, what), refund(payment, what), refund(payment, what)]);
    assert.equal(new Set(answers.map(answer => answer.refund?.id)).size, 1);
    assert.equal((await refund(payment, { ...what, amountMinorUnits: 301 })).errors[0].__typename, 'IdempotencyKeyReusedError');
    assert.deepEqual(await stand(order), ['PARTIALLY_REFUNDED', 300]);
    assert.equal(shop.stripe.account.sumsOf(intent.id).refunded, 300);
  });

  test('units come back to the shelf, at what they cost', async () => {
    const physical = shop.product('PHYSICAL');
    const stock = async () => (await story.products(shop.webox)).find(one => one.id === physical.id).stock;
    const before = await stock();
    const { order, payment } = await shop.paidByStripe(physical, { quantity: 3 });
    const [line] = (await shop.orderOf(order)).lines;
    const { refund: one } = await refund(payment, { lines: [{ orderLineId: line.id, quantity: 1 }] });
    assert.ok(Math.abs(one.amount.minorUnits - order.total.minorUnits / 3) <= 1, `${one.amount.minorUnits} of ${order.total.minorUnits}`);
    assert.equal((await shop.orderOf(order)).lines[0].returnedQuantity, 1);
    assert.equal(await stock(), before - 2);

    const { errors: [error] } = await refund(payment, { lines: [{ orderLineId: line.id, quantity: 3 }] });
    assert.equal(error.__typename, 'InvalidRefundLinesError');
    assert.equal(await stock(), before - 2);
  });

  test('a pack of credits goes back while they are unused, and not after', async () => {
    const customer = await story.register(shop.webox);
    const credits = async () => (await shop.webox.query('{ viewer { credits { available } } }', {}, customer.accessToken)).viewer.credits.available;
    const buy = () => shop.paidByStripe(shop.product('CREDIT_PACK'), { token: customer.accessToken });

    const unused = await buy();
    const granted = await credits();
    assert.ok(granted > 0);
    assert.equal((await refund(unused.payment)).refund.status, 'SUCCEEDED');
    assert.equal(await credits(), 0);

    const used = await buy();
    const generation = await story.generate(shop.webox, 'TEXT', 'Un slogan', customer.accessToken);
    let spent = 0;
    for await (const { generationProgress: event } of shop.webox.subscribe(story.progress, { id: generation.id }, customer.accessToken)) {
      spent = event.generation?.credits ?? spent;
    }
    const { errors: [error] } = await refund(used.payment);
    assert.deepEqual([error.__typename, error.granted, error.used], ['CreditsAlreadyUsedError', granted, spent]);
    assert.equal(await credits(), granted - spent);
    assert.equal(shop.stripe.account.sumsOf(used.intent.id).refunded, 0);
  });

  test('only finance gives money back', async () => {
    const { order, payment } = await shop.paidByStripe(shop.product());
    const customer = await story.register(shop.webox);
    await assert.rejects(story.refundPayment(shop.webox, payment, customer.accessToken), /FORBIDDEN/);
    await assert.rejects(story.refundPayment(shop.webox, payment), /UNAUTHENTICATED/);
    assert.deepEqual(await stand(order), ['PAID', 0]);
  });

  test('what was given back in Stripe\'s dashboard counts, and only the rest is left', async () => {
    const { order, payment, intent } = await shop.paidByStripe(shop.product());
    await tell(shop.webox, shop.stripe, shop.stripe.account.refundInDashboard(intent.id, 200));
    assert.deepEqual(await stand(order), ['PARTIALLY_REFUNDED', 200]);
    assert.equal((await refund(payment)).refund.amount.minorUnits, order.total.minorUnits - 200);
    assert.deepEqual(await stand(order), ['REFUNDED', order.total.minorUnits]);
  });

  test('a refund that does not arrive is the shop\'s money again', async () => {
    const { order, payment, intent } = await shop.paidByStripe(shop.product());
    await refund(payment, { amountMinorUnits: 400 });
    const [made] = [...shop.stripe.account.refunds.values()].filter(one => one.payment_intent === intent.id);
    await tell(shop.webox, shop.stripe, [...shop.stripe.account.events.slice(-2), ...shop.stripe.account.failRefund(made.id)]);
    const [{ refunds: [failed] }] = (await shop.orderOf(order)).payments;
    assert.equal(failed.status, 'FAILED');
    assert.deepEqual(await stand(order), ['PAID', 0]);
  });

  test('PayPal gives back a part, the rest, and what was given back on its site', async () => {
    const { order, payment, reference } = await shop.paidByPayPal(shop.product());
    assert.equal((await refund(payment, { amountMinorUnits: 250 })).refund.status, 'SUCCEEDED');
    await tell(shop.webox, shop.paypal, shop.paypal.account.events.slice(-1));
    await tell(shop.webox, shop.paypal, shop.paypal.account.refundOnSite(reference, 100));
    assert.deepEqual(await stand(order), ['PARTIALLY_REFUNDED', 350]);
    await refund(payment);
    assert.deepEqual(await stand(order), ['REFUNDED', order.total.minorUnits]);
    assert.equal(shop.paypal.account.sumsOf(reference).refunded, order.total.minorUnits);
  });

  for (const [status, ends] of [['won', total => ['PAID', 0]], ['lost', total => ['REFUNDED', total]]]) {
    test(`a dispute at Stripe puts the order under review until it is ${status}`, async () => {
      const { order, intent } = await shop.paidByStripe(shop.product());
      await tell(shop.webox, shop.stripe, shop.stripe.account.dispute(intent.id));
      assert.deepEqual(await stand(order), ['IN_REVIEW', 0]);
      await tell(shop.webox, shop.stripe, shop.stripe.account.closeDispute(intent.id, status));
      assert.deepEqual(await stand(order), ends(order.total.minorUnits));
    });

    test(`a dispute at PayPal puts the order under review until it is ${status}`, async () => {
      const { order, reference } = await shop.paidByPayPal(shop.product());
      await tell(shop.webox, shop.paypal, shop.paypal.account.dispute(reference));
      assert.deepEqual(await stand(order), ['IN_REVIEW', 0]);
      await tell(shop.webox, shop.paypal, shop.paypal.account.resolveDispute(reference, status === 'lost'));
      assert.deepEqual(await stand(order), ends(order.total.minorUnits));
    });
  }
}
