// Sends a provider's messages, as the provider does: again and again until they are taken in.
import http from 'node:http';
import { sleep } from './webox.mjs';

/** One delivery. */
export const deliver = (webox, { path, headers, body }) =>
  fetch(webox.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

/** All of them, each once, one after the other; each must be taken in. */
export async function tell(webox, provider, events) {
  for (const event of events) {
    const answer = await deliver(webox, provider.message(event));
    if (answer.status !== 200) throw new Error(`${event.type ?? event.event_type} was answered with ${answer.status}: ${await answer.text()}`);
  }
}

/** Delivers until it is taken in, while servers die and come back. Gives how often it was in vain. */
export async function deliverUntilTaken(webox, write, tries = 600) {
  for (let i = 0; i < tries; i++) {
    const answer = await deliver(webox, write()).catch(() => undefined);
    if (answer?.status === 200) return i;
    if (answer && answer.status !== 503) throw new Error(`A message was answered with ${answer.status}: ${await answer.text()}`);
    await sleep(100);
  }
  throw new Error(`A message was not taken in after ${tries} tries.`);
}

/** One delivery, byte for byte: headers that come twice, bodies without a length. */
export function deliverRaw(webox, { path, headers, body }, { isChunked = false } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(webox.url + path, { method: 'POST', agent: false });
    request.on('error', reject);
    request.on('response', async response => {
      let text = '';
      for await (const piece of response) text += piece;
      resolve({ status: response.statusCode, text });
    });
    for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...headers })) request.setHeader(name, value);
    if (isChunked) {
      request.setHeader('transfer-encoding', 'chunked');
    } else {
      request.setHeader('content-length', Buffer.byteLength(body));
    }
    request.end(body);
  });
}
