namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class KnownArgumentNamesRuleTests : RuleTests
{
    [Fact]
    public void Known_arguments_of_fields_and_directives() =>
        ExpectValid(
            """{ dog(command: SIT) { name(surname: true) @onField(note: "x") knows(times: 2, command: SIT) @skip(if: true) } __type(name: "Dog") { name } }""");

    [Fact]
    public void Unknown_ones_of_a_field() =>
        ExpectErrors(
            "{ dog(unknown: 1, command: SIT, other: 2) { name } }",
            "Unknown argument \"unknown\" on field \"Query.dog\". (1:7)",
            "Unknown argument \"other\" on field \"Query.dog\". (1:33)");

    [Fact]
    public void Unknown_ones_of_a_directive() =>
        ExpectErrors(
            "{ dog @skip(unless: true) { name @onField(if: 1) } }",
            "Unknown argument \"unless\" on directive \"@skip\". (1:13)",
            "Unknown argument \"if\" on directive \"@onField\". (1:43)");

    [Fact]
    public void On_unknown_fields_and_directives_nothing_is_said() => ExpectValid("{ unknown(a: 1) { b(c: 2) } dog @unknown(a: 1) { name } }");
}
