namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Universally unique identifiers; <see cref="Guid"/> at runtime. https://www.rfc-editor.org/rfc/rfc9562</summary>
internal sealed class UuidType() : TextScalarType("UUID")
{
    protected override object? Parse(string text) => Guid.TryParseExact(text, "D", out var id) ? id : null;

    protected override string? Format(object value) => value is Guid id ? id.ToString("D") : null;
}
