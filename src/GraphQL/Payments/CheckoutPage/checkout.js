// Pays one order: shows it, lets its customer choose how, and follows what comes of it.
import { capturePayment, readOrder, Refusal, signIn, startPayment } from './api.js';
import { Attempts } from './attempts.js';
import { showPayPal } from './paypal.js';
import { showRedirect, showTransfer } from './plain.js';
import { showSandbox } from './sandbox.js';
import { showStripe } from './stripe.js';
import { copy, fact, say, show, showSummary } from './view.js';
import { closedOrders, declineReasons, moment, orderStatuses, paymentStatuses, price, providers } from './words.js';

const opened = JSON.parse(document.getElementById('data').textContent);
const returned = new URLSearchParams(location.search);
const returnUrl = location.origin + location.pathname;
const attempts = new Attempts(opened.orderId);

let order = opened.order;

// Grows with each thing that the customer begins: what was under way before sees that it is not any more.
let turn = 0;
let wake = () => {};

function showSignIn(alert) {
  turn++;
  const panel = copy('sign-in', { alert });
  const form = panel.slots['sign-in'];
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const { email, password, code } = Object.fromEntries(new FormData(form));
    form.inert = true;
    try {
      await signIn(email, password, code);
      await openOwn();
    } catch (error) {
      form.inert = false;
      if (error.type === 'TwoFactorRequiredError') {
        panel.slots.code.hidden = form.elements.code.disabled = false;
        form.elements.code.focus();
      }
      say({ alert: error.message });
    }
  });
  show(panel);
}

async function openOwn() {
  const own = await readOrder(opened.orderId);
  if (!own) throw new Error('Cette commande n’existe pas ou n’est pas celle de ce compte.');
  open(own);
}

function open(found) {
  know(found);
  if (attempts.current) follow(attempts.current);
  else if (order.status === 'AWAITING_PAYMENT') choose();
  else showEnd();
}

function know(newer) {
  order = newer;
  showSummary(order);
}

function choose(alert) {
  turn++;
  attempts.leave();
  const panel = copy('choose', { alert });
  for (const provider of opened.providers) {
    const way = copy('way', providers[provider]);
    way.content.querySelector('button').addEventListener('click', () => follow(provider));
    panel.slots.ways.append(way.content);
  }
  show(panel);
}

/** Begins to pay, or goes on with it, and shows how it stands until it is decided. */
async function follow(provider) {
  const mine = ++turn;
  const key = attempts.choose(provider);
  let [step, panel, status] = [];
  show(copy('waiting', { title: providers[provider].name, text: 'Un instant…' }));
  while (mine === turn) {
    try {
      const payment = await startPayment(opened.orderId, provider, returnUrl, key);
      if (mine !== turn) return;
      if (!step) know(payment.order);
      if (isDecided(payment)) return decide(payment);
      if (step !== stepOf(payment)) panel = showStep(stepOf(payment), payment);
      if (status !== payment.status && payment.status === 'DECLINED') {
        panel.again?.();
        say({ alert: declineReasons[payment.declineReason] });
      }

      [step, status] = [stepOf(payment), payment.status];
      say({ state: paymentStatuses[status] });
    } catch (error) {
      if (mine !== turn) return;
      if (!step || error instanceof Refusal) return fail(error);
      say({ state: error.message });
    }
    await pause();
  }
}

// After a refusal some providers let the customer try again by the same payment: there is something left to do.
const isDecided = ({ status, nextAction, order: { status: orderStatus } }) =>
  orderStatus !== 'AWAITING_PAYMENT' || status === 'CANCELED' || (status === 'DECLINED' && !nextAction);

function decide(payment) {
  know(payment.order);
  if (order.status !== 'AWAITING_PAYMENT') return showEnd(payment);
  attempts.end(payment.provider);
  choose(payment.status === 'DECLINED' ? declineReasons[payment.declineReason] : 'Le paiement a été annulé.');
}

function fail(error) {
  if (error.type === 'OrderNotFoundError') return showSignIn(error.message);
  if (error.type !== 'OrderNotPayableError') return choose(error.message);
  know({ ...order, status: error.orderStatus });
  showEnd();
}

/** What the customer is to do now. */
function stepOf({ provider, status, nextAction }) {
  const action = nextAction?.__typename;
  if (status === 'REQUIRES_CAPTURE' && !opened.capturesLater) return 'capture';
  if (action !== 'RedirectToProvider' || provider !== 'PAYPAL') return action ?? 'waiting';
  return returned.has('PayerID') && returned.get('token') === nextAction.reference ? 'approved' : 'paypal';
}

const steps = {
  ConfirmInSandbox: showSandbox,
  ConfirmWithStripe: showStripe,
  TransferMoney: showTransfer,
  RedirectToProvider: showRedirect,
  paypal: showPayPal,
  approved: showApproved,
  capture: showCapture,
  waiting: () => copy('waiting', { title: 'Paiement en cours', text: 'Cette page se met à jour d’elle-même.' }),
};

function showStep(step, payment) {
  const panel = steps[step](payment, { opened, returnUrl, capture, look: () => wake() });
  const underWay = copy('under-way');
  underWay.slots.back.addEventListener('click', () => choose());
  panel.content.append(underWay.content);
  show(panel);
  return panel;
}

// Back from PayPal's page, which named the payer: only the money is to be taken.
function showApproved(payment) {
  capture(payment).catch(error => {
    returned.delete('PayerID');
    fail(error);
  });
  return copy('waiting', { title: 'PayPal', text: 'Nous finalisons votre paiement…' });
}

function showCapture(payment) {
  const panel = copy('capture');
  panel.slots.capture.addEventListener('click', async () => {
    panel.slots.capture.disabled = true;
    await capture(payment).catch(error => say({ alert: error.message }));
    panel.slots.capture.disabled = false;
  });
  return panel;
}

async function capture(payment) {
  await capturePayment(payment.id, `capture-${attempts.choose(payment.provider)}`);
  wake();
}

function showEnd(payment) {
  turn++;
  if (!['PAID', 'FULFILLED', 'PARTIALLY_REFUNDED'].includes(order.status)) {
    return show(copy('closed', { title: `Commande ${orderStatuses[order.status].toLowerCase()}`, text: closedOrders[order.status] }));
  }

  const panel = copy('receipt');
  const facts = {
    Commande: order.number,
    'Payée le': order.paidAt && moment(order.paidAt),
    'Payée par': payment && providers[payment.provider].name,
    Montant: price(order.total),
  };
  panel.slots.facts.append(...Object.entries(facts).filter(([, value]) => value).map(([name, value]) => fact(name, value)));
  show(panel);
}

/** A second, and for as long as nobody looks at the page; shorter when there is news. */
async function pause() {
  await Promise.race([new Promise(resolve => setTimeout(resolve, 1000)), new Promise(resolve => (wake = resolve))]);
  if (document.hidden) await new Promise(resolve => document.addEventListener('visibilitychange', resolve, { once: true }));
}

// A provider's answer in the address is read; what it says stays out of the history.
history.replaceState(null, '', location.pathname);
if (order) open(order);
else showSignIn();
