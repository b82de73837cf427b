using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Database.Configurations;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> generation)
    {
        generation.ToTable("generations", table =>
        {
            table.HasCheckConstraint("ck_generations_attempt", "attempt BETWEEN 0 AND max_attempts");
            table.HasCheckConstraint("ck_generations_progress", "progress BETWEEN 0 AND 100");
            table.HasCheckConstraint("ck_generations_credits", "(credits_held > 0 OR cached) AND (credits IS NULL OR credits BETWEEN 0 AND credits_held)");
            table.HasCheckConstraint("ck_generations_cost", "cost_micros >= 0 AND cost_micros_max >= 0");
        });
        generation.Property(g => g.Model).HasMaxLength(200);
        generation.Property(g => g.IdempotencyKey).HasMaxLength(GenerationRequestKey.LengthMax);
        generation.Property(g => g.RequestHash).HasMaxLength(64);
        generation.Property(g => g.Node).HasMaxLength(100);
        generation.Property(g => g.ProviderJobId).HasMaxLength(Generation.ProviderJobIdLengthMax);
        generation.Property(g => g.Options).HasConversion(new JsonTextConverter<GenerationOptions>());
        generation.Property(g => g.Context!).HasConversion(new JsonTextConverter<GenerationContext>());
        generation.Property(g => g.Pricing).HasConversion(new JsonTextConverter<ModelPricing>());
        generation.Property(g => g.Rates!).HasConversion(new JsonTextConverter<ProviderRates>());
        generation.Property(g => g.Fallbacks!).HasConversion(new JsonTextConverter<IReadOnlyList<string>>(), new SameItemsComparer<string>());
        generation.Property(g => g.FallbackReason).HasMaxLength(400);
        generation.Ignore(g => g.Usage).Ignore(g => g.Failure).Ignore(g => g.IsFinished);

        // A key starts one generation, even when two requests race.
        generation.HasIndex(g => new { g.CustomerId, g.IdempotencyKey }).IsUnique();

        // A customer's generations, newest first: ids sort by time.
        generation.HasIndex(g => new { g.CustomerId, g.Id });

        // An earlier answer to the same request.
        generation.HasIndex(g => new { g.CustomerId, g.RequestHash });

        // Each customer's next one.
        generation.HasIndex(g => new { g.CustomerId, g.Priority, g.RunAt, g.Id }, "ix_generations_next").HasFilter("status = 'Queued'");

        // The leases; what runs for one customer. Small: they hold only what runs.
        generation.HasIndex(g => g.LeaseUntil, "ix_generations_lease").HasFilter("status = 'Running'");
        generation.HasIndex(g => g.CustomerId, "ix_generations_running").HasFilter("status = 'Running'");

        // What a customer deleted stays for the ledger, and is nowhere to be seen.
        generation.HasQueryFilter(g => g.DeletedAt == null);

        generation.OwnsMany(g => g.Artifacts, artifact =>
        {
            artifact.ToTable("generation_artifacts");
            artifact.WithOwner().HasForeignKey(a => a.GenerationId);
            artifact.HasKey(a => new { a.GenerationId, a.Number });
            artifact.Property(a => a.Number).ValueGeneratedNever();
            artifact.Property(a => a.MediaType).HasMaxLength(100);
            artifact.Property(a => a.Sha256).HasMaxLength(64);
        });
    }
}
