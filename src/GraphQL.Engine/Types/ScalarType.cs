using System.Text.Json;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// A leaf type and its three conversions. The base class takes any value through as it is, which is what a custom scalar
/// of an SDL document does. https://spec.graphql.org/September2025/#sec-Scalars
/// </summary>
public class ScalarType(string name) : NamedType(name)
{
    /// <summary>Where the format is specified; printed as <c>@specifiedBy</c>.</summary>
    public string? SpecifiedByUrl { get; set; }

    /// <summary>
    /// A literal of a document as its runtime value. May contain variables inside lists and objects; those that
    /// <paramref name="variables"/> lacks are absent.
    /// </summary>
    /// <exception cref="GraphQLException">The literal is none of this type. The message says why.</exception>
    public virtual object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        UntypedValue.FromLiteral(literal, variables);

    /// <summary>A JSON value of a variable as its runtime value.</summary>
    /// <exception cref="GraphQLException">The value is none of this type. The message says why.</exception>
    public virtual object? ParseValue(JsonElement value) => UntypedValue.FromJson(value);

    /// <summary>
    /// What a resolver gave, as something JSON has: string, bool, int, long, double, decimal, JsonElement, or a list or
    /// dictionary of these. Null makes the field null.
    /// </summary>
    /// <exception cref="GraphQLException">The value cannot be shown as this type.</exception>
    public virtual object? Serialize(object value) => value;
}
