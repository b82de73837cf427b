// Schemas from SDL: what is wrong with them, or else their text. Of graphql 17, the first that follows the specification of September
// 2025: graphql 16 does not know all of its rules and words others otherwise. How many places an error names is each engine's own choice.
import { buildASTSchema, buildSchema, extendSchema, parse, printSchema, validateSchema } from 'graphql17';
import { printedOf } from './answers.mjs';

export default function open({ text }) {
  return one => {
    const document = parse(one.document);
    const schema = one.extends ? extendSchema(buildSchema(text(one.extends)), document) : buildASTSchema(document);
    const errors = validateSchema(schema);
    return errors.length > 0 ? { errors: errors.map(({ message }) => ({ message })) } : printedOf(printSchema(schema));
  };
}
