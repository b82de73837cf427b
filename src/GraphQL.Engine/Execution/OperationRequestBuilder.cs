using System.Collections.ObjectModel;
using System.Text.Json;
using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Builds an <see cref="IOperationRequest"/> step by step.</summary>
public sealed class OperationRequestBuilder
{
    private Dictionary<string, object?>? _globalState;
    private string _document = "";
    private string? _documentId;
    private string? _operationName;
    private CostClient? _costClient;
    private JsonElement _variables;
    private JsonElement _extensions;
    private IServiceProvider? _services;
    private OperationTypes _allowed = OperationTypes.All;
    private bool _acceptsIncrementalDelivery;

    private OperationRequestBuilder()
    {
    }

    private IReadOnlyDictionary<string, object?> GlobalState => (IReadOnlyDictionary<string, object?>?)_globalState ?? ReadOnlyDictionary<string, object?>.Empty;

    public static OperationRequestBuilder New() => new();

    public OperationRequestBuilder SetDocument(string document)
    {
        _document = document;
        return this;
    }

    public OperationRequestBuilder SetDocumentId(string? documentId)
    {
        _documentId = documentId;
        return this;
    }

    public OperationRequestBuilder SetCostClient(CostClient? client)
    {
        _costClient = client;
        return this;
    }

    public OperationRequestBuilder SetOperationName(string? operationName)
    {
        _operationName = operationName;
        return this;
    }

    /// <param name="variables">A JSON object. It must outlive the request.</param>
    public OperationRequestBuilder SetVariables(JsonElement variables)
    {
        _variables = variables;
        return this;
    }

    public OperationRequestBuilder SetVariableValues(IReadOnlyDictionary<string, object?> variables) =>
        SetVariables(JsonSerializer.SerializeToElement(variables));

    /// <param name="extensions">A JSON object. It must outlive the request.</param>
    public OperationRequestBuilder SetExtensions(JsonElement extensions)
    {
        _extensions = extensions;
        return this;
    }

    /// <param name="services">Scoped. Null: the executor makes a scope.</param>
    public OperationRequestBuilder SetServices(IServiceProvider? services)
    {
        _services = services;
        return this;
    }

    public OperationRequestBuilder SetGlobalState(string key, object? value)
    {
        (_globalState ??= [])[key] = value;
        return this;
    }

    public OperationRequestBuilder TryAddGlobalState(string key, object? value)
    {
        (_globalState ??= []).TryAdd(key, value);
        return this;
    }

    public OperationRequestBuilder SetAllowedOperations(OperationTypes allowed)
    {
        _allowed = allowed;
        return this;
    }

    /// <summary>Whether who asks can read a response in parts. Default: no.</summary>
    public OperationRequestBuilder SetAcceptsIncrementalDelivery(bool accepts = true)
    {
        _acceptsIncrementalDelivery = accepts;
        return this;
    }

    public IOperationRequest Build() =>
        new OperationRequest(_document, _documentId, _operationName, _variables, _extensions, _services, GlobalState, _allowed, _acceptsIncrementalDelivery, _costClient);

    private sealed record OperationRequest(
        string Document,
        string? DocumentId,
        string? OperationName,
        JsonElement Variables,
        JsonElement Extensions,
        IServiceProvider? Services,
        IReadOnlyDictionary<string, object?> GlobalState,
        OperationTypes AllowedOperations,
        bool AcceptsIncrementalDelivery,
        CostClient? CostClient)
        : IOperationRequest;
}
