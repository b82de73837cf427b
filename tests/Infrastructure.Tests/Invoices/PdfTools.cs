using System.Diagnostics;

namespace Webox.Infrastructure.Tests.Invoices;

/// <summary>Programs of others that read PDF: poppler's and qpdf.</summary>
internal static class PdfTools
{
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>What a program prints about a file.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"webox-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, [.. arguments.Select(a => a == "{file}" ? file : a)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>Skipped where the program is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactWithAttribute : FactAttribute
{
    public FactWithAttribute(string program)
    {
        if (!PdfTools.Has(program))
        {
            Skip = $"{program} is not installed (Debian: poppler-utils, qpdf).";
        }
    }
}
