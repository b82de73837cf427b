namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Collects what is wrong with a schema.</summary>
internal sealed class SchemaReport
{
    private readonly List<IError> _errors = [];

    public IReadOnlyList<IError> Errors => _errors;

    public void Add(IEnumerable<IError> errors) => _errors.AddRange(errors);

    /// <param name="places">Null where the schema was not made from SDL.</param>
    public void Add(string message, params IEnumerable<Location?> places)
    {
        Location[] locations = [.. places.OfType<Location>()];
        _errors.Add(new Error
        {
            Message = message,
            Code = ErrorCodes.ValidationFailed,
            Locations = locations.Length > 0 ? locations : null,
        });
    }
}
