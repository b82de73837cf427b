using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Invoices;
using Webox.Domain.Invoices;
using Webox.Domain.Orders;
using Webox.Infrastructure.Invoices;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class InvoiceConfiguration : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> invoice)
    {
        invoice.ToTable("invoices", table => table.HasCheckConstraint("ck_invoices_amounts", "total_minor_units >= 0 AND sequence > 0 AND bytes > 0"));
        invoice.Property(i => i.Id).ValueGeneratedNever();
        invoice.Property(i => i.Number).HasMaxLength(InvoiceNumber.LengthMax);
        invoice.Property(i => i.Sha256).HasMaxLength(64);
        invoice.Property(i => i.Taxes).HasConversion(new JsonTextConverter<IReadOnlyList<InvoiceTax>>(), new SameItemsComparer<InvoiceTax>()).HasMaxLength(4000);
        invoice.Ignore(i => i.Total);
        invoice.Ignore(i => i.BilledMinorUnits);
        invoice.HasIndex(i => i.Number).IsUnique();
        invoice.HasIndex(i => new { i.Kind, i.Year, i.Sequence }).IsUnique();
        invoice.HasIndex(i => i.OrderId);
        invoice.HasOne<Order>().WithMany().HasForeignKey(i => i.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceDocumentConfiguration : IEntityTypeConfiguration<InvoiceDocument>
{
    public void Configure(EntityTypeBuilder<InvoiceDocument> document)
    {
        document.ToTable("invoice_documents");
        document.HasKey(d => d.InvoiceId);
        document.HasOne<Invoice>().WithOne().HasForeignKey<InvoiceDocument>(d => d.InvoiceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvoiceCounterConfiguration : IEntityTypeConfiguration<InvoiceCounter>
{
    public void Configure(EntityTypeBuilder<InvoiceCounter> counter)
    {
        counter.ToTable("invoice_counters");
        counter.HasKey(c => new { c.Kind, c.Year });
    }
}
