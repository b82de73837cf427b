// Rules for type system documents, each by itself.
import { errorsOf } from './answers.mjs';
import { referenceOf } from './rules.mjs';

export default function open({ subject, text }) {
  const { buildSchema, parse, validateSDL, rule } = referenceOf(subject);
  return one => errorsOf(validateSDL(parse(one.document), one.extends && buildSchema(text(one.extends)), [rule]));
}
