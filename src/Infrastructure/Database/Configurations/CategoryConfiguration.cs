using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Catalog;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.ToTable("categories");
        category.HasKey(c => c.Slug);
        category.Property(c => c.Slug).HasMaxLength(CatalogSlug.LengthMax);
        category.Property(c => c.Name).HasMaxLength(Category.NameLengthMax);
    }
}
