using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Payments;

/// <summary>
/// A provider at its boundary: numbers its intents pi_1, pi_2, … by their keys, captures and refunds what it is asked, and can be away,
/// lose answers, or refuse. Its messages are what the test writes.
/// </summary>
internal sealed class ScriptedGateway(TimeProvider clock) : IPaymentGateway
{
    private readonly Dictionary<string, string> _intents = [];
    private readonly Dictionary<string, Message> _done = [];

    public PaymentProvider Provider { get; init; } = PaymentProvider.Stripe;

    public TimeSpan KeyLifetime => TimeSpan.FromHours(24);

    public bool IsDown { get; set; }

    /// <summary>What was asked is done, and the answer lost.</summary>
    public bool LosesAnswers { get; set; }

    public PaymentRefusedException? Refusal { get; set; }

    /// <summary>The keys of the calls, in their order.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>Money that moved, by key: repeating a call moves none.</summary>
    public IReadOnlyCollection<Message> Moved => _done.Values;

    public Task<ProviderIntent> CreateIntentAsync(IntentRequest request, CancellationToken cancellationToken)
    {
        Keys.Add(request.IdempotencyKey);
        ThrowIfAway();
        lock (_intents)
        {
            if (!_intents.ContainsKey(request.IdempotencyKey))
            {
                _intents.Add(request.IdempotencyKey, $"pi_{_intents.Count + 1}");
            }
        }

        return LosesAnswers
            ? throw new PaymentGatewayException(Provider, "the connection broke")
            : Task.FromResult(new ProviderIntent(_intents[request.IdempotencyKey], PaymentStatus.RequiresAction, "secret"));
    }

    public Task<ProviderAnswer> CaptureAsync(PaymentCall call, CancellationToken cancellationToken) =>
        MoveAsync(call.IdempotencyKey, new Message(call.Reference, "ch_1", PaymentEventKind.Captured, 12000));

    public Task<ProviderAnswer?> CancelAsync(PaymentCall call, CancellationToken cancellationToken)
    {
        Keys.Add(call.IdempotencyKey);
        ThrowIfAway();
        return Task.FromResult<ProviderAnswer?>(Answer(new Message(call.Reference, call.Reference, PaymentEventKind.Canceled, 0)));
    }

    public Task<ProviderAnswer> RefundAsync(RefundRequest request, CancellationToken cancellationToken) => MoveAsync(
        request.IdempotencyKey,
        new Message(
            request.Reference, $"re_{_done.Count + 1}", PaymentEventKind.Refunded, request.Amount.MinorUnits, request.Amount.Currency.Code,
            OurRefund: request.IdempotencyKey));

    public Task<ProviderAnswer> FindAsync(PaymentCall call, CancellationToken cancellationToken)
    {
        Keys.Add(call.IdempotencyKey);
        ThrowIfAway();
        return Task.FromResult(Found.TryGetValue(call.Reference, out var message) ? Answer(message) : new ProviderAnswer("null"u8.ToArray()));
    }

    /// <summary>What the provider knows, by the reference it is asked for.</summary>
    public Dictionary<string, Message> Found { get; } = [];

    public ProviderStatement Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<Message>(body.Span) is { } message
        ? new ProviderStatement(
            [message.Intent, .. message.Alias is { } alias ? new[] { alias } : []],
            [new ProviderEvent(
                message.Object, message.Kind, new Money(message.Amount, Currency.FromCode(message.Currency)),
                clock.GetUtcNow() + message.After, null, message.OurRefund)])
        : ProviderStatement.Nothing;

    public NextStep? NextStepOf(Payment payment) => null;

    private Task<ProviderAnswer> MoveAsync(string key, Message message)
    {
        Keys.Add(key);
        ThrowIfAway();
        lock (_done)
        {
            _done.TryAdd(key, message);
        }

        return LosesAnswers ? throw new PaymentGatewayException(Provider, "the connection broke") : Task.FromResult(Answer(_done[key]));
    }

    private void ThrowIfAway()
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        if (IsDown)
        {
            throw new PaymentGatewayException(Provider, "connection refused");
        }
    }

    private static ProviderAnswer Answer(Message message) => new(JsonSerializer.SerializeToUtf8Bytes(message));
}

/// <param name="Alias">Another name of the intent.</param>
/// <param name="After">How long after now it happened, by the provider's clock.</param>
internal sealed record Message(
    string Intent, string Object, PaymentEventKind Kind, long Amount, string Currency = "EUR", string? Alias = null, string? OurRefund = null, TimeSpan After = default);

internal static class ScriptedGatewayStage
{
    /// <summary>A shop with the scripted provider in Stripe's place.</summary>
    public static async Task<(TestWebox Webox, ScriptedGateway Gateway)> OpenAsync(DatabaseKind kind, params (string Name, string Value)[] settings)
    {
        ScriptedGateway? gateway = null;
        var webox = await TestWebox.OpenAsync(
            kind,
            settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
            services => services.AddSingleton<IPaymentGateway>(provider => gateway ??= new ScriptedGateway(provider.GetRequiredService<TimeProvider>())));
        webox.Services.GetRequiredService<PaymentGateways>();
        return (webox, gateway!);
    }

    public static Task<Payment> StartWithStripeAsync(this TestWebox webox, Order order, Domain.Customers.Customer? customer = null, string key = "key-1") =>
        webox.RunAsync<StartPayment, Payment>(customer, start => start.ExecuteAsync(
            order.Id, PaymentProvider.Stripe, PaymentFlow.Embedded, new Uri("https://shop.example/thanks"), key, default));

    public static Task ReceiveAsync(this TestWebox webox, string eventId, Message? message) => webox.RunAsync<ReceivePaymentEvent>(
        null, receive => receive.ExecuteAsync(PaymentProvider.Stripe, eventId, JsonSerializer.SerializeToUtf8Bytes(message), default));
}
