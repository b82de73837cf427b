using System.Collections.Concurrent;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Finds the object type of a value. https://spec.graphql.org/September2025/#ResolveAbstractType()</summary>
internal sealed class AbstractTypes(Schema schema)
{
    private readonly ConcurrentDictionary<(CompositeType, Type), ObjectType?> _byRuntimeType = [];

    /// <exception cref="InvalidOperationException">The value belongs to none of the possible types.</exception>
    public ObjectType Resolve(CompositeType type, object value)
    {
        if (type is ObjectType objectType)
        {
            return objectType.IsTypeOf?.Invoke(value) != false
                ? objectType
                : throw new InvalidOperationException($"Expected a value of type \"{type}\" but got a {value.GetType()}.");
        }

        return ResolveByName(type, value)
            ?? schema.GetPossibleTypes(type).FirstOrDefault(possible => possible.IsTypeOf?.Invoke(value) == true)
            ?? _byRuntimeType.GetOrAdd((type, value.GetType()), FindByRuntimeType)
            ?? throw new InvalidOperationException(
                $"Abstract type \"{type}\" must resolve to an object type at runtime, but a {value.GetType()} is none of its types.");
    }

    private ObjectType? ResolveByName(CompositeType type, object value)
    {
        var resolveType = type is InterfaceType contract ? contract.ResolveType : (type as UnionType)?.ResolveType;
        if (resolveType is null)
        {
            return null;
        }

        var name = resolveType(value)
            ?? throw new InvalidOperationException($"Abstract type \"{type}\" did not name the type of a {value.GetType()}.");
        return schema.FindType(name) is ObjectType named && schema.GetPossibleTypes(type).Contains(named)
            ? named
            : throw new InvalidOperationException($"Runtime type \"{name}\" is not a possible type for \"{type}\".");
    }

    /// <summary>The type itself, else the nearest of the types it derives from.</summary>
    private ObjectType? FindByRuntimeType((CompositeType Type, Type Runtime) key)
    {
        ObjectType? nearest = null;
        foreach (var possible in schema.GetPossibleTypes(key.Type))
        {
            if (possible.RuntimeType is { } candidate
                && candidate.IsAssignableFrom(key.Runtime)
                && nearest?.RuntimeType?.IsAssignableFrom(candidate) != false)
            {
                nearest = possible;
            }
        }

        return nearest;
    }
}
