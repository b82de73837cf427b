namespace Webox.Domain.Customers;

/// <summary>What mails are written in.</summary>
public enum Language
{
    Fr,
    En,
}
