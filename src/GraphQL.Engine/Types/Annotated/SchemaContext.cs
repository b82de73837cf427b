using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>One schema being made: what it is made of, what exists of it so far, and the parts that make more.</summary>
internal sealed class SchemaContext
{
    private readonly Queue<Action> _waiting = new();
    private readonly List<string> _problems = [];

    public SchemaContext(SchemaSettings settings, IServiceProviderIsService? services)
    {
        Settings = settings;
        Services = services;
        ApiAssemblies = settings.Classes.Select(type => type.Assembly).ToHashSet();
        Extensions = settings.Classes.Where(type => FieldClasses.ExtendedType(type) is not null).ToLookup(type => FieldClasses.ExtendedType(type)!);
        RuntimeTypes = new RuntimeTypes(Registry);
        Mapper = new TypeMapper(this);
        Leaves = new LeafTypes(this);
        OutputTypes = new OutputTypes(this);
        InputTypes = new InputTypes(this);
        ObjectFields = new ObjectFields(this);
        Fields = new FieldFactory(this);
        Parameters = new ParameterBinder(this);
        Ids = new IdConvention(settings.GlobalObjectIdentification);
        Nodes = new NodeConvention(this);
        Connections = new ConnectionConvention(this);
        Mutations = new MutationConvention(this);
        MutationErrorTypes = new MutationErrorTypes(this);
    }

    public SchemaSettings Settings { get; }

    public IServiceProviderIsService? Services { get; }

    /// <summary>Where classes of fields are: an API, other than the models it shows.</summary>
    public IReadOnlySet<Assembly> ApiAssemblies { get; }

    /// <summary>Extension classes by the type they extend.</summary>
    public ILookup<Type, Type> Extensions { get; }

    public TypeRegistry Registry { get; } = new();

    public Descriptions Descriptions { get; } = new();

    public RuntimeTypes RuntimeTypes { get; }

    public TypeMapper Mapper { get; }

    public LeafTypes Leaves { get; }

    public OutputTypes OutputTypes { get; }

    public InputTypes InputTypes { get; }

    public ObjectFields ObjectFields { get; }

    public FieldFactory Fields { get; }

    public ParameterBinder Parameters { get; }

    public IdConvention Ids { get; }

    public NodeConvention Nodes { get; }

    public ConnectionConvention Connections { get; }

    public MutationConvention Mutations { get; }

    public MutationErrorTypes MutationErrorTypes { get; }

    /// <summary>Does something once all that waits already is done.</summary>
    public void Later(Action action) => _waiting.Enqueue(action);

    /// <summary>Notes what is wrong with <paramref name="member"/> and goes on, so that all problems are told at once.</summary>
    public void Guard(MemberInfo member, Action action) =>
        Guard(member is Type ? member.ToString() : $"{member.DeclaringType}.{member.Name}", action);

    private void Guard(string? place, Action action)
    {
        try
        {
            action();
        }
        catch (SchemaException exception)
        {
            _problems.AddRange(exception.Problems.Select(problem => place is null ? problem : $"{place}: {problem}"));
        }
    }

    public static bool IsRoot(FieldedType type) => type.RuntimeType is null && type.Name is "Query" or "Mutation" or "Subscription";

    /// <exception cref="SchemaException">Something is wrong.</exception>
    public Schema Build()
    {
        var roots = new RootTypes(this);
        roots.Fill();
        foreach (var type in Settings.Types)
        {
            Guard(type, () => OutputTypes.Get(type));
        }

        while (_waiting.TryDequeue(out var action))
        {
            Guard(place: null, action);
        }

        Implement();
        if (_problems.Count > 0)
        {
            throw new SchemaException(_problems);
        }

        return roots.ToSchema();
    }

    /// <summary>Objects and interfaces implement the interfaces that their classes implement.</summary>
    private void Implement()
    {
        foreach (var type in Registry.All.OfType<FieldedType>().Where(type => type.RuntimeType is not null))
        {
            type.Interfaces.AddRange(Registry.All.OfType<InterfaceType>().Where(contract =>
                contract != type && contract.RuntimeType?.IsAssignableFrom(type.RuntimeType) == true && !type.Interfaces.Contains(contract)));
        }
    }
}
