// A shopper fills a cart, uses a promo code, pays, and keeps the invoice; with the exact figures of each step.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { databases } from './support/databases.mjs';
import * as story from './support/story.mjs';
import { runCommand, Webox } from './support/webox.mjs';

const admin = { email: 'admin@webox.example', password: 'quatre-mots-bien-longs' };
const sums = 'itemCount subtotal { decimal } discount { decimal } shipping { decimal } tax { decimal } total { decimal } promoCode';
const cart = `cart { id token ${sums} lines { id quantity product { slug } } warnings { kind } checkout { problems } }`;

for (const database of databases) {
  describe(`The shop on ${database.name}`, { skip: database.skip }, () => {
    let webox;
    let ids;
    before(async () => {
      webox = await Webox.start({ ...await database.settings(), WEBOX_ADMIN_EMAIL: admin.email, WEBOX_ADMIN_PASSWORD: admin.password });
      ids = Object.fromEntries((await story.products(webox)).map(product => [product.slug, product.id]));
    });
    after(() => webox?.stop());

    const read = async token => (await webox.query(`{ ${cart} }`, {}, token)).cart;
    const change = async (name, input, token) => (await webox.mutate(
      `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${cart} ${name === 'clearCart' ? 'removedLines' : name === 'removePromoCode' ? '' : 'errors { __typename ... on Error { message } }'} } }`,
      { input }, token));
    const figures = ({ subtotal, discount, tax, total }) => [subtotal, discount, tax, total].map(money => money.decimal);

    test('a cart is filled, changed, counted and emptied with exact figures', async () => {
      const ada = await story.register(webox);
      const token = ada.accessToken;
      assert.equal(await read(token), null);

      await change('addToCart', { productId: ids['generateur-contenu-ia-pro'], quantity: 2 }, token);
      await change('addToCart', { productId: ids['assistant-ia-marketing'], quantity: 1 }, token);
      let current = await read(token);
      assert.deepEqual([...figures(current), current.itemCount], ['179.97', '0.00', '35.99', '215.96', 3]);

      const [first, second] = current.lines;
      ({ cart: current } = await change('changeCartLine', { cartLineId: first.id, quantity: 5 }, token));
      assert.deepEqual([...figures(current), current.itemCount], ['329.94', '0.00', '65.99', '395.93', 6]);
      ({ cart: current } = await change('removeCartLine', { cartLineId: second.id }, token));
      assert.deepEqual([...figures(current), current.itemCount], ['249.95', '0.00', '49.99', '299.94', 5]);

      const cleared = await change('clearCart', {}, token);
      assert.deepEqual([cleared.removedLines, cleared.cart.itemCount, cleared.cart.total.decimal], [1, 0, '0.00']);
      assert.deepEqual((await read(token)).lines, []);
    });

    test('a guest buys with a promo code, reads the order with the token, and keeps the invoice and the key', async () => {
      const guest = (await change('addToCart', { productId: ids['generateur-contenu-ia-pro'], quantity: 2 })).cart;
      await change('addToCart', { cartToken: guest.token, productId: ids['assistant-ia-marketing'] });
      const { cart: withCode } = await change('applyPromoCode', { cartToken: guest.token, code: 'bienvenue10' });
      assert.deepEqual([...figures(withCode), withCode.promoCode], ['179.97', '18.00', '32.39', '194.36', 'BIENVENUE10']);

      const order = await story.placeOrder(webox, guest);
      assert.equal(order.total.decimal, '194.36');
      const payment = await story.startPayment(webox, order);
      await story.confirm(webox, payment, 'SUCCEED');

      const question = `query ($token: String!, $shown: String) { guestOrder(cartToken: $token) {
        number status promoCode discount { decimal } lines { name } invoice(cartToken: $shown) { number pdfUrl } licenses(cartToken: $shown) { key seats revokedAt } } }`;
      const { guestOrder } = await webox.query(question, { token: guest.token, shown: guest.token });
      assert.deepEqual([guestOrder.status, guestOrder.promoCode, guestOrder.discount.decimal], ['PAID', 'BIENVENUE10', '18.00']);
      assert.match(guestOrder.invoice.number, /^F-\d{4}-\d{6}$/);
      assert.deepEqual(guestOrder.licenses.map(license => license.seats).sort(), [1, 2]);

      // Whoever knows the order only by its id sees neither.
      const hidden = (await webox.query(question, { token: guest.token })).guestOrder;
      assert.deepEqual([hidden.invoice, hidden.licenses], [null, []]);
      assert.equal((await webox.query(question, { token: 'A'.repeat(64) })).guestOrder, null);

      const url = guestOrder.invoice.pdfUrl;
      const answer = await fetch(url);
      const pdf = Buffer.from(await answer.arrayBuffer());
      assert.deepEqual([answer.status, answer.headers.get('content-type'), pdf.subarray(0, 5).toString()], [200, 'application/pdf', '%PDF-']);
      assert.equal(answer.headers.get('etag'), `"${createHash('sha256').update(pdf).digest('hex')}"`);
      assert.match(answer.headers.get('content-disposition'), new RegExp(`^inline; filename="${guestOrder.invoice.number}\\.pdf"$`));
      for (const other of [url.replace(/signature=./, 'signature=0').replace('signature=0', 'signature=z'), url.split('?')[0], url.replace(/expires=\d+/, 'expires=1')]) {
        assert.equal((await fetch(other)).status, 404, other);
      }
    });

    test('a code that cannot be used says why, and the cart stays as it was', async () => {
      const { cart: guest } = await change('addToCart', { productId: ids['mug-webox'] });
      const refused = await webox.query(
        'mutation ($input: ApplyPromoCodeInput!) { applyPromoCode(input: $input) { cart { id } errors { __typename ... on PromoCodeNotUsableError { reason message } } } }',
        { input: { cartToken: guest.token, code: 'BIENVENUE10' } });
      assert.deepEqual(refused.applyPromoCode, {
        cart: null,
        errors: [{ __typename: 'PromoCodeNotUsableError', reason: 'MINIMUM_NOT_REACHED', message: 'Ce code promo demande au moins 20.00 EUR d\'achats.' }],
      });

      await change('addToCart', { cartToken: guest.token, productId: ids['mug-webox'], quantity: 1 });
      const { cart: applied } = await change('applyPromoCode', { cartToken: guest.token, code: 'BIENVENUE10' });
      assert.deepEqual(applied.warnings, []);
      const { cart: shrunk } = await change('changeCartLine', { cartToken: guest.token, cartLineId: applied.lines[0].id, quantity: 1 });
      assert.deepEqual([shrunk.warnings, shrunk.discount.decimal, shrunk.promoCode], [[{ kind: 'PROMO_CODE_NOT_APPLICABLE' }], '0.00', 'BIENVENUE10']);
      assert.equal((await change('removePromoCode', { cartToken: guest.token })).cart.promoCode, null);
    });

    test('staff makes and ends a code, sends a parcel and gives money back, and the guest sees what became of it', async () => {
      const { accessToken: staff } = await story.signIn(webox, admin);
      const { promoCode } = await webox.mutate(
        `mutation { createPromoCode(input: { code: "noel-5", kind: FIXED_AMOUNT, value: 500, usesMax: 1 }) { promoCode { id code value useCount active } errors { __typename } } }`, {}, staff);
      assert.deepEqual([promoCode.code, promoCode.value, promoCode.useCount, promoCode.active], ['NOEL-5', 500, 0, true]);

      const { cart: guest } = await change('addToCart', { productId: ids['mug-webox'], quantity: 2 });
      await change('applyPromoCode', { cartToken: guest.token, code: 'NOEL-5' });
      const order = await story.placeOrder(webox, guest);
      const payment = await story.startPayment(webox, order);
      await story.confirm(webox, payment, 'SUCCEED');
      const end = `mutation ($id: ID!) { deactivatePromoCode(input: { promoCodeId: $id }) { promoCode { useCount active } errors { __typename } } }`;
      assert.deepEqual((await webox.mutate(end, { id: promoCode.id }, staff)).promoCode, { useCount: 1, active: false });
      const { promoCodes } = await webox.query('{ promoCodes(first: 1) { totalCount nodes { code minimumSubtotal { decimal } } } }', {}, staff);
      assert.deepEqual(promoCodes, { totalCount: 5, nodes: [{ code: 'NOEL-5', minimumSubtotal: { decimal: '0.00' } }] });

      const { order: sent } = await webox.mutate(
        `mutation ($id: ID!) { fulfillOrder(input: { orderId: $id, trackingNumber: "6A12345678901" }) { order { status nextStatuses trackingNumber } errors { __typename } } }`,
        { id: order.id }, staff);
      assert.deepEqual([sent.status, sent.trackingNumber], ['FULFILLED', '6A12345678901']);

      await story.refundPayment(webox, payment, staff, { amountMinorUnits: 1000, reason: 'Une anse ébréchée' });
      await story.refundPayment(webox, payment, staff);
      const { guestOrder } = await webox.query(
        `query ($token: String!) { guestOrder(cartToken: $token) { status total { decimal } creditNotes(cartToken: $token) { number total { decimal } pdfUrl } } }`, { token: guest.token });
      assert.deepEqual([guestOrder.status, guestOrder.total.decimal], ['REFUNDED', '29.76']);
      assert.deepEqual(guestOrder.creditNotes.map(note => note.total.decimal), ['10.00', '19.76']);
      assert.match(guestOrder.creditNotes[0].number, /^A-\d{4}-000001$/);
      assert.equal((await fetch(guestOrder.creditNotes[1].pdfUrl)).status, 200);
    });

    test('what is for staff is refused to everybody else', async () => {
      const ada = await story.register(webox);
      for (const token of [undefined, ada.accessToken]) {
        for (const document of [
          '{ promoCodes { nodes { code } } }',
          'mutation { createPromoCode(input: { code: "MINE", kind: PERCENT, value: 100 }) { promoCode { id } } }',
          'mutation { deactivatePromoCode(input: { promoCodeId: "UHJvbW9Db2RlOgAAAAAAAAAAAAAAAAAAAAA=" }) { promoCode { id } } }',
        ]) {
          const { errors } = await (await webox.post(document, {}, token)).json();
          assert.match(errors[0].extensions.code, token ? /^FORBIDDEN$/ : /^UNAUTHENTICATED$/, document);
        }
      }
    });

    test('and no invariant is broken', async () => {
      await webox.stop();
      const { code, output, problems } = await runCommand(webox.settings, 'check-invariants', '--json');
      assert.equal(code, 0, output + problems);
    });
  });
}
