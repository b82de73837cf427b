using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PromptFavoriteConfiguration : IEntityTypeConfiguration<PromptFavorite>
{
    public void Configure(EntityTypeBuilder<PromptFavorite> favorite)
    {
        favorite.ToTable("prompt_favorites");
        favorite.HasKey(f => new { f.CustomerId, f.PromptId });
        favorite.HasOne<Customer>().WithMany().HasForeignKey(f => f.CustomerId).OnDelete(DeleteBehavior.Cascade);
        favorite.HasOne<Prompt>().WithMany().HasForeignKey(f => f.PromptId).OnDelete(DeleteBehavior.Cascade);
    }
}
