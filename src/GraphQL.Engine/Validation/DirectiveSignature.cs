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

    /// <summary>Every schema has these. https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives</summary>
    private static readonly IReadOnlyList<DirectiveSignature> BuiltIn =
    [
        Condition("skip"),
        Condition("include"),
        new(
            "deprecated",
            IsRepeatable: false,
            [
                DirectiveLocations.FieldDefinition, DirectiveLocations.ArgumentDefinition,
                DirectiveLocations.InputFieldDefinition, DirectiveLocations.EnumValue,
            ],
            [new("reason", "String!", IsRequired: false)]),
        new("specifiedBy", IsRepeatable: false, [DirectiveLocations.Scalar], [new("url", "String!", IsRequired: true)]),
        new("oneOf", IsRepeatable: false, [DirectiveLocations.InputObject], []),
    ];

    /// <summary>Those of <paramref name="schema"/>, or without one those built in, and those that <paramref name="document"/> defines, which win.</summary>
    public static Dictionary<string, DirectiveSignature> Collect(Schema? schema, DocumentNode document)
    {
        var signatures = new Dictionary<string, DirectiveSignature>(StringComparer.Ordinal);
        foreach (var signature in schema?.Directives.Select(Of) ?? BuiltIn)
        {
            signatures[signature.Name] = signature;
        }

        foreach (var definition in document.Definitions.OfType<DirectiveDefinitionNode>())
        {
            signatures[definition.Name.Value] = Of(definition);
        }

        return signatures;
    }

    private static DirectiveSignature Condition(string name) => new(
        name,
        IsRepeatable: false,
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
        [new("if", "Boolean!", IsRequired: true)]);

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
            TypeReferences.Text(argument.Type),
            argument.Type is NonNullTypeNode && argument.DefaultValue is null))]);
}
