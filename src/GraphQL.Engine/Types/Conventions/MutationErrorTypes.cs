using Webox.GraphQL.Engine.Types.Annotated;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>Unions of declared errors. Every member implements <c>Error</c>.</summary>
internal sealed class MutationErrorTypes(SchemaContext context)
{
    private InterfaceType? _error;

    public UnionType Get(string name, IReadOnlyList<Type> declared)
    {
        IReadOnlyList<ObjectType> members = [.. declared.Select(Member)];
        if (context.Registry.Find(name) is UnionType known)
        {
            return known.Types.SequenceEqual(members)
                ? known
                : throw new SchemaException($"{name} is shared by mutations that do not declare the same errors in the same order.");
        }

        var union = context.Registry.Add(new UnionType(name) { ResolveType = context.RuntimeTypes.Resolve });
        union.Types.AddRange(members);
        return union;
    }

    private ObjectType Member(Type declared)
    {
        var error = ErrorInterface();
        var member = context.OutputTypes.Get(declared) as ObjectType ?? throw new SchemaException($"{declared} is no object type.");
        if (!member.Interfaces.Contains(error))
        {
            member.Interfaces.Add(error);
        }

        return member;
    }

    private InterfaceType ErrorInterface()
    {
        if (_error is null)
        {
            _error = context.Registry.Add(new InterfaceType("Error")
            {
                Description = "Why a mutation was refused. Written to be shown to the person who asked.",
                ResolveType = context.RuntimeTypes.Resolve,
            });
            _error.Fields.Add("message", new Field("message", new NonNullType(context.Registry.Use(BuiltInScalars.String))));
        }

        return _error;
    }
}
