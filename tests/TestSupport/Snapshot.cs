using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace Webox.TestSupport;

/// <summary>
/// Compares a value with the file <c>__snapshots__/Class.Test.ext</c> beside the test. A missing or different file fails the
/// test and leaves the new text at <c>*.received</c>; <c>UPDATE_SNAPSHOTS=1</c> accepts it. Review the difference as you would code.
/// </summary>
public static class Snapshot
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <param name="value">Text is compared as it is, anything else as indented JSON.</param>
    public static void MatchSnapshot(
        this object value, string extension = "json", [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        var actual = (value as string ?? JsonSerializer.Serialize(value, Readable)).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "__snapshots__")).FullName;
        var path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(file)}.{test}.{extension}");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        File.Delete(path + ".received");
        if (!File.Exists(path) || File.ReadAllText(path) != actual)
        {
            File.WriteAllText(path + ".received", actual);
            Assert.Fail($"Snapshot differs: diff {path} {path}.received");
        }
    }
}
