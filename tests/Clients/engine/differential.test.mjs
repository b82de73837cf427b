// Random requests for the engine and for graphql-js: the outcome must be the same. `--seed N --n 1` of diff/run.mjs shows one again.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../support/webox.mjs';
import { Chance } from '../support/random.mjs';
import { engine, isFull, run, runners, skip } from './conformance.mjs';

const chance = new Chance();
const seeds = Array.from({ length: isFull ? 3 : 1 }, () => chance.below(2 ** 30));
const count = isFull ? 20_000 : 300;

// The grammar wants a selection between braces; graphql-js 17.1 wants none.
const isEmptySelection = (reference, { document, a, b }) =>
  reference === 'graphql17' && a.ok && b.stage === 'syntax' && b.errors[0].message.endsWith('found "}".') && /\{[\s,]*\}/.test(document);

describe(`Of ${count} random requests (seeds ${seeds.join(', ')})`, { skip }, () => {
  const folder = skip ? undefined : runners();
  const schemas = { 'the sample schema': 'sample/schema.graphql', "Webox's own schema": path.join(root, 'src/GraphQL/schema.graphql') };
  for (const reference of ['graphql16', 'graphql17']) {
    for (const [name, sdl] of Object.entries(schemas)) {
      for (const seed of seeds) {
        test(`each has the outcome of ${reference} for ${name}`, async t => {
          const json = path.join(folder, 'differences.json');
          const { output, summary } = await run(
            folder, 'diff/run.mjs', '--a', `node host/js-host.mjs --engine ${reference}`, '--b', engine,
            '--sdl', sdl, '--n', count, '--seed', seed, '--shrink', '--json', json);
          const { stats, bad } = JSON.parse(fs.readFileSync(json, 'utf8'));
          assert.equal(stats.total, count, output);
          assert.deepEqual(bad.filter(difference => !isEmptySelection(reference, difference)), [], output);
          t.diagnostic(`seed ${seed}: ${summary}`);
        });
      }
    }
  }
});
