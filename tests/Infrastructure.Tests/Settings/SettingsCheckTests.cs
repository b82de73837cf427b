using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Settings;

public sealed partial class SettingsCheckTests
{
    [Theory]
    [InlineData("STRIPE_SECRET_KEY", "sk_test_51Abcdefghijklmnop", SettingStatus.Set, "test")]
    [InlineData("STRIPE_SECRET_KEY", "sk_live_51Abcdefghijklmnop", SettingStatus.Set, "live")]
    [InlineData("STRIPE_SECRET_KEY", "rk_live_51Abcdefghijklmnop", SettingStatus.Set, "live")]
    [InlineData("STRIPE_SECRET_KEY", "sk_test_...", SettingStatus.Placeholder, "test")]
    [InlineData("STRIPE_SECRET_KEY", "pk_test_51Abcdefghijklmnop", SettingStatus.Malformed, null)]
    [InlineData("STRIPE_SECRET_KEY", "", SettingStatus.Missing, null)]
    [InlineData("OPENAI_API_KEY", "sk-proj-abcdefghijklmnopqrstuv", SettingStatus.Set, null)]
    [InlineData("OPENAI_API_KEY", "your-openai-key", SettingStatus.Placeholder, null)]
    [InlineData("OPENAI_API_KEY", "abcdef", SettingStatus.Malformed, null)]
    [InlineData("PAYPAL_MODE", "sandbox", SettingStatus.Set, "test")]
    [InlineData("PAYPAL_MODE", "prod", SettingStatus.Malformed, null)]
    [InlineData("WEBOX_LEASE_MS", "0", SettingStatus.Malformed, null)]
    [InlineData("WEBOX_URLS", "http://127.0.0.1:5080", SettingStatus.Set, null)]
    public void A_setting_is_judged_by_its_form(string name, string value, SettingStatus status, string? mode)
    {
        var report = Check(new() { [name] = value }).Single(report => report.Name == name);

        Assert.Equal((status, mode), (report.Status, report.Mode));
    }

    [Fact]
    public void What_another_setting_needs_is_required()
    {
        var reports = Check(new() { ["STRIPE_SECRET_KEY"] = "sk_test_51Abcdefghijklmnop" });

        Assert.Equal(
            ["STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"],
            reports.Where(report => report.Status is SettingStatus.Required).Select(report => report.Name));
    }

    [Fact]
    public void Test_and_live_keys_of_one_provider_do_not_mix()
    {
        var reports = Check(new()
        {
            ["STRIPE_SECRET_KEY"] = "sk_live_51Abcdefghijklmnop",
            ["STRIPE_PUBLISHABLE_KEY"] = "pk_test_51Abcdefghijklmnop",
        });

        var report = reports.Single(report => report.Status is SettingStatus.ModeMismatch);
        Assert.Equal(("STRIPE_PUBLISHABLE_KEY", "It is test, and STRIPE_SECRET_KEY is live."), (report.Name, report.Problem));
    }

    [Theory]
    [InlineData(23, null)]
    [InlineData(24, "wxyz")]
    public void The_last_four_characters_are_told_of_long_keys_only(int length, string? lastFour)
    {
        var key = ("sk-" + new string('k', length))[..(length - 4)] + "wxyz";

        Assert.Equal(lastFour, Check(new() { ["OPENAI_API_KEY"] = key }).Single(report => report.Name == "OPENAI_API_KEY").LastFour);
    }

    [Fact]
    public void No_report_holds_a_secret_in_whatever_state_it_is()
    {
        var secrets = KnownSettings.All.Where(setting => setting.IsSecret).ToList();
        Assert.True(secrets.Count >= 14);

        foreach (var canary in new[] { "sk_live_CanaryCanaryCanaryCanary", "your-CanaryCanaryCanaryCanary", "Canary", "whsec_CanaryCanaryCanaryCanary", "CanaryCanaryCanaryCanaryCanary" })
        {
            var told = string.Join('\n', Check(secrets.ToDictionary(setting => setting.Name, _ => (string?)canary)));

            Assert.DoesNotContain("Canary", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_example_file_names_every_setting_in_the_same_order_and_gives_none_a_value()
    {
        var example = File.ReadAllLines(Path.Combine(RepositoryRoot(), ".env.example"))
            .Select(line => line.TrimStart('#', ' '))
            .Where(line => line.Contains('=', StringComparison.Ordinal) && line.Split('=')[0].All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter is '_'))
            .ToList();

        Assert.All(example, line => Assert.EndsWith("=", line, StringComparison.Ordinal));
        Assert.Equal(KnownSettings.All.Select(setting => setting.Name + "="), example);
    }

    [Fact]
    public void Every_setting_that_the_source_reads_is_known()
    {
        var read = Directory.GetFiles(Path.Combine(RepositoryRoot(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => SettingName().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Except(KnownSettings.All.Select(setting => setting.Name)));
    }

    [GeneratedRegex("\"(WEBOX_[A-Z0-9_]+[A-Z])\"")]
    private static partial Regex SettingName();

    private static IReadOnlyList<SettingReport> Check(Dictionary<string, string?> settings) =>
        new SettingsCheck(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Check();

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Webox.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
