namespace Webox.Domain.Carts;

public sealed class CartNotFoundException() : DomainException("Ce panier n'existe pas ou n'est pas le vôtre.");

public sealed class CartLineNotFoundException() : DomainException("Cet article n'est pas dans votre panier.");

public sealed class CheckoutIncompleteException(IReadOnlyList<CheckoutProblem> problems)
    : DomainException("La commande ne peut pas encore être passée.")
{
    public IReadOnlyList<CheckoutProblem> Problems { get; } = problems;
}

public sealed class InvalidQuantityException : DomainException
{
    public InvalidQuantityException(int quantity)
        : this(quantity, $"La quantité d'un article doit être comprise entre 1 et {CartLine.QuantityMax}.")
    {
    }

    private InvalidQuantityException(int quantity, string message)
        : base(message) => Quantity = quantity;

    /// <summary>What was asked for.</summary>
    public int Quantity { get; }

    /// <summary>No quantity of a further product fits.</summary>
    internal static InvalidQuantityException CartFull(int quantity) =>
        new(quantity, $"Le panier contient déjà {Cart.LinesMax} articles différents, c'est le maximum.");
}
