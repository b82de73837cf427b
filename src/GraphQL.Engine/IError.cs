namespace Webox.GraphQL.Engine;

/// <summary>An entry of <c>errors</c> in a response. https://spec.graphql.org/September2025/#sec-Errors</summary>
public interface IError
{
    string Message { get; }

    /// <summary>A stable word for programs, sent as <c>extensions.code</c>. One of <see cref="ErrorCodes"/>, or the application's own.</summary>
    string? Code { get; }

    /// <summary>Response keys (string) and list indices (int) down to the field that failed. Null for request errors.</summary>
    IReadOnlyList<object>? Path { get; }

    IReadOnlyList<Location>? Locations { get; }

    IReadOnlyDictionary<string, object?>? Extensions { get; }

    /// <summary>What was thrown. Never sent.</summary>
    Exception? Exception { get; }

    IError WithMessage(string message);

    IError WithCode(string? code);

    IError WithPath(IReadOnlyList<object>? path);

    IError WithLocations(IReadOnlyList<Location>? locations);

    IError WithExtensions(IReadOnlyDictionary<string, object?> extensions);

    IError SetExtension(string key, object? value);

    IError RemoveException();
}
