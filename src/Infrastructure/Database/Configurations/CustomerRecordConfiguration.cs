using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Payments;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class CustomerRecordConfiguration : IEntityTypeConfiguration<CustomerRecord>
{
    public void Configure(EntityTypeBuilder<CustomerRecord> record)
    {
        record.ToTable("customer_records");
        record.HasKey(r => new { r.Provider, r.CustomerId });
        record.Property(r => r.Reference).HasMaxLength(255);
        record.HasOne<Customer>().WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.Restrict);
    }
}
