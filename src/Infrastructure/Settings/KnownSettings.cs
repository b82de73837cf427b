namespace Webox.Infrastructure.Settings;

/// <summary>Every setting that Webox reads, in the order of <c>.env.example</c>, which explains them.</summary>
internal static class KnownSettings
{
    private const string Url = @"https?://[^\s/]+(/\S*)?";
    private const string Count = "[1-9][0-9]{0,8}";
    private const string Dollars = @"[0-9]{1,7}(\.[0-9]{1,6})?";
    private const string TaxRate = @"([A-Z]{2}|\*)(/(DIGITAL|PHYSICAL|CREDIT_PACK))?(@[0-9]{4}-[0-9]{2}-[0-9]{2})?=[0-9]+(\.[0-9]{1,2})?";
    private const string Parcels = @"([A-Z]{2}|\*):[1-9][0-9]{0,8}=[0-9]+(\.[0-9]{1,2})?(,[1-9][0-9]{0,8}=[0-9]+(\.[0-9]{1,2})?)*";
    private const string Password = ".{8,128}";

    public static readonly IReadOnlyList<Setting> All =
    [
        new("ASPNETCORE_ENVIRONMENT") { Form = "Development|Staging|Production" },
        new("WEBOX_URLS") { Form = @"https?://[^\s;/]+(;https?://[^\s;/]+)*/?" },
        new("WEBOX_PUBLIC_URL") { Form = Url },
        new("WEBOX_DATA"),
        new("WEBOX_S3_BUCKET") { Form = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]" },
        new("WEBOX_S3_ENDPOINT") { Form = Url },
        new("WEBOX_S3_REGION") { Form = "[a-z0-9-]{1,32}" },
        new("WEBOX_S3_ACCESS_KEY") { IsSecret = true, Form = "[!-~]+", NeededWith = "WEBOX_S3_BUCKET" },
        new("WEBOX_S3_SECRET_KEY") { IsSecret = true, Form = "[!-~]+", NeededWith = "WEBOX_S3_BUCKET" },
        new("WEBOX_DATABASE") { IsSecret = true, Form = @"(?i:.*(data source|host)\s*=.+)" },
        new("WEBOX_NODE") { Form = "[A-Za-z0-9._-]{1,64}" },
        new("WEBOX_LEASE_MS") { Form = Count },
        new("WEBOX_SLOTS") { Form = Count },
        new("WEBOX_METRICS_TOKEN") { IsSecret = true, Form = @"\S{16,}" },
        new("WEBOX_SECRET") { IsSecret = true, Form = ".{32,}" },
        new("WEBOX_ADMIN_EMAIL") { Form = @"\S+@\S+" },
        new("WEBOX_ADMIN_PASSWORD") { IsSecret = true, Form = Password, NeededWith = "WEBOX_ADMIN_EMAIL" },
        new("WEBOX_SIGN_INS_PER_MINUTE") { Form = Count },
        new("WEBOX_REGISTRATIONS_PER_MINUTE") { Form = Count },
        new("WEBOX_TAX_RATES") { Form = $"{TaxRate}(;{TaxRate})*;?" },
        new("WEBOX_PRICES_INCLUDE_TAX") { Form = "true|false" },
        new("WEBOX_SHIPPING") { Form = $"{Parcels}(;{Parcels})*;?" },
        new("WEBOX_SELLER_NAME") { Form = ".{1,100}" },
        new("WEBOX_SELLER_ADDRESS") { NeededWith = "WEBOX_SELLER_NAME", Form = ".{1,500}" },
        new("WEBOX_SELLER_SIRET") { NeededWith = "WEBOX_SELLER_NAME", Form = "[0-9 ]{14,20}" },
        new("WEBOX_SELLER_VAT_ID") { Form = "[A-Z]{2}[A-Z0-9]{2,13}" },
        new("WEBOX_SELLER_LEGAL") { Form = ".{1,150}" },
        new("WEBOX_SELLER_EMAIL") { Form = @"\S+@\S+" },
        new("WEBOX_CREDIT_PACKS") { Form = @"[0-9]+=[0-9]+(\.[0-9]{1,2})?(;[0-9]+=[0-9]+(\.[0-9]{1,2})?)*;?" },

        new("STRIPE_SECRET_KEY") { IsSecret = true, Form = "(sk|rk)_(test|live)_[A-Za-z0-9_]{10,}", Modes = ("(sk|rk)_live_", "(sk|rk)_test_") },
        new("STRIPE_PUBLISHABLE_KEY") { IsSecret = true, Form = "pk_(test|live)_[A-Za-z0-9_]{10,}", Modes = ("pk_live_", "pk_test_"), NeededWith = "STRIPE_SECRET_KEY", SameModeAs = "STRIPE_SECRET_KEY" },
        new("STRIPE_WEBHOOK_SECRET") { IsSecret = true, Form = "whsec_[A-Za-z0-9+/=_-]{16,}(, *whsec_[A-Za-z0-9+/=_-]{16,})*", NeededWith = "STRIPE_SECRET_KEY" },
        new("WEBOX_STRIPE_VERSION") { Form = @"[0-9]{4}-[0-9]{2}-[0-9]{2}(\.[a-z]{1,32})?" },
        new("PAYPAL_CLIENT_ID") { IsSecret = true, Form = "[A-Za-z0-9_-]{16,}" },
        new("PAYPAL_CLIENT_SECRET") { IsSecret = true, Form = "[A-Za-z0-9_-]{16,}", NeededWith = "PAYPAL_CLIENT_ID" },
        new("PAYPAL_MODE") { Form = "live|sandbox", Modes = ("live", "sandbox") },
        new("PAYPAL_WEBHOOK_ID") { IsSecret = true, Form = "[A-Za-z0-9_-]{8,}", NeededWith = "PAYPAL_CLIENT_ID" },
        new("WEBOX_PAYPAL_WEBHOOK_VERIFICATION") { Form = "certificate|call" },
        new("WEBOX_PAYPAL_WEBHOOK_ROOTS"),
        new("WEBOX_BANK_IBAN") { Form = "[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]{11,}" },
        new("WEBOX_BANK_BIC") { Form = "[A-Za-z0-9]{8}([A-Za-z0-9]{3})?", NeededWith = "WEBOX_BANK_IBAN" },
        new("WEBOX_BANK_BENEFICIARY") { Form = ".{1,70}", NeededWith = "WEBOX_BANK_IBAN" },
        new("WEBOX_BANK_TRANSFER_DAYS") { Form = "[1-9]|[12][0-9]|30" },
        new("WEBOX_PAYMENT_CAPTURE") { Form = "automatic|manual" },
        new("WEBOX_MISFIT_PAYMENTS") { Form = "review|refund" },
        new("WEBOX_STRIPE_BASE_URL") { Form = Url },
        new("WEBOX_PAYPAL_BASE_URL") { Form = Url },

        new("WEBOX_MODELS"),
        new("WEBOX_LEGACY_MODELS") { Form = @"[a-z-]+/\S+(\s*,\s*[a-z-]+/\S+)*" },
        new("OPENAI_API_KEY") { IsSecret = true, Form = "sk-[A-Za-z0-9_-]{16,}" },
        new("ANTHROPIC_API_KEY") { IsSecret = true, Form = "sk-ant-[A-Za-z0-9_-]{16,}" },
        new("GOOGLE_API_KEY") { IsSecret = true, Form = "[A-Za-z0-9_.-]{24,}" },
        new("GROQ_API_KEY") { IsSecret = true, Form = "gsk_[A-Za-z0-9]{16,}" },
        new("WEBOX_OPENAI_COMPATIBLE_API_KEY") { IsSecret = true },
        new("WEBOX_OPENAI_COMPATIBLE_BASE_URL") { Form = Url },
        new("WEBOX_OPENAI_COMPATIBLE_MODELS") { NeededWith = "WEBOX_OPENAI_COMPATIBLE_BASE_URL" },
        new("WEBOX_OPENAI_BASE_URL") { Form = Url },
        new("WEBOX_ANTHROPIC_BASE_URL") { Form = Url },
        new("WEBOX_GOOGLE_BASE_URL") { Form = Url },
        new("WEBOX_GROQ_BASE_URL") { Form = Url },
        new("WEBOX_ANTHROPIC_VERSION") { Form = "2023-06-01|2026-10-21" },
        new("WEBOX_GOOGLE_API_VERSION") { Form = "v[0-9]+[a-z0-9]*" },
        new("WEBOX_OPENAI_RPM") { Form = Count },
        new("WEBOX_ANTHROPIC_RPM") { Form = Count },
        new("WEBOX_GOOGLE_RPM") { Form = Count },
        new("WEBOX_GROQ_RPM") { Form = Count },
        new("WEBOX_OPENAI_COMPATIBLE_RPM") { Form = Count },
        new("WEBOX_OPENAI_DAILY_USD") { Form = Dollars },
        new("WEBOX_ANTHROPIC_DAILY_USD") { Form = Dollars },
        new("WEBOX_GOOGLE_DAILY_USD") { Form = Dollars },
        new("WEBOX_GROQ_DAILY_USD") { Form = Dollars },
        new("WEBOX_OPENAI_COMPATIBLE_DAILY_USD") { Form = Dollars },
    ];
}
