// The sandbox: the customer plays the provider.
import { confirmSandboxPayment } from './api.js';
import { copy, say } from './view.js';
import { outcomes, price } from './words.js';

export function showSandbox(payment, { look }) {
  const panel = copy('sandbox');
  for (const outcome of payment.nextAction.outcomes) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = outcome === 'SUCCEED' ? `Payer ${price(payment.amount)}` : outcomes[outcome] ?? outcome;
    button.addEventListener('click', async () => {
      panel.slots.outcomes.inert = true;
      await confirmSandboxPayment(payment.id, outcome).then(look, error => say({ alert: error.message }));
      panel.slots.outcomes.inert = false;
    });
    item.append(button);
    panel.slots.outcomes.append(item);
  }
  return panel;
}
