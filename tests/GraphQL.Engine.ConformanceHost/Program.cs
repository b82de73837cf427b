using Webox.GraphQL.Engine.ConformanceHost.Http;
using Webox.GraphQL.Engine.ConformanceHost.Protocol;

// With --http it is a server that the runners of the transports talk to; else the engine behind standard input and output, for
// schemas and data that each request brings along.
if (args.Contains("--http"))
{
    await StockServer.RunAsync([.. args.Where(argument => argument != "--http")]);
    return;
}

await using var input = Console.OpenStandardInput();
await using var output = Console.OpenStandardOutput();
await LineServer.RunAsync(input, output);
