using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.TestSupport;

/// <summary>Who is asking, as a test says.</summary>
internal sealed class TestCustomer : ICurrentCustomer
{
    public CustomerId? Id { get; set; }

    public Role Role { get; set; }
}
