// Requests against a root value of JSON, by these conventions, which CaseData.cs follows too:
// - a field reads the member of its name; an object says by `__typename` what it is where that is not clear;
// - a field whose name begins with `echo` answers with its arguments;
// - `{"$error": "message"}` is an error with this message, thrown where it is the value of a field, given where it is an item of a list;
// - `{"$turn": true}` takes a turn, which lasts a while, and answers with its places among all that began or ended: `{"began": 1, "ended": 2}`;
// - the value of a field of a subscription is a list of events, each of them the root value of a response.
//
// Requests are validated by graphql 17, whose words the engine's rules have; all else is graphql 16. Three things are left out of its
// messages: suggestions of names, which are cases of Validation; what is within objects and lists that were given as variables, of which
// the engine names nothing, because one bad member may stand beside a password; and what a fault of the server is, which only its log tells.
import { buildSchema, execute, getOperationAST, GraphQLError, parse, subscribe } from 'graphql';
import * as graphql17 from 'graphql17';
import { responseOf as wholeResponseOf } from './answers.mjs';

export default function open({ schema: sdl, data = {} }) {
  const schema = buildSchema(sdl);
  const schema17 = graphql17.buildSchema(sdl);
  return async ({ document: source, variables: variableValues, operation: operationName }) => {
    const document = tryParse(source);
    if (document instanceof GraphQLError) return responseOf({ errors: [document] });
    const errors = graphql17.validate(schema17, graphql17.parse(source), graphql17.specifiedRules, { hideSuggestions: true });
    if (errors.length > 0) return responseOf({ errors });
    const request = { schema, document, rootValue: data, variableValues, operationName, fieldResolver: resolver() };
    const operation = getOperationAST(document, operationName)?.operation;
    return operation === 'subscription' ? stream(request) : responseOf(await execute(request));
  };
}

function tryParse(source) {
  try {
    return parse(source);
  } catch (error) {
    return error;
  }
}

async function stream(request) {
  const subscribeFieldResolver = async function* (root, args, context, { fieldName }) { yield* root[fieldName]; };
  const result = await subscribe({ ...request, subscribeFieldResolver });
  if (!(Symbol.asyncIterator in result)) return responseOf(result);
  const responses = [];
  for await (const response of result) responses.push(responseOf(response));
  return { responses };
}

function resolver() {
  let events = 0;
  const takeTurn = async () => {
    const began = ++events;
    await new Promise(setImmediate);
    return { began, ended: ++events };
  };
  return (source, args, context, { fieldName }) => {
    if (fieldName.startsWith('echo')) return args;
    const value = source?.[fieldName];
    if (value?.$turn) return takeTurn();
    const read = readValue(value);
    if (read instanceof Error) throw read;
    return read;
  };
}

function readValue(value) {
  if (Array.isArray(value)) return value.map(readValue);
  return value?.$error ? new Error(value.$error) : value;
}

function responseOf(result) {
  const response = wholeResponseOf(result);
  for (const error of response.errors ?? []) error.message = cut(error.message);
  return response;
}

const given = /(?<=^Variable "[^"]*" got invalid value )([{[]).*[\]}](?=( at "[^"]*")?; )/;

const refused = /(?<=^Variable .*; .* cannot represent .*value: )([{[]).*[\]}]/;

const fault = /^(Abstract type|Runtime Object type|Expected Iterable).*/;

const cut = message => message
  .replace(/(?<=^Variable .*) Did you mean .*\?$/, '')
  .replace(given, kindOf)
  .replace(refused, kindOf)
  .replace(fault, 'Unexpected execution error.');

const kindOf = (whole, bracket) => bracket === '{' ? '[Object]' : '[Array]';
