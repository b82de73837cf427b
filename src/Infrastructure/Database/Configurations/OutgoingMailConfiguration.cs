using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain;
using Webox.Domain.Mail;

namespace Webox.Infrastructure.Database.Configurations;

/// <summary>Points at nobody: a mail about what is gone is found to be needless when it is sent.</summary>
internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mails", table => table.HasCheckConstraint(
            "ck_outgoing_mails_done", "(done_at IS NULL) = (outcome IS NULL) AND (recipient IS NULL) = (done_at IS NOT NULL)"));
        mail.Property(m => m.Id).ValueGeneratedNever();
        mail.Property(m => m.Recipient).HasMaxLength(EmailAddress.LengthMax);

        // What is due; one mail of a kind an order; what was sent to somebody lately.
        mail.HasIndex(m => m.DueAt).HasFilter("done_at IS NULL");
        mail.HasIndex(m => new { m.OrderId, m.Kind }).IsUnique();
        mail.HasIndex(m => new { m.CustomerId, m.Kind, m.CreatedAt });
        mail.HasIndex(m => m.DoneAt);
    }
}
