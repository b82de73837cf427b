using System.Text.RegularExpressions;

namespace Webox.Infrastructure.Settings;

/// <summary>One setting, by the name it has in the environment and in <c>.env</c>.</summary>
internal sealed record Setting(string Name)
{
    /// <summary>Its value reaches no output.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The form of a well-formed value. Null: any.</summary>
    public string? Form { get; init; }

    /// <summary>The form of the beginning of values that move real money, and of those that do not.</summary>
    public (string Live, string Test)? Modes { get; init; }

    /// <summary>It is needed when that one is set. Null: never needed.</summary>
    public string? NeededWith { get; init; }

    /// <summary>It must be in the mode (test or live) of that one. Null: no matter.</summary>
    public string? SameModeAs { get; init; }

    public bool IsWellFormed(string value) => Form is null || Regex.IsMatch(value, $"^(?:{Form})$", RegexOptions.NonBacktracking);

    /// <summary><c>live</c>, <c>test</c>, or null.</summary>
    public string? ModeOf(string value) =>
        Modes is not { } modes ? null
        : Begins(value, modes.Live) ? "live"
        : Begins(value, modes.Test) ? "test"
        : null;

    private static bool Begins(string value, string form) => Regex.IsMatch(value, $"^(?:{form})", RegexOptions.NonBacktracking);
}
