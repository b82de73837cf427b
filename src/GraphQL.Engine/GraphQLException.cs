namespace Webox.GraphQL.Engine;

/// <summary>Thrown by a resolver to put errors of its own making into the response, as they are.</summary>
public class GraphQLException : Exception
{
    public GraphQLException(string message)
        : this(new Error { Message = message })
    {
    }

    public GraphQLException(params IReadOnlyList<IError> errors)
        : base(errors.Count > 0 ? errors[0].Message : null) => Errors = errors;

    public IReadOnlyList<IError> Errors { get; }
}
