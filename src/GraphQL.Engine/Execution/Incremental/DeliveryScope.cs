using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>What the deferred fragments around a place of the response have become there. Linked from the inside out.</summary>
internal sealed record DeliveryScope(DeferUsage Usage, DeliveryGroup Group, DeliveryScope? Outer)
{
    /// <exception cref="InvalidOperationException">The fragment is not around that place.</exception>
    public static DeliveryGroup Find(DeliveryScope? scope, DeferUsage usage)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (ReferenceEquals(scope.Usage, usage))
            {
                return scope.Group;
            }
        }

        throw new InvalidOperationException("A deferred field stands outside of its fragment.");
    }
}
