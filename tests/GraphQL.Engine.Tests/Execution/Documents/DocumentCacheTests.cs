using Webox.GraphQL.Engine.Execution.Documents;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution.Documents;

public class DocumentCacheTests
{
    private static readonly Schema Schema = SdlSchemaBuilder.Build(Parser.ParseDocument("type Query { a: Int }"));

    [Fact]
    public void The_document_unused_for_longest_goes_first()
    {
        var cache = new DocumentCache(2, 1000);
        cache.Add(Document("{ a }"));
        cache.Add(Document("{ b: a }"));
        Assert.NotNull(cache.Find("{ a }"));
        cache.Add(Document("{ c: a }"));

        Assert.Equal(2, cache.Count);
        Assert.Null(cache.Find("{ b: a }"));
        Assert.NotNull(cache.Find("{ a }"));
        Assert.NotNull(cache.Find("{ c: a }"));
    }

    [Fact]
    public void Texts_take_no_more_than_the_bytes_allowed()
    {
        var cache = new DocumentCache(100, 60);
        cache.Add(Document("{ aaa: a }"));
        cache.Add(Document("{ bbb: a }"));
        cache.Add(Document("{ ccc: a }"));
        cache.Add(Document("{ ddd: a }"));

        Assert.Equal(3, cache.Count);
        Assert.Null(cache.Find("{ aaa: a }"));
    }

    [Fact]
    public void A_document_larger_than_the_cache_does_not_empty_it()
    {
        var cache = new DocumentCache(100, 40);
        cache.Add(Document("{ a }"));
        cache.Add(Document("{ a a a a a a a a a a a a a a }"));

        Assert.Equal(1, cache.Count);
        Assert.NotNull(cache.Find("{ a }"));
    }

    [Fact]
    public void The_same_document_is_kept_once()
    {
        var cache = new DocumentCache(100, 1000);
        cache.Add(Document("{ a }"));
        cache.Add(Document("{ a }"));

        Assert.Equal(1, cache.Count);
    }

    private static PreparedDocument Document(string text) => new(Schema, text, Parser.ParseDocument(text), new Dictionary<OperationDefinitionNode, long>());
}
