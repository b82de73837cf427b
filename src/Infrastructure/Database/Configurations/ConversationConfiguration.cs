using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Conversations;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class ConversationConfiguration : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> conversation)
    {
        conversation.ToTable("conversations");
        conversation.Property(c => c.Id).ValueGeneratedNever();
        conversation.Property(c => c.Title).HasMaxLength(Conversation.TitleLengthMax);
        conversation.Property(c => c.Folder).HasMaxLength(Conversation.FolderLengthMax);
        conversation.Property(c => c.Tags).HasConversion(new JsonTextConverter<IReadOnlyList<string>>(), new SameItemsComparer<string>());
        conversation.Property(c => c.LastUsed).HasMaxLength(32);
        conversation.HasOne<Customer>().WithMany().HasForeignKey(c => c.CustomerId).OnDelete(DeleteBehavior.Cascade);

        // A customer's conversations, last used first.
        conversation.HasIndex(c => new { c.CustomerId, c.LastUsed }).IsUnique();
    }
}
