using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.Sandbox;

/// <summary>What the sandbox writes in a message.</summary>
/// <param name="Object">The id of what happened.</param>
/// <param name="OurRefund">The key of our refund that it is about. Null: none.</param>
internal sealed record SandboxPaymentMessage(
    string Intent,
    string Object,
    PaymentEventKind Kind,
    long AmountMinorUnits,
    string Currency,
    DateTimeOffset OccurredAt,
    DeclineReason? DeclineReason = null,
    string? OurRefund = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SandboxPaymentMessage))]
internal sealed partial class SandboxJson : JsonSerializerContext;
