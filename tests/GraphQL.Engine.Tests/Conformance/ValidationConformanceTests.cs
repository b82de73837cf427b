using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;

namespace Webox.GraphQL.Engine.Tests.Conformance;

public class ValidationConformanceTests
{
    // Documents that are refused as they should be, but on purpose not with the errors of graphql-js.
    private static readonly HashSet<string> KnownDifferences =
    [
        "0a3222f1a0", // It calls the type of __type "<meta>", we call it by its name.
        "5925bc1e8b", // It overlooks a nullable variable in a oneOf input object where that is non-null.
        "0dfdff139a", // The same.
    ];

    [ConformanceFact]
    public void Documents_of_the_corpus_are_accepted_or_refused_with_the_errors_expected() =>
        AssertAll(ConformanceCases.Read("validate", "validate"), count: 825);

    [ConformanceFact]
    public void Examples_of_the_specification_are_accepted_or_refused_as_it_says() =>
        AssertAll(ConformanceCases.Read("spec", "validate"), count: 87);

    [ConformanceFact]
    public void Type_system_documents_of_the_corpus_are_accepted_or_refused_with_the_errors_expected() =>
        AssertAll(ConformanceCases.Read("validate-sdl", "validateSDL"), count: 567);

    private static void AssertAll(IReadOnlyList<ConformanceCase> cases, int count)
    {
        var answers = cases
            .Where(@case => RulesOf(@case)?.Any(IsNoRuleOfTheSpecification) is not true)
            .Select(@case => (Case: @case, Errors: Validate(@case)))
            .Where(answer => answer.Errors is not null)
            .ToArray();

        Assert.Equal(count, answers.Length);
        Assert.Empty(answers.Select(answer => Judge(answer.Case, answer.Errors!)).OfType<string>());
    }

    /// <summary>Null when the errors are those expected; else what is wrong.</summary>
    private static string? Judge(ConformanceCase @case, IReadOnlyList<IError> errors)
    {
        var verdict = Verdicts.Judge(@case, errors);
        var least = KnownDifferences.Contains(@case.Id) ? Verdict.SameOutcome : Verdict.SameWording;
        return verdict >= least
            ? null
            : $"{verdict}: {@case}: {string.Join(" | ", errors.Select(error => $"{error.Message} {string.Join(' ', error.Locations ?? [])}"))}";
    }

    /// <summary>Null when the schema is one that graphql-js builds, but that is none.</summary>
    private static IReadOnlyList<IError>? Validate(ConformanceCase @case)
    {
        try
        {
            var definitions = @case.Schema.Select(Parse).ToArray();
            var document = Parse(@case.Text("document")!);
            return TryBuild(definitions, out var schema) ? Validate(@case, schema, document) : null;
        }
        catch (GraphQLException refusal)
        {
            return refusal.Errors;
        }
    }

    private static IReadOnlyList<IError> Validate(ConformanceCase @case, Schema? schema, DocumentNode document)
    {
        var options = new ValidationOptions { ErrorsMax = ErrorsMaxOf(@case), RuleNames = RulesOf(@case), SuggestionsEnabled = true };
        return @case.Operation == "validateSDL"
            ? SdlValidator.Validate(document, schema, options)
            : DocumentValidator.Validate(schema!, document, options);
    }

    private static bool TryBuild(DocumentNode[] definitions, out Schema? schema)
    {
        try
        {
            schema = definitions.Length == 0 ? null : SdlSchemaBuilder.Build(definitions);
            return true;
        }
        catch (GraphQLException)
        {
            schema = null;
            return false;
        }
    }

    private static DocumentNode Parse(string text) => Parser.ParseDocument(text, ParserOptions.Unlimited);

    private static IReadOnlyList<string>? RulesOf(ConformanceCase @case) =>
        @case.Json.TryGetProperty("rules", out var rules) && rules.ValueKind is JsonValueKind.Array
            ? [.. rules.EnumerateArray().Select(rule => rule.GetString()!)]
            : null;

    private static int ErrorsMaxOf(ConformanceCase @case) =>
        @case.Json.TryGetProperty("maxErrors", out var max) ? max.GetInt32() : int.MaxValue;

    private static bool IsNoRuleOfTheSpecification(string rule) =>
        rule is "MaxIntrospectionDepthRule" or "NoDeprecatedCustomRule" or "NoSchemaIntrospectionCustomRule";
}
