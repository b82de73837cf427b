using Webox.Application.Accounts;

namespace Webox.TestSupport;

/// <summary>Where requests come from, as a test says.</summary>
public sealed class TestClient : IClientAddress
{
    public string Address { get; set; } = "203.0.113.7";

    public string Network { get; set; } = "203.0.113.0/24";
}
