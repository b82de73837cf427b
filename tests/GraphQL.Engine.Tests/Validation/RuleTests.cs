using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Validation;

/// <summary>Tests of one rule, which has the name of the class without "Tests". Only this rule is run.</summary>
public abstract class RuleTests
{
    private string RuleName => GetType().Name[..^"Tests".Length];

    protected void ExpectValid(string document) => ExpectErrors(document);

    /// <param name="expected">Each error as its message and its places: <c>Unknown type "X". (1:12)</c></param>
    protected void ExpectErrors(string document, params string[] expected) =>
        Assert.Equal(string.Join("\n", expected), string.Join("\n", Validate(TestSchema.Pets, document).Select(ErrorText.Of)));

    private protected IReadOnlyList<IError> Validate(Schema schema, string document, bool suggestionsEnabled = false)
    {
        var options = new ValidationOptions { RuleNames = [RuleName], SuggestionsEnabled = suggestionsEnabled };
        var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(document, ParserOptions.Unlimited), options);
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        return errors;
    }
}
