namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>Collects what is wrong with the variables of a request, up to a limit.</summary>
internal sealed class VariableErrors
{
    /// <summary>As many as graphql-js reports.</summary>
    private const int CountMax = 50;

    private readonly List<IError> _errors = [];

    public int Count => _errors.Count;

    /// <summary>Coercion goes no further.</summary>
    public bool IsFull => _errors.Count > CountMax;

    public IReadOnlyList<IError> All => _errors;

    public void Add(IError error)
    {
        if (_errors.Count < CountMax)
        {
            _errors.Add(error);
        }
        else if (_errors.Count == CountMax)
        {
            _errors.Add(new Error
            {
                Message = "Too many errors processing variables, error limit reached. Execution aborted.",
                Code = ErrorCodes.InvalidVariable,
            });
        }
    }
}
