using System.Net;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// The one place that sends to PayPal. Answers are bounded in size and time. What failed on the way, and what PayPal failed at, is
/// sent again after a short while, the very same: so every request must be one that may be repeated.
/// </summary>
internal sealed class PayPalHttp(HttpClient http, TimeProvider clock) : IDisposable
{
    private const int PieceBytes = 16 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    public static PayPalHttp Create(TimeProvider clock) => new(ProviderHttp.Create(), clock);

    /// <param name="write">Makes the request, once for each try.</param>
    /// <exception cref="PaymentGatewayException">No answer came, or too large a one.</exception>
    public async Task<PayPalReply> SendAsync(Func<HttpRequestMessage> write, PayPalLimits limits, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var (reply, failure) = await TryAsync(write, limits, cancellationToken);
            if (reply is not null && (reply.Status < HttpStatusCode.InternalServerError || tries == limits.Tries))
            {
                return reply;
            }

            if (tries == limits.Tries)
            {
                throw new PaymentGatewayException(PaymentProvider.Paypal, "gave no answer", failure);
            }

            await Task.Delay(Pause * tries, clock, cancellationToken);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<(PayPalReply? Reply, Exception? Failure)> TryAsync(
        Func<HttpRequestMessage> write, PayPalLimits limits, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(limits.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var request = write();
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var debugId = response.Headers.TryGetValues("paypal-debug-id", out var ids) ? ids.First() : null;
            return (new PayPalReply(response.StatusCode, await ReadAsync(response.Content, limits.BytesMax, either.Token), debugId), null);
        }
        catch (Exception failure) when (
            failure is HttpRequestException or IOException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, failure);
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, int bytesMax, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var piece = new byte[PieceBytes];
        while (await stream.ReadAsync(piece, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > bytesMax)
            {
                throw new PaymentGatewayException(PaymentProvider.Paypal, $"answered more than {bytesMax} bytes");
            }

            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }
}

/// <param name="Time">Of one try.</param>
/// <param name="Tries">The first included.</param>
internal readonly record struct PayPalLimits(TimeSpan Time, int BytesMax, int Tries)
{
    public static readonly PayPalLimits Call = new(TimeSpan.FromSeconds(10), 1024 * 1024, 3);
    public static readonly PayPalLimits Certificate = new(TimeSpan.FromSeconds(5), 64 * 1024, 1);
}

/// <param name="DebugId">What PayPal's support asks for. Null: none was given.</param>
internal sealed record PayPalReply(HttpStatusCode Status, byte[] Body, string? DebugId);
