// What PayPal signed for this shop is believed, by a certificate of PayPal's, which is fetched from PayPal alone.
// https://developer.paypal.com/api/rest/webhooks/rest/
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { CertificateAuthority } from '../support/paypal-certificates.mjs';
import * as objects from '../support/paypal-objects.mjs';
import { mebibyte, padded } from '../support/webhooks-stage.mjs';

const headers = ['paypal-transmission-id', 'paypal-transmission-time', 'paypal-transmission-sig', 'paypal-cert-url', 'paypal-auth-algo'];

/** Genuine, and about nothing that is known here. */
const harmless = (fields = {}) => ({ ...objects.event('CHECKOUT.ORDER.APPROVED', 'checkout-order', { id: objects.id(), purchase_units: [] }), ...fields });

const genuine = (event = harmless(), how = {}) => shop => shop.paypal.message(event, how);
const from = url => shop => ({ headers: { 'paypal-cert-url': url(shop) } });

/** @param stage Configured before the first test runs. */
export function payPalSignatures(stage) {
  /** What would pay the order, if it were believed; made or changed as said. */
  const forge = (how = {}) => shop => {
    const order = shop.paypal.account.orders.get(stage.byPayPal.nextAction.reference);
    const [unit] = order.purchase_units;
    const event = objects.event('PAYMENT.CAPTURE.COMPLETED', 'capture', objects.capture(shop.paypal.url, order, unit, unit.amount));
    return shop.paypal.message(event, typeof how === 'function' ? how(shop) : how);
  };
  const changed = change => shop => change(forge()(shop));

  let stranger;
  const signers = {};
  before(async () => {
    const { paypal } = stage.shop;
    stranger = await countingServer(paypal.authority.issue().certificate);
    Object.assign(signers, {
      expired: paypal.publish(paypal.authority.issue({ days: '0' })),
      stranger: paypal.publish(new CertificateAuthority().issue()),
      misnamed: paypal.publish(paypal.authority.issue({ subject: 'paypal.com.evil.example' })),
      none: paypal.publish({ certificate: 'no certificate', key: paypal.signer.key }),
      gone: { key: paypal.signer.key, url: `${paypal.url}/v1/notifications/certs/CERT-GONE` },
    });
  });
  after(() => stranger?.server.close());

  for (const name of headers) {
    stage.refuses(`one without ${name}`, changed(({ headers: { [name]: _, ...headers }, ...message }) => ({ ...message, headers })));
    stage.refuses(`one with an empty ${name}`, forge({ headers: { [name]: '' } }));
    stage.refuses(`one with ${name} twice`, changed(({ headers, ...message }) => ({ ...message, headers: { ...headers, [name]: [headers[name], headers[name]] } })));
  }

  stage.refuses('one whose amount was changed', changed(message => ({ ...message, body: message.body.replace('"value":"', '"value":"9') })));
  stage.refuses('one that was written anew', changed(message => ({ ...message, body: JSON.stringify(JSON.parse(message.body), null, 2) })));
  stage.refuses('one whose body is missing', forge({ sent: '' }));
  stage.refuses('one whose time was changed', forge({ headers: { 'paypal-transmission-time': '2026-01-01T00:00:00Z' } }));
  stage.refuses('one whose id was changed', forge({ headers: { 'paypal-transmission-id': objects.transmissionId() } }));
  stage.refuses('one for another shop', forge({ webhookId: '0AB12345CD678901E' }));
  stage.refuses('one signed by another key', forge(shop => ({ signer: { ...shop.paypal.signer, key: signers.stranger.key } })));
  stage.refuses('one whose signature is no Base64', forge({ headers: { 'paypal-transmission-sig': '%%%' } }));
  stage.refuses('one signed with SHA-1', forge({ algorithm: 'RSA-SHA1', headers: { 'paypal-auth-algo': 'SHA1withRSA' } }));
  stage.refuses('one signed with SHA-1 that says SHA-256', forge({ algorithm: 'RSA-SHA1' }));
  stage.refuses('one that says SHA-1', forge({ headers: { 'paypal-auth-algo': 'SHA1withRSA' } }));
  stage.refuses('one of an algorithm that PayPal does not use', forge({ headers: { 'paypal-auth-algo': 'none' } }));
  stage.refuses('a signed text that is no JSON', genuine('paid'));
  stage.refuses('a signed message without an id', genuine(harmless({ id: undefined })));

  stage.refuses('one with a certificate that ended', forge(() => ({ signer: signers.expired })));
  stage.refuses('one with a certificate of another root', forge(() => ({ signer: signers.stranger })));
  stage.refuses('one with a certificate for another name', forge(() => ({ signer: signers.misnamed })));
  stage.refuses('one whose certificate is none', forge(() => ({ signer: signers.none })));
  stage.refuses('one whose certificate is gone', forge(() => ({ signer: signers.gone })), { status: 503, code: 'NOT_NOW' });

  const elsewhere = {
    'another server': () => stranger.url,
    'a server named like PayPal\'s in front of an @': shop => stranger.url.replace('http://', `http://${new URL(shop.paypal.url).host}@`),
    'the same server by another name': shop => shop.paypal.signer.url.replace('127.0.0.1', 'localhost'),
    'a host that begins like PayPal\'s': () => 'https://api.paypal.com.evil.example/CERT',
    'a host that ends like PayPal\'s': () => 'https://evilpaypal.com/CERT',
    'PayPal\'s host, not encrypted': () => 'http://api.paypal.com/CERT',
    'a file': () => 'file:///etc/passwd',
    'nowhere': () => 'CERT-1',
  };
  for (const [name, url] of Object.entries(elsewhere)) {
    stage.refuses(`one whose certificate is at ${name}`, forge(from(url)));
  }

  test('makes nobody else be called', () => {
    assert.equal(stranger.calls, 0);
    const fetched = stage.shop.paypal.calls.filter(call => call.path.includes('/certs/')).map(call => call.headers.host);
    assert.deepEqual([...new Set(fetched)], [new URL(stage.shop.paypal.url).host]);
  });

  for (const isChunked of [false, true]) {
    const how = { isChunked, status: 413, code: 'TOO_LARGE' };
    stage.refuses(`a signed mebibyte and one byte, ${isChunked ? 'in pieces' : 'with its length'},`, genuine(padded(harmless(), mebibyte + 1)), how);
    stage.takes(`a signed mebibyte, ${isChunked ? 'in pieces' : 'with its length'},`, genuine(padded(harmless(), mebibyte)), { isChunked });
  }

  stage.takes('a signed one', genuine());
  stage.takes('one with line breaks', genuine(JSON.stringify(harmless(), null, 2)));
  stage.takes('one in which somebody is called Zoé 🦊', genuine(harmless({ summary: 'Zoé 🦊\r\n' })));
  stage.takes('one that PayPal sends again after two days', genuine(harmless(), { time: new Date(Date.now() - 48 * 3600_000).toISOString() }));
  stage.takes('one of a type that is to come', genuine(harmless({ event_type: 'PAYMENT.TO.COME' })));

  test('fetches a certificate once for all of them', async () => {
    const { pathname } = new URL(stage.shop.paypal.signer.url);
    assert.equal(stage.shop.paypal.calls.filter(call => call.path === pathname).length, 1);
  });
}

async function countingServer(certificate) {
  const counted = { calls: 0 };
  counted.server = http.createServer((_, response) => {
    counted.calls++;
    response.end(certificate);
  }).listen(0, '127.0.0.1');
  await once(counted.server, 'listening');
  counted.url = `http://127.0.0.1:${counted.server.address().port}/CERT`;
  return counted;
}
