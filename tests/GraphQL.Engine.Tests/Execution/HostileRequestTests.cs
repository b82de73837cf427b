using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>Requests made to be expensive, under the default limits: each is refused for the price of a small page.</summary>
public class HostileRequestTests
{
    private const string SchedulerStatistics = "/proc/thread-self/schedstat";
    private const long AllocationMax = 16 * 1024 * 1024;

    // Of processor, not of time: what else the machine does is not counted. The least of some runs, so that compiling is not either.
    private static readonly TimeSpan ProcessorMax = TimeSpan.FromMilliseconds(50);

    private static readonly Schema Node = SdlSchemaBuilder.Build(Parser.ParseDocument("""
        type Query { node(id: ID, filter: Filter): Node }
        type Node { node: Node other: Node id: ID nodes(first: Int): [Node!]! }
        input Filter { and: [Filter!] id: ID }
        """));

    public static TheoryData<string, string, string> Documents => new()
    {
        { "aliases", $"{{ {Repeat(10_000, i => $"a{i}: node {{ id }} ")} }}", ErrorCodes.TooManyAliases },
        { "aliases of __typename", $"{{ {Repeat(10_000, i => $"a{i}: __typename ")} }}", ErrorCodes.TooManyAliases },
        { "fields", $"{{ node {{ {Repeat(10_000, _ => "id ")} }} }}", ErrorCodes.TooManyFields },
        { "directives", $"{{ node {{ id {Repeat(10_000, _ => "@include(if: true) ")} }} }}", ErrorCodes.TooManyDirectives },
        { "unknown directives", $"{{ __typename {Repeat(10_000, _ => "@a ")} }}", ErrorCodes.TooManyDirectives },
        { "fragments", "{ node { id } }" + Repeat(10_000, i => $"fragment F{i} on Node {{ id }} "), ErrorCodes.TooManyFragments },
        {
            "a web of fragments",
            "{ node { ...F0 } }" + Repeat(150, i => $"fragment F{i} on Node {{ id {Repeat(150, j => $"...F{j} ")} }} "),
            ErrorCodes.TooManyTokens
        },
        {
            "a small web of fragments",
            "{ node { ...F0 } }" + Repeat(25, i => $"fragment F{i} on Node {{ id node {{ {Repeat(24 - i, j => $"...F{i + j + 1} ")} id }} }} "),
            ErrorCodes.TooManyFragments
        },
        {
            "a circle of fragments",
            "{ node { ...F0 } }" + Repeat(40, i => $"fragment F{i} on Node {{ node {{ ...F{(i + 1) % 40} }} }} "),
            ErrorCodes.ValidationFailed
        },
        {
            "fragments that double",
            "{ node { ...F0 } }" + Repeat(40, i => $"fragment F{i} on Node {{ node {{ ...F{i + 1} }} other {{ ...F{i + 1} }} }} ")
                + "fragment F40 on Node { id }",
            ErrorCodes.QueryTooDeep
        },
        { "variables", $"query({Repeat(10_000, i => $"$v{i}: Int ")}) {{ __typename }}", ErrorCodes.TooManyTokens },
        { "unused variables", $"query({Repeat(300, i => $"$v{i}: Int ")}) {{ __typename }}", ErrorCodes.ValidationFailed },
        { "unknown fields", $"{{ {Repeat(400, i => $"nope{i} ")} }}", ErrorCodes.ValidationFailed },
        { "nesting", string.Concat(Enumerable.Repeat("{ node ", 100_000)), ErrorCodes.NestedTooDeeply },
        { "depth", $"{{ {Repeat(40, _ => "node { ")} id {Repeat(40, _ => "} ")} }}", ErrorCodes.QueryTooDeep },
        { "a deep input", $"{{ node(filter: {Repeat(100_000, _ => "{ and: ")}", ErrorCodes.NestedTooDeeply },
        {
            "introspection",
            $"{{ __schema {{ types {{ {Repeat(20, _ => "fields { type { ")} name {Repeat(20, _ => "} } ")} }} }} }}",
            ErrorCodes.IntrospectionDisabled
        },
        { "an endless string", $"{{ node(id: \"{new string('x', 200_000)}", ErrorCodes.SyntaxError },
        { "an endless comment", $"#{new string('x', 200_000)}", ErrorCodes.SyntaxError },
        { "blanks", new string(',', 250_000), ErrorCodes.SyntaxError },
    };

    [Theory]
    [MemberData(nameof(Documents), DisableDiscoveryEnumeration = true)]
    public async Task A_hostile_document_is_refused_cheaply(string kind, string document, string code)
    {
        var executor = new RequestExecutor(Node, new RequestExecutorOptions(), new ServiceCollection().BuildServiceProvider(), []);
        var request = OperationRequestBuilder.New().SetDocument(document).Build();

        var (answer, processor, allocated) = await MeasureAsync(() => executor.ExecuteAsync(request));

        Assert.False(answer.HasData, kind);
        Assert.Contains(answer.Errors, error => error.Code == code);
        Assert.InRange(answer.Errors.Count, 1, 10);
        Assert.InRange(allocated, 0, AllocationMax);
        Assert.InRange(processor, TimeSpan.Zero, ProcessorMax);
    }

    /// <summary>A refusal waits for nothing, so it is all done on this thread.</summary>
    private static async Task<(IOperationResult Answer, TimeSpan Processor, long Allocated)> MeasureAsync(Func<ValueTask<IExecutionResult>> execute)
    {
        const int Runs = 5;
        var least = TimeSpan.MaxValue;
        var allocated = 0L;
        IExecutionResult? answer = null;
        for (var run = 0; run < Runs; run++)
        {
            var before = ThreadProcessorTime();
            var bytesBefore = GC.GetAllocatedBytesForCurrentThread();
            var pending = execute().AsTask();
            Assert.True(pending.IsCompletedSuccessfully, "the refusal waited");
            answer = await pending;
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytesBefore;
            var used = ThreadProcessorTime() - before;
            least = used < least ? used : least;
        }

        return ((IOperationResult)answer!, least, allocated);
    }

    /// <summary>The first figure of https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat; zero on other systems.</summary>
    private static TimeSpan ThreadProcessorTime() => File.Exists(SchedulerStatistics)
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(SchedulerStatistics).Split(' ')[0], CultureInfo.InvariantCulture) / 1000.0)
        : TimeSpan.Zero;

    private static string Repeat(int times, Func<int, string> text) => string.Concat(Enumerable.Range(0, times).Select(text));
}
