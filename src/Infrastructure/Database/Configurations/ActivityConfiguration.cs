using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Activities;

namespace Webox.Infrastructure.Database.Configurations;

/// <summary>Written by triggers: see <c>ActivitySql</c>.</summary>
internal sealed class ActivityConfiguration : IEntityTypeConfiguration<Activity>, IEntityTypeConfiguration<ActivityFeed>
{
    public void Configure(EntityTypeBuilder<Activity> activity)
    {
        activity.ToTable("activities");
        activity.HasKey(a => new { a.CustomerId, a.Sequence });
        activity.Property(a => a.Sequence).ValueGeneratedNever();
        activity.HasIndex(a => a.At);
    }

    public void Configure(EntityTypeBuilder<ActivityFeed> feed)
    {
        feed.ToTable("activity_feeds");
        feed.HasKey(f => f.CustomerId);
    }
}
