namespace Webox.GraphQL.Engine;

/// <inheritdoc cref="IError"/>
public sealed record Error : IError
{
    public required string Message { get; init; }

    public string? Code { get; init; }

    public IReadOnlyList<object>? Path { get; init; }

    public IReadOnlyList<Location>? Locations { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public Exception? Exception { get; init; }

    public IError WithMessage(string message) => this with { Message = message };

    public IError WithCode(string? code) => this with { Code = code };

    public IError WithPath(IReadOnlyList<object>? path) => this with { Path = path };

    public IError WithLocations(IReadOnlyList<Location>? locations) => this with { Locations = locations };

    public IError WithExtensions(IReadOnlyDictionary<string, object?> extensions) => this with { Extensions = extensions };

    public IError SetExtension(string key, object? value) =>
        this with { Extensions = new Dictionary<string, object?>(Extensions ?? new Dictionary<string, object?>()) { [key] = value } };

    public IError RemoveException() => this with { Exception = null };
}
