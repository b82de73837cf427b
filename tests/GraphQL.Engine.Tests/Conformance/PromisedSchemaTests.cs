using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Conformance;

public class PromisedSchemaTests
{
    [ConformanceFact]
    public void The_schema_promised_to_clients_is_sound_and_printed_whole()
    {
        var sdl = File.ReadAllText(Path.Combine(ConformanceCases.Folder!, "..", "..", "schema.graphql"));

        var schema = SdlSchemaBuilder.Build(Parse(sdl));

        Assert.Empty(SchemaValidator.Validate(schema));
        Assert.Equal(Printer.Print(Parse(sdl)), Printer.Print(Parse(SchemaPrinter.Print(schema))));
    }

    private static DocumentNode Parse(string sdl) => Parser.ParseDocument(sdl, ParserOptions.Unlimited);
}
