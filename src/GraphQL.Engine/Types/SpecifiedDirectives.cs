using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// The directives that every schema has.
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives.Built-in-Directives
/// </summary>
public static class SpecifiedDirectives
{
    /// <summary>What <c>@deprecated</c> means without a reason.</summary>
    public const string DefaultDeprecationReason = "No longer supported";

    public static readonly DirectiveDefinition Skip = Conditional(
        "skip", "Directs the executor to skip this field or fragment when the `if` argument is true.", "Skipped when true.");

    public static readonly DirectiveDefinition Include = Conditional(
        "include",
        "Directs the executor to include this field or fragment only when the `if` argument is true.",
        "Included when true.");

    public static readonly DirectiveDefinition Deprecated = Make(
        "deprecated",
        "Marks an element of a GraphQL schema as no longer supported.",
        [
            DirectiveLocations.FieldDefinition,
            DirectiveLocations.ArgumentDefinition,
            DirectiveLocations.InputFieldDefinition,
            DirectiveLocations.EnumValue,
        ],
        new InputValue("reason", new NonNullType(BuiltInScalars.String))
        {
            Description = "Explains why this element was deprecated, usually also including a suggestion for how to access supported "
                + "similar data. Formatted using the Markdown syntax, as specified by [CommonMark](https://commonmark.org/).",
            DefaultValue = new StringValueNode(DefaultDeprecationReason, Block: false, default),
        });

    public static readonly DirectiveDefinition SpecifiedBy = Make(
        "specifiedBy",
        "Exposes a URL that specifies the behavior of this scalar.",
        [DirectiveLocations.Scalar],
        new InputValue("url", new NonNullType(BuiltInScalars.String))
        {
            Description = "The URL that specifies the behavior of this scalar.",
        });

    public static readonly DirectiveDefinition OneOf = Make(
        "oneOf",
        "Indicates exactly one field must be supplied and this field must not be `null`.",
        [DirectiveLocations.InputObject]);

    public static readonly IReadOnlyList<DirectiveDefinition> All = [Include, Skip, Deprecated, SpecifiedBy, OneOf];

    public static bool Contains(string name) => All.Any(directive => directive.Name == name);

    private static DirectiveDefinition Conditional(string name, string description, string condition) => Make(
        name,
        description,
        [DirectiveLocations.Field, DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
        new InputValue("if", new NonNullType(BuiltInScalars.Boolean)) { Description = condition });

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
