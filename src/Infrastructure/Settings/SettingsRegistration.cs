using Microsoft.Extensions.Configuration;

namespace Webox.Infrastructure.Settings;

public static class SettingsRegistration
{
    /// <summary>
    /// Adds the settings of the <c>.env</c> files in these folders, below the environment, which wins; the first folder wins over
    /// the second. A secret may also come from the file that its name with <c>_FILE</c> names: <c>WEBOX_SECRET_FILE</c>.
    /// </summary>
    /// <exception cref="FormatException">A line of a file is not <c>NAME=value</c>.</exception>
    public static void AddSettings(this ConfigurationManager configuration, params IEnumerable<string> folders)
    {
        foreach (var file in folders.Select(folder => Path.GetFullPath(Path.Combine(folder, ".env"))).Distinct().Where(File.Exists))
        {
            configuration.Sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = Read(file) });
        }

        var fromFiles = KnownSettings.All
            .Where(setting => setting.IsSecret && string.IsNullOrEmpty(configuration[setting.Name]) && !string.IsNullOrEmpty(configuration[setting.Name + "_FILE"]))
            .ToDictionary(setting => setting.Name, setting => (string?)File.ReadAllText(configuration[setting.Name + "_FILE"]!).Trim());
        configuration.AddInMemoryCollection(fromFiles);
    }

    private static IReadOnlyDictionary<string, string?> Read(string file)
    {
        try
        {
            return DotEnvFile.Parse(File.ReadAllText(file));
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{file}: {exception.Message}", exception);
        }
    }
}
