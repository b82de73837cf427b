// Money comes in: by Stripe in the shop's page and on Stripe's own, and by PayPal, as customers and providers play it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as story from '../support/story.mjs';
import { tell } from '../support/webhooks.mjs';

/** @param shop Open before the first test runs. */
export function incoming(shop) {
  const startedBy = async (provider, options) => {
    const order = await story.order(shop.webox, shop.product());
    const { payment, errors } = await story.startPaymentBy(shop.webox, provider, order, undefined, options);
    assert.equal(errors, null);
    return { order, payment };
  };

  test('a customer pays by Stripe in the shop\'s page, and sees it the moment Stripe tells', async () => {
    const { order, payment } = await startedBy('STRIPE');
    assert.deepEqual([payment.status, payment.nextAction.__typename], ['REQUIRES_ACTION', 'ConfirmWithStripe']);
    assert.equal(payment.nextAction.publishableKey, shop.stripe.publishableKey);
    const intent = shop.intentOf(payment);
    assert.deepEqual([intent.amount, intent.currency, intent.metadata.order_number], [order.total.minorUnits, 'eur', order.number]);

    const statuses = watch(shop.webox, order);
    assert.equal((await statuses.next()).value, 'AWAITING_PAYMENT');
    await tell(shop.webox, shop.stripe, shop.stripe.account.pay(intent.id));
    assert.equal(await next(statuses, 'PAID'), 'PAID');
    await statuses.return();

    const paid = await shop.orderOf(order);
    assert.deepEqual([paid.status, paid.paid.minorUnits, paid.payments.length], ['PAID', order.total.minorUnits, 1]);
    assert.deepEqual([paid.payments[0].status, paid.payments[0].nextAction], ['SUCCEEDED', null]);
  });

  test('repeating the start of a payment makes no second intent', async () => {
    const idempotencyKey = story.newKey();
    const { order, payment } = await startedBy('STRIPE', { idempotencyKey });
    const again = await story.startPaymentBy(shop.webox, 'STRIPE', order, undefined, { idempotencyKey });
    assert.deepEqual(again.payment, payment);
    assert.equal(shop.stripe.account.intentsFor(shop.intentOf(payment).metadata.webox_payment).length, 1);
  });

  test('a customer pays on a page of Stripe\'s', async () => {
    const { order, payment } = await startedBy('STRIPE', { flow: 'REDIRECT' });
    const session = shop.stripe.account.sessions.get(payment.nextAction.reference);
    assert.deepEqual([payment.nextAction.__typename, payment.nextAction.url], ['RedirectToProvider', session.url]);
    assert.deepEqual([session.amount_total, session.success_url], [order.total.minorUnits, 'https://shop.example/merci']);

    await tell(shop.webox, shop.stripe, shop.stripe.account.pay(session.id));
    const paid = await shop.orderOf(order);
    assert.deepEqual([paid.status, paid.paid.minorUnits], ['PAID', order.total.minorUnits]);
  });

  test('the same money told by charge, intent and session, twice and backwards, is paid once', async () => {
    const { order, payment } = await startedBy('STRIPE', { flow: 'REDIRECT' });
    const events = shop.stripe.account.pay(payment.nextAction.reference).reverse();
    await tell(shop.webox, shop.stripe, [...events, ...events]);
    assert.equal((await shop.orderOf(order)).paid.minorUnits, order.total.minorUnits);
  });

  test('a declined customer tries again by the same intent, and is charged once', async () => {
    const { order, payment } = await startedBy('STRIPE');
    const intent = shop.intentOf(payment);
    await tell(shop.webox, shop.stripe, shop.stripe.account.decline(intent.id));
    const [declined] = (await shop.orderOf(order)).payments;
    assert.deepEqual([declined.status, declined.declineReason], ['DECLINED', 'INSUFFICIENT_FUNDS']);
    assert.equal(declined.nextAction.clientSecret, payment.nextAction.clientSecret);

    await tell(shop.webox, shop.stripe, shop.stripe.account.pay(intent.id));
    const paid = await shop.orderOf(order);
    assert.deepEqual([paid.status, paid.payments[0].status, paid.payments[0].declineReason], ['PAID', 'SUCCEEDED', null]);
    assert.equal(shop.stripe.account.sumsOf(intent.id).captures, 1);
  });

  test('a customer approves at PayPal, and the shop takes the money', async () => {
    const { order, payment } = await startedBy('PAYPAL');
    const { url, reference } = payment.nextAction;
    assert.deepEqual([payment.status, url], ['REQUIRES_ACTION', `https://www.sandbox.paypal.com/checkoutnow?token=${reference}`]);
    assert.equal(shop.paypal.account.orders.get(reference).purchase_units[0].amount.value, order.total.decimal);

    await tell(shop.webox, shop.paypal, shop.paypal.account.approve(reference));
    const { payment: captured } = await story.capturePayment(shop.webox, payment);
    assert.deepEqual([captured.status, captured.order.status, captured.captured.minorUnits], ['SUCCEEDED', 'PAID', order.total.minorUnits]);

    // What PayPal tells of it afterwards is no news.
    await tell(shop.webox, shop.paypal, shop.paypal.account.events.slice(-1));
    assert.equal((await story.capturePayment(shop.webox, payment)).payment.status, 'SUCCEEDED');
    assert.equal((await shop.orderOf(order)).paid.minorUnits, order.total.minorUnits);
    assert.equal(shop.paypal.account.sumsOf(reference).captures, 1);
  });

  test('what is not approved cannot be captured, and can be once it is', async () => {
    const { order, payment } = await startedBy('PAYPAL');
    const early = await story.capturePayment(shop.webox, payment);
    assert.deepEqual([early.payment, early.errors[0].__typename], [null, 'PaymentNotCapturableError']);
    assert.equal((await shop.orderOf(order)).status, 'AWAITING_PAYMENT');

    shop.paypal.account.approve(payment.nextAction.reference);
    assert.equal((await story.capturePayment(shop.webox, payment)).payment.order.status, 'PAID');
  });

  test('PayPal\'s message alone pays an order, too', async () => {
    const { order, payment } = await startedBy('PAYPAL');
    const { account } = shop.paypal;
    account.approve(payment.nextAction.reference);
    await tell(shop.webox, shop.paypal, account.eventsOf(() => account.captureOrder(payment.nextAction.reference)));
    assert.equal((await shop.orderOf(order)).status, 'PAID');
  });

  test('a shop\'s forgotten token is asked for again, once', async () => {
    const before = shop.paypal.tokens.size;
    shop.paypal.tokens.clear();
    const { payment } = await startedBy('PAYPAL');
    assert.ok(payment.nextAction.reference);
    assert.equal(shop.paypal.tokens.size, 1);
    assert.ok(before > 0);
  });

  test('two attempts at once, and both are paid: a person must look', async () => {
    const order = await story.order(shop.webox, shop.product());
    const { payment: byStripe } = await story.startPaymentBy(shop.webox, 'STRIPE', order);
    const { payment: byPayPal } = await story.startPaymentBy(shop.webox, 'PAYPAL', order);
    shop.paypal.account.approve(byPayPal.nextAction.reference);
    await tell(shop.webox, shop.stripe, shop.stripe.account.pay(shop.intentOf(byStripe).id));
    shop.paypal.account.captureOrder(byPayPal.nextAction.reference);
    await tell(shop.webox, shop.paypal, shop.paypal.account.events.slice(-1));
    const both = await shop.orderOf(order);
    assert.deepEqual([both.status, both.paid.minorUnits], ['IN_REVIEW', 2 * order.total.minorUnits]);
  });
}

/** The statuses of a guest's order as they arrive. */
async function* watch(webox, { id, cartToken }) {
  const changes = webox.subscribe(
    'subscription ($id: ID!, $cartToken: String) { orderChanged(orderId: $id, cartToken: $cartToken) { status } }', { id, cartToken });
  for await (const { orderChanged } of changes) yield orderChanged.status;
}

async function next(statuses, wanted) {
  for (;;) {
    const { value, done } = await statuses.next();
    if (done || value === wanted) return value;
  }
}
