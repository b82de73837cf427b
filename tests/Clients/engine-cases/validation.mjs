// Rules for operations, each by itself.
import { buildSchema, parse, validate } from 'graphql';
import { errorsOf } from './answers.mjs';
import { ruleOf } from './rules.mjs';

export default function open({ subject, schema }) {
  const built = buildSchema(schema);
  const rule = ruleOf(subject);
  return ({ document }) => errorsOf(validate(built, parse(document), [rule]));
}
