namespace Webox.Application.Credits;

/// <summary>Gives this month's free credits to everybody who is entitled to them. It looks for them, so nobody is forgotten.</summary>
public sealed class GiveMonthlyCredits(IMonthlyGrants grants)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        while (await grants.FindEntitledAsync(cancellationToken) is { Count: > 0 } entitled)
        {
            foreach (var customer in entitled)
            {
                await grants.GiveAsync(customer, cancellationToken);
            }
        }
    }
}
