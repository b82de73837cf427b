// Stripe's Payment Element. https://docs.stripe.com/payments/payment-element
import { loadScript } from './script.js';
import { copy, say } from './view.js';
import { price } from './words.js';

// The script of the API version that Webox speaks. It must come from Stripe: https://docs.stripe.com/js/including
const source = 'https://js.stripe.com/endive/stripe.js';

export function showStripe(payment, { returnUrl, look }) {
  const panel = copy('stripe', { amount: price(payment.amount) });
  const button = panel.slots.stripe.querySelector('button');
  mount(payment.nextAction, panel.slots, button, returnUrl, look).catch(error => say({ alert: error.message }));
  return { ...panel, again: () => (button.disabled = false) };
}

async function mount({ clientSecret, publishableKey }, { element, stripe: form }, button, returnUrl, look) {
  await loadScript(source);
  const stripe = window.Stripe(publishableKey, { locale: 'fr' });
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'stripe';
  const elements = stripe.elements({ clientSecret, appearance: { theme } });
  const field = elements.create('payment');
  field.on('ready', () => (button.disabled = false));
  field.on('loaderror', ({ error }) => say({ alert: error.message }));
  field.mount(element);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    say({ alert: null });
    const { error } = await stripe.confirmPayment({ elements, confirmParams: { return_url: returnUrl }, redirect: 'if_required' });
    if (error) say({ alert: error.message });
    button.disabled = !error;
    look();
  });
}
