// The rules of graphql by name. Those for directives alone have no file of their own.
import { createRequire } from 'node:module';
import * as graphql from 'graphql';

const require = createRequire(import.meta.url);

/** The rule of a subject: `ValuesOfCorrectTypeRule`, or a part of it like `ValuesOfCorrectTypeRule.Lists`. */
export function ruleOf(subject) {
  const name = subject.split('.')[0];
  const rule = graphql[name] ?? require(`graphql/validation/rules/${name.replace('OnDirectives', '')}.js`)[name];
  if (!rule) throw new Error(`graphql has no rule ${name}`);
  return rule;
}
