// An account at PayPal: its orders, and what was taken and given back. Whatever happens is told as events, which nobody sends by themselves.
import * as objects from './paypal-objects.mjs';

/** What PayPal refuses, as it says so. */
export class PayPalRefusal extends Error {
  constructor(status, issue, name = 'UNPROCESSABLE_ENTITY') {
    super(issue);
    Object.assign(this, { status, body: { name, message: 'The requested action could not be performed.', debug_id: 'f12345abc6789', details: [{ issue, description: issue }], links: [] } });
  }
}

export class PayPalAccount {
  orders = new Map();
  authorizations = new Map();
  captures = new Map();
  refunds = new Map();
  events = [];

  /** @param origin Of the addresses in answers. */
  constructor(origin) { this.origin = origin; }

  /** @param lessBy What PayPal makes of the amount by mistake. */
  createOrder(request, lessBy = 0) {
    const order = keep(this.orders, objects.order(this.origin, request));
    const [unit] = order.purchase_units;
    unit.amount = objects.money(objects.cents(unit.amount) - lessBy, unit.amount);
    return order;
  }

  captureOrder(id, lessBy = 0) {
    const order = this.#approved(id, 'ORDER_ALREADY_CAPTURED');
    const [unit] = order.purchase_units;
    this.#checkInvoice(unit.invoice_id);
    const capture = keep(this.captures, objects.capture(this.origin, order, unit, objects.money(objects.cents(unit.amount) - lessBy, unit.amount)));
    unit.payments = { captures: [capture] };
    order.status = 'COMPLETED';
    this.#tell('PAYMENT.CAPTURE.COMPLETED', 'capture', capture);
    return order;
  }

  authorizeOrder(id) {
    const order = this.#approved(id, 'ORDER_ALREADY_AUTHORIZED');
    const [unit] = order.purchase_units;
    const authorization = keep(this.authorizations, objects.authorization(this.origin, order, unit));
    unit.payments = { authorizations: [authorization] };
    order.status = 'COMPLETED';
    this.#tell('PAYMENT.AUTHORIZATION.CREATED', 'authorization', authorization);
    return order;
  }

  captureAuthorization(id, lessBy = 0) {
    const authorization = this.find(this.authorizations, id);
    if (authorization.status === 'VOIDED') throw new PayPalRefusal(422, 'AUTHORIZATION_VOIDED');
    if (authorization.status === 'CAPTURED') throw new PayPalRefusal(422, 'AUTHORIZATION_ALREADY_CAPTURED');
    const order = this.orders.get(authorization.supplementary_data.related_ids.order_id);
    const [unit] = order.purchase_units;
    this.#checkInvoice(unit.invoice_id);
    const amount = objects.money(objects.cents(authorization.amount) - lessBy, authorization.amount);
    const capture = keep(this.captures, objects.capture(this.origin, order, unit, amount, authorization));
    unit.payments.captures = [capture];
    authorization.status = 'CAPTURED';
    this.#tell('PAYMENT.CAPTURE.COMPLETED', 'capture', capture);
    return capture;
  }

  voidAuthorization(id) {
    const authorization = this.find(this.authorizations, id);
    if (authorization.status === 'CAPTURED') throw new PayPalRefusal(422, 'PREVIOUSLY_CAPTURED');
    if (authorization.status === 'VOIDED') throw new PayPalRefusal(422, 'PREVIOUSLY_VOIDED');
    Object.assign(authorization, { status: 'VOIDED', update_time: objects.timeOf() });
    this.#tell('PAYMENT.AUTHORIZATION.VOIDED', 'authorization', authorization);
    return authorization;
  }

  refund(captureId, request, lessBy = 0) {
    const capture = this.find(this.captures, captureId);
    const left = objects.cents(capture.amount) - this.#refundedOf(capture);
    const asked = request.amount ? objects.cents(request.amount) : left;
    if (left === 0) throw new PayPalRefusal(422, 'CAPTURE_FULLY_REFUNDED');
    if (asked > left) throw new PayPalRefusal(422, 'REFUND_AMOUNT_EXCEEDED');
    const refund = keep(this.refunds, objects.refund(this.origin, capture, objects.money(asked - lessBy, capture.amount), request));
    const isWhole = this.#refundedOf(capture) === objects.cents(capture.amount);
    Object.assign(capture, { status: isWhole ? 'REFUNDED' : 'PARTIALLY_REFUNDED', update_time: objects.timeOf() });
    this.#tell('PAYMENT.CAPTURE.REFUNDED', 'refund', refund);
    return refund;
  }

  /** The customer approves on PayPal's page. */
  approve(id) {
    const order = this.find(this.orders, id);
    order.status = 'APPROVED';
    return this.eventsOf(() => this.#tell('CHECKOUT.ORDER.APPROVED', 'checkout-order', order));
  }

  /** Somebody gives money back on PayPal's site. */
  refundOnSite(orderId, minorUnits) {
    const [capture] = this.capturesOf(orderId);
    return this.eventsOf(() => this.refund(capture.id, { amount: objects.money(minorUnits, capture.amount) }));
  }

  dispute(orderId) {
    const [capture] = this.capturesOf(orderId);
    this.disputed = objects.dispute(capture);
    return this.eventsOf(() => this.#tell('CUSTOMER.DISPUTE.CREATED', 'dispute', this.disputed));
  }

  /** @param isLost True: PayPal takes the money back. */
  resolveDispute(orderId, isLost) {
    const [capture] = this.capturesOf(orderId);
    return this.eventsOf(() => {
      if (isLost) this.#tell('PAYMENT.CAPTURE.REVERSED', 'refund', keep(this.refunds, objects.refund(this.origin, capture, capture.amount, {})));
      this.#tell('CUSTOMER.DISPUTE.RESOLVED', 'dispute', { ...this.disputed, status: 'RESOLVED' });
    });
  }

  /** What is told of something that happens. */
  eventsOf(happens) {
    const before = this.events.length;
    happens();
    return this.events.slice(before);
  }

  find(all, id) {
    const found = all.get(id);
    if (!found) throw new PayPalRefusal(404, 'INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND');
    return found;
  }

  /** The orders that were made for one of our payments: more than one could be paid more than once. */
  ordersFor(key) { return [...this.orders.values()].filter(order => order.purchase_units[0].custom_id === key); }

  /** The refunds that were made for one of ours. */
  refundsFor(key) { return [...this.refunds.values()].filter(refund => refund.custom_id === key); }

  capturesOf(orderId) { return [...this.captures.values()].filter(capture => capture.supplementary_data.related_ids.order_id === orderId); }

  /** What was taken by an order, and what of it went back. */
  sumsOf(orderId) {
    const captures = this.capturesOf(orderId);
    return {
      captures: captures.length,
      captured: captures.reduce((sum, capture) => sum + objects.cents(capture.amount), 0),
      refunded: captures.reduce((sum, capture) => sum + this.#refundedOf(capture), 0),
    };
  }

  /** What PayPal keeps of what was taken. */
  feeOf(orderId) {
    const [capture] = this.capturesOf(orderId);
    return capture && objects.cents(capture.seller_receivable_breakdown.paypal_fee);
  }

  #refundedOf({ id }) {
    return [...this.refunds.values()].filter(refund => refund.links.some(({ rel, href }) => rel === 'up' && href.endsWith(id)))
      .reduce((sum, refund) => sum + objects.cents(refund.amount), 0);
  }

  #approved(id, done) {
    const order = this.find(this.orders, id);
    if (order.status === 'COMPLETED') throw new PayPalRefusal(422, done);
    if (order.status !== 'APPROVED') throw new PayPalRefusal(422, 'ORDER_NOT_APPROVED');
    return order;
  }

  #checkInvoice(invoice) {
    if ([...this.captures.values()].some(capture => capture.invoice_id === invoice)) throw new PayPalRefusal(422, 'DUPLICATE_INVOICE_ID');
  }

  #tell(type, resourceType, resource) { this.events.push(objects.event(type, resourceType, resource)); }
}

function keep(all, object) {
  all.set(object.id, object);
  return object;
}
