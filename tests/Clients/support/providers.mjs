// What stands in for a payment provider: a server on loopback that answers as the provider does, and fails when a test wants it to.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import { sleep } from './webox.mjs';

/** What can go wrong with a call. Where `works` is true, the provider did what was asked all the same. */
export const faults = {
  unreachable: { play: destroy },
  failed: { status: 500 },
  conflict: { status: 409 },
  tooMany: { status: 429 },
  tooManyForASecond: { status: 429, headers: { 'retry-after': '1' } },
  declined: { status: 402 },
  slow: { works: true, play: async (response, answer) => { await sleep(800); send(response, answer); } },
  late: { works: true, play: async (response, answer) => { await sleep(11_000); send(response, answer); } },
  lostAnswer: { works: true, play: destroy },
  brokenOff: { works: true, play: breakOff },
  garbage: { works: true, play: response => send(response, { status: 200, type: 'text/html', body: '<html>Bad Gateway</html>' }) },
  failedAfterwards: { works: true, status: 500 },
  otherAmount: { works: true, lessBy: 1 },
};

export class ProviderServer {
  calls = [];
  #faults = [];
  #server;

  async listen() {
    this.#server = http.createServer((request, response) => this.#serve(request, response)).listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get url() { return `http://127.0.0.1:${this.#server.address().port}`; }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The next calls that match fail, one by each of these. */
  failNext(matches, ...these) { this.#faults.push(...these.map(fault => ({ matches, fault }))); }

  get faultsLeft() { return this.#faults.length; }

  async #serve(request, response) {
    const url = new URL(request.url, this.url);
    const body = await readAll(request);
    const call = { method: request.method, path: url.pathname, query: url.searchParams, headers: request.headers, body };
    this.calls.push(call);
    const next = this.#faults.findIndex(({ matches }) => matches(call));
    call.fault = next < 0 ? undefined : this.#faults.splice(next, 1)[0].fault;
    const { works = !call.fault, status, headers, play = send } = call.fault ?? {};
    const answer = works ? this.answer(call) : undefined;
    await play(response, status ? { status, headers, ...this.failure(status) } : answer);
  }
}

/** The fields that a provider draws at random. */
export const draw = (prefix, length = 24) => prefix + randomBytes(length).toString('base64').replace(/[^A-Za-z0-9]/g, '').slice(0, length);

async function readAll(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

function send(response, { status, headers = {}, type = 'application/json', body }) {
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(status === 204 ? undefined : typeof body === 'string' ? body : JSON.stringify(body, null, 2));
}

function destroy(response) {
  response.socket.destroy();
}

function breakOff(response, { status, body }) {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, text.length / 2), () => response.socket.destroy());
}
