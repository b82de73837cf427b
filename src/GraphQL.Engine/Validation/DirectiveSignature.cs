using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>How a directive may be applied, whether a schema or the document itself defines it.</summary>
/// <param name="Arguments">In the order of definition.</param>
internal sealed record DirectiveSignature(
    string Name, bool IsRepeatable, IReadOnlyList<string> Locations, IReadOnlyList<DirectiveSignature.Argument> Arguments)
{
    /// <param name="Type">As SDL writes it.</param>
    internal sealed record Argument(string Name, string Type, bool IsRequired);

    /// <summary>
    /// Those of <paramref name="schema"/>, or without one those of every schema, and those that <paramref name="document"/> defines,
    /// which win.
    /// </summary>
    public static Dictionary<string, DirectiveSignature> Collect(Schema? schema, DocumentNode document)
    {
        var signatures = new Dictionary<string, DirectiveSignature>(StringComparer.Ordinal);
        foreach (var definition in schema?.Directives ?? SpecifiedDirectives.All)
        {
            signatures[definition.Name] = Of(definition);
        }

        foreach (var definition in document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            signatures[definition.Name.Value] = Of(definition);
        }

        return signatures;
    }

    private static DirectiveSignature Of(DirectiveDefinition definition) => new(
        definition.Name,
        definition.IsRepeatable,
        definition.Locations,
        [.. definition.Arguments.Values.Select(argument => new Argument(argument.Name, $"{argument.Type}", argument.IsRequired))]);

    private static DirectiveSignature Of(DirectiveDefinitionNode definition) => new(
        definition.Name.Value,
        definition.IsRepeatable,
        [.. definition.Locations.Select(location => location.Value)],
        [.. definition.Arguments.Select(argument => new Argument(
            argument.Name.Value,
            Printer.Print(argument.Type),
            argument.Type is NonNullTypeNode && argument.DefaultValue is null))]);
}
