using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Tests.Security.Matrix;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Security;

public sealed class UnstorableTextTests
{
    /// <summary>PostgreSQL stores no zero character and fails at a statement with one, be it a question.</summary>
    [Theory, OnPostgres]
    public async Task A_zero_character_is_refused_or_finds_nothing_in_every_field(DatabaseKind kind)
    {
        await using var estate = await Estate.SettleAsync(kind);
        var schema = estate.App.Services.GetRequiredService<Schema>();
        var paths = await new ObjectPaths(estate, schema, new SampleArguments(estate)).FindAsync();
        var cells = new Cells(estate, new SampleArguments(estate, "\\u0000x"));
        List<string> broken = [];
        Column[] columns = [estate.Owner, estate.Columns.Single(column => column.Name == "admin")];
        foreach (var column in columns)
        {
            await AskRootAsync("query", schema.QueryType!, column);
            foreach (var (type, path) in paths)
            {
                foreach (var (field, outcome) in await cells.OfObjectAsync((ObjectType)schema.FindType(type)!, path, column))
                {
                    Note($"{type}.{field}", outcome);
                }
            }
        }

        foreach (var column in columns)
        {
            await AskRootAsync("mutation", schema.MutationType!, column);
        }

        Assert.Empty(broken.Distinct());

        async Task AskRootAsync(string operation, ObjectType root, Column column)
        {
            foreach (var field in root.Fields.Values)
            {
                Note(field.Name, await cells.OfRootAsync(operation, field, column));
            }
        }

        void Note(string field, string outcome)
        {
            if (outcome == "INTERNAL")
            {
                broken.Add(field);
            }
        }
    }
}
