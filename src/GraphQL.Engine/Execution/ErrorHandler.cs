using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Turns exceptions into the errors of a response. What a <see cref="GraphQLException"/> says was meant for the client;
/// of anything else the client learns no more than a trace id, under which the log has the rest.
/// </summary>
internal sealed class ErrorHandler(IReadOnlyList<IErrorFilter> filters, ILogger logger, bool includeDetails)
{
    private const string UnexpectedMessage = "Unexpected execution error.";

    /// <summary>Errors of a field.</summary>
    public FieldFailure Fail(Exception exception, FieldPlan field, IReadOnlyList<object> path)
    {
        var locations = field.Locations;
        var errors = exception is GraphQLException expected ? expected.Errors : [Unexpected(exception, field.Coordinate)];
        return new FieldFailure(
        [
            .. errors.Select(error => Filter(error.WithPath(error.Path ?? path).WithLocations(error.Locations is { Count: > 0 } own ? own : locations))),
        ]);
    }

    /// <summary>Errors of a whole request.</summary>
    public IReadOnlyList<IError> Fail(Exception exception) =>
        exception is GraphQLException expected ? [.. expected.Errors.Select(Filter)] : [Filter(Unexpected(exception, "the request"))];

    public IError Filter(IError error)
    {
        foreach (var filter in filters)
        {
            error = filter.OnError(error);
        }

        return error;
    }

    private Error Unexpected(Exception exception, string where)
    {
        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        logger.LogError(exception, "Unexpected error in {Where}, trace id {TraceId}", where, traceId);
        var extensions = new OrderedDictionary<string, object?> { ["traceId"] = traceId };
        if (includeDetails)
        {
            extensions["exception"] = new OrderedDictionary<string, object?>
            {
                ["type"] = exception.GetType().FullName,
                ["message"] = exception.Message,
                ["stackTrace"] = exception.StackTrace,
            };
        }

        return new Error { Message = UnexpectedMessage, Code = ErrorCodes.Internal, Exception = exception, Extensions = extensions };
    }
}
