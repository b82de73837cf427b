using System.ComponentModel.DataAnnotations;

namespace Webox.GraphQL.Engine.Execution.Costs;

/// <summary>Lets each client spend so much and no more: a bucket that fills up evenly. https://en.wikipedia.org/wiki/Token_bucket</summary>
internal sealed class CostBudget
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Purse> _purses = new(StringComparer.Ordinal);
    private readonly CostBudgetOptions _options;
    private readonly TimeProvider _clock;

    /// <exception cref="ValidationException">An option is out of its range.</exception>
    public CostBudget(CostBudgetOptions options, TimeProvider clock)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        _options = options;
        _clock = clock;
    }

    /// <exception cref="GraphQLException">The client has not that much left; nothing is taken.</exception>
    public CostReport Spend(CostClient client, long cost)
    {
        long perMinute = client.IsSignedIn ? _options.UserPointsPerMinute : _options.AnonymousPointsPerMinute;
        lock (_gate)
        {
            var purse = Find(client, perMinute);
            if (purse.Points < cost)
            {
                throw Exhausted(cost, purse.Points, perMinute);
            }

            _purses[client.Id] = purse with { Points = purse.Points - cost };
            return new CostReport(cost, purse.Points - cost, perMinute);
        }
    }

    private Purse Find(CostClient client, long perMinute)
    {
        var now = _clock.GetUtcNow();
        if (!_purses.TryGetValue(client.Id, out var purse))
        {
            if (_purses.Count >= _options.ClientsMax)
            {
                Forget(now);
            }

            return new Purse(perMinute, now);
        }

        // Only whole points come back; the time that made none yet still counts.
        var gained = (now - purse.At).Ticks * (Int128)perMinute / TimeSpan.TicksPerMinute;
        return gained <= 0
            ? purse
            : new Purse(
                (long)Int128.Min(perMinute, purse.Points + gained),
                purse.At + TimeSpan.FromTicks((long)(gained * TimeSpan.TicksPerMinute / perMinute)));
    }

    /// <summary>Whoever has spent nothing for a minute has a full purse, like a stranger.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (id, purse) in _purses)
        {
            if (now - purse.At >= TimeSpan.FromMinutes(1))
            {
                _purses.Remove(id);
            }
        }

        if (_purses.Count >= _options.ClientsMax)
        {
            _purses.Clear();
        }
    }

    private static GraphQLException Exhausted(long cost, long left, long perMinute)
    {
        var wait = Math.Max(1, ((Math.Min(cost, perMinute) - left) * 60 + perMinute - 1) / perMinute);
        return new GraphQLException(new Error
        {
            Message = $"The operation costs {cost} of the {left} points left; there are {perMinute} a minute.",
            Code = ErrorCodes.CostBudgetExhausted,
            Extensions = new OrderedDictionary<string, object?> { ["retryAfterSeconds"] = wait },
        });
    }

    private readonly record struct Purse(long Points, DateTimeOffset At);
}
