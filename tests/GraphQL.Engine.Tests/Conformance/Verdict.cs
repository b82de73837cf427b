using System.Text.Json;

namespace Webox.GraphQL.Engine.Tests.Conformance;

/// <summary>How well errors agree with what a case expects.</summary>
public enum Verdict
{
    /// <summary>Accepted what is to be refused, or the other way round.</summary>
    Wrong,

    /// <summary>Refused or accepted as it should be, but errors stand at other places.</summary>
    SameOutcome,

    /// <summary>Errors stand at the same places, in other words.</summary>
    SamePlaces,

    SameWording,
}

public static class Verdicts
{
    /// <summary>Against the expectation that agrees best. The order of errors does not count.</summary>
    public static Verdict Judge(ConformanceCase @case, IReadOnlyList<IError> errors) =>
        @case.Expectations.Max(expectation => Judge(expectation, errors));

    private static Verdict Judge(JsonElement expectation, IReadOnlyList<IError> errors)
    {
        if (expectation.GetProperty("ok").GetBoolean())
        {
            return errors.Count == 0 ? Verdict.SameWording : Verdict.Wrong;
        }

        if (errors.Count == 0)
        {
            return Verdict.Wrong;
        }

        var expected = expectation.GetProperty("errors").EnumerateArray().ToArray();
        return !AreEqual(expected.Select(Place), errors.Select(Place)) ? Verdict.SameOutcome
            : !AreEqual(expected.Select(Sentence), errors.Select(Sentence)) ? Verdict.SamePlaces
            : Verdict.SameWording;
    }

    private static bool AreEqual(IEnumerable<string> one, IEnumerable<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));

    private static string Place(JsonElement error) => error.TryGetProperty("locations", out var locations)
        ? Place(locations.EnumerateArray().Select(at => new Location(at.GetProperty("line").GetInt32(), at.GetProperty("column").GetInt32())))
        : "";

    private static string Place(IError error) => Place(error.Locations ?? []);

    private static string Place(IEnumerable<Location> locations) =>
        string.Join(' ', locations.OrderBy(at => at.Line).ThenBy(at => at.Column).Select(at => $"{at.Line}:{at.Column}"));

    private static string Sentence(JsonElement error) => $"{Place(error)} {error.GetProperty("message").GetString()}";

    private static string Sentence(IError error) => $"{Place(error)} {error.Message}";
}
