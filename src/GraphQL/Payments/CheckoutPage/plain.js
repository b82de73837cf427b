// Ways to pay that need no script of a provider.
import { copy, fact } from './view.js';
import { day, price, providers } from './words.js';

export function showTransfer({ amount, nextAction }) {
  const panel = copy('transfer');
  panel.slots.facts.append(
    fact('Montant', price(amount)),
    fact('Bénéficiaire', nextAction.beneficiary, true),
    fact('IBAN', nextAction.iban.replace(/(.{4})(?=.)/g, '$1 '), true),
    fact('BIC', nextAction.bic, true),
    fact('Référence', nextAction.reference, true),
    fact('À faire avant le', day(nextAction.payBefore)));
  return panel;
}

export function showRedirect({ provider, nextAction }) {
  const panel = copy('redirect', { title: providers[provider].name });
  panel.slots.link.href = address(nextAction.url);
  return panel;
}

/** Only an address of a page, whatever was answered. */
export function address(url) {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('Le prestataire a donné une adresse qui n’en est pas une.');
  return href;
}
