// What visitors of a shop ask for, and how often.
import http from 'node:http';

const fields = 'id slug name description badge imageUrl price { decimal } discountPercent isAvailable averageRating reviewCount category { slug name }';

export const documents = {
  list: `query ($sort: ProductSort!, $category: String, $after: String) {
    products(first: 20, after: $after, sort: $sort, where: { category: $category }) { pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`,
  detail: `query ($slug: String!) { productBySlug(slug: $slug) {
    ${fields} longDescription images { url alternativeText } stock reviews(first: 10) { totalCount nodes { author rating title text createdAt } } } }`,
  search: `query ($search: String!) { products(first: 20, search: $search, sort: RELEVANCE) {
    totalCount facets { name values { label value count } } nodes { ${fields} } } }`,
  add: `mutation ($input: AddToCartInput!) { addToCart(input: $input) { cart { token itemCount } errors { __typename } } }`,
  cart: `query ($token: String) { cart(token: $token) {
    id itemCount lines { id quantity total { decimal } product { slug name imageUrl } } subtotal { decimal } tax { decimal } total { decimal } warnings { kind } } }`,
};

/** Of a hundred requests. */
export const shares = { list: 40, detail: 25, search: 15, add: 10, cart: 10 };

const sorts = ['NAME', 'PRICE_ASC', 'PRICE_DESC', 'NEWEST', 'RATING', 'BEST_SELLING'];
const categories = [null, 'outils-ia', 'marketing', 'video', 'design', 'chatbots', 'developpement', 'boutique'];
const searches = ['traducteur icônes', 'video pro', 'générateur de logos', 'carnet', 'assistant factures équipe', 'studio'];

const pick = (values, random) => values[Math.floor(random() * values.length)];

/** One visitor: knows its cart, and draws what it does next. */
export class Visitor {
  constructor(products, random) {
    this.products = products;
    this.random = random;
    this.added = 0;
  }

  next() {
    let draw = this.random() * 100;
    const kind = Object.keys(shares).find(name => (draw -= shares[name]) < 0);
    return { kind, variables: this[kind]() };
  }

  list() { return { sort: pick(sorts, this.random), category: pick(categories, this.random), after: null }; }

  detail() { return { slug: pick(this.products, this.random).slug }; }

  search() { return { search: pick(searches, this.random) }; }

  // A new cart from time to time, and never a full one.
  add() {
    if (++this.added % 40 === 0) this.token = undefined;
    return { input: { productId: pick(this.products, this.random).id, quantity: 1, cartToken: this.token } };
  }

  cart() { return { token: this.token }; }

  saw(kind, data) {
    if (kind === 'add') this.token = data.addToCart.cart.token;
  }
}

/** Asks over one connection that stays open. */
export class Client {
  constructor(port) {
    this.options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) };
  }

  ask(kind, variables) {
    const body = JSON.stringify({ query: documents[kind], variables });
    return new Promise((resolve, reject) => {
      const request = http.request(
        { ...this.options, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
        response => {
          const parts = [];
          response.on('data', part => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            const { data, errors } = JSON.parse(Buffer.concat(parts));
            const refused = errors ?? data.addToCart?.errors;
            if (refused?.length) reject(new Error(`${kind}: ${JSON.stringify(refused)}`)); else resolve(data);
          });
        });
      request.on('error', reject);
      request.end(body);
    });
  }

  close() { this.options.agent.destroy(); }
}
