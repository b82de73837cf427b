// A shop that takes money: the real server, Stripe and PayPal on loopback, a bank account, and somebody of its finance.
import { PayPal } from './paypal.mjs';
import * as story from './story.mjs';
import { Stripe } from './stripe.mjs';
import { tell } from './webhooks.mjs';
import { runCommand, Webox } from './webox.mjs';

const admin = { email: 'finance@webox.example', password: 'quatre-mots-bien-longs' };

export const bank = { iban: 'FR1420041010050500013M02606', bic: 'BNPAFRPP', beneficiary: 'Webox SAS' };

export class Shop {
  async open(database, settings = {}, how = {}) {
    [this.stripe, this.paypal] = await Promise.all([Stripe.start(), PayPal.start()]);
    this.settings = {
      ...this.stripe.settings,
      ...this.paypal.settings,
      WEBOX_ADMIN_EMAIL: admin.email,
      WEBOX_ADMIN_PASSWORD: admin.password,
      WEBOX_BANK_IBAN: bank.iban,
      WEBOX_BANK_BIC: bank.bic,
      WEBOX_BANK_BENEFICIARY: bank.beneficiary,
      ...await database.settings(),
      ...settings,
    };
    this.webox = await Webox.start(this.settings, how);
    this.settings.WEBOX_DATA = this.webox.settings.WEBOX_DATA;
    this.products = await story.products(this.webox);
    await this.signIn();
  }

  product(kind = 'DIGITAL') { return this.products.find(product => product.kind === kind); }

  /** The token of somebody who may refund and capture; it lasts ten minutes. */
  async signIn() { this.finance = (await story.signIn(this.webox, admin)).accessToken; }

  async stop() {
    await this.webox?.stop();
    this.stripe?.close();
    this.paypal?.close();
  }

  orderOf(order) { return story.orderOf(this.webox, order, this.finance); }

  /** What must never be written into a log. */
  get secrets() {
    const { stripe, paypal } = this;
    return [
      stripe.secretKey, stripe.webhookSecret, paypal.clientSecret, ...paypal.tokens,
      ...[...stripe.account.intents.values()].map(intent => intent.client_secret),
    ];
  }

  /** Stripe's intent of a payment that was started in the shop's page. */
  intentOf(payment) {
    return [...this.stripe.account.intents.values()].find(intent => intent.client_secret === payment.nextAction.clientSecret);
  }

  /** An order of a guest or customer that is paid by Stripe. */
  async paidByStripe(product, options = {}) {
    const order = await story.order(this.webox, product, options);
    const { payment } = await story.startPaymentBy(this.webox, 'STRIPE', order, options.token);
    const intent = this.intentOf(payment);
    await tell(this.webox, this.stripe, this.stripe.account.pay(intent.id));
    return { order, payment, intent };
  }

  /** An order of a guest that is paid by PayPal. */
  async paidByPayPal(product, options = {}) {
    const order = await story.order(this.webox, product, options);
    const { payment } = await story.startPaymentBy(this.webox, 'PAYPAL', order);
    const { reference } = payment.nextAction;
    this.paypal.account.approve(reference);
    await story.capturePayment(this.webox, payment);
    return { order, payment, reference };
  }

  /** Stops the server; gives the secrets that stand in its log and the invariants that its database breaks. */
  async inspect() {
    await this.webox.stop();
    const { code, output, problems } = await runCommand(this.webox.settings, 'check-invariants', '--json');
    if (code > 1) throw new Error(output + problems);
    return {
      leaked: this.secrets.filter(secret => this.webox.log.includes(secret)),
      broken: JSON.parse(output).filter(({ violations }) => violations.length > 0),
    };
  }
}
