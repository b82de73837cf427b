// Random requests for the engine and for graphql-js: the outcome must be the same. `--seed N --n 1` of diff/run.mjs shows one again.
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../support/webox.mjs';
import { Chance } from '../support/random.mjs';
import { engine, isFull, run, runners, skip } from './conformance.mjs';

const chance = new Chance();
const seeds = Array.from({ length: isFull ? 3 : 1 }, () => chance.below(2 ** 30));
const count = isFull ? 20_000 : 300;

describe(`Of ${count} random requests (seeds ${seeds.join(', ')})`, { skip }, () => {
  const folder = skip ? undefined : runners();
  const schemas = { 'the sample schema': 'sample/schema.graphql', "Webox's own schema": path.join(root, 'src/GraphQL/schema.graphql') };
  for (const reference of ['graphql16', 'graphql17']) {
    for (const [name, sdl] of Object.entries(schemas)) {
      for (const seed of seeds) {
        test(`each has the outcome of ${reference} for ${name}`, async t => {
          const { code, output, summary } = await run(
            folder, 'diff/run.mjs', '--a', `node host/js-host.mjs --engine ${reference}`, '--b', engine,
            '--sdl', sdl, '--n', count, '--seed', seed, '--shrink');
          assert.equal(code, 0, output);
          assert.match(summary, new RegExp(`^${count} passed, 0 failed`));
          t.diagnostic(`seed ${seed}: ${summary}`);
        });
      }
    }
  }
});
