// Random requests for the whole server: graphql-js decides here what must be refused, and what shape each answer must have.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root, Webox } from '../support/webox.mjs';
import { Chance } from '../support/random.mjs';
import { isFull, run, runners, skip } from './conformance.mjs';

const seed = new Chance().below(2 ** 30);
const count = isFull ? 2_200 : 300;

describe(`Of ${count} random requests (seed ${seed}) over HTTP`, { skip }, () => {
  let webox;
  before(async () => { webox = await Webox.start(); });
  after(() => webox?.stop());

  test('each is refused or carried out as it should be', async t => {
    const { code, output, summary } = await run(
      runners(), 'diff/http.mjs', '--url', `${webox.url}/graphql`, '--sdl', path.join(root, 'src/GraphQL/schema.graphql'),
      '--n', count, '--seed', seed,
      // What graphql-js cannot know: our limits, and what our own scalars take.
      '--ignore-codes', 'QUERY_TOO_COMPLEX,QUERY_TOO_DEEP,TOO_MANY_ALIASES,TOO_MANY_ROOT_FIELDS',
      '--ignore-messages', '^(Variable .*; )?(Long|UUID|DateTime|URL) cannot represent');
    assert.equal(code, 0, output);
    const [, passed, failed] = summary.match(/^(\d+) passed, (\d+) failed/).map(Number);
    assert.equal(failed, 0);
    assert.ok(passed > 0.9 * count, output);
    t.diagnostic(summary);
  });
});
