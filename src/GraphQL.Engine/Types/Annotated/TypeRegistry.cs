namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>The types made so far, by name and by .NET type. One .NET type can be an output type and an input type.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputs = [];
    private readonly Dictionary<Type, InputObjectType> _inputs = [];

    public IEnumerable<NamedType> All => _byName.Values;

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The object, interface, union or enum made from <paramref name="runtimeType"/>.</summary>
    public NamedType? FindOutput(Type runtimeType) => _outputs.GetValueOrDefault(runtimeType);

    public InputObjectType? FindInput(Type runtimeType) => _inputs.GetValueOrDefault(runtimeType);

    /// <exception cref="SchemaException">Another type has that name.</exception>
    public T Add<T>(T type)
        where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type))
        {
            throw new SchemaException($"Two types are called {type.Name}: {Origin(_byName[type.Name])} and {Origin(type)}. Rename one with [GraphQLName].");
        }

        if (type is InputObjectType input && type.RuntimeType is { } inputType)
        {
            _inputs[inputType] = input;
        }
        else if (type.RuntimeType is { } runtimeType)
        {
            _outputs.TryAdd(runtimeType, type);
        }

        return type;
    }

    /// <summary>Adds a scalar unless it is there.</summary>
    public ScalarType Use(ScalarType scalar) => _byName.TryGetValue(scalar.Name, out var known) && known is ScalarType same ? same : Add(scalar);

    private static string Origin(NamedType type) => type.RuntimeType?.ToString() ?? "one made by convention";
}
