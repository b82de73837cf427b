using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Introspection;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>Finds the types that SDL refers to. An unknown one is reported and replaced, so that building can go on.</summary>
/// <param name="wrongKinds">Takes what is said of types that exist, but are not of the kind that their place asks for.</param>
internal sealed class TypeReferences(IReadOnlyDictionary<string, NamedType> types, List<IError> errors, List<IError> wrongKinds)
{
    private static readonly ScalarType Unknown = new("Unknown");

    public GraphType Find(TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Find(list.Type)),
        NonNullTypeNode nonNull => new NonNullType(Find(nonNull.Type)),
        NamedTypeNode named => FindNamed(named) ?? Unknown,
        _ => throw new ArgumentException($"{node.GetType().Name} is no type reference.", nameof(node)),
    };

    /// <summary>Reports an unknown type, and with <paramref name="complaint"/> one of another kind; then the result is null.</summary>
    public T? Find<T>(NamedTypeNode node, Func<string, string> complaint)
        where T : NamedType
    {
        var type = FindNamed(node);
        if (type is not (null or T))
        {
            wrongKinds.Report(complaint(type.Name), node);
        }

        return type as T;
    }

    private NamedType? FindNamed(NamedTypeNode node)
    {
        var name = node.Name.Value;
        var type = types.GetValueOrDefault(name)
            ?? BuiltInScalars.FindSpecified(name)
            ?? IntrospectionTypes.All.FirstOrDefault(candidate => candidate.Name == name);
        if (type is null)
        {
            errors.Report($"Unknown type \"{name}\".", node);
        }

        return type;
    }
}
