using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Conformance;

public class SchemaConformanceTests
{
    [ConformanceFact]
    public void Every_schema_of_the_corpus_is_accepted_or_refused_as_it_should_be()
    {
        var cases = ConformanceCases.Read("schema");

        Assert.Equal(762, cases.Count);
        ConformanceAssert.All(cases, JudgeOutcome);
    }

    [ConformanceFact]
    public void Every_sound_schema_of_the_corpus_is_printed_as_it_should_be()
    {
        // Sorting schemas is a tool of graphql-js, not part of the specification.
        var sound = ConformanceCases.Read("schema").Where(@case => @case.IsAccepted && !@case.Tags.Contains("sort")).ToArray();

        Assert.Equal(428, sound.Length);
        ConformanceAssert.All(sound, JudgeText);
    }

    [ConformanceFact]
    public void What_is_printed_builds_the_same_schema_again()
    {
        foreach (var @case in ConformanceCases.Read("schema").Where(@case => @case.IsAccepted))
        {
            var printed = SchemaPrinter.Print(Build(@case.Schema));

            Assert.Equal(printed, SchemaPrinter.Print(Build([printed])));
        }
    }

    private static string? JudgeOutcome(ConformanceCase @case)
    {
        var errors = FindErrors(@case);
        return errors.Count == 0 == @case.IsAccepted
            ? null
            : $"{@case}: {string.Join("; ", errors.Select(error => error.Message).DefaultIfEmpty("accepted"))}";
    }

    private static string? JudgeText(ConformanceCase @case)
    {
        var printed = Sorted(SchemaPrinter.Print(Build(@case.Schema)));
        return @case.Expectations.Any(expected => printed == Sorted(TextOf(expected)))
            ? null
            : $"{@case}:\n{printed}\n-- expected --\n{Sorted(TextOf(@case.Expectations[0]))}";
    }

    private static IReadOnlyList<IError> FindErrors(ConformanceCase @case)
    {
        try
        {
            return SchemaValidator.Validate(Build(@case.Schema));
        }
        catch (GraphQLException refusal)
        {
            return refusal.Errors;
        }
    }

    private static Schema Build(IReadOnlyList<string> sdl) =>
        SdlSchemaBuilder.Build([.. sdl.Select(text => Parser.ParseDocument(text, ParserOptions.Unlimited))]);

    private static string TextOf(JsonElement expected) => 
        expected.GetProperty("sdl").GetString()!.Replace("{  }", "{}", StringComparison.Ordinal);

    // The corpus leaves the order of definitions and of their parts open.
    private static string Sorted(string sdl) =>
        string.Join('\n', sdl.Split('\n').Select(line => line.Trim()).Order(StringComparer.Ordinal)).Trim();
}
