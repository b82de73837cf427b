namespace Webox.Application.Operations;

/// <summary>Looks at the settings without telling them.</summary>
public interface ISettingsCheck
{
    /// <summary>Every setting that Webox knows, in the order of <c>.env.example</c>.</summary>
    IReadOnlyList<SettingReport> Check();
}

/// <param name="Mode"><c>test</c> or <c>live</c>. Null for settings that have no such thing, and for those that are not set.</param>
/// <param name="Length">In characters. Null when it is not set.</param>
/// <param name="LastFour">The last four characters of a key of at least 24. Null otherwise.</param>
/// <param name="Problem">What is wrong and what to do. Null when nothing.</param>
public sealed record SettingReport(string Name, SettingStatus Status, string? Mode, int? Length, string? LastFour, string? Problem);

public enum SettingStatus
{
    Set,

    /// <summary>Not set, and nothing else needs it.</summary>
    Missing,

    /// <summary>Not set, although something else that is set needs it.</summary>
    Required,

    /// <summary>Still the text of an example.</summary>
    Placeholder,

    /// <summary>Not of the form that its owner gives out.</summary>
    Malformed,

    /// <summary>Test mode where its sibling is live, or the other way round.</summary>
    ModeMismatch,
}
