// Many WebSocket subscribers, a tenth of whom do not read: the others get every event, and memory stays within bounds.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import { after, before, describe, test } from 'node:test';
import WebSocket from 'ws';
import { sleep } from '../support/webox.mjs';
import { isFull, Server } from './conformance.mjs';

const [count, deaf, events] = isFull ? [1_000, 100, 384] : [100, 10, 160];

// What each deaf one is offered must be more than the buffers of a connection hold, about 6 MB on Linux, or nothing would show.
const kilobytes = 64;
const memoryMax = 600 * 2 ** 20;

/** Resident memory of a process, in bytes. */
const memoryOf = pid => Number(fs.readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;

class Subscriber {
  static async open(server, padding, isDeaf) {
    const subscriber = new Subscriber();
    subscriber.seen = [];
    subscriber.socket = new WebSocket(server.socketUrl, 'graphql-transport-ws', { perMessageDeflate: false });
    subscriber.closed = once(subscriber.socket, 'close').then(([code]) => (subscriber.code = code));
    subscriber.socket.on('error', () => {});
    await once(subscriber.socket, 'open');
    const query = padding
      ? `subscription { paddedStockChanged(sku: "A", kilobytes: ${padding}) { count padding } }`
      : 'subscription { stockChanged(sku: "A") { count } }';
    subscriber.socket.send('{"type":"connection_init"}');
    await once(subscriber.socket, 'message');
    subscriber.socket.on('message', data => {
      const { payload } = JSON.parse(data);
      subscriber.seen.push((payload.data.stockChanged ?? payload.data.paddedStockChanged).count);
    });
    subscriber.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
    if (isDeaf) subscriber.socket.pause();
    return subscriber;
  }
}

describe(`Of ${count} subscribers, ${deaf} of whom do not read ${events * kilobytes / 1_024} MB each`, { skip: fs.existsSync('/proc/self/statm') ? false : 'memory is read from /proc' }, () => {
  let server;
  before(async () => { server = await Server.start(); });
  after(() => server?.stop());

  test('the others get every event in order, the deaf are cut, and memory stays within bounds', async t => {
    const subscribers = [];
    for (let i = 0; i < count; i++) subscribers.push(await Subscriber.open(server, i < deaf ? kilobytes : 0, i < deaf));
    while (await server.active() < count) await sleep(20);

    let most = memoryOf(server.child.pid);
    for (let event = 1; event <= events; event++) {
      const answer = await server.post(`mutation { setStock(sku: "A", count: ${event}) { count } }`);
      assert.equal(answer.status, 200);
      // No faster than the healthy read: what is kept for a slow reader of a topic is another test's matter.
      while (subscribers.slice(deaf).some(({ seen, code }) => seen.length < event && code === undefined)) await sleep(5);
      most = Math.max(most, memoryOf(server.child.pid));
    }

    const all = Array.from({ length: events }, (_, i) => i + 1);
    for (const { seen } of subscribers.slice(deaf)) assert.deepEqual(seen, all);

    // The server must cut every one of them; none has read anything.
    while (await server.active() > count - deaf) {
      most = Math.max(most, memoryOf(server.child.pid));
      await sleep(50);
    }
    t.diagnostic(`${Math.round(most / 2 ** 20)} MB at most`);
    assert.ok(most < memoryMax, `${most} bytes`);
    assert.equal(await server.active(), count - deaf);
    for (const { socket } of subscribers) socket.terminate();
    while (await server.active() > 0) await sleep(20);
  });
});
