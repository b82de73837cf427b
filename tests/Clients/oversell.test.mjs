// 200 people want the last 10 units at the same moment.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { databases } from './support/databases.mjs';
import * as story from './support/story.mjs';
import { runCommand, Webox } from './support/webox.mjs';

for (const database of databases) {
  describe(`Stock on ${database.name}`, { skip: database.skip }, () => {
    let webox;
    before(async () => { webox = await Webox.start(await database.settings()); });
    after(() => webox?.stop());

    test('200 simultaneous orders of the last 10 units sell exactly 10', async () => {
      const physical = (await story.products(webox)).find(product => product.kind === 'PHYSICAL');

      // Buy all but ten, so that ten are left for the crowd.
      for (let left = physical.stock - 10; left > 0; left -= 999) {
        const cart = await story.addToCart(webox, { productId: physical.id, quantity: Math.min(left, 999) });
        await order(webox, cart);
      }

      const carts = [];
      for (let i = 0; i < 200; i++) carts.push(await story.addToCart(webox, { productId: physical.id }));
      const answers = await Promise.all(carts.map(cart => order(webox, cart)));

      const placed = answers.filter(answer => answer.order);
      const refused = answers.filter(answer => answer.errors?.[0].__typename === 'OutOfStockError');
      assert.deepEqual([placed.length, refused.length], [10, 190]);
      assert.equal((await story.products(webox)).find(product => product.id === physical.id).stock, 0);
    });

    test('and no invariant is broken', async () => {
      await webox.stop();
      const { code, output, problems } = await runCommand(webox.settings, 'check-invariants', '--json');
      assert.equal(code, 0, output + problems);
    });
  });
}

async function order(webox, cart) {
  await webox.mutate(
    `mutation ($input: UpdateCheckoutInput!) { updateCheckout(input: $input) { cart { id } errors { __typename ... on Error { message } } } }`,
    { input: { cartId: cart.id, cartToken: cart.token, email: 'ada@example.com', billingAddress: story.address } });
  const { placeOrder } = await webox.query(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id } errors { __typename ... on OutOfStockError { available } } } }`,
    { input: { cartId: cart.id, cartToken: cart.token } });
  return placeOrder;
}
