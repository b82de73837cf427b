// What a client can get wrong: each gets a typed refusal or an error with a stable code, and nothing is written.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as story from './support/story.mjs';
import { Webox } from './support/webox.mjs';

let webox;
let products;
let rich;
let stranger;
before(async () => {
  webox = await Webox.start();
  products = await story.products(webox);
  rich = await story.customerWithCredits(webox);
  stranger = await story.register(webox);
});
after(() => webox?.stop());

const unknownId = type => Buffer.from(`${type}:019b0000-0000-7000-8000-000000000000`).toString('base64url');
const errorsOf = '{ __typename ... on Error { message } }';

/** The one refusal in a payload. */
async function refusal(mutation, input, token, type) {
  const [name] = mutation.match(/\w+/);
  const payload = (await webox.query(
    `mutation ($input: ${name[0].toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { errors ${errorsOf} } }`, { input }, token))[name];
  assert.equal(payload.errors?.length, 1, `${name} refused nothing`);
  assert.equal(payload.errors[0].__typename, type);
  assert.ok(payload.errors[0].message.length > 10);
  return payload.errors[0];
}

/** The code of the one error of a request that was not executed. */
async function errorCode(query, variables, token) {
  const { data, errors } = await (await webox.post(query, variables, token)).json();
  assert.equal(errors.length, 1, JSON.stringify(errors));
  assert.ok(!data || Object.values(data).every(value => value === null));
  return errors[0].extensions.code;
}

const cartOf = async token => (await webox.query(`query ($token: String) { cart(token: $token) { ${story.cartFields} } }`, { token })).cart;
const creditsOf = async customer => (await webox.query(
  '{ viewer { credits { available reserved entries(first: 50) { nodes { id } } } generations(first: 50) { nodes { id } } } }', {}, customer.accessToken)).viewer;
const ordersOf = async customer => (await webox.query('{ viewer { orders(first: 50) { nodes { id status payments { id status } } } } }', {}, customer.accessToken)).viewer.orders.nodes;

describe('A quantity', () => {
  for (const quantity of [0, -1, 1000]) {
    test(`of ${quantity} is refused`, async () => {
      const cart = await story.addToCart(webox, { productId: products[0].id, quantity: 2 });
      await refusal('addToCart', { cartToken: cart.token, productId: products[0].id, quantity }, undefined, 'InvalidQuantityError');
      assert.deepEqual(await cartOf(cart.token), cart);
    });
  }

  for (const quantity of [2 ** 31, 1.5, '1', null]) {
    test(`of ${JSON.stringify(quantity)} is no Int`, async () => {
      const cart = await story.addToCart(webox, { productId: products[0].id });
      const code = await errorCode(
        'mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { id } } }',
        { input: { cartToken: cart.token, productId: products[0].id, quantity } });
      assert.equal(code, 'INVALID_VARIABLE');
      assert.deepEqual(await cartOf(cart.token), cart);
    });
  }

  test('that no shelf holds is refused with what is left', async () => {
    const physical = products.find(product => product.kind === 'PHYSICAL');
    const cart = await story.addToCart(webox, { productId: physical.id });
    const { addToCart } = await webox.query(
      'mutation ($input: AddToCartInput!) { addToCart(input: $input) { errors { ... on OutOfStockError { available product { id } } } } }',
      { input: { cartToken: cart.token, productId: physical.id, quantity: physical.stock } });
    assert.deepEqual(addToCart.errors, [{ available: physical.stock, product: { id: physical.id } }]);
    assert.deepEqual(await cartOf(cart.token), cart);
  });
});

describe('An id', () => {
  test('of no product is refused, and no cart is made', () =>
    refusal('addToCart', { productId: unknownId('Product') }, undefined, 'ProductNotFoundError'));

  test('of another type, or no id at all, has a code', async () => {
    for (const productId of [unknownId('Order'), 'nonsense', '', '🦊']) {
      assert.equal(await errorCode('mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { id } } }', { input: { productId } }), 'INVALID_ID');
    }
  });

  test('of someone else\'s cart line answers like one that never was', async () => {
    const cart = await story.addToCart(webox, { productId: products[0].id });
    const mine = await story.addToCart(webox, { productId: products[0].id });
    const theirs = await refusal('removeCartLine', { cartToken: mine.token, cartLineId: cart.lines[0].id }, undefined, 'CartLineNotFoundError');
    assert.deepEqual(theirs, await refusal('removeCartLine', { cartToken: mine.token, cartLineId: unknownId('CartLine') }, undefined, 'CartLineNotFoundError'));
    assert.equal((await cartOf(cart.token)).itemCount, 1);
  });

  test('of someone else\'s cart answers like one that never was', async () => {
    const cart = await story.addToCart(webox, { productId: products[0].id }, rich.accessToken);
    const theirs = await refusal('placeOrder', { cartId: cart.id }, stranger.accessToken, 'CartNotFoundError');
    assert.deepEqual(theirs, await refusal('placeOrder', { cartId: unknownId('Cart') }, stranger.accessToken, 'CartNotFoundError'));
    assert.deepEqual(await ordersOf(stranger), []);
  });

  test('of someone else\'s order or payment answers like one that never was', async () => {
    const [order] = await ordersOf(rich);
    const start = orderId => ({ orderId, provider: 'SANDBOX', returnUrl: 'https://shop.example/', idempotencyKey: story.newKey() });
    const theirs = await refusal('startPayment', start(order.id), stranger.accessToken, 'OrderNotFoundError');
    assert.deepEqual(theirs, await refusal('startPayment', start(unknownId('Order')), stranger.accessToken, 'OrderNotFoundError'));
    await refusal('confirmSandboxPayment', { paymentId: order.payments[0].id, outcome: 'CANCEL' }, stranger.accessToken, 'PaymentNotFoundError');
    await refusal('confirmSandboxPayment', { paymentId: unknownId('Payment'), outcome: 'CANCEL' }, stranger.accessToken, 'PaymentNotFoundError');
    assert.deepEqual(await ordersOf(rich), [order]);
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    assert.equal((await webox.query(node, { id: order.id }, stranger.accessToken)).node, null);
    assert.equal((await webox.query(node, { id: order.payments[0].id })).node, null);
  });

  test('of someone else\'s generation answers like one that never was', async () => {
    const generation = await story.generate(webox, 'TEXT', 'À moi', rich.accessToken);
    const theirs = await refusal('cancelGeneration', { generationId: generation.id }, stranger.accessToken, 'GenerationNotFoundError');
    assert.deepEqual(theirs, await refusal('cancelGeneration', { generationId: unknownId('Generation') }, stranger.accessToken, 'GenerationNotFoundError'));
    assert.equal((await webox.query('query ($id: ID!) { node(id: $id) { id } }', { id: generation.id }, stranger.accessToken)).node, null);
    for (const id of [generation.id, unknownId('Generation')]) {
      await assert.rejects(async () => {
        for await (const event of webox.subscribe(story.progress, { id }, stranger.accessToken)) assert.fail(JSON.stringify(event));
      }, ([error]) => error.extensions.code === 'GENERATION_NOT_FOUND');
    }
  });
});

describe('A checkout', () => {
  test('of an empty cart is incomplete', async () => {
    const cart = await story.addToCart(webox, { productId: products[0].id }, stranger.accessToken);
    await webox.mutate('mutation { clearCart(input: {}) { removedLines } }', {}, stranger.accessToken);
    const { placeOrder } = await webox.query(
      'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { errors { ... on CheckoutIncompleteError { problems } } } }',
      { input: { cartId: cart.id } }, stranger.accessToken);
    assert.ok(placeOrder.errors[0].problems.includes('CART_EMPTY'));
    assert.deepEqual(await ordersOf(stranger), []);
  });

  for (const email of ['', 'ada', 'ada@', '@example.com', 'a b@example.com', `${'a'.repeat(250)}@example.com`]) {
    test(`with the e-mail address ${JSON.stringify(email.slice(0, 20))} is refused`, async () => {
      const cart = await story.addToCart(webox, { productId: products[0].id });
      await refusal('updateCheckout', { cartId: cart.id, cartToken: cart.token, email }, undefined, 'InvalidEmailError');
      const { cart: read } = await webox.query('query ($token: String) { cart(token: $token) { checkout { email } } }', { token: cart.token });
      assert.equal(read.checkout.email, null);
    });
  }

  test('by a forged token opens nothing', async () => {
    const cart = await story.addToCart(webox, { productId: products[0].id });
    const forged = cart.token.slice(0, -2) + (cart.token.endsWith('AA') ? 'BB' : 'AA');
    assert.equal(await cartOf(forged), null);
    await refusal('addToCart', { cartToken: forged, productId: products[0].id }, undefined, 'CartNotFoundError');
    assert.equal((await cartOf(cart.token)).itemCount, 1);
  });
});

describe('A generation', () => {
  const key = () => story.newKey();

  test('with a prompt over 32 KiB is refused', async () => {
    const before = await creditsOf(rich);
    await refusal('generateText', { prompt: 'é'.repeat(16 * 1024 + 1), idempotencyKey: key() }, rich.accessToken, 'PromptTooLongError');
    assert.deepEqual(await creditsOf(rich), before);
  });

  test('by an unknown model, or one whose provider has no key, is refused', async () => {
    const before = await creditsOf(rich);
    for (const model of ['nobody/nothing', 'openai/gpt-4o']) {
      await refusal('generateText', { model, prompt: 'Bonjour', idempotencyKey: key() }, rich.accessToken, 'ModelNotAvailableError');
    }
    assert.deepEqual(await creditsOf(rich), before);
  });

  test('with an option that the model does not take is refused', async () => {
    const before = await creditsOf(rich);
    await refusal('generateImage', { prompt: 'Un chat', size: 'huge', idempotencyKey: key() }, rich.accessToken, 'InvalidGenerationOptionError');
    await refusal('generateText', { prompt: 'Un chat', temperature: 9, idempotencyKey: key() }, rich.accessToken, 'InvalidGenerationOptionError');
    assert.deepEqual(await creditsOf(rich), before);
  });

  test('without credits is refused, and says how many are missing', async () => {
    const { generateText } = await webox.query(
      'mutation ($input: GenerateTextInput!) { generateText(input: $input) { errors { ... on InsufficientCreditsError { required available } } } }',
      { input: { prompt: 'Bonjour', idempotencyKey: key() } }, stranger.accessToken);
    assert.equal(generateText.errors[0].available, 0);
    assert.ok(generateText.errors[0].required > 0);
    assert.deepEqual((await creditsOf(stranger)).generations.nodes, []);
  });

  test('under a key that came with another request is refused; with the same request it is the same', async () => {
    const idempotencyKey = key();
    const first = await story.generate(webox, 'TEXT', 'Une fois', rich.accessToken, idempotencyKey);
    const before = (await creditsOf(rich)).generations;
    assert.equal((await story.generate(webox, 'TEXT', 'Une fois', rich.accessToken, idempotencyKey)).id, first.id);
    await refusal('generateText', { prompt: 'Deux fois', idempotencyKey }, rich.accessToken, 'IdempotencyKeyReusedError');
    assert.deepEqual((await creditsOf(rich)).generations, before);
  });

  test('by nobody is refused', async () => {
    assert.equal(
      await errorCode('mutation ($input: GenerateTextInput!) { generateText(input: $input) { generation { id } } }', { input: { prompt: 'a', idempotencyKey: key() } }),
      'UNAUTHENTICATED');
  });
});

describe('A payment', () => {
  test('under a key that came with another order is refused', async () => {
    const customer = await story.register(webox);
    const place = async () => story.placeOrder(webox, await story.addToCart(webox, { productId: products[0].id }, customer.accessToken), customer.accessToken);
    const [first, second] = [await place(), await place()];
    const idempotencyKey = story.newKey();
    const input = orderId => ({ orderId, provider: 'SANDBOX', returnUrl: 'https://shop.example/', idempotencyKey });
    const start = 'mutation ($input: StartPaymentInput!) { startPayment(input: $input) { payment { id } errors { __typename } } }';
    const { payment } = await webox.mutate(start, { input: input(first.id) }, customer.accessToken);
    assert.equal((await webox.mutate(start, { input: input(first.id) }, customer.accessToken)).payment.id, payment.id);
    await refusal('startPayment', input(second.id), customer.accessToken, 'IdempotencyKeyReusedError');
    const payments = (await ordersOf(customer)).find(order => order.id === second.id).payments;
    assert.deepEqual(payments, []);
  });
});

describe('An HTTP request', () => {
  const send = (body, contentType = 'application/json') =>
    fetch(`${webox.url}/graphql`, { method: 'POST', headers: contentType ? { 'content-type': contentType } : {}, body });

  for (const [name, body] of Object.entries({
    'that is no JSON': '{',
    'with an empty body': '',
    'that is an array': '[{"query":"{__typename}"}]',
    'that is a number': '7',
    'without a query': '{}',
    'whose query is a number': '{"query":7}',
    'whose variables are a list': '{"query":"{__typename}","variables":[]}',
    'with half a surrogate pair': '{"query":"{__typename}","operationName":"\\ud800"}',
  })) {
    test(`${name} is refused with 400`, async () => {
      const answer = await send(body);
      assert.equal(answer.status, 400);
      assert.ok((await answer.json()).errors[0].extensions.code);
    });
  }

  for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=iso-8859-1']) {
    test(`of ${contentType} is refused with 415`, async () => {
      const answer = await send(Buffer.from('{"query":"{__typename}"}'), contentType);
      assert.equal(answer.status, 415);
      assert.ok((await answer.json()).errors[0].extensions.code);
    });
  }

  test('of more than 256 KiB is refused with 413', async () => {
    const answer = await send(JSON.stringify({ query: `{__typename #${'x'.repeat(256 * 1024)}\n}` }));
    assert.equal(answer.status, 413);
  });

  test('with a mutation over GET is refused with 405', async () => {
    const answer = await fetch(`${webox.url}/graphql?query=${encodeURIComponent('mutation { clearCart(input: {}) { removedLines } }')}`);
    assert.equal(answer.status, 405);
  });

  test('that fails inside tells a trace id and nothing else', async () => {
    const answer = await webox.post('{ nothingLikeThis }');
    const { errors } = await answer.json();
    assert.equal(errors[0].extensions.code, 'VALIDATION_FAILED');
    assert.ok(!JSON.stringify(errors).includes(' at '));
  });
});
