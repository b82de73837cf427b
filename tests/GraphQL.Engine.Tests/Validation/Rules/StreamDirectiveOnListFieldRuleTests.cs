namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class StreamDirectiveOnListFieldRuleTests : RuleTests
{
    [Fact]
    public void Lists_of_any_kind() => ExpectValid("{ dog { toys @stream { id } } human { pets @stream(initialCount: 1) { name } relatives @stream { name } } }");

    [Fact]
    public void Anything_else() => ExpectErrors(
        "{ dog @stream { name @stream } }",
        "Directive \"@stream\" cannot be used on non-list field \"Query.dog\". (1:7)",
        "Directive \"@stream\" cannot be used on non-list field \"Dog.name\". (1:22)");
}
