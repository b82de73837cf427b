namespace Webox.GraphQL.Engine;

/// <summary>Builds an <see cref="IError"/> step by step.</summary>
public sealed class ErrorBuilder
{
    private Error _error = new() { Message = "Unexpected error." };

    private ErrorBuilder()
    {
    }

    public static ErrorBuilder New() => new();

    public ErrorBuilder SetMessage(string message) => With(_error with { Message = message });

    public ErrorBuilder SetCode(string? code) => With(_error with { Code = code });

    public ErrorBuilder SetPath(IReadOnlyList<object>? path) => With(_error with { Path = path });

    public ErrorBuilder AddLocation(Location location) => With(_error with { Locations = [.. _error.Locations ?? [], location] });

    public ErrorBuilder SetException(Exception? exception) => With(_error with { Exception = exception });

    public ErrorBuilder SetExtension(string key, object? value) => With((Error)_error.SetExtension(key, value));

    public IError Build() => _error;

    private ErrorBuilder With(Error error)
    {
        _error = error;
        return this;
    }
}
