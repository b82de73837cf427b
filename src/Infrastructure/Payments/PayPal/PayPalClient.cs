using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>Calls of PayPal's REST API. A token that is not taken any more is renewed once.</summary>
internal sealed class PayPalClient(PayPalOptions options, PayPalHttp http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(12);

    private readonly PayPalTokens _tokens = new(options, http, clock);

    public static PayPalClient Create(PayPalOptions options, TimeProvider clock) => new(options, PayPalHttp.Create(clock), clock);

    /// <summary>Gives some calls 12 seconds together: a mutation has 15.</summary>
    /// <exception cref="PaymentGatewayException">They took longer.</exception>
    public async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> calls, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeMax, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await calls(either.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PaymentGatewayException(PaymentProvider.Paypal, $"gave no answer in {TimeMax.TotalSeconds} s", late);
        }
    }

    /// <summary>Asks for a token, and nothing else.</summary>
    /// <exception cref="PaymentGatewayException">PayPal gave none.</exception>
    public Task CheckAsync(CancellationToken cancellationToken) => _tokens.GetAsync(cancellationToken);

    /// <returns>A JSON object.</returns>
    /// <exception cref="PaymentGatewayException">PayPal failed, or what it answered cannot be read.</exception>
    /// <exception cref="PaymentRefusedException">PayPal refused for good.</exception>
    public async Task<byte[]> GetAsync(string path, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, new Uri(options.Address, path)), cancellationToken);
        return IsObject(reply.Body) ? reply.Body : throw Unreadable();
    }

    /// <param name="body">JSON, or nothing.</param>
    /// <param name="key">Null for a call that changes nothing.</param>
    /// <param name="prefer">How much PayPal is to answer: <c>minimal</c> or <c>representation</c>. Null: what it likes.</param>
    /// <returns>A JSON object. Null when PayPal answered that it has nothing to say.</returns>
    /// <inheritdoc cref="GetAsync"/>
    public async Task<byte[]?> PostAsync(string path, byte[] body, string? key, string? prefer, CancellationToken cancellationToken)
    {
        var reply = await SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, path));
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                Add(request, "PayPal-Request-Id", key);
                Add(request, "Prefer", prefer is null ? null : $"return={prefer}");
                return request;
            },
            cancellationToken);
        return reply.Status is HttpStatusCode.NoContent ? null : IsObject(reply.Body) ? reply.Body : throw Unreadable();
    }

    public void Dispose()
    {
        _tokens.Dispose();
        http.Dispose();
    }

    private async Task<PayPalReply> SendAsync(Func<HttpRequestMessage> write, CancellationToken cancellationToken)
    {
        for (var isRenewed = false; ; isRenewed = true)
        {
            var token = await _tokens.GetAsync(cancellationToken);
            var reply = await http.SendAsync(
                () =>
                {
                    var request = write();
                    request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                    return request;
                },
                PayPalLimits.Call, cancellationToken);
            if (reply.Status is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous)
            {
                return reply;
            }

            if (reply.Status is not HttpStatusCode.Unauthorized || isRenewed)
            {
                throw PayPalFailures.Of(reply);
            }

            _tokens.Reject(token);
        }
    }

    private static void Add(HttpRequestMessage request, string header, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(header, value);
        }
    }

    private static bool IsObject(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static PaymentGatewayException Unreadable() => new(PaymentProvider.Paypal, "answered what cannot be read");
}
