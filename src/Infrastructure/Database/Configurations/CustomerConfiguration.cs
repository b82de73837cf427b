using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.ToTable("customers");
        customer.Property(c => c.Email).HasMaxLength(254);
        customer.Property(c => c.Name).HasMaxLength(200);
        customer.Property(c => c.SearchText).HasMaxLength(Customer.SearchTextLengthMax);
        customer.Property(c => c.Language).HasDefaultValue(Language.Fr).HasSentinel(Language.Fr);

        // Whose erasure is to be finished.
        customer.HasIndex(c => c.DeletedAt).HasFilter("deleted_at IS NOT NULL AND erased_at IS NULL");

        // The few who administer the shop.
        customer.HasIndex(c => c.Role).HasFilter("role = 'Admin'");
    }
}
