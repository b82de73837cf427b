using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Annotations;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Makes objects, interfaces and unions of .NET types. Their fields are filled in later, for types refer to each other in circles.</summary>
internal sealed class OutputTypes(SchemaContext context)
{
    public NamedType Get(Type type) => context.Leaves.Find(type) ?? context.Registry.FindOutput(type) ?? New(type);

    /// <summary>Every type of its assembly, and every registered one, that is a <paramref name="type"/>.</summary>
    public IEnumerable<Type> Implementations(Type type) =>
        type.Assembly.GetTypes()
            .OrderBy(candidate => candidate.MetadataToken)
            .Concat(context.Settings.Types)
            .Where(candidate => candidate != type && candidate is { IsAbstract: false, IsGenericTypeDefinition: false }
                && type.IsAssignableFrom(candidate) && !candidate.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false))
            .Distinct();

    private CompositeType New(Type type)
    {
        if (NetTypes.IsSystem(type) || type.IsGenericParameter || type.IsAssignableTo(typeof(Delegate)))
        {
            throw new SchemaException($"There is no type of the schema for {type}. Bind it to a scalar, give the type with [GraphQLType], or hide the member with [GraphQLIgnore].");
        }

        if (type.IsValueType && SingleValue.Find(type) is not null)
        {
            throw new SchemaException($"{type} is a typed id: say whose with [ID<T>], or hide the member.");
        }

        var attributes = Attributes.Of(type);
        var name = SchemaNames.OfOutputType(type);
        if (context.Settings.Unions.Contains(type) || attributes.Has<UnionTypeAttribute>())
        {
            return NewUnion(attributes.Find<UnionTypeAttribute>()?.Name ?? name, type);
        }

        if (context.Settings.Interfaces.Contains(type) || attributes.Has<InterfaceTypeAttribute>())
        {
            return NewInterface(attributes.Find<InterfaceTypeAttribute>()?.Name ?? name, type);
        }

        var made = context.Registry.Add(new ObjectType(name)
        {
            RuntimeType = type,
            Description = Describe(type),
        });
        context.Later(() => context.ObjectFields.Fill(made, type));
        return made;
    }

    private UnionType NewUnion(string name, Type type)
    {
        var union = context.Registry.Add(new UnionType(name)
        {
            RuntimeType = type,
            Description = Describe(type),
            ResolveType = context.RuntimeTypes.Resolve,
        });
        context.Later(() => union.Types.AddRange(Implementations(type).Select(Get).OfType<ObjectType>()));
        return union;
    }

    private InterfaceType NewInterface(string name, Type type)
    {
        var made = context.Registry.Add(new InterfaceType(name)
        {
            RuntimeType = type,
            Description = Describe(type),
            ResolveType = context.RuntimeTypes.Resolve,
        });
        context.Later(() =>
        {
            context.ObjectFields.Fill(made, type);
            foreach (var implementation in Implementations(type))
            {
                Get(implementation);
            }
        });
        return made;
    }

    /// <summary>What an extension says of the type is meant for clients; the class itself may speak to its own readers.</summary>
    private string? Describe(Type type) =>
        context.Extensions[type].Append(type)
            .Select(source => Attributes.Of(source).Description ?? context.Descriptions.Of(source))
            .FirstOrDefault(description => description is not null);
}
