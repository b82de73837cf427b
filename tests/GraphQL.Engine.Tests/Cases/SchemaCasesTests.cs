using System.Text.Json.Nodes;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>A schema from SDL: what is wrong with it, or else its text. How many places an error names is each engine's own choice.</summary>
public class SchemaCasesTests
{
    public static TheoryData<string> Subjects => CaseFile.Subjects("Schema");

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Every_schema_is_refused_or_printed_as_the_reference_does(string subject)
    {
        var file = CaseFile.Read("Schema", subject);

        CaseAssert.All(file, @case => Answer(Build(@case.Extends is { } name ? [file.ReadText(name), @case.Document] : [@case.Document])));
    }

    private static JsonObject Answer(Schema schema)
    {
        var errors = SchemaValidator.Validate(schema);
        return errors.Count > 0 ? CaseAnswer.Errors(errors.Select(error => error.WithLocations(null))) : CaseAnswer.Printed(SchemaPrinter.Print(schema));
    }

    private static Schema Build(IReadOnlyList<string> documents) =>
        SdlSchemaBuilder.Build([.. documents.Select(document => Parser.ParseDocument(document))]);
}
