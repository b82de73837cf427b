// A person pays an order in a browser, on the page that Development has for it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright-core';
import { paypalScript, Providers, stripeScript } from './support/checkout-providers.mjs';
import * as story from './support/story.mjs';
import { Webox } from './support/webox.mjs';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(file => fs.existsSync(file));

describe('The checkout page', { skip: executablePath ? false : 'no Chromium is installed' }, () => {
  let webox;
  let browser;
  before(async () => {
    webox = await Webox.start({ WEBOX_BANK_IBAN: 'FR7630006000011234567890189', WEBOX_BANK_BIC: 'AGRIFRPP', WEBOX_BANK_BENEFICIARY: 'Webox SAS' });
    browser = await launch();
  });
  after(async () => { await browser?.close(); await webox?.stop(); });

  test('is paid on in the sandbox, after a refusal, asks no other host and breaks no rule', async () => {
    const order = await placeOrder(webox);
    const { page, complaints } = await open(browser, webox, order);
    await page.getByRole('complementary').getByText(order.number).waitFor();
    assert.match(await page.getByRole('complementary').innerText(), /2 × Générateur de Contenu IA Pro\s+99,98\s€[^]*TVA\s+20,00\s€\s+Total\s+119,98\s€/);

    await choose(page, 'Bac à sable');
    await page.getByText('Bac à sable : aucun argent ne circule.').waitFor();
    await page.getByRole('button', { name: 'Refuser : provision insuffisante' }).click();
    assert.equal(await alert(page), 'Paiement refusé : la provision est insuffisante.');

    await choose(page, 'Bac à sable');
    await page.getByRole('button', { name: /^Payer 119,98/ }).click();
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();
    assert.match(await page.getByRole('region').innerText(), new RegExp(`${order.number}[^]*Bac à sable[^]*119,98`));
    await page.getByRole('complementary').getByText('Payée', { exact: true }).waitFor();
    assert.deepEqual(complaints, []);
  });

  test('shows what is decided elsewhere, and what a provider takes its time for', async () => {
    const order = await placeOrder(webox);
    const { page, complaints } = await open(browser, webox, order);

    await choose(page, 'Bac à sable');
    await page.getByRole('button', { name: 'Laisser en cours de traitement' }).click();
    await page.getByRole('status').getByText('Le prestataire traite votre paiement…').waitFor();
    await story.confirm(webox, { id: await paymentId(page, webox, order) }, 'SUCCEED');
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();
    assert.deepEqual(complaints, []);
  });

  test('takes what was set aside, and sends money that does not fit to a person', async () => {
    const first = await open(browser, webox, await placeOrder(webox));
    await choose(first.page, 'Bac à sable');
    await first.page.getByRole('button', { name: 'Réserver le montant' }).click();
    await first.page.getByRole('button', { name: 'Finaliser le paiement' }).click();
    await first.page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();

    const second = await open(browser, webox, await placeOrder(webox));
    await choose(second.page, 'Bac à sable');
    await second.page.getByRole('button', { name: 'Payer un centime de moins' }).click();
    await second.page.getByRole('heading', { name: 'Commande en cours de vérification' }).waitFor();
    assert.deepEqual([...first.complaints, ...second.complaints], []);
  });

  test('goes on with an attempt after a reload, without beginning a second one', async () => {
    const order = await placeOrder(webox);
    const { page } = await open(browser, webox, order);
    await choose(page, 'Bac à sable');
    await page.getByRole('button', { name: /^Payer \d/ }).waitFor();
    const begun = await paymentId(page, webox, order);

    await page.reload();
    await page.getByRole('button', { name: /^Payer \d/ }).waitFor();
    await page.getByRole('button', { name: 'Choisir un autre moyen de paiement' }).click();
    await choose(page, 'Bac à sable');
    await page.getByRole('button', { name: /^Payer \d/ }).waitFor();

    assert.equal(await paymentId(page, webox, order), begun);
  });

  test('says where to transfer money to', async () => {
    const { page, complaints } = await open(browser, webox, await placeOrder(webox));

    await choose(page, 'Virement bancaire');
    await page.getByText('FR76 3000 6000 0112 3456 7890 189').waitFor();

    const facts = await page.getByRole('region').innerText();
    assert.match(facts, /Montant\s+119,98\s€\s+Bénéficiaire\s+Webox SAS[^]*BIC\s+AGRIFRPP[^]*Référence\s+RF\d\d [0-9A-Z ]+[^]*À faire avant le\s+\S+ \d/);
    assert.deepEqual(complaints, []);
  });

  test('opens a customer’s order to its customer only', async () => {
    const [ada, eve] = [await story.register(webox), await story.register(webox)];
    const order = await placeOrder(webox, ada.accessToken);
    const { page, complaints } = await open(browser, webox, order);
    assert.equal(await page.getByText(order.number).count(), 0);

    await signIn(page, ada.input.email, 'faux');
    assert.equal(await alert(page), 'Identifiants incorrects ou session expirée.');
    await signIn(page, eve.input.email, eve.input.password);
    await page.getByRole('alert').getByText('n’est pas celle de ce compte').waitFor();
    await signIn(page, ada.input.email, ada.input.password);
    await page.getByRole('complementary').getByText(order.number).waitFor();
    await choose(page, 'Bac à sable');
    await page.getByRole('button', { name: /^Payer \d/ }).click();
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();

    assert.equal(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, document.cookie]).includes('eyJ')), false);
    assert.deepEqual(complaints, []);
  });
});

describe('The checkout page with real providers', { skip: executablePath ? false : 'no Chromium is installed' }, () => {
  let providers;
  let webox;
  let browser;
  before(async () => {
    providers = await Providers.start();
    webox = await Webox.start(providers.settings);
    browser = await launch();
  });
  after(async () => { await browser?.close(); await webox?.stop(); providers?.stop(); });

  test('confirms with Stripe’s script, again after a refusal, and waits for Stripe’s word', async () => {
    const order = await placeOrder(webox);
    const { page, complaints } = await open(browser, webox, order, { 'https://js.stripe.com/**': stripeScript });
    await choose(page, 'Carte bancaire');
    await page.getByText('Stripe payment').waitFor();
    const pay = page.getByRole('button', { name: /^Payer 119,98/ });

    await pay.click();
    assert.equal(await alert(page), 'Votre carte est incomplète.');
    await pay.click();
    const { settings, intents: [intent] } = providers;
    const expected = { publishableKey: settings.STRIPE_PUBLISHABLE_KEY, clientSecret: intent.client_secret, returnUrl: `${webox.url}/checkout/${order.id}`, redirect: 'if_required' };
    assert.deepEqual(await page.evaluate(() => window.confirmed), [expected, expected]);

    const last_payment_error = { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds', charge: 'ch_1' };
    await providers.tell(webox, intent, 'payment_intent.payment_failed', { last_payment_error });
    assert.equal(await alert(page), 'Paiement refusé : la provision est insuffisante.');
    await pay.click();
    await providers.tell(webox, intent, 'payment_intent.succeeded', { status: 'succeeded', amount_received: intent.amount });
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();

    assert.equal(intent.amount, 11998);
    assert.equal(providers.intents.length, 1);
    assert.deepEqual(complaints, ['https://js.stripe.com/endive/stripe.js']);
  });

  test('lets PayPal’s buttons approve, and takes the money', async () => {
    const { page, complaints } = await open(browser, webox, await placeOrder(webox), { 'https://www.paypal.com/**': paypalScript });
    await choose(page, 'PayPal');
    await page.getByRole('button', { name: 'Approuver' }).click();
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();

    assert.equal(await page.evaluate(() => window.approved), providers.captures.at(-1));
    assert.deepEqual(complaints, ['https://www.paypal.com/sdk/js?client-id=ClientOfTheCheckoutPage&currency=EUR&intent=capture&locale=fr_FR']);
  });

  test('sends to PayPal’s own page where the buttons do not load, and takes the money on the way back', async () => {
    const order = await placeOrder(webox);
    const back = token => `${webox.url}/checkout/${order.id}?token=${token}&PayerID=PAYER`;
    const { page } = await open(browser, webox, order, { 'https://www.paypal.com/**': null });
    await page.route('https://www.sandbox.paypal.com/**', route => route.fulfill({
      contentType: 'text/html', body: `<a href="${back(new URL(route.request().url()).searchParams.get('token'))}">Payer</a>`,
    }));
    await choose(page, 'PayPal');
    assert.match(await alert(page), /^Le module du prestataire ne se charge pas/);

    await page.getByRole('link', { name: 'Continuer chez le prestataire' }).click();
    await page.getByRole('link', { name: 'Payer' }).click();
    await page.getByRole('heading', { name: 'Merci, votre commande est payée' }).waitFor();

    assert.equal(page.url(), `${webox.url}/checkout/${order.id}`);
  });
});

const launch = () => chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

const normal = text => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const alert = async page => {
  await page.getByRole('alert').waitFor();
  return normal(await page.getByRole('alert').innerText());
};

const choose = (page, provider) => page.getByRole('button', { name: provider }).click();

async function signIn(page, email, password) {
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Two units of 49.99 €, 20 % tax: 119.98 €. */
async function placeOrder(webox, token) {
  const product = (await story.products(webox)).find(p => p.slug === 'generateur-contenu-ia-pro');
  return story.placeOrder(webox, await story.addToCart(webox, { productId: product.id, quantity: 2 }, token), token);
}

/**
 * The page of an order, and everything it does that it should not: asking strangers, errors, what its policy forbids.
 * @param scripts in the place of those at these addresses; null: there is none.
 */
async function open(browser, webox, order, scripts = {}) {
  const page = await browser.newPage({ locale: 'fr-FR' });
  for (const [address, script] of Object.entries(scripts)) {
    await page.route(address, route => (script ? route.fulfill({ contentType: 'text/javascript', body: script }) : route.abort()));
  }

  const complaints = [];
  page.on('request', request => { if (!request.url().startsWith(`${webox.url}/`)) complaints.push(request.url()); });
  page.on('console', message => { if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text()); });
  page.on('pageerror', error => complaints.push(error.message));
  await page.goto(`${webox.url}/checkout/${order.id}`);
  return { page, complaints };
}

/** The payment that the page is at, found by the key that it keeps. */
async function paymentId(page, webox, order) {
  const idempotencyKey = await page.evaluate(id => JSON.parse(sessionStorage.getItem(`webox-checkout-${id}`)).keys.SANDBOX, order.id);
  const { payment } = await webox.mutate(
    'mutation ($input: StartPaymentInput!) { startPayment(input: $input) { payment { id } errors { __typename } } }',
    { input: { orderId: order.id, provider: 'SANDBOX', returnUrl: `${webox.url}/checkout/${order.id}`, idempotencyKey } });
  return payment.id;
}
