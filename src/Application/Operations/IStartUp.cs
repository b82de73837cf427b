namespace Webox.Application.Operations;

/// <summary>What must be done before the first request.</summary>
public interface IStartUp
{
    /// <summary>
    /// Checks the settings, takes the database for this process, brings its tables up to date, fills an empty shop and makes
    /// the first administrator.
    /// </summary>
    /// <exception cref="StartRefusedException">Settings are unsafe, or another process has the SQLite file.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
