using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Introspection;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>What the rules for type system documents know.</summary>
internal sealed class SdlContext : RuleContext
{
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
    [
        .. _definitions.Keys,
        .. Extends?.Types.Select(type => type.Name) ?? [],
        .. BuiltInScalars.Specified.Select(type => type.Name),
        .. IntrospectionTypes.All.Select(type => type.Name),
    ];

    /// <summary>The definition of a type in the document; of two with one name, the first.</summary>
    public TypeDefinitionNode? FindDefinition(string name) => _definitions.GetValueOrDefault(name);

    public override bool IsKnownType(string name) => _definitions.ContainsKey(name)
        || Extends?.FindType(name) is not null
        || BuiltInScalars.FindSpecified(name) is not null
        || IntrospectionTypes.Contains(name);
}
