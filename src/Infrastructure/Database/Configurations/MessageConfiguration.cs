using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Conversations;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages", table =>
        {
            table.HasCheckConstraint("ck_messages_number", "number > 0");
            table.HasCheckConstraint("ck_messages_generation", "(role = 'Assistant') = (generation_id IS NOT NULL) AND (role = 'Assistant') = (reply_to_id IS NOT NULL)");
            table.HasCheckConstraint("ck_messages_key", "(role = 'User') = (idempotency_key IS NOT NULL) AND (role = 'User') = (request_hash IS NOT NULL)");
        });
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.IdempotencyKey).HasMaxLength(GenerationRequestKey.LengthMax);
        message.Property(m => m.RequestHash).HasMaxLength(64);
        message.HasOne<Conversation>().WithMany().HasForeignKey(m => m.ConversationId).OnDelete(DeleteBehavior.Cascade);
        message.HasOne<Generation>().WithMany().HasForeignKey(m => m.GenerationId).OnDelete(DeleteBehavior.Restrict);
        message.HasOne<Message>().WithMany().HasForeignKey(m => m.ReplyToId).OnDelete(DeleteBehavior.Cascade);

        // Messages of one conversation come one after the other, even when two are sent at once.
        message.HasIndex(m => new { m.ConversationId, m.Number }).IsUnique();

        // A key says something once, even when two requests race.
        message.HasIndex(m => new { m.CustomerId, m.IdempotencyKey }).IsUnique();
        message.HasIndex(m => m.GenerationId).IsUnique();

        message.OwnsMany(m => m.Attachments, attachment =>
        {
            attachment.ToTable("message_attachments");
            attachment.WithOwner().HasForeignKey("MessageId");
            attachment.HasKey("MessageId", nameof(Attachment.Number));
            attachment.Property(a => a.Number).ValueGeneratedNever();
            attachment.HasOne<Upload>().WithMany().HasForeignKey(a => a.UploadId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
