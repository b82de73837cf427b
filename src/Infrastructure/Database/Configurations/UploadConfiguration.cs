using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Customers;
using Webox.Domain.Uploads;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads", table => table.HasCheckConstraint("ck_uploads_size", "bytes > 0 AND width > 0 AND height > 0"));
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.MediaType).HasMaxLength(100);
        upload.Property(u => u.Sha256).HasMaxLength(64);
        upload.HasOne<Customer>().WithMany().HasForeignKey(u => u.CustomerId).OnDelete(DeleteBehavior.Restrict);

        // What waits to be used, and what is to be removed.
        upload.HasIndex(u => u.ExpiresAt).HasFilter("expires_at IS NOT NULL");
        upload.HasIndex(u => u.CustomerId);
        upload.HasIndex(u => u.Sha256);
    }
}
