// The rules of the reference implementation by name.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// graphql 16 is the reference, but these it words otherwise than graphql 17, the first that follows the specification of September 2025.
const reworded = new Set(['ProvidedRequiredArgumentsRule', 'ProvidedRequiredArgumentsOnDirectivesRule', 'ValuesOfCorrectTypeRule']);

/** The rule of a subject, `ValuesOfCorrectTypeRule` or a part of it like `ValuesOfCorrectTypeRule.Lists`, and what runs it. */
export function referenceOf(subject) {
  const name = subject.split('.')[0];
  const version = reworded.has(name) ? 'graphql17' : 'graphql';
  const rule = require(`${version}/validation/rules/${name.replace('OnDirectives', '')}.js`)[name];
  return { ...require(version), ...require(`${version}/validation/validate.js`), rule };
}
