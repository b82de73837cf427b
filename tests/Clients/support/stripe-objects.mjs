// The objects of Stripe's API of 2026, with the fields that matter to a shop. https://docs.stripe.com/api
import { draw } from './providers.mjs';

export const apiVersion = '2026-10-28.endive';

export const now = () => Math.floor(Date.now() / 1000);

export const intent = form => {
  const id = draw('pi_');
  return {
    id,
    object: 'payment_intent',
    amount: Number(form.amount),
    amount_capturable: 0,
    amount_received: 0,
    automatic_payment_methods: { enabled: true },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: form.capture_method ?? 'automatic',
    client_secret: draw(`${id}_secret_`),
    created: now(),
    currency: form.currency,
    customer: form.customer ?? null,
    description: form.description ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    metadata: form.metadata ?? {},
    next_action: null,
    payment_method_types: ['card'],
    receipt_email: form.receipt_email ?? null,
    status: 'requires_payment_method',
  };
};

/** A charge is one attempt to take the money of an intent, and inherits its metadata. */
export const charge = (intent, fields) => ({
  id: draw('ch_'),
  object: 'charge',
  amount: intent.amount,
  amount_captured: 0,
  amount_refunded: 0,
  balance_transaction: null,
  captured: false,
  created: now(),
  currency: intent.currency,
  customer: intent.customer,
  disputed: false,
  failure_code: null,
  livemode: false,
  metadata: { ...intent.metadata },
  outcome: { network_status: 'approved_by_network', reason: null, type: 'authorized' },
  paid: true,
  payment_intent: intent.id,
  refunded: false,
  status: 'succeeded',
  ...fields,
});

export const balanceTransaction = (charge, amount) => {
  const fee = Math.round(amount * 0.015) + 25;
  return {
    id: draw('txn_'), object: 'balance_transaction', amount, created: now(), currency: charge.currency, fee, net: amount - fee,
    source: charge.id, status: 'pending', type: 'charge',
  };
};

export const refund = (charge, amount, form) => ({
  id: draw('re_'),
  object: 'refund',
  amount,
  balance_transaction: draw('txn_'),
  charge: charge.id,
  created: now(),
  currency: charge.currency,
  metadata: form.metadata ?? {},
  payment_intent: charge.payment_intent,
  reason: form.reason ?? null,
  status: 'succeeded',
});

export const dispute = (charge, fields) => ({
  id: draw('du_'),
  object: 'dispute',
  amount: charge.amount_captured,
  charge: charge.id,
  created: now(),
  currency: charge.currency,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  reason: 'fraudulent',
  status: 'needs_response',
  ...fields,
});

export const session = form => {
  const id = draw('cs_test_', 40);
  const { currency, unit_amount } = form.line_items[0].price_data;
  return {
    id,
    object: 'checkout.session',
    amount_total: Number(unit_amount) * Number(form.line_items[0].quantity),
    cancel_url: form.cancel_url,
    client_reference_id: form.client_reference_id ?? null,
    created: now(),
    currency,
    customer: form.customer ?? null,
    customer_email: form.customer_email ?? null,
    expires_at: now() + 24 * 3600,
    livemode: false,
    metadata: form.metadata ?? {},
    mode: form.mode,
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    success_url: form.success_url,
    url: `https://checkout.stripe.com/c/pay/${id}`,
  };
};

export const event = (type, object) => ({
  id: draw('evt_'),
  object: 'event',
  api_version: apiVersion,
  created: now(),
  data: { object: structuredClone(object) },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
});
