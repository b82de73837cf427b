// An account at Stripe: what happened to its payments. Whatever happens is told as events, which nobody sends by themselves.
import { draw } from './providers.mjs';
import * as objects from './stripe-objects.mjs';

/** What Stripe refuses, as it says so. */
export class StripeRefusal extends Error {
  constructor(status, error) {
    super(error.message);
    Object.assign(this, { status, error: { type: 'invalid_request_error', ...error } });
  }
}

export class StripeAccount {
  intents = new Map();
  sessions = new Map();
  charges = new Map();
  refunds = new Map();
  customers = new Map();
  disputes = new Map();
  settlements = new Map();
  events = [];

  createCustomer(form) {
    return keep(this.customers, { id: draw('cus_'), object: 'customer', created: objects.now(), email: form.email, livemode: false, metadata: form.metadata ?? {}, name: form.name });
  }

  /** @param lessBy What Stripe makes of the amount by mistake. */
  createIntent(form, lessBy = 0) {
    this.#checkCustomer(form);
    return keep(this.intents, objects.intent({ ...form, amount: form.amount - lessBy }));
  }

  createSession(form) {
    this.#checkCustomer(form);
    const session = keep(this.sessions, objects.session(form));
    session.asked = form.payment_intent_data ?? {};
    Object.defineProperty(session, 'asked', { enumerable: false });
    return session;
  }

  capture(id, lessBy = 0) {
    const intent = this.find(this.intents, id, 'payment_intent');
    expect(intent, 'capture', 'requires_capture');
    const charge = this.charges.get(intent.latest_charge);
    this.#take(intent, charge, intent.amount_capturable - lessBy);
    this.#tell('charge.captured', charge);
    this.#tell('payment_intent.succeeded', intent);
    return intent;
  }

  cancel(id, reason) {
    const intent = this.find(this.intents, id, 'payment_intent');
    expect(intent, 'cancel', 'requires_payment_method', 'requires_confirmation', 'requires_action', 'requires_capture');
    const charge = this.charges.get(intent.latest_charge);
    if (intent.status === 'requires_capture') {
      // What was set aside and is let go counts as refunded.
      Object.assign(charge, { amount_refunded: charge.amount, refunded: true });
      this.#tell('charge.refunded', charge);
    }
    Object.assign(intent, { status: 'canceled', canceled_at: objects.now(), cancellation_reason: reason ?? null, amount_capturable: 0 });
    this.#tell('payment_intent.canceled', intent);
    return intent;
  }

  expire(id) {
    const session = this.find(this.sessions, id, 'checkout.session');
    if (session.status !== 'open') throw new StripeRefusal(400, { message: `This session is ${session.status}.` });
    session.status = 'expired';
    this.#tell('checkout.session.expired', session);
    return session;
  }

  refund(form, lessBy = 0) {
    const charge = form.charge
      ? this.find(this.charges, form.charge, 'charge')
      : this.charges.get(this.find(this.intents, form.payment_intent, 'payment_intent').latest_charge);
    if (!charge?.captured) throw new StripeRefusal(400, { message: 'This PaymentIntent does not have a successful charge to refund.' });
    const left = charge.amount_captured - charge.amount_refunded;
    const amount = Number(form.amount ?? left);
    if (left === 0) throw new StripeRefusal(400, { code: 'charge_already_refunded', message: `Charge ${charge.id} has already been refunded.` });
    if (amount > left) throw new StripeRefusal(400, { param: 'amount', message: 'Refund amount is greater than unrefunded amount on charge.' });
    const refund = keep(this.refunds, objects.refund(charge, amount - lessBy, form));
    charge.amount_refunded += refund.amount;
    charge.refunded = charge.amount_refunded === charge.amount_captured;
    this.#tell('refund.created', refund);
    this.#tell('charge.refunded', charge);
    return refund;
  }

  /** A refund does not reach the customer: its money comes back to the shop. */
  failRefund(id) {
    const refund = this.find(this.refunds, id, 'refund');
    const charge = this.charges.get(refund.charge);
    refund.status = 'failed';
    Object.assign(charge, { amount_refunded: charge.amount_refunded - refund.amount, refunded: false });
    return this.eventsOf(() => this.#tell('refund.failed', refund));
  }

  /** What is told of something that happens. */
  eventsOf(happens) {
    const before = this.events.length;
    happens();
    return this.events.slice(before);
  }

  /** The customer pays, in the shop's page or Stripe's. Only set aside, where the shop captures later. */
  pay(id) {
    const session = this.sessions.get(id);
    if (session?.status === 'expired') throw new StripeRefusal(400, { message: 'This session is expired.' });
    const intent = session ? this.#intentOf(session) : this.find(this.intents, id, 'payment_intent');
    expect(intent, 'confirm', 'requires_payment_method', 'processing');
    const charge = keep(this.charges, objects.charge(intent));
    Object.assign(intent, { latest_charge: charge.id, last_payment_error: null });
    if (intent.capture_method === 'manual') {
      Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount });
    } else {
      this.#take(intent, charge, intent.amount);
    }
    return this.eventsOf(() => {
      this.#tell('charge.succeeded', charge);
      this.#tell(charge.captured ? 'payment_intent.succeeded' : 'payment_intent.amount_capturable_updated', intent);
      if (!session) return;
      Object.assign(session, { status: 'complete', payment_status: charge.captured ? 'paid' : 'unpaid' });
      this.#tell('checkout.session.completed', session);
    });
  }

  /** The customer's card is refused. Stripe lets them try again by the same intent. */
  decline(id, code = 'insufficient_funds') {
    const intent = this.find(this.intents, id, 'payment_intent');
    const charge = keep(this.charges, objects.charge(intent, {
      status: 'failed', paid: false, failure_code: 'card_declined', outcome: { network_status: 'declined_by_network', reason: code, type: 'issuer_declined' },
    }));
    Object.assign(intent, {
      latest_charge: charge.id,
      last_payment_error: { type: 'card_error', code: 'card_declined', decline_code: code, charge: charge.id, message: 'Your card was declined.' },
    });
    return this.eventsOf(() => {
      this.#tell('charge.failed', charge);
      this.#tell('payment_intent.payment_failed', intent);
    });
  }

  /** Somebody gives money back in Stripe's dashboard. */
  refundInDashboard(intentId, amount) {
    return this.eventsOf(() => this.refund({ payment_intent: intentId, amount }));
  }

  /** The customer contests what was captured. */
  dispute(intentId, fields) {
    const charge = this.charges.get(this.intents.get(intentId).latest_charge);
    charge.disputed = true;
    return this.eventsOf(() => this.#tell('charge.dispute.created', keep(this.disputes, objects.dispute(charge, fields))));
  }

  /** @param status won or lost. */
  closeDispute(intentId, status) {
    const dispute = [...this.disputes.values()].find(one => one.charge === this.intents.get(intentId).latest_charge);
    dispute.status = status;
    return this.eventsOf(() => this.#tell('charge.dispute.closed', dispute));
  }

  find(all, id, name) {
    const found = all.get(id);
    if (!found) throw new StripeRefusal(404, { code: 'resource_missing', param: 'id', message: `No such ${name}: '${id}'` });
    return found;
  }

  /** The intents that were made for one of our payments: more than one could be paid more than once. */
  intentsFor(key) { return [...this.intents.values()].filter(intent => intent.metadata.webox_payment === key); }

  /** The refunds that were made for one of ours. */
  refundsFor(key) { return [...this.refunds.values()].filter(refund => refund.metadata.webox_refund === key); }

  /** What was taken by an intent, and what of it went back. */
  sumsOf(intentId) {
    const charges = [...this.charges.values()].filter(charge => charge.payment_intent === intentId && charge.captured);
    return {
      captures: charges.length,
      captured: charges.reduce((sum, charge) => sum + charge.amount_captured, 0),
      refunded: charges.reduce((sum, charge) => sum + charge.amount_refunded, 0),
    };
  }

  /** What Stripe keeps of what was taken. */
  feeOf(intentId) {
    const charge = this.charges.get(this.intents.get(intentId).latest_charge);
    return this.settlements.get(charge?.balance_transaction)?.fee;
  }

  #intentOf(session) {
    const intent = keep(this.intents, objects.intent({ amount: session.amount_total, currency: session.currency, customer: session.customer, ...session.asked }));
    session.payment_intent = intent.id;
    return intent;
  }

  #take(intent, charge, amount) {
    const settled = keep(this.settlements, objects.balanceTransaction(charge, amount));
    Object.assign(charge, { captured: true, amount_captured: amount, amount_refunded: 0, balance_transaction: settled.id });
    Object.assign(intent, { status: 'succeeded', amount_received: amount, amount_capturable: 0 });
  }

  #tell(type, object) { this.events.push(objects.event(type, object)); }

  #checkCustomer({ customer }) {
    if (customer) this.find(this.customers, customer, 'customer');
  }
}

function keep(all, object) {
  all.set(object.id, object);
  return object;
}

function expect(intent, what, ...statuses) {
  if (!statuses.includes(intent.status)) {
    throw new StripeRefusal(400, {
      code: 'payment_intent_unexpected_state',
      message: `This PaymentIntent could not be ${what}ed because it has a status of ${intent.status}.`,
      payment_intent: intent,
    });
  }
}
