// The mix of a shop's front over HTTP on PostgreSQL, beside the same statements played by pgbench: what there is to win.
import fs from 'node:fs';
import * as postgres from '../tests/Clients/support/postgres.mjs';
import { Webox, runCommand, temporaryFolder } from '../tests/Clients/support/webox.mjs';
import { cpuOf, load, median, ms, now, quantile } from './measure.mjs';
import { connectionOf, ofVisitor, pgbench, psql, recorded } from './storefront/bound.mjs';
import { Client, Visitor, shares } from './storefront/mix.mjs';

const rounds = Number(process.env.ROUNDS ?? 5);
const seconds = Number(process.env.SECONDS ?? 8);
const clients = Number(process.env.CLIENTS ?? 8);
const sizes = (process.env.PRODUCTS ?? '1000,10000').split(',').map(Number);

/** The same numbers each time: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbers(seed) {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) >>> 0) / 2 ** 32;
}

const memoryOf = pid => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;

async function productsOf(webox) {
  const products = [];
  for (let after = null; products.length < 1000;) {
    const { products: page } = await webox.query(
      'query ($after: String) { products(first: 100, after: $after, sort: NEWEST) { pageInfo { hasNextPage endCursor } nodes { id slug } } }', { after });
    products.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }

  return products;
}

/** Visitors who ask without a pause. */
async function visit(webox, visitors, duration) {
  const times = Object.fromEntries(Object.keys(shares).map(kind => [kind, []]));
  const [began, cpu] = [now(), cpuOf(webox.child.pid)];
  await Promise.all(visitors.map(async ({ visitor, client }) => {
    while (now() - began < duration) {
      const { kind, variables } = visitor.next();
      const asked = now();
      visitor.saw(kind, await client.ask(kind, variables));
      times[kind].push(now() - asked);
    }
  }));
  const all = Object.values(times).flat();
  return { times, all, perSecond: all.length / ((now() - began) / 1000), cpu: (cpuOf(webox.child.pid) - cpu) / all.length };
}

async function statementsOf(connection, settings) {
  psql(connection, `ALTER DATABASE ${connection.database} SET log_statement = 'all'`);
  const webox = await Webox.start(settings);
  const products = await productsOf(webox);
  const scripts = Object.fromEntries(Object.keys(shares).map(kind => [kind, []]));
  const client = new Client(webox.port);
  for (let i = 0; i < clients; i++) {
    const visitor = new Visitor(products, numbers(i + 1));
    visitor.saw('add', await client.ask('add', visitor.add()));
    for (const kind of Object.keys(shares)) {
      const variables = visitor[kind]();
      await client.ask(kind, variables);

      // Pgbench plays the same again and again, so an addition has its line already.
      const statements = await recorded(connection, () => client.ask(kind, variables));
      scripts[kind].push(ofVisitor(statements));
    }
  }

  client.close();
  await webox.stop();
  psql(connection, `ALTER DATABASE ${connection.database} RESET log_statement`);
  return scripts;
}

async function measure(size) {
  const database = await postgres.freshDatabase();
  const connection = connectionOf(database);
  const settings = { WEBOX_DATABASE: database, WEBOX_DATA: temporaryFolder('storefront'), DOTNET_TieredPGO: '1' };
  const seedBegan = now();
  const seeded = await runCommand(settings, 'seed', '--products', String(size));
  if (seeded.code !== 0) throw new Error(seeded.problems);
  const seeding = now() - seedBegan;
  psql(connection, 'VACUUM ANALYZE');

  const scripts = await statementsOf(connection, settings);
  const folder = temporaryFolder('pgbench');
  const webox = await Webox.start(settings);
  const products = await productsOf(webox);
  const visitors = Array.from({ length: clients }, (_, i) => ({ visitor: new Visitor(products, numbers(i + 1)), client: new Client(webox.port) }));
  await visit(webox, visitors, 1000 * seconds);

  const [through, bound] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const played = () => bound.push(pgbench(connection, folder, scripts, { clients, seconds }));
    const visited = async () => through.push(await visit(webox, visitors, 1000 * seconds));
    for (const act of round % 2 ? [played, visited] : [visited, played]) await act();
  }

  const perSecond = median(through.map(round => round.perSecond));
  const all = through.flatMap(round => round.all);
  console.log(`${size} products, seeded in ${(seeding / 1000).toFixed(1)} s; ${clients} visitors, ${rounds} rounds of ${seconds} s, load ${load()}`);
  console.log(`  ${perSecond.toFixed(0)} requests/s (pgbench ${median(bound).toFixed(0)}/s: ${(100 * perSecond / median(bound)).toFixed(0)} %), `
    + `p50 ${ms(median(all))}, p99 ${ms(quantile(all, 0.99))}, processor ${median(through.map(round => round.cpu)).toFixed(2)} ms a request, memory ${memoryOf(webox.child.pid).toFixed(0)} MiB`);
  for (const kind of Object.keys(shares)) {
    const times = through.flatMap(round => round.times[kind]);
    console.log(`    ${kind.padEnd(6)} ${String(scripts[kind][0].filter(sql => !/^(BEGIN|COMMIT)/.test(sql)).length).padStart(2)} statements, p50 ${ms(median(times))}, p99 ${ms(quantile(times, 0.99))}`);
  }

  for (const { client } of visitors) client.close();
  await webox.stop();
}

if (postgres.missing) console.log(postgres.missing);
else for (const size of sizes) await measure(size);
