using System.Diagnostics;
using Webox.Domain;
using Webox.Domain.Accounts;

namespace Webox.GraphQL;

/// <summary>
/// What an exception becomes for the client. A refusal that its mutation does not declare keeps its words and gets a code made of
/// its name; anything else is hidden behind <c>INTERNAL</c> and a trace id, under which it is logged.
/// </summary>
internal sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> logger, IHostEnvironment environment) : IErrorFilter
{
    public IError OnError(IError error) => error.Exception switch
    {
        null => error,
        DomainException refusal => Refuse(error, refusal),
        OperationCanceledException => error,
        var unexpected => Hide(error, unexpected),
    };

    /// <summary><c>TooManyAttemptsException</c> is <c>TOO_MANY_ATTEMPTS</c>.</summary>
    internal static string CodeOf(DomainException refusal)
    {
        var name = refusal.GetType().Name.Replace("Exception", "", StringComparison.Ordinal);
        return string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
    }

    private static IError Refuse(IError error, DomainException refusal)
    {
        var told = error.WithMessage(refusal.Message).WithCode(CodeOf(refusal)).RemoveException();
        return refusal is TooManyAttemptsException wait ? told.SetExtension("retryAt", wait.RetryAt) : told;
    }

    private IError Hide(IError error, Exception exception)
    {
        var traceId = Activity.Current?.TraceId.ToString() ?? ActivityTraceId.CreateRandom().ToString();
        LogUnexpected(logger, traceId, exception);
        var hidden = error.WithMessage("Unexpected error.").WithCode("INTERNAL").SetExtension("traceId", traceId).RemoveException();
        return environment.IsDevelopment() ? hidden.SetExtension("detail", $"{exception.GetType().Name}: {exception.Message}") : hidden;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A field failed, trace {TraceId}")]
    private static partial void LogUnexpected(ILogger logger, string traceId, Exception exception);
}
