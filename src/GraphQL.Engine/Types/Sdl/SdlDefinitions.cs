using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Introspection;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>The definitions of type system documents by name, each with its extensions.</summary>
internal sealed class SdlDefinitions
{
    private readonly List<IError> _errors;

    public SdlDefinitions(IReadOnlyList<DocumentNode> documents, List<IError> errors)
    {
        _errors = errors;
        var definitions = documents.SelectMany(document => document.Definitions).ToArray();
        CollectTypes([.. definitions.OfType<TypeDefinitionNode>()]);

        SchemaDefinitions = [.. definitions.OfType<SchemaDefinitionNode>()];
        SchemaExtensions = [.. definitions.OfType<SchemaExtensionNode>()];
        if (SchemaDefinitions.Count > 1)
        {
            errors.Report("Must provide only one schema definition.", SchemaDefinitions.Skip(1));
        }

        foreach (var directive in definitions.OfType<DirectiveDefinitionNode>())
        {
            if (!Directives.TryAdd(directive.Name.Value, directive))
            {
                errors.Report(
                    $"There can be only one directive named \"@{directive.Name.Value}\".",
                    Directives[directive.Name.Value].Name,
                    directive.Name);
            }
        }
    }

    /// <summary>By name, in the order of definition; a definition first, then its extensions.</summary>
    public OrderedDictionary<string, List<TypeDefinitionNode>> Types { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, DirectiveDefinitionNode> Directives { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<SchemaDefinitionNode> SchemaDefinitions { get; }

    public IReadOnlyList<SchemaExtensionNode> SchemaExtensions { get; }

    private void CollectTypes(IReadOnlyList<TypeDefinitionNode> types)
    {
        foreach (var type in types.Where(type => !type.IsExtension && !IsBuiltIn(type.Name.Value)))
        {
            if (!Types.TryAdd(type.Name.Value, [type]))
            {
                _errors.Report($"There can be only one type named \"{type.Name.Value}\".", Types[type.Name.Value][0].Name, type.Name);
            }
        }

        foreach (var extension in types.Where(type => type.IsExtension))
        {
            Extend(extension);
        }
    }

    private void Extend(TypeDefinitionNode extension)
    {
        if (!Types.TryGetValue(extension.Name.Value, out var parts))
        {
            _errors.Report(
                IsBuiltIn(extension.Name.Value)
                    ? $"Cannot extend built-in type \"{extension.Name.Value}\"."
                    : $"Cannot extend type \"{extension.Name.Value}\" because it is not defined.",
                extension.Name);
        }
        else if (parts[0].GetType() != extension.GetType())
        {
            _errors.Report($"Cannot extend non-{KindOf(extension)} type \"{extension.Name.Value}\".", parts[0], extension);
        }
        else
        {
            parts.Add(extension);
        }
    }

    private static bool IsBuiltIn(string name) => BuiltInScalars.FindSpecified(name) is not null || IntrospectionTypes.Contains(name);

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
