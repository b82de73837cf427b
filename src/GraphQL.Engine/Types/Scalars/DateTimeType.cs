using System.Globalization;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Instants; <see cref="DateTimeOffset"/> at runtime, always in UTC. https://www.rfc-editor.org/rfc/rfc3339</summary>
internal sealed class DateTimeType : TextScalarType
{
    private const string Written = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string WithOffset = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public DateTimeType()
        : base("DateTime") => Description = "An instant in UTC, RFC 3339: `2026-01-02T03:04:05Z`.";

    /// <summary>Takes any offset, and at most seven digits of a second, which is what .NET's clock has.</summary>
    protected override object? Parse(string text)
    {
        var hasOffset = text.Length > 6 && text[^6] is '+' or '-' && text[^3] is ':';
        return DateTimeOffset.TryParseExact(
            text, hasOffset ? WithOffset : Written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : null;
    }

    protected override string? Format(object value) => value switch
    {
        DateTimeOffset instant => instant.UtcDateTime.ToString(Written, CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } instant => instant.ToString(Written, CultureInfo.InvariantCulture),
        _ => null,
    };
}
