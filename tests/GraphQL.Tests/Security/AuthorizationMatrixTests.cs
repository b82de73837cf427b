using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Security;
using Webox.GraphQL.Tests.Security.Matrix;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Security;

/// <summary>
/// Every field of the schema and what becomes of it for each who may ask. The table is made from the schema, so that a new field changes
/// it: read the new line as you would code.
/// </summary>
public sealed class AuthorizationMatrixTests
{
    // What takes something away comes last, or the others would find nothing.
    private static readonly string[] Endings = ["cancel", "clear", "delete", "disable", "remove", "refund", "reset", "lock", "revoke", "sign", "change"];

    [Fact]
    public async Task Every_field_answers_each_who_asks_as_the_table_says()
    {
        await using var estate = await Estate.SettleAsync();
        var schema = estate.App.Services.GetRequiredService<Schema>();
        var arguments = new SampleArguments(estate);
        var cells = new Cells(estate, arguments);
        var paths = await new ObjectPaths(estate, schema, arguments).FindAsync();

        List<string> table = [$"# {string.Join(" | ", estate.Columns.Select(column => column.Name))}"];
        var open = new List<string>();
        await AddRootAsync("query", schema.QueryType!.Fields.Values);
        await AddRootAsync("subscription", schema.SubscriptionType!.Fields.Values);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(IsBelowRoot).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            await AddTypeAsync(type);
        }

        await AddRootAsync("mutation", schema.MutationType!.Fields.Values.OrderBy(Ending));

        string.Join('\n', table).MatchSnapshot("txt");
        Assert.Empty(open);
        AssertNothingLeaked();

        bool IsBelowRoot(ObjectType type) =>
            type != schema.QueryType && type != schema.MutationType && type != schema.SubscriptionType && !type.Name.StartsWith("__", StringComparison.Ordinal);

        async Task AddRootAsync(string operation, IEnumerable<Field> fields)
        {
            foreach (var field in fields)
            {
                List<string> row = [];
                foreach (var column in estate.Columns)
                {
                    row.Add(await cells.OfRootAsync(operation, field, column));
                }

                Assert.True(row[0] == row[1] && row[0] == row[2], $"A bad token is more than none for {field.Name}: {string.Join(", ", row[..3])}");
                table.Add($"{operation} {field.Name}: {string.Join(" | ", row)}");
            }
        }

        async Task AddTypeAsync(ObjectType type)
        {
            if (!paths.TryGetValue(type.Name, out var path))
            {
                // Parts of answers to mutations and of states that this estate is not in: whoever got the whole got them.
                Assert.Equal(Reach.Part, TypePolicies.Find(type.Name));
                table.Add($"{type.Name} (in answers): {string.Join(' ', type.Fields.Keys)}");
                return;
            }

            List<IReadOnlyDictionary<string, string>> columns = [];
            foreach (var column in estate.Columns)
            {
                columns.Add(await cells.OfObjectAsync(type, path, column));
            }

            foreach (var name in columns[0].Keys)
            {
                table.Add($"{type.Name}.{name}: {string.Join(" | ", columns.Select(column => column[name]))}");
                open.AddRange(estate.Columns
                    .Where((column, place) => columns[place][name] == "ok" && !MayReach(type.Name, column))
                    .Select(column => $"{column.Name} reads {type.Name}.{name}"));
            }

            Assert.Contains(columns, column => column.Values.Contains("ok"));
        }

        void AssertNothingLeaked() => Assert.Empty(cells.Answers
            .Where(answer => !answer.Column.IsOwner && !answer.Column.IsReadingStaff && answer.Answer.Contains(Estate.Canary, StringComparison.OrdinalIgnoreCase))
            .Where(answer => answer.Field != "signIn")
            .Select(answer => $"{answer.Column.Name} saw something of the owner's in {answer.Field}: {answer.Answer}"));
    }

    // Nobody is there any more after it.
    private static int Ending(Field field) => field.Name == "deleteAccount" ? Endings.Length : Array.FindIndex(Endings, verb => field.Name.StartsWith(verb, StringComparison.Ordinal));

    private static bool MayReach(string type, Column column) => TypePolicies.Find(type) switch
    {
        Reach.Owner => column.IsOwner,
        Reach.OwnerAndStaff => column.IsOwner || column.IsReadingStaff,
        Reach.Staff => column.IsStaff,

        // Parts are where their wholes are: the whole's row says who gets there.
        Reach.Everyone or Reach.Part => true,
        var reach => throw new InvalidOperationException($"{type}: {reach}"),
    };
}
