using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Arguments and input objects.</summary>
internal sealed class InputTypes(SchemaContext context)
{
    public NamedType Get(Type type) => context.Leaves.Find(type) ?? context.Registry.FindInput(type) ?? New(type);

    /// <summary>The argument or input field of a parameter.</summary>
    public InputValue Value(ParameterInfo parameter, Attributes attributes, string name) =>
        Value(name, context.Mapper.Nullability(parameter), attributes, context.Descriptions.Of(parameter), DefaultValues.Of(parameter, attributes));

    /// <summary>The input field of a property that no constructor sets.</summary>
    public InputValue Value(PropertyInfo property, Attributes attributes) =>
        Value(
            SchemaNames.OfField(property, attributes),
            context.Mapper.Nullability(property),
            attributes,
            context.Descriptions.Of(property),
            DefaultValues.Of(parameter: null, attributes));

    /// <summary>From a coerced value to <paramref name="type"/>; ids are decoded.</summary>
    public Func<object?, object?> Conversion(Type type, Attributes attributes) =>
        ValueConversion.To(type, IdConvention.IsId(attributes) ? context.Ids.Decoder(Innermost(type), IdConvention.TypeName(attributes)) : null);

    private static Type Innermost(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return NetTypes.ElementType(inner) is { } element ? Innermost(element) : inner;
    }

    private InputValue Value(string name, NullabilityInfo written, Attributes attributes, string? documentation, object? defaultValue)
    {
        var type = context.Mapper.Input(written, attributes, IdConvention.IsId(attributes));
        return new InputValue(name, type)
        {
            Description = attributes.Description ?? documentation,
            DeprecationReason = attributes.DeprecationReason,
            DefaultValue = defaultValue is null ? null : DefaultValues.ToLiteral(defaultValue, type),
        };
    }

    private InputObjectType New(Type type)
    {
        if (NetTypes.IsSystem(type) || type.IsInterface || type.IsAbstract)
        {
            throw new SchemaException($"{type} cannot be an argument: it is no scalar, no class that can be made, and no service known to the container.");
        }

        if (type.IsValueType && SingleValue.Find(type) is not null)
        {
            throw new SchemaException($"{type} is a typed id: say whose with [ID<T>].");
        }

        var attributes = Attributes.Of(type);
        var input = context.Registry.Add(new InputObjectType(SchemaNames.OfInputType(type))
        {
            RuntimeType = type,
            Description = attributes.Description ?? context.Descriptions.Of(type),
            IsOneOf = attributes.Has<OneOfAttribute>(),
        });
        context.Later(() => context.Guard(type, () => InputObjects.Fill(input, type, this)));
        return input;
    }
}
