// From an empty shop to a paid order and a watched generation, as a frontend would play it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { databases } from './support/databases.mjs';
import * as story from './support/story.mjs';
import { runCommand, Webox } from './support/webox.mjs';

for (const database of databases) {
  describe(`The whole line on ${database.name}`, { skip: database.skip }, () => {
    let webox;
    before(async () => { webox = await Webox.start(await database.settings()); });
    after(() => webox?.stop());

    test('from a guest cart to a paid order and watched generations', async () => {
      const products = await story.products(webox);
      const bySlug = slug => products.find(product => product.slug === slug);

      // 2 × 49.99 + 79.99 = 179.97, and 20 % once on the sum: 35.994 → 35.99.
      let cart = await story.addToCart(webox, { productId: bySlug('generateur-contenu-ia-pro').id, quantity: 2 });
      cart = await story.addToCart(webox, { cartToken: cart.token, productId: bySlug('assistant-ia-marketing').id });
      assert.deepEqual([cart.subtotal.decimal, cart.tax.decimal, cart.total.decimal], ['179.97', '35.99', '215.96']);
      assert.equal(cart.itemCount, 3);

      const { accessToken, viewer } = await story.register(webox, cart.token);
      assert.equal(viewer.cart.itemCount, 3);
      assert.equal(viewer.cart.total.minorUnits, 21596);

      const pack = products.find(product => product.kind === 'CREDIT_PACK' && product.creditsGranted === 2000);
      cart = await story.addToCart(webox, { productId: pack.id }, accessToken);
      const subtotal = 17997 + pack.price.minorUnits;
      const order = await story.placeOrder(webox, cart, accessToken);
      assert.equal(order.status, 'AWAITING_PAYMENT');
      assert.equal(order.subtotal.minorUnits, subtotal);
      assert.equal(order.tax.minorUnits, Math.floor((subtotal * 20 + 50) / 100));
      assert.equal(order.total.minorUnits, order.subtotal.minorUnits + order.tax.minorUnits);

      const statuses = watchOrder(webox, order, accessToken);
      assert.equal(await statuses.next(), 'AWAITING_PAYMENT');
      const payment = await story.startPayment(webox, order, accessToken);
      assert.deepEqual([payment.provider, payment.nextAction.__typename], ['SANDBOX', 'ConfirmInSandbox']);
      assert.equal(payment.amount.minorUnits, order.total.minorUnits);
      await story.confirm(webox, payment, 'SUCCEED', accessToken);
      assert.equal(await statuses.next('PAID'), 'PAID');
      await statuses.stop();

      const credits = '{ viewer { credits { available reserved entries(first: 50) { nodes { amount kind } } } } }';
      assert.equal((await webox.query(credits, {}, accessToken)).viewer.credits.available, 2000);

      const text = await story.generate(webox, 'TEXT', 'Écris un slogan pour une boulangerie.', accessToken);
      const written = await watchToTheEnd(webox, text, accessToken);
      assert.equal(written.status, 'SUCCEEDED');
      assert.match(written.text, /sandbox/i);
      assert.ok(written.credits > 0);

      const image = await story.generate(webox, 'IMAGE', 'Un chat bleu', accessToken);
      const drawn = await watchToTheEnd(webox, image, accessToken);
      assert.equal(drawn.status, 'SUCCEEDED');
      const [artifact] = drawn.artifacts;
      const answer = await fetch(new URL(artifact.url, webox.url));
      assert.equal(answer.headers.get('content-type'), 'image/png');
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.deepEqual([...bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
      assert.equal(bytes.length, artifact.bytes);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), artifact.sha256);

      const { viewer: { credits: balance } } = await webox.query(credits, {}, accessToken);
      const charges = balance.entries.nodes.filter(entry => entry.kind === 'CHARGE').map(entry => entry.amount).sort();
      assert.deepEqual(charges, [-written.credits, -drawn.credits].sort());
      assert.equal(balance.available, 2000 - written.credits - drawn.credits);
      assert.equal(balance.reserved, 0);
      assert.equal(balance.entries.nodes.reduce((sum, entry) => sum + entry.amount, 0), balance.available);
    });

    test('a declined payment can be tried again and is paid once', async () => {
      const customer = await story.register(webox);
      const [product] = (await story.products(webox)).filter(p => p.kind === 'DIGITAL');
      const cart = await story.addToCart(webox, { productId: product.id }, customer.accessToken);
      const order = await story.placeOrder(webox, cart, customer.accessToken);

      const first = await story.startPayment(webox, order, customer.accessToken);
      assert.equal((await story.confirm(webox, first, 'DECLINE', customer.accessToken)).status, 'DECLINED');
      const second = await story.startPayment(webox, order, customer.accessToken);
      await story.confirm(webox, second, 'SUCCEED', customer.accessToken);
      const again = await story.confirm(webox, second, 'SUCCEED', customer.accessToken);

      assert.equal(again.order.status, 'PAID');
      assert.equal(again.order.paid.minorUnits, order.total.minorUnits);
    });

    test('nothing of it breaks an invariant', async () => {
      await webox.stop();
      const { code, output, problems } = await runCommand(webox.settings, 'check-invariants', '--json');
      assert.equal(code, 0, output + problems);
      assert.ok(JSON.parse(output));
    });
  });
}

/** The statuses of an order as they arrive. */
function watchOrder(webox, order, token) {
  const events = webox.subscribe('subscription ($id: ID!) { orderChanged(orderId: $id) { status } }', { id: order.id }, token);
  return {
    async next(wanted) {
      for (;;) {
        const { value, done } = await events.next();
        if (done || !wanted || value.orderChanged.status === wanted) return value?.orderChanged.status;
      }
    },
    stop: () => events.return(),
  };
}

/** Follows a generation as a client does: text put together from a snapshot and deltas must be the text in the end. */
async function watchToTheEnd(webox, generation, token) {
  let text = '';
  let finished;
  let first = true;
  for await (const { generationProgress: event } of webox.subscribe(story.progress, { id: generation.id }, token)) {
    assert.equal(finished, undefined, 'nothing comes after the end');
    if (first) assert.equal(event.__typename, 'GenerationSnapshot');
    first = false;
    if (event.__typename === 'GenerationSnapshot') text = event.generation.text;
    if (event.__typename === 'GenerationText') {
      assert.ok(event.offset <= text.length, `a gap before offset ${event.offset}`);
      text = text.slice(0, event.offset) + event.text;
    }
    if (event.__typename === 'GenerationFinished') finished = event.generation;
  }
  assert.equal(text, finished.text);
  return finished;
}
