// What is recorded for the engine's cases is what the reference implementation says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answersOf } from './engine-cases/answers.mjs';
import { areas, readSubject, subjectsOf } from './engine-cases/case-file.mjs';

describe('The cases of the engine', () => {
  for (const area of areas) {
    test(`are recorded as the reference answers them: ${area}`, async () => {
      for (const name of subjectsOf(area)) {
        const subject = readSubject(area, name);
        assert.equal(subject.recorded, await answersOf(subject), `${area}/${name}: node engine-cases.mjs record ${area} ${name}`);
      }
    });
  }
});
