using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Turns exceptions into the errors of a response. What a <see cref="GraphQLException"/> says was meant for the client;
/// of anything else the client learns no more than a trace id, under which the log has the rest, unless a filter makes something of it.
/// </summary>
internal sealed class ErrorHandler(IReadOnlyList<IErrorFilter> filters, ILogger logger, bool includeDetails)
{
    private const string UnexpectedMessage = "Unexpected execution error.";

    /// <summary>Errors of a field.</summary>
    public FieldFailure Fail(Exception exception, FieldPlan field, IReadOnlyList<object> path) => new(
        Tell(exception, field.Coordinate, error =>
            error.WithPath(error.Path ?? path).WithLocations(error.Locations is { Count: > 0 } own ? own : field.Locations)));

    /// <summary>Errors of a whole request.</summary>
    public IReadOnlyList<IError> Fail(Exception exception) => Tell(exception, "the request", error => error);

    public IError Filter(IError error)
    {
        foreach (var filter in filters)
        {
            error = filter.OnError(error);
        }

        return error;
    }

    private IReadOnlyList<IError> Tell(Exception exception, string where, Func<IError, IError> place)
    {
        if (exception is GraphQLException expected)
        {
            return [.. expected.Errors.Select(error => Filter(place(error)))];
        }

        var traceId = (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();
        var told = Filter(place(Unexpected(exception, traceId)));

        // A filter that took the exception away knows what it is: it was expected after all.
        if (told.Exception is not null)
        {
            logger.LogError(exception, "Unexpected error in {Where}, trace id {TraceId}", where, traceId);
        }

        return [told];
    }

    private Error Unexpected(Exception exception, string traceId)
    {
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
