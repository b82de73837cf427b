using Microsoft.Extensions.Configuration;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Settings;

public sealed class SettingsRegistrationTests : IDisposable
{
    private readonly string _near = Directory.CreateTempSubdirectory("webox-env-").FullName;
    private readonly string _far = Directory.CreateTempSubdirectory("webox-env-").FullName;

    public void Dispose()
    {
        Directory.Delete(_near, recursive: true);
        Directory.Delete(_far, recursive: true);
    }

    [Fact]
    public void The_environment_wins_over_the_near_file_which_wins_over_the_far_one()
    {
        File.WriteAllText(Path.Combine(_near, ".env"), "WEBOX_NODE=near\nWEBOX_URLS=near");
        File.WriteAllText(Path.Combine(_far, ".env"), "WEBOX_NODE=far\nWEBOX_URLS=far\nWEBOX_DATA=far");
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_NODE"] = "environment" });

        configuration.AddSettings(_near, _far);

        Assert.Equal(("environment", "near", "far"), (configuration["WEBOX_NODE"], configuration["WEBOX_URLS"], configuration["WEBOX_DATA"]));
    }

    [Fact]
    public void A_secret_may_lie_in_a_file_of_its_own()
    {
        var file = Path.Combine(_near, "secret");
        File.WriteAllText(file, "from the file\n");
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WEBOX_SECRET_FILE"] = file, ["GROQ_API_KEY_FILE"] = file, ["GROQ_API_KEY"] = "given", ["WEBOX_NODE_FILE"] = file,
        });

        configuration.AddSettings(_near);

        Assert.Equal(("from the file", "given", null), (configuration["WEBOX_SECRET"], configuration["GROQ_API_KEY"], configuration["WEBOX_NODE"]));
    }

    [Fact]
    public void A_broken_file_is_named_with_its_line()
    {
        var file = Path.Combine(_near, ".env");
        File.WriteAllText(file, "sk_live_secret");
        using var configuration = new ConfigurationManager();

        Assert.Equal($"{file}: Line 1 is not NAME=value.", Assert.Throws<FormatException>(() => configuration.AddSettings(_near)).Message);
    }
}
