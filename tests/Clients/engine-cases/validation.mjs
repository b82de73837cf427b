// Rules for operations, each by itself.
import { errorsOf } from './answers.mjs';
import { referenceOf } from './rules.mjs';

export default function open({ subject, schema }) {
  const { buildSchema, parse, validate, rule } = referenceOf(subject);
  const built = buildSchema(schema);
  return ({ document }) => errorsOf(validate(built, parse(document), [rule]));
}
