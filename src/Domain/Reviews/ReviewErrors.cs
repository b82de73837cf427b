namespace Webox.Domain.Reviews;

public sealed class ReviewNotFoundException() : DomainException("Cet avis n'existe pas ou n'est pas le vôtre.");

public sealed class ProductNotBoughtException() : DomainException("Seuls les clients qui ont acheté ce produit peuvent donner leur avis.");

public sealed class AlreadyReviewedException() : DomainException("Vous avez déjà donné votre avis : modifiez-le.");

public sealed class InvalidReviewException(string field, string message) : DomainException(message)
{
    /// <summary>As clients call it.</summary>
    public string Field { get; } = field;
}
