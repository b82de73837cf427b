// The attempts to pay an order, each with a key of its own. Asking again with the key goes on with the attempt and never pays twice, so
// keys are kept for this tab: an attempt is found again after a provider's page, or a reload.

const draw = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');

export class Attempts {
  #name;
  #kept;

  constructor(orderId) {
    this.#name = `webox-checkout-${orderId}`;
    this.#kept = JSON.parse(sessionStorage.getItem(this.#name)) ?? { current: null, keys: {} };
  }

  /** The provider that the customer is paying with. Null: none is chosen. */
  get current() { return this.#kept.current; }

  /** Goes on with the attempt at a provider, or begins one. */
  choose(provider) {
    this.#kept.keys[provider] ??= draw();
    this.#keep(provider);
    return this.#kept.keys[provider];
  }

  /** Another provider may be chosen; the attempt can still be gone on with. */
  leave() { this.#keep(null); }

  /** The attempt came to nothing: the next one at this provider is a new one. */
  end(provider) {
    delete this.#kept.keys[provider];
    this.leave();
  }

  #keep(current) {
    this.#kept.current = current;
    sessionStorage.setItem(this.#name, JSON.stringify(this.#kept));
  }
}
