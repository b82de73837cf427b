// PayPal's buttons, and its own page for when they do not load. https://developer.paypal.com/sdk/js/reference/
import { showRedirect } from './plain.js';
import { loadScript } from './script.js';
import { say } from './view.js';

export function showPayPal(payment, { opened, capture }) {
  const panel = showRedirect(payment);
  if (opened.paypalClientId) {
    mount(payment, panel.slots.buttons, opened, capture).catch(error => say({ alert: error.message }));
  }
  return panel;
}

async function mount(payment, container, { paypalClientId, capturesLater }, capture) {
  const query = new URLSearchParams({
    'client-id': paypalClientId,
    currency: payment.amount.currency,
    intent: capturesLater ? 'authorize' : 'capture',
    locale: 'fr_FR',
  });
  // With it PayPal marks the styles and scripts that it writes into the page.
  const { nonce } = document.getElementById('page');
  await loadScript(`https://www.paypal.com/sdk/js?${query}`, { 'data-csp-nonce': nonce });
  await window.paypal.Buttons({
    createOrder: () => payment.nextAction.reference,
    onApprove: () => capture(payment).catch(error => say({ alert: error.message })),
    onCancel: () => say({ alert: 'Vous avez quitté PayPal sans payer.' }),
    onError: () => say({ alert: 'PayPal n’a pas pu continuer. Réessayez, ou choisissez un autre moyen.' }),
  }).render(container);
}
