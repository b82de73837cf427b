using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// The one place that speaks to Stripe's server: every request names the account and the version, every one that changes something
/// has an idempotency key, and what fails on the way is repeated with the same. https://docs.stripe.com/api/idempotent_requests
/// </summary>
/// <remarks>
/// Every call throws <see cref="PaymentGatewayException"/> when it is unknown what Stripe did, and <see cref="PaymentRefusedException"/>
/// when Stripe refused.
/// </remarks>
internal sealed class StripeHttp(StripeOptions options, HttpClient http, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan TryMax = TimeSpan.FromSeconds(7);

    /// <summary>For all calls of one operation, repeats included. A mutation has 15 seconds.</summary>
    private static readonly TimeSpan OperationMax = TimeSpan.FromSeconds(10);

    public static StripeHttp Create(StripeOptions options, TimeProvider clock) => new(options, ProviderHttp.Create(), clock);

    /// <summary>Ends an operation of one or several calls when its time is over.</summary>
    public async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> operation, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(OperationMax, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await operation(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw StripeFailures.Failed($"no answer within {OperationMax.TotalSeconds} s");
        }
    }

    /// <param name="path"><c>v1/balance</c>; ids in it are escaped.</param>
    public Task<StripeAnswer<T>> GetAsync<T>(string path, StripeForm query, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(() => Message(HttpMethod.Get, path + query.ToQuery()), type, cancellationToken);

    /// <param name="idempotencyKey">At most 255 characters; of this request alone, because Stripe knows it across all paths.</param>
    public Task<StripeAnswer<T>> PostAsync<T>(
        string path, StripeForm form, string idempotencyKey, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(
            () =>
            {
                var message = Message(HttpMethod.Post, path);
                message.Headers.Add("Idempotency-Key", idempotencyKey);
                message.Content = new FormUrlEncodedContent(form);
                return message;
            },
            type,
            cancellationToken);

    public void Dispose() => http.Dispose();

    private HttpRequestMessage Message(HttpMethod method, string path)
    {
        var message = new HttpRequestMessage(method, new Uri(options.Address, path));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey);
        message.Headers.Add("Stripe-Version", options.Version);
        return message;
    }

    private async Task<StripeAnswer<T>> SendAsync<T>(Func<HttpRequestMessage> message, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var (reply, failure) = await TryAsync(message, cancellationToken);
            if (reply is { IsSuccess: true })
            {
                return new StripeAnswer<T>(reply.Body, Parse(reply, type));
            }

            if (StripeRetries.WaitAfter(attempt, reply, Random.Shared.NextDouble()) is not { } wait)
            {
                throw failure ?? StripeFailures.Of(reply!);
            }

            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<(StripeReply? Reply, PaymentGatewayException? Failure)> TryAsync(
        Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TryMax, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = make();
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (await StripeReply.ReadAsync(response, clock, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, StripeFailures.Failed($"no answer within {TryMax.TotalSeconds} s"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return (null, StripeFailures.Failed("the connection failed", inner: exception));
        }
    }

    private static T Parse<T>(StripeReply reply, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(reply.Body, type) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            // The cause is left out: it may quote the answer.
            throw StripeFailures.Failed("the answer is not what was asked for", reply.RequestId);
        }
    }
}

/// <param name="Body">As it came.</param>
internal sealed record StripeAnswer<T>(byte[] Body, T Object)
{
    public ProviderAnswer ToProviderAnswer() => new(Body);
}
