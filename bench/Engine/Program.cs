using BenchmarkDotNet.Running;
using Webox.Bench.Engine;
using Webox.Bench.Engine.Http;

return args switch
{
    ["serve", var kind] => await Server.RunAsync(kind),
    ["compare", .. var numbers] => await Comparison.RunAsync(numbers),
    ["micro", .. var rest] => Micro(rest),
    _ => Usage(),
};

static int Micro(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("usage: compare [ROUNDS [SECONDS]] | micro [options of BenchmarkDotNet] | serve engine|bound");
    return 64;
}
