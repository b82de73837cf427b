using System.Collections.Frozen;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>What the rules for type system documents know.</summary>
internal sealed class SdlContext : RuleContext
{
    // Every schema has these, so every document may refer to them. https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
    private static readonly FrozenSet<string> BuiltInTypes = FrozenSet.ToFrozenSet(
        [
            "Int", "Float", "String", "Boolean", "ID",
            "__Schema", "__Type", "__TypeKind", "__Field", "__InputValue", "__EnumValue", "__Directive", "__DirectiveLocation",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<string, TypeDefinitionNode> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveSignature> _directives;

    public SdlContext(DocumentNode document, Schema? extends, ValidationOptions options)
        : base(document, options)
    {
        Extends = extends;
        _directives = DirectiveSignature.Collect(extends, document);
        foreach (var type in document.Definitions.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
        {
            _definitions.TryAdd(type.Name.Value, type);
        }
    }

    /// <summary>The schema that the document adds to. Null: the document stands alone.</summary>
    public Schema? Extends { get; }

    public override IReadOnlyDictionary<string, DirectiveSignature> Directives => _directives;

    public override IEnumerable<string> TypeNames =>
        [.. _definitions.Keys, .. Extends?.Types.Select(type => type.Name) ?? [], .. BuiltInTypes];

    /// <summary>The definition of a type in the document; of two with one name, the first.</summary>
    public TypeDefinitionNode? FindDefinition(string name) => _definitions.GetValueOrDefault(name);

    public override bool IsKnownType(string name, bool inTypeSystem) =>
        _definitions.ContainsKey(name) || Extends?.FindType(name) is not null || BuiltInTypes.Contains(name);
}
