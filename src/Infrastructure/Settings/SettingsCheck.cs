using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Settings;

internal sealed partial class SettingsCheck(IConfiguration configuration) : ISettingsCheck
{
    /// <summary>Of a key this long, the last four characters tell which one it is and give nothing away.</summary>
    private const int LengthForLastFour = 24;

    public IReadOnlyList<SettingReport> Check() => [.. KnownSettings.All.Select(Check)];

    private SettingReport Check(Setting setting)
    {
        if (configuration[setting.Name] is not { Length: > 0 } value)
        {
            return setting.NeededWith is { } other && !string.IsNullOrEmpty(configuration[other])
                ? new SettingReport(setting.Name, SettingStatus.Required, null, null, null, $"{other} is set and needs it.")
                : new SettingReport(setting.Name, SettingStatus.Missing, null, null, null, null);
        }

        var (status, problem) = Judge(setting, value);
        var lastFour = setting.IsSecret && value.Length >= LengthForLastFour && status is SettingStatus.Set ? value[^4..] : null;
        return new SettingReport(setting.Name, status, setting.ModeOf(value), value.Length, lastFour, problem);
    }

    private (SettingStatus Status, string? Problem) Judge(Setting setting, string value)
    {
        if (Placeholder().IsMatch(value))
        {
            return (SettingStatus.Placeholder, "It is still the text of an example.");
        }

        if (!setting.IsWellFormed(value))
        {
            return (SettingStatus.Malformed, "It has not the form that is expected.");
        }

        var sibling = KnownSettings.All.FirstOrDefault(other => other.Name == setting.SameModeAs);
        return sibling is not null && configuration[sibling.Name] is { Length: > 0 } theirs
            && (setting.ModeOf(value), sibling.ModeOf(theirs)) is ({ } mine, { } other) && mine != other
            ? (SettingStatus.ModeMismatch, $"It is {mine}, and {sibling.Name} is {other}.")
            : (SettingStatus.Set, null);
    }

    [GeneratedRegex("your[-_ ]|change[-_ ]?(me|this)|example|placeholder|^(sk|pk|rk)_(test|live)_(\\.|x|\\*)|^whsec_(\\.|x|\\*)|x{6,}|\\.\\.\\.|^<.*>$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
