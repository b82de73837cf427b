using System.Collections.Frozen;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types;

/// <summary>The type system of one service. Complete and immutable once made; safe to share between threads.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> _byName;
    private readonly FrozenDictionary<NamedType, IReadOnlyList<ObjectType>> _possibleTypes;

    /// <param name="types">Every type, in the order in which it is to be printed, introspection types included.</param>
    public Schema(
        ObjectType? queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveDefinition> directives,
        string? description = null)
    {
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Types = types;
        Directives = directives;
        Description = description;
        _byName = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _possibleTypes = types.OfType<CompositeType>().ToFrozenDictionary(type => (NamedType)type, FindPossibleTypes);
    }

    /// <summary>Null only in a schema that type system validation refuses.</summary>
    public ObjectType? QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveDefinition> Directives { get; }

    public string? Description { get; }

    /// <summary>Directives applied to the schema definition in SDL.</summary>
    public IReadOnlyList<DirectiveNode> AppliedDirectives { get; init; } = [];

    /// <summary>Where SDL names types of a kind that may not stand there. The schema does without them, and is unsound.</summary>
    internal IReadOnlyList<IError> WrongKinds { get; init; } = [];

    public NamedType? FindType(string name) => _byName.GetValueOrDefault(name);

    public DirectiveDefinition? FindDirective(string name) => Directives.FirstOrDefault(directive => directive.Name == name);

    /// <summary>The object types a value of <paramref name="type"/> can have. https://spec.graphql.org/September2025/#GetPossibleTypes()</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(CompositeType type) => _possibleTypes.TryGetValue(type, out var possible) ? possible : [];

    private IReadOnlyList<ObjectType> FindPossibleTypes(CompositeType type) => type switch
    {
        ObjectType itself => [itself],
        UnionType union => [.. union.Types],
        InterfaceType contract => [.. Types.OfType<ObjectType>().Where(candidate => candidate.Interfaces.Contains(contract))],
        _ => [],
    };
}
