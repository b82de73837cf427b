// Random documents with deferred fragments and streamed lists, and data made of the hash of its place.
import { Chance } from '../support/random.mjs';

export const incrementalSchema = `
  directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD
  type Query { a: A, all: [A!], some: [A], names: [String!], either: Either }
  type A { x: String, y: Int!, b: B, must: B!, bs: [B!]!, maybe: [B], tags: [String], grid: [[Int!]!], either: Either }
  type B { a: A, v: Int, w: String!, as: [A!] }
  union Either = A | B`;

const leaves = { Query: ['names'], A: ['x', 'y', 'tags', 'grid'], B: ['v', 'w'], Either: ['__typename'] };
const objects = {
  Query: { a: 'A', all: 'A', some: 'A', either: 'Either' },
  A: { b: 'B', must: 'B', bs: 'B', maybe: 'B', either: 'Either' },
  B: { a: 'A', as: 'A' },
  Either: {},
};
const lists = new Set(['names', 'all', 'some', 'bs', 'maybe', 'tags', 'grid', 'as']);

/** The same for the same seed. Some are invalid, since two streams of one list meet. */
export function deferredDocument(seed) {
  const chance = new Chance(seed);
  let labels = 0;
  const fragments = [];
  const one = list => chance.pick(list);
  const often = (part, of) => chance.below(of) < part;
  const condition = () => (often(1, 8) ? ', if: false' : '');
  const defer = () => ` @defer(label: "d${labels++}"${condition()})`;
  // Under a name of its own, since a list is streamed once; in some under that of the list, to be refused.
  const streamed = field => {
    if (!lists.has(field) || often(1, 2)) return field;
    const label = `s${labels++}`;
    return `${often(1, 30) ? '' : `${label}: `}${field} @stream(label: "${label}", initialCount: ${chance.below(3)}${condition()})`;
  };

  function selections(type, depth) {
    const parts = [];
    for (let n = 1 + chance.below(4); n > 0; n--) {
      const inner = Object.keys(objects[type]);
      if (depth > 0 && often(2, 5)) {
        const on = type === 'Either' || often(1, 3) ? (type === 'Either' ? one(['A', 'B']) : type) : undefined;
        if (often(1, 4) && fragments.length < 6) {
          const name = `F${fragments.length}`;
          fragments.push('');
          fragments[Number(name.slice(1))] = `fragment ${name} on ${on ?? type} ${selections(on ?? type, depth - 1)}`;
          parts.push(`...${name}${often(3, 4) ? defer() : ''}`);
        } else {
          parts.push(`...${on ? ` on ${on}` : ''}${often(3, 4) ? defer() : ''} ${selections(on ?? type, depth - 1)}`);
        }
      } else if (depth > 0 && inner.length > 0 && often(1, 2)) {
        const field = one(inner);
        parts.push(`${streamed(field)} ${selections(objects[type][field], depth - 1)}`);
      } else {
        const field = one(leaves[type]);
        parts.push(streamed(field));
      }
    }
    return `{ ${parts.join(' ')} }`;
  }

  return [`query ${selections('Query', 5)}`, ...fragments].join('\n');
}

/** Answers like the data of the conformance host; some answers come later. */
export function hashResolver(graphql, fnv1a) {
  const make = (schema, data, type, place) => {
    const hash = fnv1a(`${data.seed}/${place}()`);
    if (hash % data.errorEvery === 0) return new Error(`E:${place}`);
    if (graphql.isNonNullType(type)) type = type.ofType;
    else if (hash % data.nullEvery === 1) return null;
    if (graphql.isListType(type)) {
      return Array.from({ length: (hash >>> 8) % (data.listMax + 1) }, (_, index) => make(schema, data, type.ofType, `${place}/${index}`));
    }
    if (graphql.isAbstractType(type)) {
      const possible = schema.getPossibleTypes(type).map(({ name }) => name).sort();
      return { type: possible[(hash >>> 5) % possible.length] };
    }
    if (graphql.isObjectType(type)) return { type: type.name };
    return type.name === 'Int' ? hash | 0 : `s${hash.toString(16)}`;
  };
  return (_source, _arguments, data, info) => {
    const keys = [];
    for (let place = info.path; place; place = place.prev) keys.unshift(place.key);
    const value = make(info.schema, data, info.returnType, keys.join('/'));
    if (value instanceof Error) throw value;
    return fnv1a(`later ${keys}`) % 3 === 0 ? Promise.resolve(value) : value;
  };
}
