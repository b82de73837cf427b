using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Documents;

namespace Webox.GraphQL.Engine.Tests.Execution.Documents;

public class PersistedOperationTests
{
    private const string Text = "{ a }";

    private readonly InMemoryOperationDocumentStorage _storage = new();
    private int _calls;

    [Fact]
    public async Task A_document_that_came_with_its_id_once_is_known_by_it()
    {
        var server = Server(options => options.SavesDocuments = true);

        Assert.Equal(ErrorCodes.PersistedQueryNotFound, await CodeAsync(server, "", DocumentId.Of(Text)));
        Assert.Null(await CodeAsync(server, Text, DocumentId.Of(Text)));
        Assert.Null(await CodeAsync(server, "", DocumentId.Of(Text)));
        Assert.Equal(2, _calls);
    }

    [Fact]
    public async Task A_document_is_not_saved_under_an_id_that_is_not_its_own()
    {
        var server = Server(options => options.SavesDocuments = true);

        Assert.Equal(ErrorCodes.PersistedQueryHashMismatch, await CodeAsync(server, Text, DocumentId.Of("{ b: a }")));
        Assert.Equal(0, _calls);
        Assert.Null(await _storage.TryReadAsync(DocumentId.Of("{ b: a }")));
    }

    [Fact]
    public async Task An_invalid_document_is_not_saved()
    {
        var server = Server(options => options.SavesDocuments = true);

        Assert.Equal(ErrorCodes.ValidationFailed, await CodeAsync(server, "{ b }", DocumentId.Of("{ b }")));
        Assert.Null(await _storage.TryReadAsync(DocumentId.Of("{ b }")));
    }

    [Fact]
    public async Task Nothing_is_saved_unless_that_is_switched_on()
    {
        var server = Server(_ => { });

        Assert.Null(await CodeAsync(server, Text, DocumentId.Of(Text)));
        Assert.Equal(ErrorCodes.PersistedQueryNotFound, await CodeAsync(server, "", DocumentId.Of(Text)));
    }

    [Fact]
    public async Task Where_there_is_no_storage_a_client_learns_that_it_must_send_texts()
    {
        var server = new TestServer("type Query { a: Int }").Resolve("Query.a", _ => 1);

        Assert.Equal(ErrorCodes.PersistedQueryNotSupported, await CodeAsync(server, "", DocumentId.Of(Text)));
    }

    [Fact]
    public async Task Only_trusted_documents_are_executed_where_that_is_asked_for()
    {
        await _storage.SaveAsync(DocumentId.Of(Text), Text);
        await _storage.SaveAsync("page", "{ b: a }");
        var server = Server(options => (options.OnlyAllowPersistedDocuments, options.SavesDocuments) = (true, true));

        Assert.Null(await CodeAsync(server, "", DocumentId.Of(Text)));
        Assert.Null(await CodeAsync(server, "", "page"));
        Assert.Null(await CodeAsync(server, Text, null));
        Assert.Equal(3, _calls);

        Assert.Equal(ErrorCodes.DocumentNotTrusted, await CodeAsync(server, "{ c: a }", null));
        Assert.Equal(ErrorCodes.DocumentNotTrusted, await CodeAsync(server, "{ c: a }", DocumentId.Of("{ c: a }")));
        Assert.Equal(ErrorCodes.DocumentNotTrusted, await CodeAsync(server, "", "other"));
        Assert.Equal(3, _calls);
        Assert.Null(await _storage.TryReadAsync(DocumentId.Of("{ c: a }")));
    }

    [Fact]
    public async Task A_trusted_id_does_not_carry_another_text_along()
    {
        await _storage.SaveAsync("page", Text);
        var server = Server(options => options.OnlyAllowPersistedDocuments = true);
        await using var result = await server.ExecuteAsync(OperationRequestBuilder.New().SetDocument("{ evil: a }").SetDocumentId("page").Build());

        Assert.Equal("""{"data":{"a":1}}""", System.Text.Encoding.UTF8.GetString(result.Json.Span));
    }

    [Fact]
    public async Task An_endless_id_is_not_looked_up() =>
        Assert.Equal(ErrorCodes.BadRequest, await CodeAsync(Server(_ => { }), "", new string('x', DocumentId.LengthMax + 1)));

    private static async Task<string?> CodeAsync(TestServer server, string document, string? id)
    {
        await using var result = await server.ExecuteAsync(OperationRequestBuilder.New().SetDocument(document).SetDocumentId(id).Build());
        return result.Errors.SingleOrDefault()?.Code;
    }

    private TestServer Server(Action<PersistedOperationOptions> configure)
    {
        var server = new TestServer("type Query { a: Int }").Resolve("Query.a", _ => ++_calls is 0 ? null : 1);
        server.Services.AddSingleton<IOperationDocumentStorage>(_storage);
        configure(server.Options.PersistedOperations);
        return server;
    }
}
