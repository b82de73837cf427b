// Customers and a finance department that repeat everything until it is done, whatever dies meanwhile; and what they were promised.
import assert from 'node:assert/strict';
import * as story from './story.mjs';
import { deliverUntilTaken } from './webhooks.mjs';
import { sleep } from './webox.mjs';

export class Buyers {
  /** What was acknowledged. */
  orders = [];
  paid = [];
  refunds = [];
  failures = 0;
  answers = 0;
  isClosing = false;

  constructor(shop) { this.shop = shop; }

  /** So many customers, each buying one thing after the other until the shop closes. */
  keepBuying(customers) {
    return Promise.all(Array.from({ length: customers }, async (_, i) => {
      for (let purchase = 0; !this.isClosing; purchase++) await this.#buy((i + purchase) % 3);
    }));
  }

  /** Waits until so many requests more were answered. */
  async goOn(answers) {
    const wanted = this.answers + answers;
    while (this.answers < wanted) await sleep(10);
  }

  /** Everything acknowledged is stored, nothing was taken or given back twice, and the sums here are the provider's. */
  async check() {
    const { account } = this.shop.stripe;
    for (const order of this.orders) assert.equal((await this.shop.orderOf(order))?.total.minorUnits, order.total.minorUnits, `${order.number} is gone`);
    for (const { order, intent } of this.paid) {
      const { captures, captured, refunded } = account.sumsOf(intent.id);
      const stored = await this.shop.orderOf(order);
      assert.deepEqual([captures, stored.paid.minorUnits, stored.refunded.minorUnits], [1, captured, refunded], order.number);
      assert.equal(stored.status, refunded === 0 ? 'PAID' : refunded === captured ? 'REFUNDED' : 'PARTIALLY_REFUNDED');
      assert.equal(stored.payments.length, 1);
    }
    for (const { order, refund } of this.refunds) {
      const { payments: [payment] } = await this.shop.orderOf(order);
      assert.deepEqual(payment.refunds.map(({ id, status }) => [id, status]), [[refund.id, 'SUCCEEDED']]);
    }
    assertOnce([...account.intents.values()].map(intent => intent.metadata.webox_payment));
    assertOnce([...account.refunds.values()].map(refund => refund.metadata.webox_refund));
  }

  async #buy(what) {
    const { shop } = this;
    const { account } = shop.stripe;
    const order = await this.#until(() => story.order(shop.webox, shop.product()));
    this.orders.push(order);
    const idempotencyKey = story.newKey();
    const payment = await this.#until(async () => (await story.startPaymentBy(shop.webox, 'STRIPE', order, undefined, { idempotencyKey })).payment);
    const intent = shop.intentOf(payment);
    await this.#tell(account.pay(intent.id));
    this.paid.push({ order, intent });
    if (what === 0) return;

    // All of it, or a part; and what Stripe tells of it comes, too, while the answer may still be on its way.
    const wish = { idempotencyKey: story.newKey(), ...what === 1 && { amountMinorUnits: 100 } };
    const refund = await this.#until(async () => (await story.refundPayment(shop.webox, payment, shop.finance, wish)).refund);
    assert.equal(refund.status, 'SUCCEEDED');
    this.refunds.push({ order, refund });
    await this.#tell(account.events.filter(event => event.data.object.payment_intent === intent.id && /refund/.test(event.type)));
  }

  /** Each message twice, at once. */
  #tell(events) {
    return Promise.all([...events, ...events].map(async event => {
      const inVain = await deliverUntilTaken(this.shop.webox, () => this.shop.stripe.message(event));
      this.failures += inVain;
    }));
  }

  toString() {
    const { orders, paid, refunds, failures } = this;
    return `${orders.length} orders, ${paid.length} paid, ${refunds.length} refunds; ${failures} requests failed and were repeated`;
  }

  /** Repeats until there is an answer, for a minute at least. */
  async #until(ask) {
    let problem;
    for (let tries = 0; tries < 600; tries++) {
      try {
        const answer = await ask();
        if (answer) {
          this.answers++;
          return answer;
        }
      } catch (error) {
        problem = error;
        if (/UNAUTHENTICATED/.test(error.message)) await this.shop.signIn().catch(() => {});
      }
      this.failures++;
      await sleep(100);
    }
    throw new Error('600 repetitions were in vain.', { cause: problem });
  }
}

function assertOnce(keys) {
  assert.deepEqual(keys.filter((key, i) => keys.indexOf(key) !== i), []);
}
