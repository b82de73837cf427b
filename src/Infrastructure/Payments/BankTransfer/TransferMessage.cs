using System.Text.Json;
using System.Text.Json.Serialization;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Payments.BankTransfer;

/// <summary>What a person saw on the bank account, or sends back.</summary>
/// <param name="Reference">Of the payment.</param>
/// <param name="Transfer">The id of the transfer itself.</param>
/// <param name="ConfirmedBy">The account of the person. Null for refunds.</param>
internal sealed record TransferMessage(
    string Reference, string Transfer, PaymentEventKind Kind, long AmountMinorUnits, string Currency, DateTimeOffset OccurredAt, Guid? ConfirmedBy);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(TransferMessage))]
internal sealed partial class TransferJson : JsonSerializerContext;
