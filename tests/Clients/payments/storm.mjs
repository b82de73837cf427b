// Everything that providers have to tell, three times, in no order, at once, to every node: each event counts once.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Chance } from '../support/random.mjs';
import * as sql from '../support/sql.mjs';
import * as story from '../support/story.mjs';
import { deliver, tell } from '../support/webhooks.mjs';
import { sleep, Webox } from '../support/webox.mjs';

// --full of ./test.sh sets WEBOX_FULL.
const eventsMin = process.env.WEBOX_FULL ? 1000 : 100;
const deliveries = 3;
const parallel = 64;

/** @param shop Open before the first test runs. */
export function storm(shop) {
  let second;
  before(async () => {
    // A database file belongs to one process.
    if (shop.settings.WEBOX_DATABASE) second = await Webox.start(shop.settings);
  });
  after(() => second?.stop());

  test('a dispute that is heard of before its payment counts once the payment is known', async () => {
    const { order, reference } = await start(shop, 'STRIPE');
    const paid = shop.stripe.account.pay(reference);
    await tell(shop.webox, shop.stripe, shop.stripe.account.dispute(reference, { payment_intent: null }));
    assert.equal((await shop.orderOf(order)).status, 'AWAITING_PAYMENT');
    await tell(shop.webox, shop.stripe, paid);
    assert.equal((await shop.orderOf(order)).status, 'IN_REVIEW');
    await tell(shop.webox, shop.stripe, shop.stripe.account.closeDispute(reference, 'won'));
    assert.equal((await shop.orderOf(order)).status, 'PAID');
  });

  test(`of ${eventsMin} events, ${parallel} at a time, each comes ${deliveries} times and counts once`, async t => {
    const chance = new Chance();
    const inbox = await sql.count(shop.settings, 'payment_inbox');
    const [payments, messages] = await happen(shop, chance);

    const nodes = [shop.webox, ...second ? [second] : []];
    const queue = chance.shuffle(Array.from({ length: deliveries }, () => messages).flat());
    const answers = {};
    await Promise.all(Array.from({ length: parallel }, async () => {
      for (let message = queue.pop(); message; message = queue.pop()) {
        const { status } = await deliver(chance.pick(nodes), message());
        answers[status] = (answers[status] ?? 0) + 1;
      }
    }));
    t.diagnostic(`WEBOX_SEED=${chance.seed}: ${messages.length} events about ${payments.length} payments to ${nodes.length} node(s)`);

    assert.deepEqual(answers, { 200: messages.length * deliveries });
    assert.equal(await sql.count(shop.settings, 'payment_inbox'), inbox + messages.length);
    await everythingIsApplied(shop);
    for (const { order, provider, reference, lost = 0, isContested = false } of payments) {
      const { captured, refunded } = shop[provider.toLowerCase()].account.sumsOf(reference);
      const back = refunded + lost;
      const stored = await shop.orderOf(order);
      const status = isContested ? 'IN_REVIEW' : back === 0 ? 'PAID' : back === captured ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
      assert.deepEqual([stored.status, stored.paid.minorUnits, stored.refunded.minorUnits], [status, captured, back], order.number);
    }
  });
}

async function start(shop, provider) {
  const order = await story.order(shop.webox, shop.product());
  const { payment } = await story.startPaymentBy(shop.webox, provider, order);
  return { order, provider, reference: provider === 'STRIPE' ? shop.intentOf(payment).id : payment.nextAction.reference };
}

/** Payments with their lives, and what the providers have to tell of them. */
async function happen(shop, chance) {
  const accounts = [shop.stripe, shop.paypal].map(({ account }) => account);
  const before = accounts.map(({ events }) => events.length);
  const told = () => [shop.stripe, shop.paypal].flatMap((provider, i) =>
    accounts[i].events.slice(before[i]).map(event => () => provider.message(event)));
  const payments = [];
  while (told().length < eventsMin) {
    const some = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(() => start(shop, chance.pick(['STRIPE', 'STRIPE', 'PAYPAL']))));
    for (const payment of some) live(payment, shop, chance);
    payments.push(...some);
  }
  return [payments, told()];
}

/** What happens to a payment until nobody has anything more to say. */
function live(payment, { stripe: { account: stripe }, paypal: { account: paypal } }, chance) {
  const { provider, reference } = payment;
  const pay = () => stripe.pay(reference);
  const approve = () => {
    paypal.approve(reference);
    paypal.captureOrder(reference);
  };
  const contest = (isLost, isContested = false) => Object.assign(payment, { isContested, lost: isLost ? payment.order.total.minorUnits : 0 });
  const lives = {
    STRIPE: [
      () => pay(),
      () => { stripe.decline(reference); stripe.decline(reference, 'expired_card'); pay(); },
      () => { pay(); stripe.refundInDashboard(reference, 100); stripe.refundInDashboard(reference, 250); },
      () => { pay(); stripe.refundInDashboard(reference); },
      () => { pay(); stripe.refundInDashboard(reference, 300); stripe.failRefund([...stripe.refunds.keys()].at(-1)); },
      () => { pay(); stripe.dispute(reference, { payment_intent: null }); stripe.closeDispute(reference, 'lost'); contest(true); },
      () => { pay(); stripe.dispute(reference); stripe.closeDispute(reference, 'won'); contest(false); },
      () => { pay(); stripe.dispute(reference, { payment_intent: null }); contest(false, true); },
    ],
    PAYPAL: [
      () => approve(),
      () => { approve(); paypal.refundOnSite(reference, 100); paypal.refundOnSite(reference, 250); },
      () => { approve(); paypal.dispute(reference); paypal.resolveDispute(reference, false); contest(false); },
    ],
  };
  chance.pick(lives[provider])();
}

/** Messages that came before their payment was known are acted on within seconds. */
async function everythingIsApplied(shop) {
  const waiting = () => sql.count(shop.settings, 'payment_inbox WHERE applied_at IS NULL');
  for (let tries = 0; tries < 200 && await waiting() > 0; tries++) await sleep(100);
  assert.equal(await waiting(), 0);
}
