// A payment's whole life at a provider that fails: whatever goes wrong, its client repeats until the outcome is certain.
import assert from 'node:assert/strict';
import { faults } from './providers.mjs';
import * as story from './story.mjs';
import { tell } from './webhooks.mjs';

/** What can go wrong, within the time that a test has. */
export const names = Object.keys(faults).filter(name => name !== 'late' || process.env.WEBOX_FULL);

/** The payment of one order, as its customer, finance and the provider see it. */
export class Life {
  constructor(shop, provider, order) {
    Object.assign(this, { shop, provider, order, server: shop[provider.toLowerCase()], failures: { create: 0, capture: 0, refund: 0 } });
    this.account = this.server.account;
  }

  /** The next calls of this operation fail, one by each of these. */
  script(operation, these) {
    const matches = {
      create: ({ path, body }) => /\/(payment_intents|orders)$/.test(path) && body.includes(this.order.number),
      capture: ({ path }) => /\/(capture|authorize)$/.test(path) && this.#names().some(id => path.includes(id)),
      refund: ({ path, body }) => /\/refunds?$/.test(path) && body.includes(this.order.number),
    }[operation];
    const isHit = call => call.method === 'POST' && matches(call);
    this.server.failNext(call => isHit(call) && ++this.failures[operation] > 0, ...these.map(name => faults[name]));
  }

  start(idempotencyKey = story.newKey()) {
    return story.startPaymentBy(this.shop.webox, this.provider, this.order, undefined, { idempotencyKey });
  }

  /** Starts the payment for certain; a declined attempt is followed by another. */
  async startForCertain() {
    do {
      const key = story.newKey();
      ({ payment: this.payment } = await untilCertain(() => this.start(key)));
    } while (this.payment.status === 'DECLINED');
    assert.equal(this.payment.status, 'REQUIRES_ACTION');
  }

  get reference() {
    return this.provider === 'STRIPE' ? this.shop.intentOf(this.payment).id : this.payment.nextAction.reference;
  }

  /** The customer pays or approves; of PayPal's approval nobody needs to be told. */
  async pay() {
    if (this.provider === 'PAYPAL') return this.account.approve(this.reference);
    await tell(this.shop.webox, this.server, this.account.pay(this.reference));
  }

  /** The customer pays, and the money is taken or set aside; the shop hears nothing of it. */
  payUntold() {
    const { account, reference } = this;
    if (this.provider === 'STRIPE') return account.pay(reference);
    account.approve(reference);
    return account.orders.get(reference).intent === 'CAPTURE' ? account.captureOrder(reference) : account.authorizeOrder(reference);
  }

  capture(token = this.shop.finance) { return story.capturePayment(this.shop.webox, this.payment, token); }

  /** Captures what needs it; what is set aside first is captured by a call of its own. */
  async captureForCertain() {
    for (let calls = 0; calls < 2 && (await this.stored()).payments[0].status !== 'SUCCEEDED'; calls++) await untilCertain(() => this.capture());
  }

  refund(what) { return story.refundPayment(this.shop.webox, this.payment, this.shop.finance, what); }

  refundForCertain(amountMinorUnits) {
    const idempotencyKey = story.newKey();
    return untilCertain(() => this.refund({ amountMinorUnits, idempotencyKey }));
  }

  stored() { return this.shop.orderOf(this.order); }

  /** Everything the provider has to tell about it. */
  events() {
    return this.account.events.filter(event => this.#names().some(id => JSON.stringify(event).includes(id)));
  }

  /** At most one intent for each payment, one capture, and one refund for each of ours; and the same sums here and there. */
  async check() {
    const intents = this.provider === 'STRIPE'
      ? [...this.account.intents.values()].filter(({ metadata }) => metadata.order_number === this.order.number).map(({ metadata }) => metadata.webox_payment)
      : [...this.account.orders.values()].filter(({ purchase_units: [unit] }) => unit.invoice_id.startsWith(this.order.number)).map(({ purchase_units: [unit] }) => unit.custom_id);
    assert.equal(new Set(intents).size, intents.length, 'an intent was made twice');
    const { captures, captured, refunded } = this.account.sumsOf(this.reference);
    assert.ok(captures <= 1, `captured ${captures} times`);
    const refunds = [...this.account.refunds.values()].filter(refund => JSON.stringify(refund).includes(this.order.number))
      .map(refund => refund.custom_id ?? refund.metadata.webox_refund);
    assert.equal(new Set(refunds).size, refunds.length, 'a refund was made twice');
    const { paid, refunded: back } = await this.stored();
    assert.deepEqual([paid.minorUnits, back.minorUnits], [captured, refunded]);
  }

  #names() {
    const { reference } = this;
    return this.provider === 'STRIPE' ? [reference]
      : [reference, ...(this.account.orders.get(reference).purchase_units[0].payments?.authorizations ?? []).map(({ id }) => id)];
  }
}

/** Repeats a mutation while its outcome is unknown. */
async function untilCertain(ask) {
  for (let tries = 0; tries < 10; tries++) {
    // The server's own limit of time says as little as a provider that does not answer.
    const answer = await ask().catch(error => error.message.includes('"TIMED_OUT"') ? null : Promise.reject(error));
    if (answer && answer.errors?.[0].__typename !== 'PaymentProviderUnavailableError') return answer;
  }
  throw new Error('Ten tries, and the outcome is still unknown.');
}
