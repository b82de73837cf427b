// A provider of texts on loopback that speaks OpenAI's protocol and does what a prompt asks: "#12x50" streams twelve words, one every
// 50 milliseconds; "#poison" kills the node that asks. Each node has a key of its own, so that its calls can be told apart.
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { once } from 'node:events';
import { sleep } from './webox.mjs';

export class ModelServer {
  calls = [];

  /** Kills a node by its name. Set by whoever runs them. */
  kill = () => {};

  static async start() {
    const models = new ModelServer();
    models.server = http.createServer((request, response) => models.#answer(request, response)).listen(0, '127.0.0.1');
    await once(models.server, 'listening');
    return models;
  }

  settingsOf(node) {
    return {
      WEBOX_NODE: node,
      OPENAI_API_KEY: `sk-test-key-of-${node}-for-models`,
      WEBOX_OPENAI_BASE_URL: `http://127.0.0.1:${this.server.address().port}/v1`,
    };
  }

  close() { this.server.closeAllConnections(); this.server.close(); }

  /** What a prompt is answered, whole. */
  static answerTo(prompt) {
    const [, words] = prompt.match(/#(\d+)x\d+/);
    return Array.from({ length: Number(words) }, (_, i) => `mot${i + 1}`).join(' ');
  }

  async #answer(request, response) {
    const body = await json(request);
    const prompt = body.messages.at(-1).content;
    const call = { node: request.headers.authorization.match(/key-of-(.+)-for-models/)[1], prompt, isClosed: false, isWhole: false };
    this.calls.push(call);
    response.on('close', () => { call.isClosed = true; call.closedAt = performance.now(); });
    if (prompt.startsWith('#poison')) return this.kill(call.node);

    const [, , pace] = prompt.match(/#(\d+)x(\d+)/);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = data => response.write(`data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', model: body.model, ...data })}\n\n`);
    for (const word of ModelServer.answerTo(prompt).split(/(?= )/)) {
      if (call.isClosed) return;
      send({ choices: [{ index: 0, delta: { content: word }, finish_reason: null }] });
      await sleep(Number(pace));
    }
    send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
    send({ choices: [], usage: { prompt_tokens: 8, completion_tokens: 24, total_tokens: 32 } });
    call.isWhole = true;
    response.end('data: [DONE]\n\n');
  }
}
