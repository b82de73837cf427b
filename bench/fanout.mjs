// How fast a piece of an answer reaches everybody who watches: 1,000 subscriptions on 50 sockets, 20 generations at a time.
import * as story from '../tests/Clients/support/story.mjs';
import { onEachDatabase, queue } from './installation.mjs';
import { cpuOf, load, ms, now, quantile } from './measure.mjs';
import { sentAt } from './model.mjs';

const customersCount = 10;
const socketsEach = 5;
const watchersEach = 10;
const tokens = 20;
const pace = Number(process.env.PACE ?? 2000);

/** Follows to the end; notes for every piece how long ago the model sent it. What was there before the watching began is not counted. */
async function watch(socket, id, delays) {
  for await (const { data, errors } of socket.iterate({ query: story.progress, variables: { id } })) {
    if (errors) throw new Error(JSON.stringify(errors));
    const event = data.generationProgress;
    const came = now();
    if (event.__typename === 'GenerationText') delays.push(...sentAt(event.text).map(sent => came - sent));
    if (event.__typename === 'GenerationFinished' && event.generation.status !== 'SUCCEEDED') throw new Error(`It ended as ${event.generation.status}.`);
  }
}

await onEachDatabase({ tokens, pace }, async (name, webox) => {
  const customers = [];
  for (let i = 0; i < customersCount; i++) customers.push(await story.customerWithCredits(webox, 1));
  const sockets = [];
  const watching = [];
  const delays = [];
  for (const { accessToken } of customers) {
    const ids = [await queue(webox, accessToken), await queue(webox, accessToken)];
    for (let s = 0; s < socketsEach; s++) {
      const socket = webox.connect(accessToken, { lazy: false });
      sockets.push(socket);
      for (const id of ids) {
        for (let w = 0; w < watchersEach; w++) watching.push(watch(socket, id, delays));
      }
    }
  }

  // Until everybody watches; then for as long as everything runs.
  await new Promise(resolve => setTimeout(resolve, 3 * pace));
  delays.length = 0;
  const before = [cpuOf(webox.child.pid), now()];
  await new Promise(resolve => setTimeout(resolve, 10 * pace));
  const seen = [...delays];
  const busy = (cpuOf(webox.child.pid) - before[0]) / (now() - before[1]);
  await Promise.all(watching);
  console.log(`${name}: ${watching.length} subscriptions on ${sockets.length} sockets, ${seen.length} events in ${10 * pace / 1000} s, load ${load()}`);
  console.log(`  from the model's token to the client's event: p50 ${ms(quantile(seen, 0.5))}, p90 ${ms(quantile(seen, 0.9))}, p99 ${ms(quantile(seen, 0.99))}; `
    + `processor of Webox ${(100 * busy).toFixed(0)} %`);
  for (const socket of sockets) await socket.dispose();
});
