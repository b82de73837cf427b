// The objects of PayPal's Orders v2 and Payments v2. https://developer.paypal.com/docs/api/orders/v2/
import { randomInt, randomUUID } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKLMNPRSTUVWXY';

export const id = () => Array.from({ length: 17 }, () => alphabet[randomInt(alphabet.length)]).join('');

const now = () => new Date().toISOString().replace(/\.\d+/, '');

export const cents = amount => Math.round(Number(amount.value) * 100);

export const money = (minorUnits, { currency_code }) => ({ currency_code, value: (minorUnits / 100).toFixed(2) });

const link = (origin, path, rel, method = 'GET') => ({ href: `${origin}/v2/${path}`, rel, method });

export const order = (origin, { intent, purchase_units, payment_source }) => {
  const made = id();
  return {
    id: made,
    intent,
    status: payment_source ? 'PAYER_ACTION_REQUIRED' : 'CREATED',
    payment_source: { paypal: {} },
    purchase_units: structuredClone(purchase_units),
    create_time: now(),
    links: [
      link(origin, `checkout/orders/${made}`, 'self'),
      { href: `https://www.sandbox.paypal.com/checkoutnow?token=${made}`, rel: payment_source ? 'payer-action' : 'approve', method: 'GET' },
    ],
  };
};

const transaction = (origin, collection, { custom_id, invoice_id }, amount, up) => {
  const made = id();
  return {
    id: made,
    status: 'COMPLETED',
    amount,
    custom_id,
    invoice_id,
    create_time: now(),
    update_time: now(),
    links: [link(origin, `payments/${collection}/${made}`, 'self'), link(origin, up, 'up')],
  };
};

export const authorization = (origin, order, unit) => ({
  ...transaction(origin, 'authorizations', unit, unit.amount, `checkout/orders/${order.id}`),
  status: 'CREATED',
  expiration_time: new Date(Date.now() + 29 * 24 * 3600 * 1000).toISOString(),
  supplementary_data: { related_ids: { order_id: order.id } },
});

export const capture = (origin, order, unit, amount, authorization) => {
  const fee = Math.round(cents(amount) * 0.03) + 35;
  return {
    ...transaction(origin, 'captures', unit, amount, authorization ? `payments/authorizations/${authorization.id}` : `checkout/orders/${order.id}`),
    final_capture: true,
    seller_protection: { status: 'ELIGIBLE', dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'] },
    seller_receivable_breakdown: { gross_amount: amount, paypal_fee: money(fee, amount), net_amount: money(cents(amount) - fee, amount) },
    supplementary_data: { related_ids: { order_id: order.id, ...authorization && { authorization_id: authorization.id } } },
  };
};

export const refund = (origin, capture, amount, request) => ({
  ...transaction(origin, 'refunds', request, amount, `payments/captures/${capture.id}`),
  note_to_payer: request.note_to_payer,
  seller_payable_breakdown: { gross_amount: amount, paypal_fee: money(0, amount), net_amount: amount, total_refunded_amount: amount },
});

export const dispute = (capture, fields) => ({
  dispute_id: `PP-D-${randomInt(100_000)}`,
  create_time: now(),
  update_time: now(),
  disputed_transactions: [{ seller_transaction_id: capture.id, custom: capture.custom_id, gross_amount: capture.amount }],
  reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
  status: 'OPEN',
  dispute_amount: capture.amount,
  ...fields,
});

export const event = (type, resourceType, resource) => ({
  id: `WH-${id()}-${id()}`,
  event_version: '1.0',
  create_time: new Date().toISOString(),
  resource_type: resourceType,
  resource_version: '2.0',
  event_type: type,
  summary: type,
  resource: structuredClone(resource),
  links: [],
});

export const transmissionId = randomUUID;

export const timeOf = now;
