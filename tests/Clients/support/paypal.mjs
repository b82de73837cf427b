// PayPal, as far as a shop sees it: Orders v2 on loopback, idempotent by request id, and its signed messages.
import { createSign } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { PayPalAccount, PayPalRefusal } from './paypal-account.mjs';
import { CertificateAuthority } from './paypal-certificates.mjs';
import { timeOf, transmissionId } from './paypal-objects.mjs';
import { draw, ProviderServer } from './providers.mjs';

export class PayPal extends ProviderServer {
  clientId = draw('client-');
  clientSecret = draw('secret-');
  webhookId = draw('', 17).toUpperCase();
  authority = new CertificateAuthority();
  tokens = new Set();
  #answers = new Map();
  #certificates = new Map();

  static async start() {
    const server = await new PayPal().listen();
    server.account = new PayPalAccount(server.url);
    server.signer = server.publish(server.authority.issue());
    return server;
  }

  get settings() {
    return {
      PAYPAL_CLIENT_ID: this.clientId,
      PAYPAL_CLIENT_SECRET: this.clientSecret,
      PAYPAL_WEBHOOK_ID: this.webhookId,
      WEBOX_PAYPAL_BASE_URL: this.url,
      WEBOX_PAYPAL_WEBHOOK_ROOTS: this.authority.root,
    };
  }

  /** Puts a certificate where messages say it is. */
  publish({ certificate, key }) {
    const path = `/v1/notifications/certs/CERT-${this.#certificates.size + 1}`;
    this.#certificates.set(path, certificate);
    return { key, url: this.url + path };
  }

  /** An event as it is sent. What is given instead of the usual is signed, too; `headers` and `sent` change what was signed. */
  message(event, { signer = this.signer, webhookId = this.webhookId, algorithm = 'RSA-SHA256', id = transmissionId(), time = timeOf(), headers, sent } = {}) {
    const body = typeof event === 'string' ? event : JSON.stringify(event);
    const signature = createSign(algorithm).update(`${id}|${time}|${webhookId}|${crc32(body)}`).sign(signer.key, 'base64');
    return {
      path: '/webhooks/paypal',
      headers: {
        'paypal-transmission-id': id,
        'paypal-transmission-time': time,
        'paypal-transmission-sig': signature,
        'paypal-cert-url': signer.url,
        'paypal-auth-algo': 'SHA256withRSA',
        ...headers,
      },
      body: sent ?? body,
    };
  }

  answer(call) {
    try {
      return this.#certificates.has(call.path) ? { status: 200, type: 'application/x-pem-file', body: this.#certificates.get(call.path) }
        : call.path === '/v1/oauth2/token' ? this.#token(call)
        : this.#once(call);
    } catch (refusal) {
      if (!(refusal instanceof PayPalRefusal)) throw refusal;
      return refusal;
    }
  }

  failure(status) {
    const [code, name, issue] = {
      402: [422, 'UNPROCESSABLE_ENTITY', 'TRANSACTION_REFUSED'],
      409: [409, 'RESOURCE_CONFLICT', 'PREVIOUS_REQUEST_IN_PROGRESS'],
      429: [429, 'RATE_LIMIT_REACHED', 'RATE_LIMIT_REACHED'],
    }[status] ?? [status, 'INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR'];
    return { status: code, body: new PayPalRefusal(code, issue, name).body };
  }

  #token({ headers, body }) {
    const expected = `Basic ${Buffer.from(`${this.clientId}:${this.clientSecret}`).toString('base64')}`;
    if (headers.authorization !== expected || body !== 'grant_type=client_credentials') {
      return { status: 401, body: { error: 'invalid_client', error_description: 'Client Authentication failed' } };
    }

    const token = draw('A21AA', 40);
    this.tokens.add(token);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 31668 } };
  }

  /** The same request id is the same request: it is answered as before, with 200. */
  #once(call) {
    if (!this.tokens.has(call.headers.authorization?.replace('Bearer ', ''))) {
      return { status: 401, body: { error: 'invalid_token', error_description: 'Token signature verification failed' } };
    }

    const id = call.headers['paypal-request-id'];
    const key = `${id} ${call.path}`;
    const known = id && this.#answers.get(key);
    if (known) return { ...known, status: 200 };
    const answer = structuredClone(this.#route(call, call.body ? JSON.parse(call.body) : {}));
    if (id && call.method === 'POST') this.#answers.set(key, answer);
    return answer;
  }

  #route({ method, path, headers, fault }, request) {
    const [, , , collection, id, action] = path.split('/');
    const { account } = this;
    const { lessBy } = fault ?? {};
    const isWhole = headers.prefer === 'return=representation';
    switch (`${method} ${collection}${id ? '/ID' : ''}${action ? `/${action}` : ''}`) {
      case 'POST orders': return { status: 200, body: minimal(this.#created(request, headers, lessBy)) };
      case 'GET orders/ID': return { status: 200, body: account.find(account.orders, id) };
      case 'POST orders/ID/capture': return { status: 201, body: account.captureOrder(id, lessBy) };
      case 'POST orders/ID/authorize': return { status: 201, body: account.authorizeOrder(id) };
      case 'GET authorizations/ID': return { status: 200, body: account.find(account.authorizations, id) };
      case 'POST authorizations/ID/capture': return { status: 201, body: isWhole ? account.captureAuthorization(id, lessBy) : minimal(account.captureAuthorization(id, lessBy)) };
      case 'POST authorizations/ID/void': return isWhole ? { status: 200, body: account.voidAuthorization(id) } : { status: 204, body: account.voidAuthorization(id) };
      case 'GET captures/ID': return { status: 200, body: account.find(account.captures, id) };
      case 'POST captures/ID/refund': return { status: 201, body: isWhole ? account.refund(id, request, lessBy) : minimal(account.refund(id, request, lessBy)) };
      case 'GET refunds/ID': return { status: 200, body: account.find(account.refunds, id) };
      default: throw new PayPalRefusal(404, 'INVALID_RESOURCE_ID', 'RESOURCE_NOT_FOUND');
    }
  }

  #created(request, headers, lessBy) {
    if (request.payment_source && !headers['paypal-request-id']) throw new PayPalRefusal(400, 'PAYPAL_REQUEST_ID_REQUIRED', 'INVALID_REQUEST');
    return this.account.createOrder(request, lessBy);
  }
}

const minimal = ({ id, status, links, payment_source }) => ({ id, status, ...payment_source && { payment_source }, links });
