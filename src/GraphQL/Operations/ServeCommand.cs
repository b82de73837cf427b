using Webox.Application.Operations;
using Webox.GraphQL.Security;

namespace Webox.GraphQL.Operations;

internal static class ServeCommand
{
    public static async Task<int> RunAsync(WebApplication app, bool json)
    {
        await StartAsync(app);
        foreach (var url in app.Urls)
        {
            Console.WriteLine(app.Environment.IsDevelopment() ? $"Webox serves {url}/graphql: open it in a browser to explore." : $"Webox serves {url}/graphql");
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <exception cref="StartRefusedException">It must not start like this.</exception>
    internal static async Task StartAsync(WebApplication app)
    {
        await FieldPolicies.CheckAsync(app.Services);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IStartUp>().PrepareAsync(app.Lifetime.ApplicationStopping);
        }

        await app.StartAsync();
    }
}
