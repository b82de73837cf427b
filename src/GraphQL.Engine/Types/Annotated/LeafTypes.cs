using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Scalars and enums of .NET types.</summary>
internal sealed class LeafTypes(SchemaContext context)
{
    public ScalarType Id => context.Registry.Use(BuiltInScalars.Id);

    public bool Is(Type type) => type.IsEnum || FindScalar(type) is not null;

    /// <summary>Null: <paramref name="type"/> is no leaf.</summary>
    public NamedType? Find(Type type)
    {
        if (FindScalar(type) is { } scalar)
        {
            return context.Registry.Use(scalar);
        }

        return type.IsEnum ? context.Registry.FindOutput(type) ?? NewEnum(type) : null;
    }

    /// <summary>A scalar by its name, whether it was used before or not. Null: there is none.</summary>
    public ScalarType? Find(string name)
    {
        var scalar = context.Settings.Scalars.Concat(context.Settings.Bindings.Values).FirstOrDefault(scalar => scalar.Name == name)
            ?? RuntimeScalars.All.FirstOrDefault(scalar => scalar.Name == name);
        return scalar is null ? null : context.Registry.Use(scalar);
    }

    private ScalarType? FindScalar(Type type) => context.Settings.Bindings.GetValueOrDefault(type) ?? RuntimeScalars.Find(type);

    private EnumType NewEnum(Type type)
    {
        var settings = context.Settings.Enums.GetValueOrDefault(type);
        var attributes = Attributes.Of(type);
        var result = context.Registry.Add(new EnumType(settings?.TypeName ?? attributes.Name ?? type.Name)
        {
            RuntimeType = type,
            Description = settings?.TypeDescription ?? attributes.Description ?? context.Descriptions.Of(type),
        });

        foreach (var name in Enum.GetNames(type))
        {
            var field = type.GetField(name)!;
            var about = Attributes.Of(field);
            if (about.Ignored)
            {
                continue;
            }

            var value = field.GetValue(null)!;
            var given = settings?.Find(value);
            var member = new EnumValue(given?.ValueName ?? about.Name ?? SchemaNames.OfEnumValue(name))
            {
                RuntimeValue = value,
                Description = given?.ValueDescription ?? about.Description ?? context.Descriptions.Of(field),
                DeprecationReason = about.DeprecationReason,
            };
            if (!result.Values.TryAdd(member.Name, member))
            {
                throw new SchemaException($"Two values of {type} are called {member.Name}.");
            }
        }

        return result;
    }
}
