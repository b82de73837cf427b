// What customers do, step by step.
import { randomUUID } from 'node:crypto';

export const address = { name: 'Ada Lovelace', line1: '12 rue des Écoles', city: 'Paris', postalCode: '75005', country: 'FR' };

const money = '{ minorUnits currency decimal }';
export const cartFields = `id token itemCount subtotal ${money} tax ${money} total ${money} lines { id quantity product { id slug } }`;

export const newKey = () => randomUUID();

export async function products(webox) {
  const { products } = await webox.query(`{ products(first: 50) { nodes { id slug kind price ${money} stock creditsGranted } } }`);
  return products.nodes;
}

export async function addToCart(webox, input, token) {
  const { cart } = await webox.mutate(
    `mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { ${cartFields} } errors { __typename ... on Error { message } } } }`,
    { input }, token);
  return cart;
}

export async function register(webox, cartToken = null) {
  const input = { email: `ada.${newKey()}@example.com`, name: 'Ada Lovelace', password: 'quatre-mots-bien-longs', cartToken };
  const { session, viewer } = await webox.mutate(
    `mutation ($input: RegisterInput!) { register(input: $input) {
       session { accessToken refreshToken expiresAt } viewer { id email cart { ${cartFields} } } errors { __typename ... on Error { message } } } }`,
    { input });
  return { ...session, viewer, input };
}

export async function placeOrder(webox, cart, token, email = 'ada@example.com') {
  await webox.mutate(
    `mutation ($input: UpdateCheckoutInput!) { updateCheckout(input: $input) { cart { checkout { problems } } errors { __typename ... on Error { message } } } }`,
    { input: { cartId: cart.id, cartToken: cart.token, email, billingAddress: address } }, token);
  const { order } = await webox.mutate(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
       order { id number status subtotal ${money} tax ${money} total ${money} } errors { __typename ... on Error { message } } } }`,
    { input: { cartId: cart.id, cartToken: cart.token } }, token);
  return order;
}

export async function startPayment(webox, order, token) {
  const { payment } = await webox.mutate(
    `mutation ($input: StartPaymentInput!) { startPayment(input: $input) {
       payment { id status provider amount ${money} nextAction { __typename } } errors { __typename ... on Error { message } } } }`,
    { input: { orderId: order.id, provider: 'SANDBOX', returnUrl: 'https://shop.example/merci', idempotencyKey: newKey() } }, token);
  return payment;
}

export const paymentFields = `id provider status declineReason amount ${money} captured ${money} refunded ${money} fee ${money}
  refunds { id status amount ${money} }
  nextAction { __typename
    ... on ConfirmWithStripe { clientSecret publishableKey }
    ... on RedirectToProvider { url reference }
    ... on TransferMoney { iban bic beneficiary reference payBefore } }`;

/** A payment by a provider that is no sandbox; its refusals are in `errors`. */
export const startPaymentBy = (webox, provider, order, token, { flow, idempotencyKey = newKey() } = {}) => ask(
  webox, 'startPayment', { orderId: order.id, provider, ...flow && { flow }, returnUrl: 'https://shop.example/merci', idempotencyKey },
  `payment { ${paymentFields} }`, token);

export const capturePayment = (webox, payment, token, idempotencyKey = newKey()) => ask(
  webox, 'capturePayment', { paymentId: payment.id, idempotencyKey }, `payment { ${paymentFields} order { status } }`, token);

/** @param what `amountMinorUnits`, `lines` and `reason`; all that is left without them. */
export const refundPayment = (webox, payment, token, { idempotencyKey = newKey(), ...what } = {}) => ask(
  webox, 'refundPayment', { paymentId: payment.id, ...what, idempotencyKey }, `refund { id status reason amount ${money} }`, token,
  `... on RefundExceedsCaptureError { refundable ${money} } ... on CreditsAlreadyUsedError { granted used }`);

export const confirmBankTransfer = (webox, payment, receivedMinorUnits, token, idempotencyKey = newKey()) => ask(
  webox, 'confirmBankTransfer', { paymentId: payment.id, receivedMinorUnits, idempotencyKey }, `payment { ${paymentFields} order { status } }`, token);

export async function signIn(webox, { email, password }) {
  const { session } = await webox.mutate(
    'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken refreshToken } errors { __typename ... on Error { message } } } }',
    { input: { email, password } });
  return session;
}

/** An order as it stands, for whoever may see it. */
export async function orderOf(webox, { id }, token) {
  const { node } = await webox.query(
    `query ($id: ID!) { node(id: $id) { ... on Order {
       id number status total ${money} paid ${money} refunded ${money} paidAt lines { id quantity returnedQuantity } payments { ${paymentFields} } } } }`,
    { id }, token);
  return node;
}

export async function cancelOrder(webox, order, token) {
  return (await webox.mutate(
    'mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id status } errors { __typename ... on Error { message } } } }',
    { input: { orderId: order.id } }, token)).order;
}

/** An order of a guest, or of the customer whose token this is. */
export async function order(webox, product, { quantity = 1, token } = {}) {
  const cart = await addToCart(webox, { productId: product.id, quantity }, token);
  return { ...await placeOrder(webox, cart, token), cartToken: cart.token };
}

/** A mutation's payload, with what it refused. */
async function ask(webox, name, input, result, token, refusal = '') {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  return (await webox.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} errors { __typename ... on Error { message } ${refusal} } } }`, { input }, token))[name];
}

export async function confirm(webox, payment, outcome, token) {
  return (await webox.mutate(
    `mutation ($input: ConfirmSandboxPaymentInput!) { confirmSandboxPayment(input: $input) {
       payment { id status declineReason order { id status paid ${money} } } errors { __typename ... on Error { message } } } }`,
    { input: { paymentId: payment.id, outcome } }, token)).payment;
}

/** A customer who bought credit packs. */
export async function customerWithCredits(webox, packs = 1) {
  const customer = await register(webox);
  const pack = (await products(webox)).filter(p => p.kind === 'CREDIT_PACK').sort((a, b) => b.creditsGranted - a.creditsGranted)[0];
  const cart = await addToCart(webox, { productId: pack.id, quantity: packs }, customer.accessToken);
  const order = await placeOrder(webox, cart, customer.accessToken);
  await confirm(webox, await startPayment(webox, order, customer.accessToken), 'SUCCEED', customer.accessToken);
  return customer;
}

export async function generate(webox, kind, prompt, token, idempotencyKey = newKey()) {
  const name = { TEXT: 'Text', IMAGE: 'Image', VIDEO: 'Video', AUDIO: 'Audio' }[kind];
  const { generation } = await webox.mutate(
    `mutation ($input: Generate${name}Input!) { generate${name}(input: $input) {
       generation { id status creditsHeld } errors { __typename ... on Error { message } } } }`,
    { input: { prompt, idempotencyKey } }, token);
  return generation;
}

export const progress = `subscription ($id: ID!) { generationProgress(generationId: $id) {
  __typename
  ... on GenerationSnapshot { generation { id status text } }
  ... on GenerationText { offset text }
  ... on GenerationAdvanced { progress queuePosition }
  ... on GenerationFinished { generation { id status text credits usage { inputTokens outputTokens } artifacts { url mediaType bytes sha256 width height } } }
} }`;
