using System.Text.Json;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Builds a schema, checks its type system, and prints it.</summary>
internal static class SchemaOperation
{
    public static byte[] Answer(string id, JsonElement request)
    {
        var schema = SdlSchemas.Build(request.Texts("schema")!);
        RefusedException.ThrowIfAny("type", SchemaValidator.Validate(schema));
        return Answers.Ok(id, json => json.WriteString("sdl", SchemaPrinter.Print(schema)));
    }
}
