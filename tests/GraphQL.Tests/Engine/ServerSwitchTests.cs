using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Webox.GraphQL.Accounts;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Engine;

/// <summary>One property of the project puts HotChocolate in the place of the engine. See docs/decisions/0002.</summary>
public sealed class ServerSwitchTests
{
    private static readonly string Root = FindRoot();

    private static readonly string[] BeyondTheTable =
    [
        "DataLoaderBase", // Where BatchDataLoader inherits from, there as here.
        "DefaultValue", // HotChocolate.Types.DefaultValueAttribute.
        "ISocketConnection", // HotChocolate.AspNetCore.Subscriptions.ISocketConnection, the type of ISocketSession.Connection.

        // Engine.cs only, which is exchanged.
        "CostBudgetOptions",
        "NamedType",
        "NodeId",
        "ScalarType",
        "SchemaPrinter",
    ];

    [Fact]
    public async Task The_engine_is_the_default_and_no_package_of_hotchocolate_is_needed()
    {
        var items = await EvaluateAsync();

        Assert.Contains(items["ProjectReference"], reference => reference.EndsWith("GraphQL.Engine.csproj", StringComparison.Ordinal));
        Assert.DoesNotContain(items["PackageReference"], IsHotChocolate);
        Assert.DoesNotContain(items["Using"], IsHotChocolate);
        Assert.Contains("Engine.cs", items["Compile"]);
        Assert.DoesNotContain("HotChocolate.cs", items["Compile"]);
    }

    [Fact]
    public async Task The_property_changes_references_usings_and_one_file()
    {
        var ours = await EvaluateAsync();
        var theirs = await EvaluateAsync("-p:GraphQLServer=HotChocolate");

        Assert.DoesNotContain(theirs["ProjectReference"], reference => reference.Contains("GraphQL.Engine", StringComparison.Ordinal));
        Assert.Equal(
            ["HotChocolate.AspNetCore", "HotChocolate.AspNetCore.Authorization", "HotChocolate.Data.EntityFramework"],
            theirs["PackageReference"].Except(ours["PackageReference"]).Order());
        Assert.DoesNotContain(theirs["Using"], name => name.StartsWith("Webox.GraphQL.Engine", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string> { "GreenDonut", "HotChocolate", "HotChocolate.Types", "HotChocolate.Types.Relay", "HotChocolate.Subscriptions" },
            theirs["Using"].ToHashSet());
        Assert.Equal(["Engine.cs"], ours["Compile"].Except(theirs["Compile"]));
        Assert.Equal(["HotChocolate.cs"], theirs["Compile"].Except(ours["Compile"]));
    }

    [Fact]
    public void No_file_but_the_one_that_is_exchanged_names_the_engine()
    {
        var api = Path.Combine(Root, "src/GraphQL");
        var files = Directory.GetFiles(api, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(api, file).StartsWith("obj", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("Webox.GraphQL.Engine", StringComparison.Ordinal));

        Assert.Equal(["Engine.cs"], files.Select(Path.GetFileName).Except(["HotChocolate.cs"]).Order());
    }

    [Fact]
    public void The_api_uses_no_more_of_the_engine_than_the_list_beside_this_file()
    {
        var allowed = File.ReadAllLines(Path.Combine(Root, "tests/GraphQL.Tests/Engine/AllowedUse.txt"));

        var beyond = EngineUse.Of(typeof(AccountMutations).Assembly.Location).Except(allowed).ToList();

        Assert.True(beyond.Count == 0, string.Join('\n', beyond));
    }

    [ContractFact]
    public void What_the_api_uses_is_in_the_table_of_hotchocolates_programming_model()
    {
        var table = File.ReadAllText(Path.Combine(Contracts.Folder!, "../hotchocolate-api.md"));
        var types = EngineUse.Of(typeof(AccountMutations).Assembly.Location)
            .Where(use => !use.Contains(':', StringComparison.Ordinal))
            .Select(type => Regex.Replace(type.Split('.')[^1], "Attribute$", ""))
            // Where extension methods stand does not show in the sources that call them.
            .Where(name => !name.EndsWith("Extensions", StringComparison.Ordinal));

        Assert.Equal(BeyondTheTable.Order(StringComparer.Ordinal), types.Where(name => !Regex.IsMatch(table, $@"\b{name}\b")).Order());
    }

    private static bool IsHotChocolate(string name) => name.StartsWith("HotChocolate", StringComparison.Ordinal) || name.StartsWith("GreenDonut", StringComparison.Ordinal);

    /// <summary>What MSBuild makes of the project file, without restoring or building anything.</summary>
    private static async Task<Dictionary<string, string[]>> EvaluateAsync(params string[] properties)
    {
        string[] arguments = ["msbuild", "GraphQL.csproj", "-nologo", "-nodeReuse:false", "-getItem:ProjectReference,PackageReference,Using,Compile", .. properties];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Path.Combine(Root, "src/GraphQL"),
            RedirectStandardOutput = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output);

        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetProperty("Items").EnumerateObject().ToDictionary(
            items => items.Name,
            items => items.Value.EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!.Replace('\\', '/')).ToArray());
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Webox.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
