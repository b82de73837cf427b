using Webox.Domain.Customers;

namespace Webox.Domain.Generations;

/// <summary>Identifies a <see cref="Generation"/>.</summary>
public readonly record struct GenerationId(Guid Value) : IEntityId<GenerationId>
{
    public static GenerationId From(Guid value) => new(value);
}

/// <summary>
/// One request to a model, run in the background, and its output. It is its own row of the job queue:
/// <code>
/// Queued ──claim──▶ Running ──▶ Succeeded | Failed | Canceled
///   ▲ └─cancel──▶ Canceled │
///   └──retry, rescue, drain┘
/// </code>
/// Only its creation and its erasure happen here. Every step between is a conditional update, because workers of several nodes compete for
/// the row; <see cref="Started"/> and <see cref="Advanced"/> say here what such an update did.
/// </summary>
public sealed class Generation
{
    public const int AttemptsMax = 4;

    /// <summary>Longest name of a provider's job, in characters.</summary>
    public const int ProviderJobIdLengthMax = 500;

    private readonly List<Artifact> _artifacts = [];

    private Generation() { } // EF Core

    public GenerationId Id { get; private init; }

    public CustomerId CustomerId { get; private init; }

    public GenerationKind Kind { get; private init; }

    public AiProvider Provider { get; private init; }

    /// <summary>Id in the catalogue: <c>openai/gpt-4o</c>.</summary>
    public string Model { get; private init; } = null!;

    public string Prompt { get; private set; } = null!;

    public GenerationOptions Options { get; private set; } = null!;

    /// <summary>What the model is given besides the prompt. Null: nothing.</summary>
    public GenerationContext? Context { get; private set; }

    /// <summary>The model's prices when it was asked; what they are later does not matter to it.</summary>
    public ModelPricing Pricing { get; private init; } = null!;

    /// <summary>What its provider asked for it then. Null when nobody knows.</summary>
    public ProviderRates? Rates { get; private init; }

    /// <summary>Ids of the models that may still answer in its model's place, in order. Null: none.</summary>
    public IReadOnlyList<string>? Fallbacks { get; private init; }

    /// <summary>Why another model than the first choice answers. Null when the first does.</summary>
    public string? FallbackReason { get; private init; }

    /// <summary>Unique among the customer's generations: the same key never starts a second one.</summary>
    public string IdempotencyKey { get; private init; } = null!;

    /// <summary>SHA-256 of everything asked, to tell a repetition from another request under the same key.</summary>
    public string RequestHash { get; private init; } = null!;

    public GenerationStatus Status { get; private set; }

    /// <summary>Grows by one with every change a watcher may show.</summary>
    public long Version { get; private set; }

    /// <summary>0 to 100; never goes back within an attempt.</summary>
    public int Progress { get; private set; }

    /// <summary>The text so far.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<Artifact> Artifacts => _artifacts;

    /// <summary>Null until the model stopped.</summary>
    public FinishReason? FinishReason { get; private init; }

    public int? InputTokens { get; private init; }

    public int? OutputTokens { get; private init; }

    /// <summary>Held until it ends: the most it can cost.</summary>
    public int CreditsHeld { get; private init; }

    /// <summary>Charged. Null until it ended; 0 when it failed.</summary>
    public int? Credits { get; private init; }

    /// <summary>
    /// What its provider asks for all its attempts so far, in micro-units of <see cref="ProviderRates.Currency"/>; an estimate for an
    /// answer whose end never came.
    /// </summary>
    public long CostMicros { get; private init; }

    /// <summary>The most that one attempt can cost here, in the same unit.</summary>
    public long CostMicrosMax { get; private init; }

    /// <summary>True when an earlier identical request answered. It never ran, and costs nothing.</summary>
    public bool Cached { get; private init; }

    public bool Favorite { get; private set; }

    /// <summary>When its customer deleted it: from then on only its numbers remain.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Set when it failed.</summary>
    public GenerationFailureCode? FailureCode { get; private init; }

    /// <summary>Which try this is; 0 before the first claim. It fences writers: only the latest attempt may write.</summary>
    public int Attempt { get; private set; }

    public int MaxAttempts { get; private init; } = AttemptsMax;

    /// <summary>How often its worker died. Work that kills its worker is given up early.</summary>
    public int CrashCount { get; private init; }

    /// <summary>Not before this moment.</summary>
    public DateTimeOffset RunAt { get; private init; }

    /// <summary>Lower goes first.</summary>
    public int Priority { get; private init; }

    /// <summary>When its worker counts as dead, by the database's clock. Null unless running.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>Where it runs. Null unless running.</summary>
    public string? Node { get; private set; }

    /// <summary>
    /// What the provider calls the job that it works on for this generation: the next attempt asks for that one instead of starting, and
    /// paying, another. Null when there is none. It is a name of <see cref="Provider"/>: another provider knows nothing of it.
    /// </summary>
    public string? ProviderJobId { get; private init; }

    /// <summary>The customer wants it stopped; its worker obeys.</summary>
    public bool CancelRequested { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the first attempt began.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private init; }

    public bool IsFinished => Status is GenerationStatus.Succeeded or GenerationStatus.Failed or GenerationStatus.Canceled;

    public TokenUsage? Usage => InputTokens is { } input && OutputTokens is { } output ? new TokenUsage(input, output) : null;

    public GenerationFailure? Failure => FailureCode is { } code ? GenerationFailure.Of(code) : null;

    /// <param name="creditsHeld">What it can cost at most, from the model's prices.</param>
    /// <param name="context">Null: the model is given the prompt alone.</param>
    /// <param name="fallbacks">Ids of the models that may answer in its place.</param>
    public static Generation Queue(
        CustomerId customer, Model model, string prompt, GenerationOptions options, GenerationRequestKey key, int creditsHeld, DateTimeOffset now,
        GenerationContext? context = null, IReadOnlyList<string>? fallbacks = null) =>
        new()
        {
            Id = GenerationId.From(Guid.CreateVersion7(now)),
            CustomerId = customer,
            Kind = model.Kind,
            Provider = model.Provider,
            Model = model.Id,
            Prompt = prompt,
            Options = options,
            Context = context,
            Pricing = model.Pricing,
            Rates = model.Rates,
            CostMicrosMax = model.CostMicrosMax(prompt, options, context),
            Fallbacks = fallbacks is { Count: > 0 } ? fallbacks : null,
            IdempotencyKey = key.IdempotencyKey,
            RequestHash = key.RequestHash,
            Status = GenerationStatus.Queued,
            Version = 1,
            CreditsHeld = creditsHeld,
            RunAt = now,
            CreatedAt = now,
        };

    /// <summary>A worker took it in the transaction that queued it: it is what its row became.</summary>
    /// <param name="node">Where it runs.</param>
    /// <param name="startedAt">By the database's clock, as <paramref name="leaseUntil"/>.</param>
    public void Started(string node, DateTimeOffset startedAt, DateTimeOffset leaseUntil)
    {
        (Status, Attempt, Node, StartedAt, LeaseUntil) = (GenerationStatus.Running, Attempt + 1, node, startedAt, leaseUntil);
        Version++;
    }

    /// <summary>What its worker made of it by writing: a copy.</summary>
    /// <param name="text">What was appended.</param>
    /// <param name="progress">The progress that it has at least.</param>
    public Generation Advanced(string text, int progress)
    {
        var advanced = (Generation)MemberwiseClone();
        (advanced.Text, advanced.Progress, advanced.Version) = (Text + text, Math.Max(Progress, progress), Version + 1);
        return advanced;
    }

    /// <summary>The answer of an earlier one to the same request: finished from the start, and free.</summary>
    public static Generation Repeat(Generation answered, GenerationRequestKey key, DateTimeOffset now)
    {
        var id = GenerationId.From(Guid.CreateVersion7(now));
        var repeated = new Generation
        {
            Id = id,
            CustomerId = answered.CustomerId,
            Kind = answered.Kind,
            Provider = answered.Provider,
            Model = answered.Model,
            Prompt = answered.Prompt,
            Options = answered.Options,
            Context = answered.Context,
            Pricing = answered.Pricing,
            Rates = answered.Rates,
            IdempotencyKey = key.IdempotencyKey,
            RequestHash = key.RequestHash,
            Status = GenerationStatus.Succeeded,
            Version = 1,
            Progress = 100,
            Text = answered.Text,
            FinishReason = answered.FinishReason,
            InputTokens = answered.InputTokens,
            OutputTokens = answered.OutputTokens,
            Credits = 0,
            Cached = true,
            RunAt = now,
            CreatedAt = now,
            FinishedAt = now,
        };
        repeated._artifacts.AddRange(answered.Artifacts.Select(artifact => artifact with { GenerationId = id }));
        return repeated;
    }

    /// <summary>Takes away what was asked and answered; its numbers stay for the ledger.</summary>
    /// <exception cref="GenerationNotFinishedException">It still waits or runs.</exception>
    public void Erase(DateTimeOffset now)
    {
        if (!IsFinished)
        {
            throw new GenerationNotFinishedException();
        }

        DeletedAt ??= now;
        (Prompt, Text, Options, Context, Favorite) = ("", "", new GenerationOptions(), null, false);
        _artifacts.Clear();
    }
}
