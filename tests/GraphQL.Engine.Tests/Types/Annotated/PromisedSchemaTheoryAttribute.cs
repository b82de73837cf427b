using Webox.GraphQL.Engine.Tests.Conformance;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

/// <summary>A test against the schema that was promised to clients. Skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromisedSchemaTheoryAttribute : TheoryAttribute
{
    public PromisedSchemaTheoryAttribute()
    {
        if (Path is null)
        {
            Skip = "The promised schema is not here: put it as `schema.graphql` into a folder `shared` above the repository, or set WEBOX_SHARED.";
        }
    }

    /// <summary>Null where there is none. It lies beside the conformance corpus.</summary>
    public static string? Path { get; } =
        ConformanceCases.Folder is { } cases && System.IO.Path.Combine(cases, "..", "..", "schema.graphql") is var path && File.Exists(path) ? path : null;
}
