using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeDeclinesTests
{
    [Theory]
    [InlineData("insufficient_funds", DeclineReason.InsufficientFunds)]
    [InlineData("expired_card", DeclineReason.ExpiredCard)]
    [InlineData("incorrect_cvc", DeclineReason.IncorrectDetails)]
    [InlineData("incorrect_number", DeclineReason.IncorrectDetails)]
    [InlineData("incorrect_zip", DeclineReason.IncorrectDetails)]
    [InlineData("invalid_cvc", DeclineReason.IncorrectDetails)]
    [InlineData("invalid_expiry_year", DeclineReason.IncorrectDetails)]
    [InlineData("invalid_account", DeclineReason.IncorrectDetails)]
    [InlineData("fraudulent", DeclineReason.SuspectedFraud)]
    [InlineData("stolen_card", DeclineReason.SuspectedFraud)]
    [InlineData("lost_card", DeclineReason.SuspectedFraud)]
    [InlineData("pickup_card", DeclineReason.SuspectedFraud)]
    [InlineData("highest_risk_level", DeclineReason.SuspectedFraud)]
    [InlineData("invalid_amount", DeclineReason.Other)]
    [InlineData("generic_decline", DeclineReason.Other)]
    [InlineData("do_not_honor", DeclineReason.Other)]
    [InlineData("something_new", DeclineReason.Other)]
    [InlineData(null, DeclineReason.Other)]
    public void A_code_has_a_reason(string? code, DeclineReason reason) => Assert.Equal(reason, StripeDeclines.ToReason(code));
}
