// What the page asks of Webox, through the same GraphQL API as every client.

const money = '{ decimal currency }';

const orderFields = `
  number status paidAt
  lines { name quantity total ${money} }
  pricesIncludeTax subtotal ${money} discount ${money} shipping ${money} tax ${money} total ${money}`;

const paymentFields = `
  id provider status declineReason amount ${money} order { ${orderFields} }
  nextAction {
    __typename
    ... on ConfirmWithStripe { clientSecret publishableKey }
    ... on RedirectToProvider { url reference }
    ... on TransferMoney { iban bic beneficiary reference payBefore }
    ... on ConfirmInSandbox { outcomes }
  }`;

// In memory only: it is gone when the page is.
let accessToken = null;

/** What Webox answers instead of doing it. `type` is the name of the error in the schema. */
export class Refusal extends Error {
  constructor({ __typename, message, status }) {
    super(message);
    this.type = __typename;
    this.orderStatus = status;
  }
}

async function ask(document, variables) {
  const response = await fetch('../graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accessToken && { authorization: `Bearer ${accessToken}` }) },
    body: JSON.stringify({ query: document, variables }),
  }).catch(() => { throw new Error('Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.'); });
  const { data, errors } = await response.json().catch(() => ({}));
  if (!data) throw new Error(`Le serveur n’a pas pu répondre (${errors?.[0]?.extensions?.code ?? response.status}). Réessayez dans un instant.`);
  return data;
}

/** The payload of a mutation that was not refused. */
async function change(name, result, input, more = '') {
  const type = name[0].toUpperCase() + name.slice(1);
  const { payload } = await ask(`mutation ($input: ${type}Input!) {
    payload: ${name}(input: $input) { ${result} errors { __typename ... on Error { message } ${more} } }
  }`, { input });
  if (payload.errors?.length) throw new Refusal(payload.errors[0]);
  return payload;
}

export async function signIn(email, password, twoFactorCode) {
  const { session } = await change('signIn', 'session { accessToken }', { email, password, twoFactorCode });
  accessToken = session.accessToken;
}

/** Null when it is not the customer's who is signed in. */
export async function readOrder(id) {
  return (await ask(`query ($id: ID!) { node(id: $id) { ... on Order { ${orderFields} } } }`, { id })).node;
}

/** Safe to repeat: the same key gives the same payment as it is now. */
export async function startPayment(orderId, provider, returnUrl, idempotencyKey) {
  const input = { orderId, provider, returnUrl, idempotencyKey, flow: 'EMBEDDED' };
  return (await change('startPayment', `payment { ${paymentFields} }`, input, '... on OrderNotPayableError { status }')).payment;
}

/** Safe to repeat: a payment is captured once. */
export function capturePayment(paymentId, idempotencyKey) {
  return change('capturePayment', 'payment { id }', { paymentId, idempotencyKey });
}

export function confirmSandboxPayment(paymentId, outcome) {
  return change('confirmSandboxPayment', 'payment { id }', { paymentId, outcome });
}
