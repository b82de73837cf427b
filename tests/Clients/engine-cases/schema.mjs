// Schemas from SDL: what is wrong with them, or else their text.
import { buildASTSchema, buildSchema, extendSchema, parse, printSchema, validateSchema } from 'graphql';
import { errorsOf, printedOf } from './answers.mjs';

export default function open({ text }) {
  return one => {
    const document = parse(one.document);
    const schema = one.extends ? extendSchema(buildSchema(text(one.extends)), document) : buildASTSchema(document);
    const errors = validateSchema(schema);
    return errors.length > 0 ? errorsOf(errors) : printedOf(printSchema(schema));
  };
}
