using System.Collections;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>Which members are ids, and how their values become opaque ids and return.</summary>
/// <param name="global">Ids name their type. False: an id is its plain value.</param>
internal sealed class IdConvention(bool global)
{
    public static bool IsId(Attributes attributes) => attributes.Has<IDAttribute>() || TypeOf(attributes) is not null;

    /// <summary>Name of the object type that the id belongs to. Null: any.</summary>
    public static string? TypeName(Attributes attributes) => TypeOf(attributes) is { } type ? SchemaNames.OfOutputType(type) : null;

    /// <summary>Makes ids of what a resolver gives: one value, or a list of them.</summary>
    /// <param name="typeName">The object type the ids belong to.</param>
    public Func<object?, object?> Encoder(Type type, string typeName)
    {
        if (NetTypes.ElementType(type) is { } element)
        {
            var encodeItem = Encoder(element, typeName);
            return value => value is IEnumerable items ? items.Cast<object?>().Select(encodeItem).ToArray() : null;
        }

        var format = IdValue.Formatter(Nullable.GetUnderlyingType(type) ?? type);
        return value => value is null ? null : global ? NodeId.Encode(typeName, format(value)) : format(value);
    }

    /// <summary>Reads one id as a value of <paramref name="type"/>, or throws <c>INVALID_ID</c>.</summary>
    /// <param name="typeName">The only type allowed. Null: any.</param>
    /// <exception cref="SchemaException">Such a value cannot be an id.</exception>
    public Func<object, object?> Decoder(Type type, string? typeName)
    {
        var parse = IdValue.FindParser(type)
            ?? throw new SchemaException($"{type} cannot be an ID: it is no Guid, string, int or long, nor a type around one.");
        return id => parse(Value((string)id, typeName)) ?? throw NodeId.Invalid();
    }

    private static Type? TypeOf(Attributes attributes) => attributes.FindTypeArgument(typeof(IDAttribute<>));

    private string Value(string id, string? typeName)
    {
        if (!global)
        {
            return id;
        }

        return NodeId.TryDecode(id, out var actual, out var value) && (typeName is null || typeName == actual) ? value : throw NodeId.Invalid();
    }
}
