using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Webox.Infrastructure.Database;

namespace Webox.TestSupport;

/// <summary>
/// What HTTP requests send to the database, without what happens in the background: <c>WeboxApp.StartAsync(kind, configure: statements.AddTo)</c>, then <c>statements.Clear()</c> and act.
/// </summary>
public sealed class RecordedStatements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<RecordedStatement> _all = new();
    private readonly HttpContextAccessor _http = new();

    /// <summary>In the order they were sent.</summary>
    public IReadOnlyList<RecordedStatement> All => [.. _all];

    public void AddTo(IServiceCollection services) => services.ConfigureDbContext<WeboxDbContext>(options => options.AddInterceptors(this));

    public void Clear() => _all.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        Record(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        Record(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        Record(command, result);

    private ValueTask<T> Record<T>(DbCommand command, T result)
    {
        if (_http.HttpContext is not null)
        {
            _all.Enqueue(new RecordedStatement(
                command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }

        return ValueTask.FromResult(result);
    }
}

public sealed record RecordedStatement(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);
