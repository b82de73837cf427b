// Puts the page's templates on the screen. Data becomes text, never markup.
import { orderStatuses, price } from './words.js';

const panel = document.getElementById('panel');
const summary = document.getElementById('summary');

/** Elements of a copy of a template, by the name in `data-slot` or `data-form`. */
export function copy(name, texts = {}) {
  const content = document.getElementById(`${name}-template`).content.cloneNode(true);
  write(content, texts);
  const slots = {};
  for (const element of content.querySelectorAll('[data-slot], [data-form]')) slots[element.dataset.slot ?? element.dataset.form] = element;
  return { content, slots };
}

// By the name in `data-text`; one that is empty is hidden, and one that has no place here is left out.
function write(root, texts) {
  for (const [name, content] of Object.entries(texts)) {
    const element = root.querySelector(`[data-text=${name}]`);
    const words = typeset(content ?? '');
    if (!element || element.textContent === words) continue;
    element.textContent = words;
    element.hidden = !content;
  }
}

// In French no line begins with these.
const typeset = content => content.replace(/ (?=[:;?!])/g, '\u00a0');

/** Shows a copy of a template instead of what was there, and takes those who cannot see it along. */
export function show({ content }) {
  const isFirst = panel.hasAttribute('aria-busy');
  panel.removeAttribute('aria-busy');
  panel.replaceChildren(content);
  if (!isFirst) panel.querySelector('h2').focus({ preventScroll: true });
}

/** Says something in the panel that is shown. */
export const say = texts => write(panel, texts);

/** A row of a list of facts. `copyable`: with a button that copies the value, where the browser lets it. */
export function fact(name, value, copyable = false) {
  const { content } = copy('fact', { name, value });
  const button = content.querySelector('button');
  if (copyable && navigator.clipboard) {
    button.hidden = false;
    button.setAttribute('aria-label', `Copier : ${name}`);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(value);
      button.textContent = 'Copié';
    });
  }
  return content;
}

export function showSummary(order) {
  document.title = `Commande ${order.number} · Webox`;
  const { content, slots } = copy('summary', { number: order.number, status: orderStatuses[order.status] });
  content.querySelector('.badge').dataset.status = order.status;
  slots.lines.replaceChildren(...(order.lines ?? []).map(line => {
    const item = document.createElement('li');
    item.append(text('span', `${line.quantity} × ${line.name}`), text('span', price(line.total)));
    return item;
  }));
  slots.totals.replaceChildren(...totals(order).map(([name, amount]) => {
    const row = document.createElement('div');
    row.append(text('dt', name), text('dd', price(amount)));
    return row;
  }));
  summary.replaceChildren(content);
  summary.hidden = false;
}

const isSome = amount => amount && /[1-9]/.test(amount.decimal);

// Without its lines, an order is told by its total alone.
const totals = order => [
  ['Sous-total', order.lines && order.subtotal],
  ['Remise', isSome(order.discount) && order.discount],
  ['Livraison', isSome(order.shipping) && order.shipping],
  [order.pricesIncludeTax ? 'dont TVA' : 'TVA', order.tax],
  ['Total', order.total],
].filter(([, amount]) => amount);

function text(tag, content) {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
