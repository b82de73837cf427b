namespace Webox.Infrastructure.Settings;

/// <summary>A provider by its settings, each with the words that people are told of it.</summary>
internal sealed record KnownProvider(string Name)
{
    public static readonly IReadOnlyList<KnownProvider> All =
    [
        new("Stripe")
        {
            Keys = [("STRIPE_SECRET_KEY", "secret key")],
            Companions = [("STRIPE_PUBLISHABLE_KEY", "publishable key"), ("STRIPE_WEBHOOK_SECRET", "webhook secret")],
            Choices = [("WEBOX_STRIPE_BASE_URL", "address"), ("WEBOX_STRIPE_VERSION", "API version")],
        },
        new("PayPal")
        {
            Keys = [("PAYPAL_CLIENT_ID", "client id"), ("PAYPAL_CLIENT_SECRET", "client secret")],
            Companions = [("PAYPAL_WEBHOOK_ID", "webhook id")],
            Choices =
            [
                ("PAYPAL_MODE", "mode"), ("WEBOX_PAYPAL_BASE_URL", "address"), ("WEBOX_PAYPAL_WEBHOOK_VERIFICATION", "webhook verification"),
            ],
            ModeDefault = "test",
        },
        new("bank transfer")
        {
            Keys = [("WEBOX_BANK_IBAN", "IBAN"), ("WEBOX_BANK_BIC", "BIC"), ("WEBOX_BANK_BENEFICIARY", "beneficiary")],
            Choices = [("WEBOX_BANK_TRANSFER_DAYS", "days")],
        },
        Models("OpenAI", "OPENAI_API_KEY", "WEBOX_OPENAI_BASE_URL"),
        Models("Anthropic", "ANTHROPIC_API_KEY", "WEBOX_ANTHROPIC_BASE_URL", ("WEBOX_ANTHROPIC_VERSION", "API version")),
        Models("Google", "GOOGLE_API_KEY", "WEBOX_GOOGLE_BASE_URL", ("WEBOX_GOOGLE_API_VERSION", "API version")),
        Models("Groq", "GROQ_API_KEY", "WEBOX_GROQ_BASE_URL"),
        new("OpenAI-compatible")
        {
            Keys = [("WEBOX_OPENAI_COMPATIBLE_BASE_URL", "address")],
            Companions = [("WEBOX_OPENAI_COMPATIBLE_MODELS", "models")],
            Choices = [("WEBOX_OPENAI_COMPATIBLE_API_KEY", "key")],
        },
        new("S3")
        {
            Keys = [("WEBOX_S3_BUCKET", "bucket"), ("WEBOX_S3_ACCESS_KEY", "access key"), ("WEBOX_S3_SECRET_KEY", "secret key")],
            Companions = [("WEBOX_S3_ENDPOINT", "address"), ("WEBOX_S3_REGION", "region")],
        },
    ];

    /// <summary>What it cannot be called without.</summary>
    public required IReadOnlyList<(string Setting, string Words)> Keys { get; init; }

    /// <summary>What makes sense with the keys only.</summary>
    public IReadOnlyList<(string Setting, string Words)> Companions { get; init; } = [];

    /// <summary>What has a default.</summary>
    public IReadOnlyList<(string Setting, string Words)> Choices { get; init; } = [];

    /// <summary>The mode where no setting says it. Null: none.</summary>
    public string? ModeDefault { get; init; }

    private static KnownProvider Models(string name, string key, string address, params IEnumerable<(string Setting, string Words)> more) =>
        new(name) { Keys = [(key, "key")], Choices = [(address, "address"), .. more] };
}
