// Stripe and PayPal as far as the checkout page meets them: what their servers answer, and scripts in the place of theirs.
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';

const webhookSecret = 'whsec_0123456789abcdefghij';

/** Both servers, on one port. */
export class Providers {
  intents = [];
  captures = [];
  #events = 0;

  static async start() {
    const providers = new Providers();
    providers.server = http.createServer(async (request, response) => {
      let body = '';
      for await (const part of request) body += part;
      const answer = providers.#answer(request, body);
      response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    }).listen(0, '127.0.0.1');
    await once(providers.server, 'listening');
    return providers;
  }

  get settings() {
    const url = `http://127.0.0.1:${this.server.address().port}`;
    return {
      STRIPE_SECRET_KEY: 'sk_test_0123456789abcdefghij',
      STRIPE_PUBLISHABLE_KEY: 'pk_test_0123456789abcdefghij',
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      WEBOX_STRIPE_BASE_URL: url,
      PAYPAL_CLIENT_ID: 'ClientOfTheCheckoutPage',
      PAYPAL_CLIENT_SECRET: 'SecretOfTheCheckoutPage',
      WEBOX_PAYPAL_BASE_URL: url,
    };
  }

  stop() { this.server.close(); }

  /** Tells Webox by a signed message what became of an intent. https://docs.stripe.com/webhooks#verify-manually */
  async tell(webox, intent, type, change) {
    const created = Math.floor(Date.now() / 1000);
    const body = JSON.stringify({ id: `evt_${++this.#events}`, object: 'event', type, created, data: { object: { ...intent, ...change } } });
    const signature = createHmac('sha256', webhookSecret).update(`${created}.${body}`).digest('hex');
    const headers = { 'stripe-signature': `t=${created},v1=${signature}` };
    const { status } = await fetch(`${webox.url}/webhooks/stripe`, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`The webhook answered ${status}`);
  }

  #answer({ method, url }, body) {
    if (url === '/v1/payment_intents') return this.#createIntent(new URLSearchParams(body));
    if (url === '/v1/oauth2/token') return { access_token: 'A21AA', token_type: 'Bearer', expires_in: 32400 };
    if (url === '/v2/checkout/orders') return this.#createOrder(JSON.parse(body));
    return method === 'POST' && url.endsWith('/capture') ? this.#capture(url.split('/').at(-2)) : null;
  }

  #createIntent(form) {
    const id = `pi_${this.intents.length + 1}`;
    const intent = {
      id, object: 'payment_intent', status: 'requires_payment_method', amount: Number(form.get('amount')), currency: form.get('currency'),
      created: Math.floor(Date.now() / 1000), client_secret: `${id}_secret_s`, metadata: {},
    };
    this.intents.push(intent);
    return intent;
  }

  #createOrder({ purchase_units: [unit] }) {
    const id = `ORDER${this.captures.length + 1}`;
    this.unit = unit;
    const links = [{ rel: 'payer-action', method: 'GET', href: `https://www.sandbox.paypal.com/checkoutnow?token=${id}` }];
    return { id, status: 'PAYER_ACTION_REQUIRED', links };
  }

  #capture(id) {
    this.captures.push(id);
    const { reference_id, custom_id, amount } = this.unit;
    const capture = { id: `CAPTURE${id}`, status: 'COMPLETED', amount, custom_id, final_capture: true };
    return { id, status: 'COMPLETED', purchase_units: [{ reference_id, custom_id, payments: { captures: [capture] } }] };
  }
}

/** In the place of Stripe.js: the first attempt to confirm fails in the form, later ones are accepted. */
export const stripeScript = `
  window.confirmed = [];
  window.Stripe = publishableKey => ({
    elements: ({ clientSecret }) => ({
      clientSecret,
      create: kind => ({
        on: (event, tell) => { if (event === 'ready') setTimeout(tell); },
        mount: place => place.append(Object.assign(document.createElement('p'), { textContent: 'Stripe ' + kind })),
      }),
    }),
    confirmPayment: async ({ elements, confirmParams, redirect }) => {
      confirmed.push({ publishableKey, clientSecret: elements.clientSecret, returnUrl: confirmParams.return_url, redirect });
      return confirmed.length === 1 ? { error: { message: 'Votre carte est incomplète.' } } : { paymentIntent: { status: 'processing' } };
    },
  });`;

/** In the place of PayPal's: one button, which approves at once, with a style as PayPal writes them into the page. */
export const paypalScript = `
  const style = document.createElement('style');
  style.setAttribute('nonce', document.currentScript.getAttribute('data-csp-nonce'));
  style.textContent = '.paypal-button { color: rgb(0, 48, 135); }';
  document.head.append(style);
  window.paypal = {
    Buttons: ({ createOrder, onApprove }) => ({
      render: async place => {
        const button = Object.assign(document.createElement('button'), { textContent: 'Approuver', className: 'paypal-button' });
        button.addEventListener('click', async () => onApprove({ orderID: (window.approved = await createOrder()) }));
        place.append(button);
      },
    }),
  };`;
