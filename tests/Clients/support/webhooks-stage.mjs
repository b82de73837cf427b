// One order that every forged message would pay, and what is written whatever comes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Shop } from './shop.mjs';
import * as sql from './sql.mjs';
import * as story from './story.mjs';
import { deliverRaw } from './webhooks.mjs';
import { Webox } from './webox.mjs';

export const mebibyte = 1024 * 1024;

export class WebhookStage {
  shop = new Shop();

  /** A shop that was told no secret. */
  open() { return this.shop.open({ settings: async () => ({}) }, { STRIPE_WEBHOOK_SECRET: '', PAYPAL_WEBHOOK_ID: '' }); }

  /** The same shop, knowing its secrets, with an order that waits and can be paid in two ways. */
  async configure(secrets) {
    await this.shop.webox.stop();
    this.shop.webox = await Webox.start({ ...this.shop.settings, ...secrets });
    this.order = await story.order(this.shop.webox, this.shop.product());
    this.byStripe = (await story.startPaymentBy(this.shop.webox, 'STRIPE', this.order)).payment;
    this.byPayPal = (await story.startPaymentBy(this.shop.webox, 'PAYPAL', this.order)).payment;
  }

  stop() { return this.shop.stop(); }

  /** How many messages and events are stored. */
  async written() {
    const [[inbox, events]] = await sql.rows(
      this.shop.settings, 'SELECT (SELECT count(*) FROM payment_inbox), (SELECT count(*) FROM payment_events)');
    return [Number(inbox), Number(events)];
  }

  /** Declares that a message is answered with 400, or another status, and writes nothing. */
  refuses(name, write, { status = 400, code = 'INVALID_SIGNATURE', ...how } = {}) {
    test(`${name} is refused`, async () => {
      const before = await this.written();
      const answer = await deliverRaw(this.shop.webox, write(this.shop), how);
      assert.deepEqual([answer.status, JSON.parse(answer.text).code], [status, code]);
      assert.deepEqual(await this.written(), before);
      assert.equal((await this.shop.orderOf(this.order)).status, 'AWAITING_PAYMENT');
    });
  }

  /** Declares that a message that moves no money is taken in. */
  takes(name, write, how) {
    test(`${name} is taken in`, async () => {
      const [inbox, events] = await this.written();
      const answer = await deliverRaw(this.shop.webox, write(this.shop), how);
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(await this.written(), [inbox + 1, events]);
    });
  }
}

/** An event, padded so that its JSON has this many bytes. */
export function padded(event, bytes) {
  const length = Buffer.byteLength(JSON.stringify({ ...event, padding: '' }));
  return { ...event, padding: 'x'.repeat(bytes - length) };
}
