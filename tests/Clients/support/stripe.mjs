// Stripe, as far as a shop sees it: its API on loopback, idempotent by key, and its signed messages.
import StripePackage from 'stripe';
import { draw, ProviderServer } from './providers.mjs';
import { StripeAccount, StripeRefusal } from './stripe-account.mjs';

const fields = {
  'customers': ['email', 'name', 'metadata'],
  'payment_intents': ['amount', 'currency', 'automatic_payment_methods', 'capture_method', 'customer', 'description', 'receipt_email', 'metadata'],
  'payment_intents/capture': [],
  'payment_intents/cancel': ['cancellation_reason'],
  'checkout/sessions': [
    'mode', 'line_items', 'adaptive_pricing', 'success_url', 'cancel_url', 'client_reference_id', 'customer', 'customer_email', 'metadata', 'payment_intent_data',
  ],
  'checkout/sessions/expire': [],
  'refunds': ['payment_intent', 'charge', 'amount', 'reason', 'metadata'],
};

export class Stripe extends ProviderServer {
  account = new StripeAccount();
  secretKey = draw('sk_test_');
  publishableKey = draw('pk_test_');
  webhookSecret = draw('whsec_', 32);
  #answers = new Map();

  static start() { return new Stripe().listen(); }

  get settings() {
    return {
      STRIPE_SECRET_KEY: this.secretKey,
      STRIPE_PUBLISHABLE_KEY: this.publishableKey,
      STRIPE_WEBHOOK_SECRET: this.webhookSecret,
      WEBOX_STRIPE_BASE_URL: this.url,
    };
  }

  /** An event as it is sent. */
  message(event, { secret = this.webhookSecret, timestamp } = {}) {
    const body = JSON.stringify(event, null, 2);
    return { path: '/webhooks/stripe', headers: { 'stripe-signature': sign(body, secret, timestamp) }, body };
  }

  answer(call) {
    if (call.headers.authorization !== `Bearer ${this.secretKey}`) {
      return refuse(new StripeRefusal(401, { message: 'Invalid API Key provided: sk_test_***' }));
    }

    const key = call.headers['idempotency-key'];
    const asked = `${call.method} ${call.path}\n${call.body}`;
    const known = key && this.#answers.get(key);
    if (known) {
      return known.asked === asked
        ? { ...known.answer, headers: { 'idempotent-replayed': 'true' } }
        : refuse(new StripeRefusal(400, { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.' }));
    }

    try {
      const answer = { status: 200, body: structuredClone(this.#route(call, check(call))) };
      if (call.method === 'POST' && key) this.#answers.set(key, { asked, answer });
      return answer;
    } catch (refusal) {
      if (!(refusal instanceof StripeRefusal)) throw refusal;
      const answer = refuse(refusal);
      // What was found wrong before anything began is not kept.
      if (call.method === 'POST' && key && refusal.error.code !== 'parameter_unknown') this.#answers.set(key, { asked, answer });
      return answer;
    }
  }

  failure(status) {
    const error = {
      402: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', message: 'Your card has insufficient funds.' },
      409: { type: 'invalid_request_error', code: 'lock_timeout', message: 'This object cannot be accessed right now.' },
      429: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests hit the API too quickly.' },
    }[status];
    return { body: { error: error ?? { type: 'api_error', message: 'Sorry.' } } };
  }

  #route({ method, path, query, fault }, form) {
    const [, , ...parts] = path.split('/');
    const isSession = parts[0] === 'checkout';
    const [collection, id, action] = isSession ? parts.slice(1) : parts;
    const { account } = this;
    const { lessBy } = fault ?? {};
    switch (`${method} ${collection}${id ? '/ID' : ''}${action ? `/${action}` : ''}`) {
      case 'GET balance': return { object: 'balance', available: [], livemode: false, pending: [] };
      case 'POST customers': return account.createCustomer(form);
      case 'POST payment_intents': return account.createIntent(form, lessBy);
      case 'GET payment_intents/ID': return this.#shown(account.find(account.intents, id, 'payment_intent'), readForm(query));
      case 'POST payment_intents/ID/capture': return this.#shown(account.capture(id, lessBy), form);
      case 'POST payment_intents/ID/cancel': return account.cancel(id, form.cancellation_reason);
      case 'POST sessions': return account.createSession(form);
      case 'GET sessions/ID': return account.find(account.sessions, id, 'checkout.session');
      case 'POST sessions/ID/expire': return account.expire(id);
      case 'POST refunds': return account.refund(form, lessBy);
      case 'GET refunds/ID': return account.find(account.refunds, id, 'refund');
      case 'GET charges/ID': return account.find(account.charges, id, 'charge');
      default: throw new StripeRefusal(404, { message: `Unrecognized request URL (${method}: ${path}).` });
    }
  }

  /** https://docs.stripe.com/api/expanding_objects */
  #shown(intent, { expand = {} }) {
    const wanted = Object.values(expand);
    const charge = this.account.charges.get(intent.latest_charge);
    if (!charge || wanted.length === 0) return intent;
    const refunds = [...this.account.refunds.values()].filter(refund => refund.charge === charge.id).reverse();
    return {
      ...intent,
      latest_charge: {
        ...charge,
        ...wanted.includes('latest_charge.balance_transaction') && { balance_transaction: this.account.settlements.get(charge.balance_transaction) ?? null },
        ...wanted.includes('latest_charge.refunds') && { refunds: { object: 'list', data: refunds, has_more: false, url: `/v1/charges/${charge.id}/refunds` } },
      },
    };
  }
}

export const sign = (payload, secret, timestamp) => StripePackage.webhooks.generateTestHeaderString({ payload, secret, ...timestamp && { timestamp } });

const refuse = ({ status, error }) => ({ status, body: { error } });

/** The form of a call that may be made so. */
function check({ method, path, body }) {
  if (method !== 'POST') return {};
  const form = readForm(new URLSearchParams(body));
  const known = fields[path.replace('/v1/', '').replace(/\/(pi|cs)_\w+/, '')] ?? [];
  const unknown = Object.keys(form).find(name => !known.includes(name) && name !== 'expand');
  if (unknown) throw new StripeRefusal(400, { code: 'parameter_unknown', param: unknown, message: `Received unknown parameter: ${unknown}` });
  return form;
}

/** `a[b][0]=c` is `{ a: { b: { 0: 'c' } } }`. */
function readForm(pairs) {
  const form = {};
  for (const [name, value] of pairs) {
    const path = name.split(/[[\]]+/).filter(Boolean);
    const last = path.pop();
    path.reduce((object, part) => (object[part] ??= {}), form)[last] = value;
  }
  return form;
}
