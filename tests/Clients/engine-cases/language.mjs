// Documents alone: as they are printed, or why they are none. Read as graphql 16 does, for 17 also reads what the specification does not
// know (empty selections, extensions of directives); printed as 17 does, which puts blanks within braces.
import { GraphQLError, parse } from 'graphql';
import { print } from 'graphql17';
import { errorsOf, printedOf } from './answers.mjs';

export default function open() {
  return ({ document }) => {
    try {
      return printedOf(print(parse(document)));
    } catch (error) {
      if (error instanceof GraphQLError) return errorsOf([error]);
      throw error;
    }
  };
}
