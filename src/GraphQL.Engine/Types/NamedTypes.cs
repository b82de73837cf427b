using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// A type with a name. Types refer to each other in circles, so their parts are filled in while the schema is built
/// and never change afterwards.
/// </summary>
public abstract class NamedType(string name) : GraphType
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>Directives applied in SDL, for printing and for rules. Empty for types made from classes.</summary>
    public IReadOnlyList<DirectiveNode> Directives { get; set; } = [];

    /// <summary>The definition and extensions this type was built from; empty when it was made from a class.</summary>
    public IReadOnlyList<TypeDefinitionNode> Syntax { get; set; } = [];

    /// <summary>The .NET type of its values, when it was made from one.</summary>
    public Type? RuntimeType { get; set; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}

/// <summary>An object, interface or union: a type that selections are made on.</summary>
public abstract class CompositeType(string name) : NamedType(name);

/// <summary>An object or an interface.</summary>
public abstract class FieldedType(string name) : CompositeType(name)
{
    /// <summary>By name, in the order of definition.</summary>
    public OrderedDictionary<string, Field> Fields { get; } = new(StringComparer.Ordinal);

    public List<InterfaceType> Interfaces { get; } = [];
}

public sealed class ObjectType(string name) : FieldedType(name)
{
    /// <summary>Whether a value belongs to this type, asked when an abstract type must be resolved. Null: by <see cref="NamedType.RuntimeType"/>.</summary>
    public Func<object, bool>? IsTypeOf { get; set; }
}

public sealed class InterfaceType(string name) : FieldedType(name)
{
    /// <summary>Names the object type of a value. Null: the possible types are asked.</summary>
    public Func<object, string?>? ResolveType { get; set; }
}

public sealed class UnionType(string name) : CompositeType(name)
{
    public List<ObjectType> Types { get; } = [];

    /// <inheritdoc cref="InterfaceType.ResolveType"/>
    public Func<object, string?>? ResolveType { get; set; }
}

public sealed class EnumType(string name) : NamedType(name)
{
    /// <summary>By name, in the order of definition.</summary>
    public OrderedDictionary<string, EnumValue> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The value that <paramref name="runtimeValue"/> stands for: by its runtime value, else by its name. Null: none.</summary>
    public EnumValue? Find(object runtimeValue)
    {
        foreach (var value in Values.Values)
        {
            if (Equals(value.RuntimeValue, runtimeValue))
            {
                return value;
            }
        }

        return runtimeValue is string name && Values.TryGetValue(name, out var named) ? named : null;
    }
}

public sealed class EnumValue(string name)
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public IReadOnlyList<DirectiveNode> Directives { get; set; } = [];

    /// <summary>What resolvers get and give: the .NET enum member, or the name itself.</summary>
    public object RuntimeValue { get; init; } = name;
}

public sealed class InputObjectType(string name) : NamedType(name)
{
    /// <summary>By name, in the order of definition.</summary>
    public OrderedDictionary<string, InputValue> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Exactly one field must be given. https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    public bool IsOneOf { get; set; }

    /// <summary>
    /// Makes the .NET object of coerced fields (absent ones have no key). Null: resolvers get the fields themselves, as
    /// <c>IReadOnlyDictionary&lt;string, object?&gt;</c>.
    /// </summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? CreateInstance { get; set; }
}
