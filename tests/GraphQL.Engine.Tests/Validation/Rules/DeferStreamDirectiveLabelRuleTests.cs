namespace Webox.GraphQL.Engine.Tests.Validation.Rules;

public class DeferStreamDirectiveLabelRuleTests : RuleTests
{
    [Fact]
    public void Different_labels_and_none() => ExpectValid(
        """{ dog { ... @defer(label: "a") { name } ... @defer { nickname } ... @defer(label: null) { barks } toys @stream(label: "b") { id } } }""");

    [Fact]
    public void The_same_label_twice() => ExpectErrors(
        """{ dog { ... @defer(label: "a") { name } toys @stream(label: "a") { id } } }""",
        "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages. (1:13, 1:46)");

    [Fact]
    public void A_variable() => ExpectErrors(
        "query($label: String) { dog { ... @defer(label: $label) { name } } }",
        "Argument \"@defer(label:)\" must be a static string. (1:35)");
}
