using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Validation;

/// <summary>Tests of one rule for type system documents, which has the name of the class without "Tests". Only this rule is run.</summary>
public abstract class SdlRuleTests
{
    private string RuleName => GetType().Name.Replace("SdlTests", "Tests", StringComparison.Ordinal)[..^"Tests".Length];

    protected void ExpectValid(string document) => ExpectErrors(document);

    /// <param name="expected">Each error as its message and its places: <c>Unknown type "X". (1:12)</c></param>
    protected void ExpectErrors(string document, params string[] expected) => Expect(document, extends: null, expected);

    protected void ExpectValidExtension(string of, string document) => ExpectExtensionErrors(of, document);

    protected void ExpectExtensionErrors(string of, string document, params string[] expected) =>
        Expect(document, SdlSchemaBuilder.Build(Parser.ParseDocument(of)), expected);

    private void Expect(string document, Schema? extends, string[] expected)
    {
        var errors = SdlValidator.Validate(Parser.ParseDocument(document), extends, new ValidationOptions { RuleNames = [RuleName] });

        Assert.Equal(string.Join("\n", expected), string.Join("\n", errors.Select(ErrorText.Of)));
    }
}
