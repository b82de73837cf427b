namespace Webox.GraphQL.Engine.Tests.Validation.SdlRules;

public class UniqueArgumentNamesRuleSdlTests : SdlRuleTests
{
    [Fact]
    public void Once() => ExpectValid("type A @d(a: 1, b: 1)");

    [Fact]
    public void Twice() =>
        ExpectErrors("type A @d(a: 1, a: 1)", "There can be only one argument named \"a\". (1:11, 1:17)");
}
