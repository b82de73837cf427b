// Money that takes its time, in a shop that captures by hand and gives misfits back: authorizations, bank transfers, payments of canceled orders.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { oneOrBoth } from '../support/databases.mjs';
import { bank, Shop } from '../support/shop.mjs';
import * as story from '../support/story.mjs';
import { tell } from '../support/webhooks.mjs';
import { sleep } from '../support/webox.mjs';

for (const database of oneOrBoth) {
  describe(`Money set aside on ${database.name}`, { skip: database.skip }, () => {
    const shop = new Shop();
    let customer;
    before(async () => {
      await shop.open(database, { WEBOX_PAYMENT_CAPTURE: 'manual', WEBOX_MISFIT_PAYMENTS: 'refund' });
      customer = await story.register(shop.webox);
    });
    after(() => shop.stop());

    const started = async provider => {
      const order = await story.order(shop.webox, shop.product(), { token: customer.accessToken });
      const { payment } = await story.startPaymentBy(shop.webox, provider, order, customer.accessToken);
      return { order, payment };
    };
    const authorized = async () => {
      const { order, payment } = await started('STRIPE');
      const intent = shop.intentOf(payment);
      await tell(shop.webox, shop.stripe, shop.stripe.account.pay(intent.id));
      return { order, payment, intent };
    };
    const stand = async order => {
      const { status, paid, payments: [payment] } = await shop.orderOf(order);
      return [status, paid.minorUnits, payment.status];
    };
    const arrives = (payment, minorUnits, key) => story.confirmBankTransfer(shop.webox, payment, minorUnits, shop.finance, key);

    test('Stripe sets aside what the customer pays, and finance takes it, once', async () => {
      const { order, payment, intent } = await authorized();
      assert.deepEqual(await stand(order), ['AWAITING_PAYMENT', 0, 'REQUIRES_CAPTURE']);
      assert.equal((await story.capturePayment(shop.webox, payment, customer.accessToken)).errors[0].__typename, 'PaymentNotCapturableError');
      assert.equal(shop.stripe.account.sumsOf(intent.id).captures, 0);

      const taken = await Promise.all([1, 2, 3].map(() => story.capturePayment(shop.webox, payment, shop.finance)));
      assert.deepEqual(taken.map(answer => answer.payment?.order.status), ['PAID', 'PAID', 'PAID']);
      await tell(shop.webox, shop.stripe, shop.stripe.account.events.slice(-2));
      assert.deepEqual(await stand(order), ['PAID', order.total.minorUnits, 'SUCCEEDED']);
      assert.equal(shop.stripe.account.sumsOf(intent.id).captures, 1);
    });

    test('PayPal sets aside what the customer approved, and finance takes it', async () => {
      const { order, payment } = await started('PAYPAL');
      shop.paypal.account.approve(payment.nextAction.reference);
      assert.equal((await story.capturePayment(shop.webox, payment, customer.accessToken)).payment.status, 'REQUIRES_CAPTURE');
      assert.equal((await story.capturePayment(shop.webox, payment, shop.finance)).payment.order.status, 'PAID');
      await tell(shop.webox, shop.paypal, shop.paypal.account.events.slice(-2));
      assert.deepEqual(await stand(order), ['PAID', order.total.minorUnits, 'SUCCEEDED']);
      assert.equal(shop.paypal.account.sumsOf(payment.nextAction.reference).captures, 1);
    });

    test('of a canceled order, what is set aside is let go, and what comes all the same goes back, once', async () => {
      const aside = await authorized();
      const late = await started('PAYPAL');
      const { account } = shop.paypal;
      const { reference } = late.payment.nextAction;
      account.approve(reference);
      account.authorizeOrder(reference);
      const [authorization] = account.orders.get(reference).purchase_units[0].payments.authorizations;
      const events = account.eventsOf(() => account.captureAuthorization(authorization.id));
      for (const { order } of [aside, late]) await story.cancelOrder(shop.webox, order, customer.accessToken);
      await tell(shop.webox, shop.paypal, events);

      await eventually(async () => (await shop.orderOf(late.order)).status === 'REFUNDED');
      const { total: { minorUnits } } = late.order;
      assert.deepEqual(account.sumsOf(reference), { captures: 1, captured: minorUnits, refunded: minorUnits });

      await eventually(() => aside.intent.status === 'canceled');
      await tell(shop.webox, shop.stripe, shop.stripe.account.events.slice(-2));
      assert.deepEqual(await stand(aside.order), ['CANCELED', 0, 'CANCELED']);
      assert.equal((await shop.orderOf(aside.order)).refunded.minorUnits, 0);
    });

    test('a transfer says where to send the money, and the exact amount pays', async () => {
      const { order, payment } = await started('BANK_TRANSFER');
      const { iban, bic, beneficiary, reference } = payment.nextAction;
      assert.deepEqual({ iban, bic, beneficiary }, bank);
      assert.match(reference, /^RF\d\d [0-9A-Z]{4} /);
      const key = story.newKey();
      for (let repeats = 0; repeats < 3; repeats++) {
        assert.equal((await arrives(payment, order.total.minorUnits, key)).payment.order.status, 'PAID');
      }
      assert.equal((await arrives(payment, 1, key)).errors[0].__typename, 'IdempotencyKeyReusedError');
      assert.deepEqual(await stand(order), ['PAID', order.total.minorUnits, 'SUCCEEDED']);
    });

    for (const [name, difference] of [['too little', -1], ['too much', 1]]) {
      test(`a transfer of ${name} is for a person to look at, and stays`, async () => {
        const { order, payment } = await started('BANK_TRANSFER');
        assert.equal((await arrives(payment, order.total.minorUnits + difference)).payment.order.status, 'IN_REVIEW');
        if (difference < 0) {
          // The rest comes.
          assert.equal((await arrives(payment, -difference)).payment.order.status, 'PAID');
        } else {
          assert.equal((await story.refundPayment(shop.webox, payment, shop.finance, { amountMinorUnits: difference })).refund.status, 'SUCCEEDED');
          assert.equal((await shop.orderOf(order)).status, 'PAID');
        }
      });
    }

    test('a transfer for a canceled order is for a person to look at', async () => {
      const { order, payment } = await started('BANK_TRANSFER');
      await story.cancelOrder(shop.webox, order, customer.accessToken);
      assert.equal((await arrives(payment, order.total.minorUnits)).payment.order.status, 'IN_REVIEW');
    });

    test('nobody but finance says that a transfer arrived', async () => {
      const { order, payment } = await started('BANK_TRANSFER');
      await assert.rejects(story.confirmBankTransfer(shop.webox, payment, order.total.minorUnits, customer.accessToken), /FORBIDDEN/);
      assert.equal((await shop.orderOf(order)).status, 'AWAITING_PAYMENT');
    });

    test('no secret reached the log, and no invariant is broken', async () => {
      assert.deepEqual(await shop.inspect(), { leaked: [], broken: [] });
    });
  });
}

/** What the shop does by itself, it does within seconds. */
async function eventually(isSo) {
  for (let tries = 0; tries < 300 && !await isSo(); tries++) await sleep(100);
  assert.ok(await isSo(), `not within half a minute: ${isSo}`);
}
