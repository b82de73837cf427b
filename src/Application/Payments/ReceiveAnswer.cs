using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Takes in a provider's answer to a call, the way of its messages. One that tells nothing new leaves no trace.</summary>
public sealed class ReceiveAnswer(IWeboxDb db, PaymentGateways gateways, ReceivePaymentEvent receivePaymentEvent)
{
    /// <returns>True when it told something new.</returns>
    public async Task<bool> ExecuteAsync(PaymentProvider provider, ProviderAnswer answer, CancellationToken cancellationToken)
    {
        var statement = gateways.For(provider).Read(answer.Body);
        var objects = statement.Events.Select(e => e.ProviderObject).ToList();
        var known = await db.PaymentEvents.AsNoTracking().Where(e => e.Provider == provider && objects.Contains(e.ProviderObject))
            .Select(e => new { e.ProviderObject, e.Kind }).ToListAsync(cancellationToken);
        var isNews = statement.Events.Any(e => !known.Exists(k => k.ProviderObject == e.ProviderObject && k.Kind == e.Kind));
        if (isNews)
        {
            var id = $"answer-{Convert.ToHexStringLower(SHA256.HashData(answer.Body.Span))}";
            await receivePaymentEvent.ExecuteAsync(provider, id, answer.Body, cancellationToken);
        }

        return isNews;
    }
}
