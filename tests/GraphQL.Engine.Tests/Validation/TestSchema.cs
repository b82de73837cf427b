using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Validation;

/// <summary>The schema of the rule tests.</summary>
internal static class TestSchema
{
    public static readonly Schema Pets = SdlSchemaBuilder.Build(Parser.ParseDocument("""
        interface Named { name(surname: Boolean): String }

        interface Mammal { mother: Mammal }

        interface Pet implements Named { name(surname: Boolean): String owner: Human }

        type Dog implements Pet & Named & Mammal {
          name(surname: Boolean): String
          owner: Human
          mother: Dog
          nickname: String
          barks: Boolean!
          barkVolume: Int
          knows(command: Command!, times: Int! = 1): Boolean!
          toys: [Toy!]
        }

        type Cat implements Pet & Named & Mammal {
          name(surname: Boolean): String
          owner: Human
          mother: Cat
          nickname: String
          meowVolume: Int
          fur: [Fur!]
        }

        type Human implements Named { name(surname: Boolean): String pets: [Pet!]! relatives: [Human] }

        type Toy { id: ID! squeaks: Boolean }

        union CatOrDog = Cat | Dog

        enum Command { SIT HEEL DOWN }

        enum Fur { BROWN BLACK }

        scalar Anything

        input Filter { name: String! toys: [ID!] limit: Int! = 10 nested: Filter }

        input PetBy @oneOf { id: ID name: String filter: Filter }

        type Query {
          dog(command: Command): Dog
          cat: Cat
          pet(by: PetBy): Pet
          catOrDog: CatOrDog
          human(id: ID): Human
          find(filter: Filter, list: [Filter!], anything: Anything): [Pet!]
          int(value: Int): Int
          requiredInt(value: Int!): Int
          defaultInt(value: Int! = 3): Int
          ints(values: [Int]): Int
          requiredInts(values: [Int!]!): Int
          float(value: Float): Float
          text(value: String): String
          id(value: ID): ID
          truth(value: Boolean): Boolean
        }

        type Mutation { adopt(id: ID!): Pet adoptAll: [Pet] }

        type Subscription { petAdopted: Pet petLost: Pet petsLost: [Pet] }

        directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @stream(initialCount: Int! = 0, if: Boolean! = true, label: String) on FIELD
        directive @onQuery on QUERY
        directive @onField(note: String, level: Int! = 1) on FIELD
        directive @tag(name: String!) repeatable on FIELD | FRAGMENT_DEFINITION | VARIABLE_DEFINITION
        """));
}
