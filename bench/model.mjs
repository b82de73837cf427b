// A model on loopback that speaks OpenAI's protocol: a first token at once, then one at a fixed pace. Every token is the moment it was
// sent at, so whoever reads it knows how long it was on its way. A process of its own, so that its work is nobody else's.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { now } from './measure.mjs';

const file = fileURLToPath(import.meta.url);

/** @returns its settings for Webox, its address, and `stop`. */
export async function startModel({ tokens, pace }) {
  const child = fork(file, [tokens, pace]);
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}/v1`;
  return {
    url,
    settings: { WEBOX_OPENAI_COMPATIBLE_BASE_URL: url, WEBOX_OPENAI_COMPATIBLE_MODELS: 'bench' },
    stop: () => child.kill(),
  };
}

/** The moments that stand in a piece of its answers. */
export const sentAt = text => text.split(' ').filter(Boolean).map(Number);

function answer(request, response, tokens, pace) {
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.socket.setNoDelay(true);
  const send = data => response.write(`data: ${JSON.stringify({ id: 'c1', object: 'chat.completion.chunk', model: 'bench', ...data })}\n\n`);
  const sendToken = () => send({ choices: [{ index: 0, delta: { content: `${now().toFixed(2)} ` }, finish_reason: null }] });
  let sent = 1;
  sendToken();
  const timer = setInterval(() => {
    if (sent++ < tokens) return sendToken();
    clearInterval(timer);
    send({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
    send({ choices: [], usage: { prompt_tokens: 8, completion_tokens: tokens, total_tokens: 8 + tokens } });
    response.end('data: [DONE]\n\n');
  }, pace);
  response.on('close', () => clearInterval(timer));
}

if (process.argv[1] === file) {
  const [tokens, pace] = process.argv.slice(2).map(Number);
  const server = http.createServer((request, response) => answer(request, response, tokens, pace)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send(server.address().port);
  process.on('disconnect', () => process.exit());
}
