// Rules for type system documents, each by itself.
import { createRequire } from 'node:module';
import { buildSchema, parse } from 'graphql';
import { errorsOf } from './answers.mjs';
import { ruleOf } from './rules.mjs';

const { validateSDL } = createRequire(import.meta.url)('graphql/validation/validate.js');

export default function open({ subject, text }) {
  const rule = ruleOf(subject);
  return one => errorsOf(validateSDL(parse(one.document), one.extends && buildSchema(text(one.extends)), [rule]));
}
