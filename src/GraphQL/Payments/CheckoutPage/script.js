const loaded = new Map();

/**
 * Adds a provider's own script to the page, once.
 * @param {Record<string, string>} attributes of the script element.
 */
export function loadScript(src, attributes = {}) {
  if (!loaded.has(src)) {
    loaded.set(src, new Promise((resolve, reject) => {
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => {
        loaded.delete(src);
        script.remove();
        reject(new Error('Le module du prestataire ne se charge pas. Vérifiez votre connexion, ou payez autrement.'));
      });
      script.src = src;
      document.head.append(script);
    }));
  }
  return loaded.get(src);
}
