using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Webox.GraphQL.Engine.AspNetCore.Http.SingleConnection;

/// <summary>The event streams that clients have reserved or opened on this node, by their tokens.</summary>
internal sealed class EventStreamReservations(GraphQLServerOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger logger)
{
    private const int TokenBytes = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, EventStreamSession> _byToken = new(StringComparer.Ordinal);

    /// <exception cref="RequestRefusedException">There are too many.</exception>
    public EventStreamSession Reserve()
    {
        var session = new EventStreamSession(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes)), options.Sockets, logger);
        lock (_gate)
        {
            if (_byToken.Count >= options.EventStreamReservationsMax)
            {
                throw new RequestRefusedException(503, TransportErrorCodes.TooManyStreams, "There are too many event streams. Come again later.");
            }

            _byToken.Add(session.Token, session);
        }

        _ = ExpireAsync(session);
        return session;
    }

    /// <exception cref="RequestRefusedException">The token is of no stream.</exception>
    public EventStreamSession Get(string token)
    {
        lock (_gate)
        {
            return _byToken.GetValueOrDefault(token)
                ?? throw new RequestRefusedException(404, TransportErrorCodes.StreamNotFound, "There is no event stream of that token.");
        }
    }

    /// <summary>Ends a stream and its operations. Its token is of nothing any more.</summary>
    public Task EndAsync(EventStreamSession session)
    {
        lock (_gate)
        {
            _byToken.Remove(session.Token);
        }

        return session.EndAsync();
    }

    /// <summary>A stream that nobody opens in time must not hold on to operations for ever.</summary>
    private async Task ExpireAsync(EventStreamSession session)
    {
        await Task.Delay(options.EventStreamReservationTime, clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (session.TryTake())
        {
            await EndAsync(session);
        }
    }
}
