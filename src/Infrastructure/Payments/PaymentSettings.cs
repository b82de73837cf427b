using System.Globalization;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments;

/// <summary>What the shop decided about payments, by its settings.</summary>
internal static class PaymentSettings
{
    private const int TransferDaysDefault = 7;

    /// <summary>
    /// <c>WEBOX_PAYMENT_CAPTURE</c> (automatic or manual), <c>WEBOX_MISFIT_PAYMENTS</c> (review or refund), <c>WEBOX_BANK_TRANSFER_DAYS</c> (1 to 30).
    /// </summary>
    /// <exception cref="StartRefusedException">A setting is none of these.</exception>
    public static PaymentPolicy Read(IConfiguration configuration) => new(
        CapturesLater: Is(configuration, "WEBOX_PAYMENT_CAPTURE", "manual", usual: "automatic"),
        RefundsMisfits: Is(configuration, "WEBOX_MISFIT_PAYMENTS", "refund", usual: "review"),
        TransferTime: TimeSpan.FromDays(Days(configuration["WEBOX_BANK_TRANSFER_DAYS"])));

    private static bool Is(IConfiguration configuration, string name, string other, string usual) => configuration[name] switch
    {
        null or "" => false,
        var text when text == usual => false,
        var text when text == other => true,
        _ => throw new StartRefusedException($"{name}: {usual} or {other}."),
    };

    private static int Days(string? text) =>
        string.IsNullOrEmpty(text) ? TransferDaysDefault
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 30 ? days
        : throw new StartRefusedException("WEBOX_BANK_TRANSFER_DAYS: 1 to 30.");
}
