using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Sandbox;

/// <summary>What the sandbox writes in a message.</summary>
/// <param name="Charge">The id of the money taken, where it was.</param>
internal sealed record SandboxPaymentMessage(
    string Intent, string Charge, SandboxOutcome Outcome, long AmountMinorUnits, string Currency, DateTimeOffset OccurredAt);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SandboxPaymentMessage))]
internal sealed partial class SandboxJson : JsonSerializerContext;
