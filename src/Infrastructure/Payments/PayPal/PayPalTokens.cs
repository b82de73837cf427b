using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// The token that opens the API, kept until shortly before it ends. However many calls need one, one is asked for.
/// https://developer.paypal.com/api/rest/authentication/
/// </summary>
internal sealed class PayPalTokens(PayPalOptions options, PayPalHttp http, TimeProvider clock) : IDisposable
{
    private const long LifetimeSecondsMax = 24 * 3600;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1);

    private Token? _token;

    /// <exception cref="PaymentGatewayException">PayPal gave none.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Current is { } known)
        {
            return known.Value;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var token = Current ?? await AskAsync(cancellationToken);
            Volatile.Write(ref _token, token);
            return token.Value;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>PayPal does not take this token any more. Another that came meanwhile stays.</summary>
    public void Reject(string value)
    {
        if (Volatile.Read(ref _token) is { } token && token.Value == value)
        {
            Interlocked.CompareExchange(ref _token, null, token);
        }
    }

    public void Dispose() => _turn.Dispose();

    private Token? Current => Volatile.Read(ref _token) is { } token && clock.GetUtcNow() < token.EndsAt ? token : null;

    private async Task<Token> AskAsync(CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        var reply = await http.SendAsync(Write, PayPalLimits.Call, cancellationToken);
        var answer = Read(reply.Body);
        if (reply.Status is not HttpStatusCode.OK || answer?.AccessToken is not { Length: > 0 } value || !IsVisible(value))
        {
            var error = $"gave no token: {(int)reply.Status} {PayPalFailures.Word(answer?.Error)}".TrimEnd();
            throw new PaymentGatewayException(PaymentProvider.Paypal, error);
        }

        var lifetime = TimeSpan.FromSeconds(Math.Clamp(answer.ExpiresIn, 0, LifetimeSecondsMax));
        return new Token(value, askedAt + lifetime - Margin);
    }

    private HttpRequestMessage Write()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Address, "v1/oauth2/token"))
        {
            Content = new ByteArrayContent("grant_type=client_credentials"u8.ToArray()),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}")));
        return request;
    }

    /// <summary>True for what may stand in a header.</summary>
    private static bool IsVisible(string token) => token.All(c => c is > ' ' and <= '~');

    private static PayPalToken? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, PayPalJson.Default.PayPalToken);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No token is in it: the caller says so.
            return null;
        }
    }

    private sealed record Token(string Value, DateTimeOffset EndsAt)
    {
        public override string ToString() => $"a token until {EndsAt:O}";
    }
}
