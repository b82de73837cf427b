using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Webox.GraphQL.Engine.Tests.Execution;

public class ErrorHandlingTests
{
    private const string Sdl = "type Query { secret: String, ok: String }";
    private const string Password = "hunter2";

    [Fact]
    public async Task An_unexpected_exception_is_told_to_the_log_and_not_to_the_client()
    {
        var log = new TestLog();
        var server = Failing(new InvalidOperationException(Password));
        server.Services.AddLogging(logging => logging.AddProvider(log));
        using var activity = new Activity("test").Start();

        var response = await server.ExecuteAsync("{ secret ok }");

        var traceId = activity.TraceId.ToHexString();
        Assert.Equal(
            $$$"""{"data":{"secret":null,"ok":"x"},"errors":[{"message":"Unexpected execution error.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"INTERNAL","traceId":"{{{traceId}}}"}}]}""",
            response);
        var entry = Assert.Single(log.Entries);
        Assert.Equal($"Unexpected error in Query.secret, trace id {traceId}", entry.Message);
        Assert.Equal(Password, entry.Exception!.Message);
    }

    [Fact]
    public async Task What_a_filter_takes_the_exception_from_is_no_matter_for_the_log()
    {
        var log = new TestLog();
        var server = Failing(new InvalidOperationException(Password)).Filter(error => error.WithMessage("Sold out.").RemoveException());
        server.Services.AddLogging(logging => logging.AddProvider(log));

        Assert.Contains("Sold out.", await server.ExecuteAsync("{ secret }"), StringComparison.Ordinal);

        Assert.Empty(log.Entries);
    }

    [Fact]
    public async Task Details_are_sent_where_the_options_say_so()
    {
        var server = Failing(new InvalidOperationException(Password));
        server.Options.IncludeExceptionDetails = true;

        var response = await server.ExecuteAsync("{ secret }");

        Assert.Contains("""
            "exception":{"type":"System.InvalidOperationException","message":"hunter2","stackTrace":
            """, response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_resolver_says_to_the_client_goes_out_as_it_is() => Assert.Equal(
        """{"data":{"secret":null},"errors":[{"message":"first","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"OUT_OF_STOCK","available":3}},{"message":"second","locations":[{"line":1,"column":3}],"path":["secret"]}]}""",
        await Failing(new GraphQLException(
            ErrorBuilder.New().SetMessage("first").SetCode("OUT_OF_STOCK").SetExtension("available", 3).Build(),
            ErrorBuilder.New().SetMessage("second").Build())).ExecuteAsync("{ secret }"));

    [Fact]
    public async Task A_filter_sees_the_exception_and_decides_what_is_said() => Assert.Equal(
        """{"data":{"secret":null},"errors":[{"message":"Try again later.","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"BUSY"}}]}""",
        await Failing(new TimeoutException())
            .Filter(error => error.Exception is TimeoutException
                ? error.WithMessage("Try again later.").WithCode("BUSY").WithExtensions(new Dictionary<string, object?>())
                : error)
            .ExecuteAsync("{ secret }"));

    [Fact]
    public async Task Filters_see_errors_of_the_whole_request_too() => Assert.Equal(
        """{"errors":[{"message":"filtered","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""",
        await new TestServer(Sdl).Filter(error => error.WithMessage("filtered")).ExecuteAsync("query A { ok } query B { ok }"));

    [Fact]
    public async Task A_resolver_that_gives_up_by_itself_has_failed() => Assert.Contains(
        "\"code\":\"INTERNAL\"", await Failing(new OperationCanceledException()).ExecuteAsync("{ secret }"), StringComparison.Ordinal);

    private static TestServer Failing(Exception exception) => new TestServer(Sdl)
        .Resolve("Query.ok", _ => "x")
        .ResolveAsync("Query.secret", async _ =>
        {
            await Task.Yield();
            throw exception;
        });

    private sealed class TestLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(string Message, Exception? Exception)> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Entries.Enqueue((formatter(state, exception), exception));

        public void Dispose()
        {
        }
    }
}
