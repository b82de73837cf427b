// What Webox adds to the first token of a model's answer: the same model asked directly, through a proxy that only passes on, and through
// Webox, in alternating rounds.
import { setTimeout as pause } from 'node:timers/promises';
import * as story from '../tests/Clients/support/story.mjs';
import { onEachDatabase, queue } from './installation.mjs';
import { cpuOf, load, median, ms, now, quantile } from './measure.mjs';
import { sentAt } from './model.mjs';
import { startProxy } from './proxy.mjs';

const rounds = Number(process.env.ROUNDS ?? 30);
const tokens = 20;
const pace = 20;

/** @returns when the first token came, and when the answer was whole. */
async function askModel(url) {
  const began = now();
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'bench', stream: true, messages: [{ role: 'user', content: 'Bonjour' }] }),
  });
  let first;
  for await (const _ of response.body) first ??= now() - began;
  return { first, whole: now() - began };
}

/** The same through Webox, as a chat page asks: signed in, its socket open. With the parts of the way to the first token. */
async function askWebox(webox, { accessToken, socket }) {
  const began = now();
  const id = await queue(webox, accessToken);
  const accepted = now() - began;
  let first, sent;
  for await (const { data, errors } of socket.iterate({ query: story.progress, variables: { id } })) {
    if (errors) throw new Error(JSON.stringify(errors));
    const event = data.generationProgress;
    const text = event.text ?? event.generation?.text;
    if (text && !first) [first, sent] = [now() - began, sentAt(text)[0] - began];
    if (event.__typename === 'GenerationFinished' && event.generation.status !== 'SUCCEEDED') throw new Error(`It ended as ${event.generation.status}.`);
  }
  return { first, whole: now() - began, accepted, called: sent - accepted, shown: first - sent };
}

async function customerOf(webox) {
  const { accessToken } = await story.customerWithCredits(webox, 1);
  return { accessToken, socket: webox.connect(accessToken, { lazy: false }) };
}

/** So that what is measured runs at its full speed, compiled. */
async function warmUp(webox, proxy, customers) {
  for (let round = 0; round < 60; round++) await Promise.all(customers.map(customer => Promise.all([askWebox(webox, customer), askModel(proxy.url)])));
}

/** The ways of asking, in alternating rounds of `ask(customer)`. */
async function compare(webox, model, proxy, customers, label, ask) {
  let cpu = 0;
  const ways = [
    { answers: [], of: () => askModel(model.url) },
    { answers: [], of: () => askModel(proxy.url) },
    { answers: [], of: customer => askWebox(webox, customer) },
  ];
  for (let round = 0; round < rounds; round++) {
    for (const way of rotated(ways, round)) {
      const before = cpuOf(webox.child.pid);
      way.answers.push(...(await Promise.all(customers.map(customer => ask(() => way.of(customer))))).flat());
      if (way === ways[2]) cpu += cpuOf(webox.child.pid) - before;
    }
  }

  const of = (way, part) => ways[way].answers.map(answer => answer[part]);
  const added = (way, part, quantileOf) => ms(quantileOf(of(way, part)) - quantileOf(of(0, part)));
  const p90 = values => quantile(values, 0.9);
  console.log(`  ${label}: first token ${ms(median(of(0, 'first')))} directly; added by Webox ${added(2, 'first', median)} (p90 ${added(2, 'first', p90)}), `
    + `by the proxy ${added(1, 'first', median)} (p90 ${added(1, 'first', p90)})`);
  console.log(`     of it: request answered ${ms(median(of(2, 'accepted')))}, then model called ${ms(median(of(2, 'called')))}, `
    + `then shown ${ms(median(of(2, 'shown')))}`);
  console.log(`     end of the answer: added by Webox ${added(2, 'whole', median)}; processor of Webox ${ms(cpu / ways[2].answers.length)} an answer`);
}

const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);

const once = async ask => [await ask()];

/** One stream after the other, as soon as the last has ended, none in step with the others. */
async function stream(ask) {
  const answers = [];
  await pause(Math.random() * tokens * pace);
  for (let i = 0; i < 4; i++) {
    answers.push(await ask());
    await pause(Math.random() * 2 * pace);
  }
  return answers;
}

await onEachDatabase({ tokens, pace }, async (name, webox, model) => {
  const customers = [];
  for (let i = 0; i < 16; i++) customers.push(await customerOf(webox));
  console.log(`${name}, ${rounds} rounds, ${tokens} tokens at ${pace} ms, load ${load()}`);
  const proxy = await startProxy(model.url);
  await warmUp(webox, proxy, customers);
  await compare(webox, model, proxy, customers.slice(0, 1), '1 stream', once);
  await compare(webox, model, proxy, customers, '16 streams', stream);
  await compare(webox, model, proxy, customers, '16 that begin at one moment', once);
  for (const { socket } of customers) await socket.dispose();
  proxy.stop();
});
