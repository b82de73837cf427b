using System.Collections.Concurrent;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Which object type a value of an abstract type has: that of its class, else of the nearest base class.</summary>
internal sealed class RuntimeTypes(TypeRegistry registry)
{
    private readonly ConcurrentDictionary<Type, string?> _names = [];

    public string? Resolve(object value) => _names.GetOrAdd(DeclaredError.Unwrap(value).GetType(), Find);

    private string? Find(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (registry.FindOutput(candidate) is ObjectType found)
            {
                return found.Name;
            }
        }

        return null;
    }
}
