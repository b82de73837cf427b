using Webox.Domain.Accounts;

namespace Webox.Domain.Customers;

/// <summary>Identifies a <see cref="Customer"/>.</summary>
public readonly record struct CustomerId(Guid Value) : IEntityId<CustomerId>
{
    public static CustomerId From(Guid value) => new(value);
}

/// <summary>Someone with an account. How they prove who they are is not the domain's business.</summary>
public sealed class Customer
{
    public const int NameLengthMax = 200;

    /// <summary>The name of an erased customer.</summary>
    public const string ErasedName = "Compte supprimé";

    /// <summary>Longest <see cref="SearchText"/>: letters such as œ are written as two.</summary>
    public const int SearchTextLengthMax = 1000;

    public required CustomerId Id { get; init; }

    /// <summary>As written at registration. Unique without regard to case.</summary>
    public required string Email { get; init; }

    public required string Name { get; init; }

    public Role Role { get; init; } = Role.Customer;

    /// <summary>What mails to them are written in.</summary>
    public Language Language { get; init; } = Language.Fr;

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Name and address as staff search them.</summary>
    public string SearchText { get; init; } = "";

    /// <summary>When they deleted their account: the person is erased, and what is left is the id that the books name. Null until then.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When what was still written at that moment was erased, too. Null until then.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <exception cref="InvalidNameException">The name is empty or longer than <see cref="NameLengthMax"/>.</exception>
    public static Customer Register(EmailAddress email, string name, Role role, DateTimeOffset now, Language language = Language.Fr) => new()
    {
        Id = new CustomerId(Guid.CreateVersion7(now)),
        Email = email.Value,
        Name = NameOf(name),
        Role = role,
        Language = language,
        RegisteredAt = now,
        SearchText = SearchTextOf(name, email.Value),
    };

    public static string SearchTextOf(string name, string email) => Catalog.SearchText.Of($"{name}\n{email}");

    /// <summary>The address of an erased customer: one that nobody can have. https://www.rfc-editor.org/rfc/rfc2606#section-2</summary>
    public static string ErasedEmailOf(CustomerId customer) => $"{customer.Value:N}@deleted.invalid";

    /// <summary>Without spaces around it.</summary>
    /// <exception cref="InvalidNameException">The name is empty, longer than <see cref="NameLengthMax"/>, or no single line.</exception>
    public static string NameOf(string text) =>
        text.Trim() is { Length: > 0 and <= NameLengthMax } trimmed && !trimmed.Any(char.IsControl) ? trimmed : throw new InvalidNameException();
}

/// <summary>What a person may do beyond their own affairs.</summary>
public enum Role
{
    Customer,

    /// <summary>Reads orders, payments and customers. What people generate and say to models is theirs alone.</summary>
    Support,

    /// <summary>Changes products, prices and promo codes.</summary>
    Catalog,

    /// <summary>Refunds, and confirms bank transfers.</summary>
    Finance,

    Admin,
}
