namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class UniqueArgumentNamesRuleTests : RuleTests
{
    [Fact]
    public void The_same_name_at_several_places() =>
        ExpectValid("""{ dog(command: SIT) { a: name(surname: true) @onField(note: "x") knows(command: SIT) } }""");

    [Fact]
    public void Twice_on_a_field_and_on_a_directive() =>
        ExpectErrors(
            """{ dog(command: SIT, command: SIT) { name @onField(note: "x", level: 1, note: "y") } }""",
            "There can be only one argument named \"command\". (1:7, 1:21)",
            "There can be only one argument named \"note\". (1:51, 1:72)");

    [Fact]
    public void All_of_three_are_shown() =>
        ExpectErrors(
            "{ int(value: 1, value: 2, value: 3) }",
            "There can be only one argument named \"value\". (1:7, 1:17, 1:27)");
}
