using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class PromptConfiguration : IEntityTypeConfiguration<Prompt>
{
    public void Configure(EntityTypeBuilder<Prompt> prompt)
    {
        prompt.ToTable("prompts", table => table.HasCheckConstraint("ck_prompts_use_count", "use_count >= 0"));
        prompt.Property(p => p.Id).ValueGeneratedNever();
        prompt.Property(p => p.Title).HasMaxLength(Prompt.TitleLengthMax);
        prompt.Property(p => p.Category).HasMaxLength(Prompt.CategoryLengthMax);
        prompt.Property(p => p.Tags).HasConversion(new JsonTextConverter<IReadOnlyList<string>>(), new SameItemsComparer<string>());
        prompt.Property(p => p.LastChanged).HasMaxLength(32);
        prompt.Ignore(p => p.Variables);
        prompt.HasOne<Customer>().WithMany().HasForeignKey(p => p.CustomerId).OnDelete(DeleteBehavior.Cascade);

        // A library, last changed first; and what everybody sees.
        prompt.HasIndex(p => new { p.CustomerId, p.LastChanged });
        prompt.HasIndex(p => p.LastChanged).IsUnique();
    }
}
