using System.Text.RegularExpressions;

namespace Webox.GraphQL.Engine.Tests;

/// <summary>Which rooms of the engine may know which others. See README.md of the engine.</summary>
public partial class ArchitectureTests
{
    private static readonly string Root = FindRoot();

    // The longest name that a file's folder begins with counts.
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Language"] = [],
        ["Types"] = ["Language"],
        ["Types/Annotated"] = ["Language", "Types", "Execution", "Subscriptions", "DataLoaders"],
        ["Types/Conventions"] = ["Language", "Types", "Execution"],
        ["Validation"] = ["Language", "Types"],
        ["Execution"] = ["Language", "Types", "Validation", "Subscriptions"],
        ["Subscriptions"] = ["Language", "Types", "Execution"],
        ["DataLoaders"] = ["Execution"],
        ["AspNetCore"] = ["Language", "Execution", "Hosting"],
        ["Hosting"] = ["Language", "Types", "Validation", "Execution", "Subscriptions", "DataLoaders"],
    };

    // A field holds the delegates that resolve it.
    private static readonly string[] Exceptions = ["Types/Field.cs uses Execution"];

    [Fact]
    public void Each_room_uses_only_those_it_may()
    {
        var uses = Files().SelectMany(file => RoomsIn(File.ReadAllText(Path.Combine(Root, file))).Select(used => (File: file, Used: used))).ToList();

        Assert.True(uses.Count > 100, "The sources were not found.");
        Assert.Equal(
            Exceptions,
            uses.Where(use => !IsAllowed(use.File, use.Used)).Select(use => $"{use.File} uses {use.Used}").Distinct().Order());
    }

    [Fact]
    public void Each_rule_of_validation_has_a_test_file_of_its_own()
    {
        var tests = Directory.GetFiles(Path.Combine(Root, "../../tests/GraphQL.Engine.Tests/Validation"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .ToHashSet();
        var rules = Files().Where(file => file.StartsWith("Validation/", StringComparison.Ordinal) && file.EndsWith("Rule.cs", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(rule => rule != "ValidationRule")
            .ToList();

        Assert.InRange(rules.Count, 35, 60);
        Assert.DoesNotContain(rules, rule => !tests.Contains($"{rule}Tests.cs") && !tests.Contains($"{rule}SdlTests.cs"));
    }

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.DoesNotContain(Files(), file => File.ReadLines(Path.Combine(Root, file)).Count() > 300);

    private static bool IsAllowed(string file, string used)
    {
        var room = MayUse.Keys.Where(room => file.StartsWith($"{room}/", StringComparison.Ordinal)).MaxBy(room => room.Length)!;
        return room.Split('/')[0] == used || MayUse[room].Contains(used);
    }

    private static IEnumerable<string> RoomsIn(string source) => RoomNamespace().Matches(source).Select(match => match.Groups[1].Value).Where(MayUse.ContainsKey);

    private static IEnumerable<string> Files() => Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => file.Contains('/', StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Webox.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "GraphQL.Engine");
    }

    // References in documentation do not count: they bind nothing.
    [GeneratedRegex(@"^using Webox\.GraphQL\.Engine\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex RoomNamespace();
}
