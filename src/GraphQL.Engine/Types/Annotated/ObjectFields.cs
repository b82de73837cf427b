using System.Reflection;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>
/// The fields of an object or interface: properties of its class, then what extensions add. An extension with the name of a property
/// takes its place. Methods are fields only of classes beside the extensions: those of a domain model do things, and nobody meant them
/// to be called from outside.
/// </summary>
internal sealed class ObjectFields(SchemaContext context)
{
    public void Fill(FieldedType type, Type runtimeType)
    {
        var isError = runtimeType.IsAssignableTo(typeof(Exception));
        if (isError)
        {
            type.Fields["message"] = MutationErrors.MessageField();
        }

        var extensions = Extensions(runtimeType);
        var hidden = context.Extensions[runtimeType].SelectMany(FieldClasses.IgnoredProperties).ToHashSet();
        foreach (var property in NetTypes.Properties(runtimeType))
        {
            var attributes = Attributes.Of(property);
            if (attributes.Ignored || hidden.Contains(property.Name))
            {
                continue;
            }

            if (extensions.Remove(SchemaNames.OfField(property, attributes), out var replacement))
            {
                Add(type, replacement);
            }
            else
            {
                context.Guard(property, () => Add(type, context.Fields.FromProperty(property, type, runtimeType)));
            }
        }

        if (context.ApiAssemblies.Contains(runtimeType.Assembly) && NetTypes.ConnectionItemType(runtimeType) is null)
        {
            foreach (var method in NetTypes.Methods(runtimeType).Where(method => !Attributes.Of(method).Ignored && !hidden.Contains(method.Name)))
            {
                if (extensions.Remove(SchemaNames.OfField(method, Attributes.Of(method)), out var replacement))
                {
                    Add(type, replacement);
                    continue;
                }

                Add(type, method);
            }
        }

        foreach (var method in extensions.Values)
        {
            Add(type, method);
        }

        if (isError)
        {
            MutationErrors.Unwrap(type);
        }
    }

    /// <summary>Adds what extensions say of <paramref name="runtimeType"/> to a type whose other fields come from elsewhere.</summary>
    public void Extend(FieldedType type, Type runtimeType)
    {
        foreach (var method in Extensions(runtimeType).Values)
        {
            Add(type, method);
        }
    }

    private OrderedDictionary<string, MethodInfo> Extensions(Type runtimeType)
    {
        var methods = new OrderedDictionary<string, MethodInfo>();
        foreach (var method in context.Extensions[runtimeType].SelectMany(FieldClasses.Methods))
        {
            methods[SchemaNames.OfField(method, Attributes.Of(method))] = method;
        }

        return methods;
    }

    private void Add(FieldedType type, MethodInfo method) =>
        context.Guard(method, () => Add(type, context.Fields.FromMethod(method, type)));

    private static void Add(FieldedType type, Field field)
    {
        if (!type.Fields.TryAdd(field.Name, field))
        {
            throw new SchemaException($"{type}.{field.Name} is defined twice.");
        }
    }
}
