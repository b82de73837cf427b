// The rules of the reference implementation by name.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// graphql 16 is the reference. Some rules it does not have, or words otherwise than graphql 17, the first that follows the specification
// of September 2025 and the draft of @defer and @stream.
const since17 = new Set([
  'DeferStreamDirectiveLabelRule', 'DeferStreamDirectiveOnRootFieldRule', 'DeferStreamDirectiveOnValidOperationsRule', 'KnownOperationTypesRule',
  'ProvidedRequiredArgumentsOnDirectivesRule', 'ProvidedRequiredArgumentsRule', 'StreamDirectiveOnListFieldRule', 'ValuesOfCorrectTypeRule',
]);

/** The rule of a subject, `ValuesOfCorrectTypeRule` or a part of it like `ValuesOfCorrectTypeRule.Lists`, and what runs it. */
export function referenceOf(subject) {
  const name = subject.split('.')[0];
  const version = since17.has(name) ? 'graphql17' : 'graphql';
  const rule = require(`${version}/validation/rules/${name.replace('OnDirectives', '')}.js`)[name];
  return { ...require(version), ...require(`${version}/validation/validate.js`), rule };
}
