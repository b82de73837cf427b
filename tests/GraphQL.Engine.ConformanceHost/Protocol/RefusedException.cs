namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>A request came no further than <paramref name="stage"/>.</summary>
internal sealed class RefusedException(string stage, IReadOnlyList<IError> errors) : GraphQLException(errors)
{
    public string Stage { get; } = stage;

    /// <exception cref="RefusedException">There are errors.</exception>
    public static void ThrowIfAny(string stage, IReadOnlyList<IError> errors)
    {
        if (errors.Count > 0)
        {
            throw new RefusedException(stage, errors);
        }
    }
}
