using System.Collections;
using System.Globalization;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// What Stripe is sent: names and values, where brackets make a name one of several parts (<c>metadata[order_number]</c>,
/// <c>line_items[0][quantity]</c>). https://docs.stripe.com/api
/// </summary>
internal sealed class StripeForm : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    /// <param name="value">Null: the name is left out.</param>
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(new(name, value));
        }
    }

    public void Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public void Add(string name, bool value) => Add(name, value ? "true" : "false");

    /// <summary>As the query of an address, with its question mark; empty for an empty form.</summary>
    public string ToQuery() => _fields.Count == 0
        ? ""
        : "?" + string.Join('&', _fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
