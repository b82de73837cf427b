using System.Text.Json;
using Webox.GraphQL.Engine.Execution.Documents;

namespace Webox.GraphQL.Engine.Tests.Execution.Documents;

public sealed class OperationDocumentStorageTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_memory_forgets_the_document_unused_for_longest()
    {
        var storage = new InMemoryOperationDocumentStorage(entriesMax: 2);
        await storage.SaveAsync("a", "{ a }");
        await storage.SaveAsync("b", "{ b }");
        Assert.Equal("{ a }", await storage.TryReadAsync("a"));
        await storage.SaveAsync("c", "{ c }");

        Assert.Equal(("{ a }", null, "{ c }"), (await storage.TryReadAsync("a"), await storage.TryReadAsync("b"), await storage.TryReadAsync("c")));
    }

    [Fact]
    public async Task The_memory_keeps_no_more_bytes_than_it_may_and_the_first_text_of_an_id()
    {
        var storage = new InMemoryOperationDocumentStorage(bytesMax: 20);
        await storage.SaveAsync("a", "{ a }");
        await storage.SaveAsync("a", "{ b }");
        await storage.SaveAsync("large", "{ a b c d e f }");
        Assert.Equal(("{ a }", null), (await storage.TryReadAsync("a"), await storage.TryReadAsync("large")));

        await storage.SaveAsync("b", "{ bbb }");
        Assert.Equal((null, "{ bbb }"), (await storage.TryReadAsync("a"), await storage.TryReadAsync("b")));
    }

    [Fact]
    public async Task A_manifest_knows_its_documents_by_their_ids_and_by_their_hashes_and_takes_no_others()
    {
        await File.WriteAllTextAsync(_file, """{"page":"{ a }","sha256:00":"{ b }"}""");
        var manifest = OperationDocumentManifest.Read(_file);
        await manifest.SaveAsync("c", "{ c }");

        Assert.Equal("{ a }", await manifest.TryReadAsync("page"));
        Assert.Equal("{ a }", await manifest.TryReadAsync(DocumentId.Of("{ a }")));
        Assert.Equal("{ b }", await manifest.TryReadAsync("sha256:00"));
        Assert.Null(await manifest.TryReadAsync("c"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"page":1}""")]
    public async Task A_file_that_is_no_manifest_is_refused(string text)
    {
        await File.WriteAllTextAsync(_file, text);

        Assert.Throws<JsonException>(() => OperationDocumentManifest.Read(_file));
    }

    [Fact]
    public async Task A_folder_knows_its_documents_by_the_names_of_their_files()
    {
        var folder = Directory.CreateTempSubdirectory("documents-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "page.graphql"), "{ a }");

        var manifest = OperationDocumentManifest.Read(folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal("{ a }", await manifest.TryReadAsync("page"));
        Assert.Equal("{ a }", await manifest.TryReadAsync(DocumentId.Of("{ a }")));
    }

    [Fact]
    public async Task A_text_that_is_no_graphql_is_refused()
    {
        await File.WriteAllTextAsync(_file, """{"page":"{ a"}""");

        Assert.Throws<GraphQLException>(() => OperationDocumentManifest.Read(_file));
    }

    [Fact]
    public void The_id_of_a_text_is_the_hash_that_clients_compute() =>
        // The example of https://www.apollographql.com/docs/apollo-server/performance/apq
        Assert.Equal("sha256:ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38", DocumentId.Of("{__typename}"));
}
