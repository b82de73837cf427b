using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// The directives by which a client takes parts of a response later. In a schema only where it says so.
/// https://github.com/graphql/graphql-spec/pull/1110
/// </summary>
public static class IncrementalDirectives
{
    public static readonly DirectiveDefinition Defer = Make(
        "defer",
        "Directs the executor to defer this fragment when the `if` argument is true or undefined.",
        [DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
        If("Deferred when true or undefined."),
        Label());

    public static readonly DirectiveDefinition Stream = Make(
        "stream",
        "Directs the executor to stream plural fields when the `if` argument is true or undefined.",
        [DirectiveLocations.Field],
        new InputValue("initialCount", new NonNullType(BuiltInScalars.Int))
        {
            Description = "Number of items to return immediately",
            DefaultValue = new IntValueNode("0", default),
        },
        If("Stream when true or undefined."),
        Label());

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Defer, Stream];

    /// <summary>Whether it is one of the two, in a schema that has it.</summary>
    internal static bool Contains(Schema schema, DirectiveNode directive) =>
        directive.Name.Value is "defer" or "stream" && schema.FindDirective(directive.Name.Value) is not null;

    private static InputValue If(string description) => new("if", new NonNullType(BuiltInScalars.Boolean))
    {
        Description = description,
        DefaultValue = new BooleanValueNode(true, default),
    };

    private static InputValue Label() => new("label", BuiltInScalars.String) { Description = "Unique name" };

    private static DirectiveDefinition Make(string name, string description, string[] locations, params InputValue[] arguments)
    {
        var directive = new DirectiveDefinition(name) { Description = description, Locations = locations };
        foreach (var argument in arguments)
        {
            directive.Arguments.Add(argument.Name, argument);
        }

        return directive;
    }
}
